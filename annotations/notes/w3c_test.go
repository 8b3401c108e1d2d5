package notes_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/notes"
)

var full = notes.Note{
	ID: "01KJJ3NDEKTSV4RRFFQ69G5FAV", Style: notes.Side, Text: "who <says> “so”?\n#doubt", Tags: []string{"to check", "b"},
	About: []annotations.EntityID{"envoy", "a b/c"}, Made: time.Date(2026, 3, 1, 8, 0, 0, 5e6, time.UTC), Changed: time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC),
	Target: notes.Target{
		Text: strings.Repeat("0a", 32), Position: anchor.TextPositionSelector{Start: 3, End: 9},
		Quote: anchor.TextQuoteSelector{Exact: "so bad", Prefix: "not ", Suffix: "."}, Aside: true,
		File: `{"type":"FragmentSelector","value":"page=2"}`,
	},
}

func TestWebAnnotation(t *testing.T) {
	const want = `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:sidelight:note:01KJJ3NDEKTSV4RRFFQ69G5FAV","type":"Annotation",` +
		`"motivation":"commenting","created":"2026-03-01T08:00:00.005Z","modified":"2026-03-02T08:00:00Z","body":[` +
		`{"type":"TextualBody","purpose":"commenting","value":"who <says> “so”?\n#doubt","format":"text/plain"},` +
		`{"type":"TextualBody","purpose":"tagging","value":"to check"},{"type":"TextualBody","purpose":"tagging","value":"b"},` +
		`{"type":"SpecificResource","purpose":"linking","source":"urn:sidelight:entity:envoy"},` +
		`{"type":"SpecificResource","purpose":"linking","source":"urn:sidelight:entity:a%20b%2Fc"}],` +
		`"target":{"source":"urn:sidelight:text:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a","styleClass":"side-line",` +
		`"selector":[{"type":"TextPositionSelector","start":3,"end":9},{"type":"TextQuoteSelector","exact":"so bad","prefix":"not ","suffix":"."},` +
		`{"type":"FragmentSelector","value":"page=2"}],"urn:sidelight:vocabulary:aside":true}}`
	data, err := notes.Marshal(&full, nil)
	if err != nil || string(data) != want {
		t.Errorf("written is\n%s, %v, want\n%s", data, err, want)
	}
	for _, source := range []any{nil, "http://a.example/", map[string]string{"id": "talks.txt"}} {
		data, err := notes.Marshal(&full, source)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := notes.Unmarshal(data); err != nil || !got.Equal(&full) || !got.Made.Equal(full.Made) || !got.Changed.Equal(full.Changed) {
			t.Errorf("from %v is read %+v, %v", source, got, err)
		}
	}
}

func TestForeignAnnotations(t *testing.T) {
	for _, c := range []struct{ name, in, id, text, exact string }{
		{"a value as the body", `{"id":"http://a.example/1","bodyValue":"words","target":"http://a.example/"}`, "http://a.example/1", "words", ""},
		{"one body, one selector", `{"id":"x","body":{"type":"TextualBody","value":"words"},"target":{"source":"s","selector":{"type":"TextQuoteSelector","exact":"q"}}}`, "x", "words", "q"},
		{"an address as the body", `{"id":"x","body":"http://a.example/","target":[{"source":"s","selector":[{"type":"TextQuoteSelector","exact":"q"}]},{}]}`, "x", "", "q"},
		{"two texts", `{"body":[{"type":"TextualBody","value":"one"},{"type":"TextualBody","value":"two","purpose":"replying"}]}`, "", "one\n\ntwo", ""},
		{"no place", `{"id":"x","body":null,"target":{"selector":[]}}`, "x", "", ""},
		{"a position that is none", `{"id":"x","target":{"selector":[{"type":"TextPositionSelector","start":-1,"end":5},null,3]}}`, "x", "", ""},
	} {
		n, err := notes.Unmarshal([]byte(c.in))
		if err != nil || string(n.ID) != c.id || n.Text != c.text || n.Target.Quote.Exact != c.exact || n.Target.Position.End != 0 {
			t.Errorf("%s: read is %+v, %v", c.name, n, err)
		}
	}
	for _, in := range []string{"", "[]", "3", `{"id":3}`, `{"target":{"selector":[{"type":3}]}}`, `{"body":[}`, `{"id":"` + strings.Repeat("x", 2000) + `"}`} {
		if n, err := notes.Unmarshal([]byte(in)); err == nil {
			t.Errorf("%.40q is read as %+v", in, n)
		}
	}
	const more = `{"id":"x","creator":{"name":"A"},"body":["http://a.example/",{"type":"Image","id":"i"}],"target":{"source":"s"},"rights":"none"}`
	n, err := notes.Unmarshal([]byte(more))
	if err != nil {
		t.Fatal(err)
	}
	data, err := notes.Marshal(&n, "s")
	var got struct {
		Creator struct{ Name string }
		Body    []any
		Rights  string
	}
	if err != nil || json.Unmarshal(data, &got) != nil || got.Creator.Name != "A" || len(got.Body) != 2 || got.Rights != "none" {
		t.Errorf("what is not known is lost: %s, %v", data, err)
	}
}

func FuzzWebAnnotation(f *testing.F) {
	data, err := notes.Marshal(&full, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"id":"urn:sidelight:note:%zz","body":[["x"],null,{"type":"TextualBody","value":""}],"a":1,"a":2,"target":[{"selector":[{}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			n, err := notes.Unmarshal(data)
			if err != nil {
				return
			}
			again, err := notes.Marshal(&n, nil)
			if err != nil {
				t.Fatalf("%s is read as %+v and not written: %v", data, n, err)
			}
			o, err := notes.Unmarshal(again)
			if err != nil || !o.Equal(&n) {
				t.Fatalf("%s is read as %+v, written as %s, and read as %+v, %v", data, n, again, o, err)
			}
		})
	})
}
