package annotator_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestKindsOfArticles compares the marks of ten articles, one of each kind, with those
// that are written beside them: a change of one mark shows itself. What is written is what
// the program finds, right or wrong; go test -update writes it anew.
func TestKindsOfArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/kinds/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			golden := strings.TrimSuffix(f, ".txt") + ".golden"
			got := lines(opened(t, f))
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			differ(t, got, string(want))
		})
	}
}

// differ reports the lines that only one of two texts has.
func differ(t *testing.T, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	has := func(text string) map[string]bool {
		all := make(map[string]bool)
		for l := range strings.Lines(text) {
			all[l] = true
		}
		return all
	}
	before, now := has(want), has(got)
	for l := range strings.Lines(want) {
		if !now[l] {
			t.Errorf("gone: %s", l)
		}
	}
	for l := range strings.Lines(got) {
		if !before[l] {
			t.Errorf("new:  %s", l)
		}
	}
	if !t.Failed() {
		t.Error("the lines are in another order")
	}
}

// opened is the edition that the program makes of a file.
func opened(t *testing.T, file string) *annotations.Edition {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := annotations.NewArticle(filepath.Base(file), string(text))
	if err != nil {
		t.Fatal(err)
	}
	c, err := annotator.Annotate(t.Context(), a, annotator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// lines are the marks of an edition, one a line in the order of the text, then its
// passages and what the article calls its entities.
func lines(e *annotations.Edition) string {
	var b strings.Builder
	a := e.Article()
	words := func(s annotations.Span) string { return strings.Join(strings.Fields(a.Slice(s)), " ") }
	for _, m := range e.Mentions() {
		x, _ := e.Entity(m.Entity)
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t%s", m.Start, words(m.Span), x.Kind, x.ID, m.Form, worth(x))
		if m.Unsure() {
			b.WriteString("\tunsure")
		}
		b.WriteByte('\n')
	}
	for _, p := range e.Passages() {
		fmt.Fprintf(&b, "passage\t%d\t%s\t%v\t%s\t%s\t%v\n", p.Start, words(p.Span), p.Voice, p.Speaker, p.Name, p.Anonymity)
	}
	for _, x := range e.Entities() {
		for _, s := range x.Called {
			fmt.Fprintf(&b, "called\t%s\t%s\n", x.ID, words(s))
		}
	}
	return b.String()
}

// worth is the value of a date or number, and the speaker of a quotation.
func worth(x *annotations.Entity) string {
	switch {
	case x.Quantity != nil:
		q := x.Quantity
		return strings.Join([]string{strconv.FormatFloat(q.Value, 'g', -1, 64), q.Unit, q.Counted, q.Hedge}, ", ")
	case x.Words != nil:
		return fmt.Sprintf("%s, %s, on record %v", x.Words.Speaker, x.Words.Said, x.Words.OnRecord)
	}
	return x.When.String()
}
