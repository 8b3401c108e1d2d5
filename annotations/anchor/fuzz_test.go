package anchor_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/text"
)

// checkResolved fails the test if what was resolved is no place of a text.
func checkResolved(t *testing.T, now string, r anchor.Resolved) {
	t.Helper()
	if r.Status == anchor.Unanchored {
		if r.Span != (annotations.Span{}) {
			t.Fatalf("unanchored at %v", r.Span)
		}
	} else if !r.Span.ValidIn(now) || len(r.Offers) > 0 {
		t.Fatalf("%v at %v of %d bytes, with %d offers", r.Status, r.Span, len(now), len(r.Offers))
	}
	if len(r.Offers) > 3 {
		t.Fatalf("%d places are offered", len(r.Offers))
	}
	for _, o := range r.Offers {
		if !o.ValidIn(now) {
			t.Fatalf("offered %v of %d bytes", o, len(now))
		}
	}
}

func FuzzAlignment(f *testing.F) {
	f.Add("The talks went on.", "The “talks” went on, he said.", 4, 9)
	f.Add("a b c a b c d", "a b c d", 0, 5)
	f.Add("船在早晨出海。船回来。", "早晨船在出海。", 3, 12)
	f.Add("cafe\u0301 inter-\nnational blue\u00adberry", "café international blueberry", 2, 20)
	f.Add("x … —, y", "x ... - , y", 2, 6)
	f.Add(strings.Repeat("a ", 300), strings.Repeat("a ", 290)+"b", 20, 40)
	f.Add(strings.Repeat("the same sentence again. ", 60), strings.Repeat("the same sentence again. ", 59), 26, 49)
	f.Add("\u0301\u0301 \u200b\u200b", "\u200b \u0301", 0, 2)
	f.Fuzz(func(t *testing.T, old, now string, start, end int) {
		fuzzed.Within(t, func() {
			span := annotations.Span{Start: start, End: end}
			if !utf8.ValidString(old) || !utf8.ValidString(now) || !span.ValidIn(old) {
				t.Skip()
			}
			a, err := anchor.NewAlignment(context.Background(), old, now)
			if err != nil {
				t.Fatal(err)
			}
			if s := a.Share(); s < 0 || s > 1 {
				t.Fatalf("share %v", s)
			}
			r := a.Resolve(span)
			checkResolved(t, now, r)
			if old == now && (r.Status != anchor.Kept || r.Span != span) {
				t.Fatalf("in the same text %v is %+v", span, r)
			}
			position := anchor.Position(old, span)
			checkResolved(t, now, a.Finder().Resolve(anchor.InContext(old, span), &position))
			checkResolved(t, now, a.Finder().Resolve(anchor.TextQuoteSelector{Exact: old[start:end]}, nil))
		})
	})
}

// Words that stand once, with what stands around them unchanged, are found.
func FuzzWordsThatStandOnce(f *testing.F) {
	f.Add("before it all ", " and after it", "more words in front. ", " and at the end")
	f.Add("The talks. ", ". They went on.", "", " The talks.")
	f.Add("一二三", "四五六", "七", "")
	f.Fuzz(func(t *testing.T, before, after, front, end string) {
		fuzzed.Within(t, func() {
			const words = "Zyxwvut quartzly Bumfuzzled"
			around := before + " " + words + " " + after
			old, now := around, front+" "+around+" "+end
			if !utf8.ValidString(now) || strings.Count(text.Plain.Fold(now), "z") > 4 {
				t.Skip("the words may stand twice")
			}
			i := len(before) + 1
			span := annotations.Span{Start: i, End: i + len(words)}
			want := annotations.Span{Start: span.Start + len(front) + 1, End: span.End + len(front) + 1}
			a, err := anchor.NewAlignment(context.Background(), old, now)
			if err != nil {
				t.Fatal(err)
			}
			if r := a.Resolve(span); r.Status == anchor.Unanchored || r.Span != want {
				t.Fatalf("with the old text %+v, want %v", r, want)
			}
			if r := a.Finder().Resolve(anchor.InContext(old, span), nil); r.Status == anchor.Unanchored || r.Span != want {
				t.Fatalf("with the context %+v, want %v", r, want)
			}
		})
	})
}
