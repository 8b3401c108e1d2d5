package batch_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/annotator/batch"
	"sidelight/annotations/fuzzed"
)

// capitals annotates each word in capitals as a person; a text that begins with "Fail"
// cannot be annotated.
func capitals(ctx context.Context, a *annotations.Article, published annotations.Date) (annotations.Content, error) {
	c := annotations.Content{Article: a, Published: published}
	if strings.HasPrefix(a.Text, "Fail") {
		return c, errors.New("it failed")
	}
	at := 0
	for _, w := range strings.FieldsFunc(a.Text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		at += strings.Index(a.Text[at:], w)
		if strings.ToUpper(w) == w && strings.ToLower(w) != w {
			id := annotations.EntityID(strings.ToLower(w))
			e := annotations.Entity{ID: id, Kind: annotations.Person, Name: w, When: published}
			if w == "SIX" {
				e.Kind, e.Quantity = annotations.Number, &annotations.Quantity{Value: 6, Unit: "days", Hedge: "about"}
			}
			if w == "SO" {
				e.Kind, e.Words = annotations.Quote, &annotations.Quotation{Said: "a spokesman"}
				c.Passages = append(c.Passages, annotations.Passage{Voice: annotations.Official, Name: "a spokesman"})
			}
			c.Entities = append(c.Entities, e)
			c.Mentions = append(c.Mentions, annotations.Mention{
				Span: annotations.Span{Start: at, End: at + len(w)}, Entity: id, Form: annotations.Name, Score: 0.5,
			})
		}
		at += len(w)
	}
	return c, ctx.Err()
}

func run(t testing.TB, in string) (out string, wrong []string) {
	t.Helper()
	var b bytes.Buffer
	err := batch.Run(context.Background(), strings.NewReader(in), &b, capitals, func(e *batch.LineError) { wrong = append(wrong, e.Error()) })
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), wrong
}

func TestLines(t *testing.T) {
	const empty = `"marks":[],"entities":[]}`
	tests := []struct{ name, in, out, wrong string }{
		{"a speaker in words", `{"text":"SO SO"}`,
			`{"marks":[{"start":0,"end":2,"kind":"quotation","entity":"so","form":"name","score":0.5,"speaker":"speaker: a spokesman"},{"start":3,"end":5,"kind":"quotation","entity":"so","form":"name","score":0.5,"speaker":"speaker: a spokesman"}],"entities":[{"id":"so","kind":"quotation","name":"SO"},{"id":"so","kind":"quotation","name":"SO"},{"id":"speaker: a spokesman","kind":"organisation","name":"a spokesman"}]}`, ""},
		{"a name", `{"id":"a","text":"é ANN came"}`,
			`{"id":"a","marks":[{"start":2,"end":5,"kind":"person","entity":"ann","form":"name","score":0.5}],"entities":[{"id":"ann","kind":"person","name":"ANN"}]}`, ""},
		{"a date and a number", `{"id":1,"text":"SIX","published":"2025-03-05T10:00:00Z"}`,
			`{"id":1,"marks":[{"start":0,"end":3,"kind":"number","entity":"six","form":"name","score":0.5,"value":"2025-03-05","number":{"value":6,"unit":"days","hedge":"about"}}],"entities":[{"id":"six","kind":"number","name":"SIX"}]}`, ""},
		{"nothing found", `{"id":"a","text":"none"}`, `{"id":"a",` + empty, ""},
		{"an empty text", `{"id":"a","text":" \n"}`, `{"id":"a",` + empty, ""},
		{"no id", `{"text":"none"}`, `{` + empty, ""},
		{"no id and more keys", `{"id":null,"text":"none","url":"x"}`, `{` + empty, ""},
		{"a blank line", " \t\r", "", ""},
		{"no text", `{"id":"a"}`, `{"id":"a","error":"\"text\" is missing"}`, `line 1: "text" is missing`},
		{"a text that is none", `{"id":"a","text":3}`, `{"id":"a","error":"\"text\" is text, and this is a number"}`, `line 1: "text" is text, and this is a number`},
		{"a list", `[1]`, `{"error":"this is no JSON object {\"id\": …, \"text\": …}"}`, `line 1: this is no JSON object {"id": …, "text": …}`},
		{"no JSON", `{"id":"a","text":"b"`, `{"id":"a","error":"this is no JSON (byte 20: unexpected end of JSON input)"}`, `line 1: this is no JSON (byte 20: unexpected end of JSON input)`},
		{"an odd id", `{"id":{},"text":"b"}`, `{"error":"\"id\" is neither text nor a number"}`, `line 1: "id" is neither text nor a number`},
		{"an odd date", `{"id":2,"text":"b","published":"May"}`, "", ""},
		{"what cannot be annotated", `{"id":2,"text":"Fail"}`, `{"id":2,"error":"it failed"}`, `line 1: it failed`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, wrong := run(t, tt.in)
			if tt.name == "an odd date" {
				if len(wrong) != 1 || !strings.Contains(wrong[0], "EDTF") || !strings.Contains(out, `"id":2,"error"`) {
					t.Errorf("got %s and %q", out, wrong)
				}
				return
			}
			if strings.TrimSuffix(out, "\n") != tt.out || strings.Join(wrong, "\n") != tt.wrong {
				t.Errorf("got\n%s\n%q\nwant\n%s\n%q", out, wrong, tt.out, tt.wrong)
			}
		})
	}
}

