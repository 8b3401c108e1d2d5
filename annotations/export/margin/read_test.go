package margin_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"sidelight/annotations/export/margin"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/notes"
)

func read(t *testing.T, name string) *margin.Import {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	in, err := margin.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// The file that the sidebar of Hypothesis exports, and what its API answers.
func TestHypothesis(t *testing.T) {
	for _, name := range []string{"hypothesis.json", "hypothesis-api.json"} {
		in := read(t, name)
		if len(in.Notes) != 2 {
			t.Fatalf("%s: %d notes", name, len(in.Notes))
		}
		n := in.Notes[0]
		made := time.Date(2025, 3, 6, 8, 15, 30, 123456000, time.UTC)
		if n.ID != "Ab-C1_xYzEeuW6Nd0" || n.Text != "Who else was there?" || !slices.Equal(n.Tags, []string{"to check", "talks"}) ||
			!n.Made.Equal(made) || !n.Changed.Equal(made.Add(time.Hour)) || n.Source.ID != "https://example.org/talks" {
			t.Errorf("%s: the first note is %+v", name, n)
		}
		q := n.Target.Quote
		if q.Exact != "ongoing talks" || q.Prefix != "has confirmed that “" || q.Suffix != " and discussions" || n.Target.Position.End != 0 || n.Target.File != "" {
			t.Errorf("%s: its target is %+v", name, n.Target)
		}
		if h := in.Notes[1]; h.Text != "" || h.Target.Quote.Exact != "final warning" {
			t.Errorf("%s: the highlight is %+v", name, h)
		}
		var problems []string
		for _, p := range in.Problems {
			problems = append(problems, p.Error())
		}
		want := []string{
			"annotation 3 (PageNote1): it is a note on the whole page, and a note here has words of the article",
			"annotation 4 (Answer1): it answers another annotation, and a note of its own has words of the article",
		}
		if !slices.Equal(problems, want) {
			t.Errorf("%s: the problems are %q", name, problems)
		}
	}
}

const good = `{"type":"Annotation","id":"urn:x:1","target":{"source":"a.txt","selector":{"type":"TextQuoteSelector","exact":"words"}}}`

// A wrong annotation is named, and those around it are read.
func TestReadGoesOnBehindProblems(t *testing.T) {
	for _, c := range []struct{ item, want string }{
		{`1`, "annotation 2: it is no JSON object"},
		{`null`, "annotation 2: it is no JSON object"},
		{`{}`, "annotation 2: it has no type"},
		{`{"id":"urn:x:2","type":"Person"}`, `annotation 2 (urn:x:2): its type is "Person" and not Annotation`},
		{`{"id":"urn:x:2","type":"Annotation","target":"https://example.org"}`, "annotation 2 (urn:x:2): it names no words of the article"},
		{`{"id":7,"type":"Annotation"}`, "annotation 2: its member id is a number"},
		{`{"id":"urn:x:2","type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":5}}}`, "annotation 2 (urn:x:2): its member exact is a number"},
		{`{"id":"` + strings.Repeat("x", 2000) + `","type":"Annotation"}`, "annotation 2 (" + strings.Repeat("x", 2000)},
		{fmt.Sprintf(`{"id":"u","type":"Annotation","bodyValue":%q,"target":{"selector":{"type":"TextQuoteSelector","exact":"a"}}}`, strings.Repeat("long ", 250_000)), "annotation 2 (u): its text and tags have more than 1000000 bytes"},
		{`{"uri":"https://example.org","id":"` + strings.Repeat("x", 2000) + `","target":[{"selector":[{"type":"TextQuoteSelector","exact":"a"}]}]}`, "annotation 2 (" + strings.Repeat("x", 2000) + "): its id has more than 1000 bytes"},
		{`{"uri":"https://example.org","id":"h","tags":"one","target":[]}`, "annotation 2 (h): its member tags is a string"},
	} {
		in, err := margin.Read(strings.NewReader("[" + good + ",\n" + c.item + "," + strings.Replace(good, ":1", ":3", 1) + "]"))
		if err != nil {
			t.Errorf("%.60s: %v", c.item, err)
			continue
		}
		if len(in.Notes) != 2 || in.Notes[0].ID != "urn:x:1" || in.Notes[1].ID != "urn:x:3" {
			t.Errorf("%.60s: %d notes", c.item, len(in.Notes))
		}
		if len(in.Problems) != 1 || !strings.HasPrefix(in.Problems[0].Error(), c.want) {
			t.Errorf("%.60s: the problems are %.200v, want %.100s", c.item, in.Problems, c.want)
		}
	}
}

// What is no file of notes fails as a whole, with a sentence.
func TestReadFails(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"", "unexpected end"},
		{"{\n\"a\": [1,\n}", "line 3: it is no JSON"},
		{"plain text", "line 1: it is no JSON"},
		{"\"word\"", "it holds no annotations"},
		{`{"format":"sidelight-edition"}`, "it holds no annotations"},
		{"\xff{}", "it is no text in UTF-8"},
		{strings.Repeat("[", 200) + strings.Repeat("]", 200), "line 1: more than 100 lists and objects"},
		{"[" + strings.Repeat("1,", 100_000) + "1]", "there are 100001 annotations in it, and 100000 may be"},
		{strings.Repeat(" ", 64<<20) + "[]", "a file of notes may have up to 64 MB"},
	} {
		in, err := margin.Read(strings.NewReader(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.40q is read as %v (%v), want %s", c.file, in, err, c.want)
		}
	}
	broken := errors.New("the disk is gone")
	if _, err := margin.Read(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestPages(t *testing.T) {
	next := strings.Replace(good, ":1", ":2", 1)
	in, err := margin.Read(strings.NewReader(`{"type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[` + good +
		`],"next":{"type":"AnnotationPage","items":` + next + `,"next":"https://example.org/3"}}}`))
	if err != nil || len(in.Notes) != 2 || len(in.Problems) != 1 || !strings.Contains(in.Problems[0].Error(), "nothing is fetched") {
		t.Errorf("%+v (%v)", in, err)
	}
}

// A note without an id has the same one each time, and of two of one id the newer counts.
func TestIdsAreStable(t *testing.T) {
	nameless := strings.Replace(good, `"id":"urn:x:1",`, "", 1)
	older := strings.Replace(good, `"id"`, `"bodyValue":"old","modified":"2026-01-01T00:00:00Z","id"`, 1)
	newer := strings.Replace(good, `"id"`, `"bodyValue":"new","modified":"2026-01-02T00:00:00Z","id"`, 1)
	var ids []notes.ID
	for _, file := range []string{"[" + nameless + "," + older + "," + newer + "]", "[" + newer + ", " + strings.Replace(nameless, ",", " ,\n ", 1) + "," + older + "]"} {
		in, err := margin.Read(strings.NewReader(file))
		if err != nil || len(in.Notes) != 2 || len(in.Problems) != 0 {
			t.Fatalf("%+v (%v)", in, err)
		}
		for _, n := range in.Notes {
			if n.ID == "urn:x:1" && n.Text != "new" {
				t.Errorf("the older note counts: %+v", n)
			}
			if n.ID != "urn:x:1" {
				ids = append(ids, n.ID)
			}
		}
	}
	if len(ids) != 2 || ids[0] != ids[1] || ids[0] == "" {
		t.Errorf("the ids are %q", ids)
	}
}

// Whatever a file holds, reading it ends with notes that can be kept, or with a sentence.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"hypothesis.json", "hypothesis-api.json"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("[" + good + `,{"type":["Annotation"],"target":[{"selector":[null,{"type":"TextPositionSelector","start":1,"end":2}]}],"body":[null,"x",{"purpose":"tagging"}]}]`))
	f.Add([]byte(`{"first":{"items":[` + good + `],"next":{"items":{"type":"Annotation"}}}}`))
	f.Add([]byte(`{"target":[{"selector":[{}]}]}`))
	f.Add([]byte(`[{"target":[]},[],null,"",{"type":"Annotation","target":[""]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			in, err := margin.Read(strings.NewReader(string(data)))
			if err != nil {
				return
			}
			seen := map[notes.ID]bool{}
			for _, n := range in.Notes {
				if n.ID == "" || seen[n.ID] {
					t.Fatalf("the id %q", n.ID)
				}
				seen[n.ID] = true
				data, err := notes.Marshal(&n.Note, nil)
				if err != nil || !json.Valid(data) {
					t.Fatalf("%+v cannot be kept: %v", n.Note, err)
				}
				again, err := notes.Unmarshal(data)
				if err != nil || !again.Equal(&n.Note) {
					t.Fatalf("%+v is kept as %+v (%v)", n.Note, again, err)
				}
			}
			for _, p := range in.Problems {
				if p.Error() == "" {
					t.Fatal("a problem says nothing")
				}
			}
		})
	})
}
