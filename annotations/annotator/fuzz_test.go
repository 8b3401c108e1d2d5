package annotator_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/annotations/fuzzed"
)

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{
		"Dr. Ann Lee said, “We found 12 of them on Tuesday.” She left.",
		"WASHINGTON (AP) — The U.S. and the U.K. met on May 5, 2024.\n\n“It’s ‘over’,” said Mr. O’Neil’s wife.",
		"THE END OF THE WORLD IS NEAR\nSays A. B. C. D. of the 1990s '90s 5'11\" \"unclosed",
		"Der Minister sagte am 5. März 2024, „wir“ zahlen 1.200,50 €.",
		"«»“”‘’\"'“‘”’\u00a0\u00ad\u200b�",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := annotations.NewArticle("text.txt", s)
		if err != nil {
			return
		}
		fuzzed.Within(t, func() { valid(t, a) })
	})
}

// valid checks that an edition can be made of what is found, twice the same.
func valid(t *testing.T, a *annotations.Article) {
	t.Helper()
	one, err := annotator.Annotate(t.Context(), a, annotator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := annotations.New(one); err != nil {
		t.Fatal(err)
	}
	two, _ := annotator.Annotate(t.Context(), a, annotator.Options{})
	if !reflect.DeepEqual(one, two) {
		t.Fatal("two runs differ")
	}
}

func TestLongTextsWithoutABreak(t *testing.T) {
	for _, unit := range []string{"a", "A", "1", "“", "'", "Aa ", "“a” ", "Mr. A said ", "1 ", "May 5 ", "(A) "} {
		size := 1 << 18 // bytes
		if unit == "a" {
			size = 1 << 20
		}
		s := strings.Repeat(unit, size/len(unit))
		a, err := annotations.NewArticle("text.txt", s)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		c, err := annotator.Annotate(t.Context(), a, annotator.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := annotations.New(c); err != nil {
			t.Errorf("%q: %v", unit, err)
		}
		t.Logf("%q: %v, %d marks", unit, time.Since(began), len(c.Mentions))
	}
}
