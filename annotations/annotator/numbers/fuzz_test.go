package numbers_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/numbers"
	"sidelight/annotations/fuzzed"
)

// Whatever the text and its language, numbers stand in order, on rune boundaries, in
// one sentence each, apart from one another and from the dates, with values that are
// numbers.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Hamas killed more than 1,200 people on 7 October 2023.", "half a dozen", "between 5 and 7 million",
		"$4.5-5.5bn, €1.200,50, 3½ cups", "one in five, nine out of 10", "35-year-old", "-5 °C to minus 20 degrees",
		strings.Repeat("1-2-3 to ", 300), strings.Repeat("one hundred and ", 300), strings.Repeat("a half of ", 200),
		"twenty-", "1/", "1,", "$", "a", "half", "out of", "٣٥ كم", "１２３", "1\u00a0000\u00a0000", "1’000’000",
	} {
		f.Add(s, "en", uint16(3), uint16(9))
		f.Add(s, "de-CH", uint16(0), uint16(0))
	}
	f.Fuzz(func(t *testing.T, text, language string, from, to uint16) {
		if len(text) > 1<<16 || !utf8.ValidString(text) {
			return
		}
		a, err := annotations.NewArticle("text.txt", text)
		if err != nil {
			return
		}
		d, err := found.Divide(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		d.Language = language
		var dates []found.Date
		if int(from) < int(to) && int(to) <= len(d.Tokens) {
			dates = append(dates, found.Date{Span: d.Span(int(from), int(to))})
		}
		fuzzed.Within(t, func() {
			all, err := numbers.Find(context.Background(), d, dates)
			if err != nil {
				t.Fatal(err)
			}
			check(t, d, dates, all)
		})
	})
}

func check(t *testing.T, d *found.Doc, dates []found.Date, all []found.Number) {
	t.Helper()
	end := 0
	for _, n := range all {
		if n.Start < end || n.End <= n.Start || n.End > len(d.Text) {
			t.Fatalf("the span %v behind %d is out of order", n.Span, end)
		}
		end = n.End
		if s := d.Text[n.Start:n.End]; !utf8.ValidString(s) {
			t.Fatalf("the span %v cuts a letter", n.Span)
		}
		if s := d.SentenceSpan(d.SentenceOf(d.TokenFrom(n.Start))); n.End > s.End {
			t.Fatalf("the span %v leaves its sentence %v", n.Span, s)
		}
		if math.IsNaN(n.Value) || math.IsInf(n.Value, 0) || math.IsInf(n.High, 0) || n.High < n.Value {
			t.Fatalf("%q has the value %v to %v", d.Text[n.Start:n.End], n.Value, n.High)
		}
		if n.Score <= 0 || n.Score > 1 {
			t.Fatalf("%q has the score %v", d.Text[n.Start:n.End], n.Score)
		}
		for _, date := range dates {
			if n.Start < date.End && date.Start < n.End {
				t.Fatalf("%q overlaps the date %q", d.Text[n.Start:n.End], d.Text[date.Start:date.End])
			}
		}
	}
}

// What the dates found is no number, and no number reaches into it.
func TestDatesAreNoNumbers(t *testing.T) {
	for _, c := range []struct{ text, date, want string }{
		{"It lasted 20 days in all.", "20 days", ""},
		{"They freed 20 on Tuesday.", "Tuesday", "20"},
		{"They freed 20 Tuesday prisoners.", "Tuesday", "20"},
		{"On 5 May 2020 300 people came.", "5 May 2020", "300 people"},
		{"It had 40 members in 2015.", "2015", "40 members"},
	} {
		at := strings.Index(c.text, c.date)
		date := found.Date{Span: annotations.Span{Start: at, End: at + len(c.date)}}
		got := ""
		for _, n := range find(t, c.text, "en", date) {
			got += c.text[n.Start:n.End]
		}
		if got != c.want {
			t.Errorf("%q with the date %q has the number %q, want %q", c.text, c.date, got, c.want)
		}
	}
}

func TestFindEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	d := doc(t, "They freed 20 people.", "en")
	cancel()
	if _, err := numbers.Find(ctx, d, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v, want that of the context", err)
	}
}
