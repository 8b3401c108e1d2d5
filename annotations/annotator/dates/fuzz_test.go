package dates

import (
	"context"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/fuzzed"
)

// Of any text the expressions are in order, do not overlap, lie on the bounds of runes
// inside a sentence, and are the same each time.
func FuzzFind(f *testing.F) {
	for _, m := range readMarked(f, "testdata/english.txt") {
		f.Add(m.text, "en", "2025-03-05")
	}
	f.Add("Le 1er mars 2025 et 5.3.2025", "fr", "2025")
	f.Add("1.1.1.1 2025-13-45 '90s 00/00/0000 99999999999 9:99", "", "-0044-01-31")
	f.Add("the the the early early of of of the end of the end of last last last", "en", "9999-12-31")
	f.Fuzz(func(t *testing.T, text, language, published string) {
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			return
		}
		d, err := found.Divide(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		d.Language = language
		d.Published, _ = annotations.ParseDate(published)
		fuzzed.Within(t, func() {
			DocumentDate(a)
			all, err := Find(context.Background(), d)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := Find(context.Background(), d)
			if !reflect.DeepEqual(all, again) {
				t.Fatal("a second time there are others")
			}
			holds(t, d, all)
		})
	})
}

func holds(t *testing.T, d *found.Doc, all []found.Date) {
	end := 0
	for _, x := range all {
		if x.Start < end || x.End <= x.Start || x.End > len(d.Text) {
			t.Fatalf("%v begins before %d or has no end", x.Span, end)
		}
		end = x.End
		s := d.SentenceSpan(d.SentenceOf(d.TokenFrom(x.Start)))
		if x.Start < s.Start || x.End > s.End || !utf8.RuneStart(d.Text[x.Start]) || x.End < len(d.Text) && !utf8.RuneStart(d.Text[x.End]) {
			t.Fatalf("%v lies outside the sentence %v", x.Span, s)
		}
		if x.Score <= 0 || x.Score > 1 || x.Duration && x.Recurs || (x.Duration || x.Recurs) && !x.Value.IsZero() {
			t.Fatalf("%q: %+v", d.Text[x.Start:x.End], x)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text, err := os.ReadFile("../../../assets/edition/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	a, err := annotations.NewArticle("a.txt", strings.Repeat(string(text), 20))
	if err != nil {
		b.Fatal(err)
	}
	d, err := found.Divide(context.Background(), a)
	if err != nil {
		b.Fatal(err)
	}
	d.Language = "en"
	d.Published, _ = annotations.ParseDate("2025-03-05")
	n := len(strings.Fields(a.Text))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Find(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// The work grows with the text, whatever it repeats.
func TestLongTexts(t *testing.T) {
	for _, s := range []string{"about ", "twenty-", "the end of ", "5 and - ", "more than ", "last ", "from Monday to ", "1/2/", "x",
		"the week of ", "a few ", "May ", "9 a.m. on ", "every other ", "of the ", "March 5, ", "5", "'90s "} {
		text := strings.Repeat(s, 300_000/len(s))
		d := found.DivideText(text, []annotations.Span{{Start: 0, End: len(text)}})
		d.Published, _ = annotations.ParseDate("2025-03-05")
		for _, language := range []string{"en", "fr"} {
			d.Language = language
			fuzzed.Within(t, func() {
				if _, err := Find(context.Background(), d); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}
