package dates

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

func findAll(t *testing.T, text, published string) []found.Date {
	all, err := Find(context.Background(), docOf(t, text, published, "en"))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A week later, what is counted in days and weeks from the date of the article is a
// week later too.
func TestRelativeDatesMoveWithTheArticle(t *testing.T) {
	texts := []string{"It rained yesterday.", "They met on Tuesday.", "They will meet on Tuesday.", "She left three days ago.",
		"It was cold last week.", "It happened two weeks ago.", "Tomorrow they vote.", "It opens next Friday.", "He called this morning.",
		"It closed over the weekend.", "They will be back the week after next.", "Last Sunday it snowed.", "They meet on Saturday night."}
	from, err := annotations.ParseDate("2023-12-20")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		for n := range 80 {
			day := from.Earliest().AddDate(0, 0, n)
			a := findAll(t, text, day.Format("2006-01-02"))
			b := findAll(t, text, day.AddDate(0, 0, 7).Format("2006-01-02"))
			if len(a) == 0 || len(a) != len(b) {
				t.Fatalf("%s: %d and %d expressions", text, len(a), len(b))
			}
			for i := range a {
				x, y := a[i].Value, b[i].Value
				if x.IsZero() || !x.Earliest().AddDate(0, 0, 7).Equal(y.Earliest()) || !x.Latest().AddDate(0, 0, 7).Equal(y.Latest()) {
					t.Fatalf("%s: on %s it is %s, a week later %s", text, day.Format("2006-01-02"), x, y)
				}
			}
		}
	}
}

// Neither the case of the letters nor the form of the apostrophes changes a value. Where
// letters alone tell a month from a verb or a name there is nothing left to tell by.
func TestCaseAndQuotesDoNotChangeAValue(t *testing.T) {
	turned := map[string]func(string) string{"upper": strings.ToUpper, "lower": strings.ToLower,
		"curly":    func(s string) string { return strings.ReplaceAll(s, "'", "’") },
		"straight": func(s string) string { return strings.ReplaceAll(s, "’", "'") }}
	other, all := 0, 0
	for _, m := range readMarked(t, "testdata/english.txt") {
		for name, turn := range turned {
			a, b := findAll(t, m.text, m.published), findAll(t, turn(m.text), m.published)
			values := make(map[string]int)
			for _, x := range b {
				values[valueOf(x)]++
			}
			for _, x := range a {
				all++
				if values[valueOf(x)]--; values[valueOf(x)] < 0 {
					other++
					t.Logf("%s: %q is %s in %q", name, m.text[x.Start:x.End], valueOf(x), turn(m.text))
				}
			}
		}
	}
	if t.Logf("%d of %d values are others", other, all); 100*other > all {
		t.Errorf("%d of %d values are others", other, all)
	}
}
