package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const talks = "Talks in Cairo\n\nAnn Miller met 20 officials in Cairo on Tuesday. “We are hopeful,” Miller said.\n"

// A document comes out with what was found in it, each mark with its words, its score
// and the stage that found it.
func TestAnnotate(t *testing.T) {
	code, stdout, stderr := call("annotate", "--published", "2025-03-06", fileOf(t, "talks.txt", talks))
	var got struct {
		Format    string
		Marked    bool
		Published string
		Article   struct{ Text string }
		Entities  []struct{ ID, Kind string }
		Mentions  []struct {
			Start, End                      int
			Exact, Entity, Form, Origin, By string
			Score                           float64
		}
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil || code != exitOK || stderr != "" {
		t.Fatalf("exit code %d, %v, stderr %q", code, err, stderr)
	}
	if got.Format != "sidelight-edition" || !got.Marked || got.Published != "2025-03-06" || got.Article.Text != talks {
		t.Errorf("it begins %.300s", stdout)
	}
	kinds := map[string]string{}
	for _, e := range got.Entities {
		kinds[e.ID] = e.Kind
	}
	found := map[string]string{}
	points := []rune(talks)
	for _, m := range got.Mentions {
		if string(points[m.Start:m.End]) != m.Exact || m.Origin != "found" || m.By == "" || m.Score <= 0 || m.Score > 1 {
			t.Errorf("a mark is %+v", m)
		}
		found[m.Exact] = kinds[m.Entity]
	}
	for words, kind := range map[string]string{"Ann Miller": "person", "20 officials": "number", "“We are hopeful,”": "quotation"} {
		if found[words] != kind {
			t.Errorf("%s is marked as %q, want %s", words, found[words], kind)
		}
	}
}

func TestAnnotateAsW3C(t *testing.T) {
	code, stdout, stderr := call("annotate", "--format", "w3c", fileOf(t, "talks.txt", talks))
	var got struct {
		Marked bool
		Total  int
		First  struct {
			Items []struct {
				Origin string
				Score  float64
			}
		}
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil || code != exitOK || stderr != "" {
		t.Fatalf("exit code %d, %v, stderr %q", code, err, stderr)
	}
	if !got.Marked || got.Total < 3 || len(got.First.Items) != got.Total || got.First.Items[0].Origin != "found" || got.First.Items[0].Score <= 0 {
		t.Errorf("it is %+v", got)
	}
}

// Two runs, and a file of another name, give the same marks.
func TestAnnotateIsTheSame(t *testing.T) {
	path := fileOf(t, "talks.txt", talks)
	_, first, _ := call("annotate", path)
	if _, again, _ := call("annotate", path); again != first {
		t.Error("two runs differ")
	}
	_, renamed, _ := call("annotate", fileOf(t, "other.txt", talks))
	if strings.ReplaceAll(renamed, "other", "talks") != first {
		t.Error("a renamed file has other marks")
	}
}

// Many texts come from a file or from the standard input, and a wrong line does not cost
// the others.
func TestAnnotateLines(t *testing.T) {
	const lines = `{"id":"a","text":"Ann Miller met 20 officials."}` + "\n" + `{"id":"b"}` + "\n" + `{"id":3,"text":"It cost $4.5 million."}`
	path := fileOf(t, "texts.jsonl", lines)
	code, stdout, stderr := call("annotate", "--format", "jsonl", path)
	out := strings.Split(stdout, "\n")
	if code != exitFailed || stderr != "sidelight annotate: line 2: \"text\" is missing\n" || len(out) != 4 {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	if !strings.HasPrefix(out[0], `{"id":"a","marks":[{"start":0,"end":10,"kind":"person","entity":"ann-miller","form":"name","score":`) ||
		!strings.Contains(out[0], `"number":{"value":20,"unit":"officials"}`) {
		t.Errorf("the first line is %s", out[0])
	}
	if out[1] != `{"id":"b","error":"\"text\" is missing"}` {
		t.Errorf("the second line is %s", out[1])
	}
	if !strings.HasPrefix(out[2], `{"id":3,`) || !strings.Contains(out[2], `"number":{"value":4500000,"unit":"USD"}`) {
		t.Errorf("the third line is %s", out[2])
	}
	for _, args := range [][]string{{"--format", "jsonl"}, {"--format", "jsonl", "-"}} {
		var got, faults bytes.Buffer
		if code := annotateFrom(strings.NewReader(lines), args, &got, &faults); code != exitFailed || got.String() != stdout {
			t.Errorf("%q: exit code %d, stdout %q, stderr %q", args, code, got.String(), faults.String())
		}
	}
}

// A document that is no edition is counted with the marks of the program.
func TestCheckCoverageOfADocument(t *testing.T) {
	path := fileOf(t, "talks.txt", talks)
	code, stdout, stderr := call("check", "--coverage", path)
	if code != exitOK || stderr != "" || !strings.Contains(stdout, "marked by the program, checked by nobody, in ") {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	for _, head := range []string{"\n\nMarks ", "\n\nWords ", "\n\nFacts "} {
		if !strings.Contains(stdout, head) {
			t.Errorf("there is no table%q", head)
		}
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != talks {
		t.Errorf("the file is now %q, %v", after, err)
	}
	if there, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(there) != 1 {
		t.Errorf("beside it stand %q, %v", there, err)
	}
}

// What is exported, drawn and searched of a document has the marks of the window.
func TestDocumentsHaveTheirMarksInEveryCommand(t *testing.T) {
	staged(t)
	path := fileOf(t, "talks.txt", talks)
	for _, c := range []struct {
		want string
		args []string
	}{
		{"Marked by Sidelight, not checked.", []string{"export", "--edition", "--format", "html", path}},
		{"Marked by Sidelight, not checked.", []string{"export", "--both", "--format", "html", path}},
		{"Ann Miller", []string{"export", "--format", "svg", "--view", "voices", path}},
		{"entity     Ann Miller", []string{"search", "--in", path, "ann miller"}},
	} {
		code, out, said := call(c.args...)
		if code != exitOK {
			t.Fatalf("%v: exit code %d, %s", c.args, code, said)
		}
		if !strings.Contains(out, c.want) {
			t.Errorf("%v does not say %q", c.args, c.want)
		}
	}
}
