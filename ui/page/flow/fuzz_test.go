package flow_test

import (
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
	"sidelight/ui/page/flow"
)

// FuzzColumn checks for any text and width that each byte of a paragraph lies
// on exactly one line, that a place leads back to where it was taken, and that
// what is drawn of a span is hit there.
func FuzzColumn(f *testing.F) {
	f.Add(text, 200, 140)
	f.Add("word", 1, 0)
	f.Add("a b\n\nc  d\r\n ê “quoted” 漢字かな\n", 40, 133)
	f.Add("x\ty\n\n\n\nlong-hyphenated-words-that-are-divided", 17, 999)
	f.Add("The sign said שלום עולם 12 and\tא (b) ג.\n\nשלום (3) abc, עולם.\nمرحبا ١٢ بكم", 90, 200)
	fm := format(f)
	f.Fuzz(func(t *testing.T, s string, width, y int) {
		fuzzed.Within(t, func() {
			a, err := annotations.NewArticle("a.txt", s)
			if err != nil || len(s) > 4<<10 {
				t.Skip()
			}
			c := flow.New()
			c.Open(a)
			c.Left, c.Top = 64, 100
			fm.Width = float32(max(1, width%2000))
			c.Set(fm, 0)
			everyByteOnce(t, c)
			placeLeadsBack(t, c, float32(max(0, y%int(c.Height()))))
			hitIsDrawn(t, c)
		})
	})
}

func everyByteOnce(t *testing.T, c *flow.Column) {
	t.Helper()
	i := 0
	for n, par := range c.Article().Paragraphs() {
		next := par.Start
		for ; i < c.Len() && c.Line(i).Block == n; i++ {
			l := c.Line(i)
			if l.Start != next || l.Opens != (next == par.Start) || l.End < l.Start {
				t.Fatalf("line %d of paragraph %d is %v, want it to begin at %d", i, n, l.Span(), next)
			}
			if i > 0 && l.Y < l.Above {
				t.Fatalf("line %d lies over the line before it", i)
			}
			next = l.End
		}
		if next != par.End {
			t.Fatalf("paragraph %d ends at %d, its lines at %d", n, par.End, next)
		}
	}
	if i != c.Len() {
		t.Fatalf("%d lines belong to no paragraph", c.Len()-i)
	}
}

func placeLeadsBack(t *testing.T, c *flow.Column, y float32) {
	t.Helper()
	p := c.Place(y)
	if back := c.Y(p); back != y {
		t.Fatalf("the place at %v is %+v, which leads to %v", y, p, back)
	}
	if again := c.Place(c.Y(p)); again != p {
		t.Fatalf("the place %+v comes back as %+v", p, again)
	}
}

func hitIsDrawn(t *testing.T, c *flow.Column) {
	t.Helper()
	text := c.Article().Text
	for i := range c.Len() {
		l := c.Line(i)
		for at := l.Start; at < l.End; {
			_, n := utf8.DecodeRuneInString(text[at:])
			s := annotations.Span{Start: at, End: at + n}
			if r, ok := l.Box(s); ok {
				if hit, _ := c.Hit(r.X+r.W/2, r.Y+1); hit < l.Start || hit >= l.End {
					t.Fatalf("at %v of line %v is byte %d", r, l.Span(), hit)
				}
			}
			if caret := c.CaretAt(l.Left+l.X(at), l.Y+1); caret < l.Start || caret > l.End {
				t.Fatalf("the caret at byte %d of line %v is %d", at, l.Span(), caret)
			}
			at += n
		}
	}
}
