package numbers_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/numbers"
)

// doc divides a text as the annotator does.
func doc(t testing.TB, text, language string) *found.Doc {
	t.Helper()
	a, err := annotations.NewArticle("text.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	d.Language = language
	return d
}

func find(t testing.TB, text, language string, dates ...found.Date) []found.Number {
	t.Helper()
	all, err := numbers.Find(context.Background(), doc(t, text, language), dates)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// expression is a line of testdata/expressions.txt.
type expression struct {
	text, language string
	want           []string
}

func expressions(t *testing.T) []expression {
	t.Helper()
	file, err := os.ReadFile("testdata/expressions.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []expression
	for line := range strings.Lines(string(file)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		text, wants, ok := strings.Cut(line, " => ")
		if !ok {
			t.Fatalf("no => in %q", line)
		}
		e := expression{text: text, language: "en"}
		wants, language, ok := strings.Cut(wants, "| lang=")
		if ok {
			e.language = language
		}
		if w := strings.TrimSpace(wants); w != "-" {
			for want := range strings.SplitSeq(w, " ; ") {
				e.want = append(e.want, tidy(want))
			}
		}
		all = append(all, e)
	}
	return all
}

// tidy writes the fields of a number that is wanted as [shown] does.
func tidy(want string) string {
	fields := strings.Split(want, "|")
	for i := range fields {
		fields[i] = strings.TrimFunc(fields[i], func(r rune) bool { return r == ' ' })
	}
	for len(fields) < 5 {
		fields = append(fields, "")
	}
	return strings.Join(fields[:5], "|")
}

// shown writes a number as the file of expressions does.
func shown(text string, n found.Number) string {
	value := strconv.FormatFloat(n.Value, 'f', -1, 64)
	if n.High != n.Value {
		value += ".." + strconv.FormatFloat(n.High, 'f', -1, 64)
	}
	unit := n.Unit
	return fmt.Sprintf("%s|%s|%s|%s|%s", text[n.Start:n.End], value, unit, n.Counted, n.Hedge)
}

// At least 95 in 100 expressions are read as a person reads them, in span, value, unit,
// what is counted and hedge.
func TestExpressions(t *testing.T) {
	all := expressions(t)
	right := 0
	for _, e := range all {
		var got []string
		for _, n := range find(t, e.text, e.language) {
			got = append(got, shown(e.text, n))
		}
		if strings.Join(got, "\n") == strings.Join(e.want, "\n") {
			right++
			continue
		}
		t.Logf("%s\n\tgot  %q\n\twant %q", e.text, got, e.want)
	}
	share := float64(right) / float64(len(all))
	t.Logf("%d of %d expressions are right: %.1f %%", right, len(all), 100*share)
	if len(all) < 200 || share < 0.95 {
		t.Errorf("%d of %d expressions are right, want 95 in 100 of 200 or more", right, len(all))
	}
}

// The numbers of the headings of a plain text are no amounts.
func TestHeadings(t *testing.T) {
	for text, want := range map[string]int{
		"On soil\n2 Methods\nSamples were taken.": 0,
		"On soil\n3 Results of the survey":        0,
		"On soil\n3 Men came.":                    1,
		"On soil\n21 Results":                     1,
		"Soup\n3 large leeks":                     1,
	} {
		if got := find(t, text, ""); len(got) != want {
			t.Errorf("%q has %v, want %d", text, got, want)
		}
	}
}