// Lines come out in their order, on however many processors, and a wrong one keeps no
// other from coming out.
func TestOrder(t *testing.T) {
	var in strings.Builder
	for i := range 500 {
		switch {
		case i%100 == 7:
			fmt.Fprintf(&in, "{\"id\":%d,\n", i)
		default:
			fmt.Fprintf(&in, "{\"id\":%d,\"text\":%q}\n", i, strings.Repeat("ANN ", i%37))
		}
	}
	out, wrong := run(t, in.String())
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 500 || len(wrong) != 5 {
		t.Fatalf("%d lines and %d faults, want 500 and 5", len(lines), len(wrong))
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, fmt.Sprintf(`{"id":%d,`, i)) {
			t.Fatalf("line %d is %s", i, line)
		}
	}
	if again, _ := run(t, in.String()); again != out {
		t.Error("two runs differ")
	}
}

func TestLongLines(t *testing.T) {
	fits := `{"id":"fits","text":"` + strings.Repeat("a ", (batch.MaxLine-100)/2) + `"}`
	long := `{"id":"long","text":"` + strings.Repeat("a ", batch.MaxLine/2) + `"}`
	out, wrong := run(t, fits+"\n"+long+"\n"+`{"id":"last","text":"ANN"}`)
	if len(wrong) != 1 || wrong[0] != "line 2: it has more than 16 MB" {
		t.Errorf("the faults are %q", wrong)
	}
	lines := strings.Split(out, "\n")
	if len(lines) != 4 || lines[1] != `{"id":"long","error":"it has more than 16 MB"}` || !strings.HasPrefix(lines[2], `{"id":"last"`) {
		t.Errorf("got %d lines, the second %.80s", len(lines), lines[1])
	}
}

// Whoever feeds one line at a time gets the answer before feeding the next.
func TestAnswersAtOnce(t *testing.T) {
	in, feed := io.Pipe()
	got, out := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- batch.Run(context.Background(), in, out, capitals, nil)
		_ = out.Close()
	}()
	d := json.NewDecoder(got)
	for i := range 3 {
		if _, err := fmt.Fprintf(feed, "{\"id\":%d,\"text\":\"ANN\"}\n", i); err != nil {
			t.Fatal(err)
		}
		var line struct{ ID int }
		if err := d.Decode(&line); err != nil || line.ID != i {
			t.Fatalf("the answer is %d, %v, want %d", line.ID, err, i)
		}
	}
	_ = feed.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// A run ends with its context although no line comes.
func TestEndsWithItsContext(t *testing.T) {
	in, feed := io.Pipe()
	defer func() { _ = feed.Close() }()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(time.Millisecond, cancel)
	if err := batch.Run(ctx, in, io.Discard, capitals, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestFailures(t *testing.T) {
	line := `{"id":1,"text":"ANN"}` + "\n"
	broken := io.MultiReader(strings.NewReader(line), iotest.ErrReader(errors.New("gone")))
	var out bytes.Buffer
	if err := batch.Run(context.Background(), broken, &out, capitals, nil); err == nil || err.Error() != "line 2 cannot be read: gone" {
		t.Errorf("the error is %v", err)
	}
	if !strings.HasPrefix(out.String(), `{"id":1,`) {
		t.Errorf("the line before was answered by %q", &out)
	}
	var wrote *batch.WriteError
	if err := batch.Run(context.Background(), strings.NewReader(line), full{}, capitals, nil); !errors.As(err, &wrote) {
		t.Errorf("the error is %v", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// Whatever the lines are, each that is not blank is answered by one line of JSON.
func FuzzRun(f *testing.F) {
	for _, s := range []string{
		"", "\n\n", `{"id":"a","text":"ANN met BO"}`, "{\"id\":1,\"text\":\"x\"}\r\n[]\n\"", `{"id":[1],"text":null}`,
		"{\"id\":\"\\ud800\",\"text\":\"\\ud800 A\"}", "\x00\xff\n{}", `{"text":"a","published":"2025-13"}`, `{"ID":1,"Text":"ANN"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		fuzzed.Within(t, func() {
			var out bytes.Buffer
			faults := 0
			if err := batch.Run(context.Background(), bytes.NewReader(in), &out, capitals, func(*batch.LineError) { faults++ }); err != nil {
				t.Fatal(err)
			}
			want := 0
			for line := range bytes.SplitSeq(in, []byte("\n")) {
				if len(bytes.Trim(line, " \t\r")) > 0 {
					want++
				}
			}
			got, refused := 0, 0
			for line := range bytes.Lines(out.Bytes()) {
				var r struct{ Error string }
				if err := json.Unmarshal(line, &r); err != nil {
					t.Fatalf("%q: %v", line, err)
				}
				if got++; r.Error != "" {
					refused++
				}
			}
			if got != want || refused != faults {
				t.Fatalf("%d lines are answered by %d, %d faults by %d", want, got, faults, refused)
			}
		})
	})
}
