package flow_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/page/flow"
	"sidelight/ui/typeset"
)

// crowd is a text of very many paragraphs, one of them very long.
func crowd() string {
	few := strings.Repeat("Words.\n\nThe talks went on for days, and then for weeks.\n\n", 12_000)
	return few + strings.Repeat("Nobody said what came of them. ", 3000) + "\n\n" + few
}

// settled is a column of which the whole has been set, too.
func settled(t testing.TB, text string, f flow.Format) *flow.Column {
	t.Helper()
	c := column(t, text, f)
	w, err := c.Whole()(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c.Settle(w)
	if c.Partial() {
		t.Fatal("the whole does not settle")
	}
	return c
}

// An article of very many paragraphs is set in strips, and each of its lines stands
// where it would stand if all were set.
func TestStripsAreAsIfSetAtOnce(t *testing.T) {
	f := format(t)
	c := settled(t, crowd(), f)
	a := c.Article()
	var texts []*typeset.Text
	for _, p := range a.Paragraphs() {
		texts = append(texts, typeset.NewText(a.Slice(p.Span), p.Start, f.Style))
	}
	want := typeset.NewLayout(texts, f.Width, f.Gap)
	if c.Height() != c.Top+want.Height+flow.Foot {
		t.Errorf("the sheet is %v px high, want %v", c.Height(), c.Top+want.Height+flow.Foot)
	}
	seen := 0
	for i := 0; i < len(want.Lines); i += 100 {
		y := c.Top + want.Lines[i].Top
		c.Cover(flow.View{Y: y, Height: 900})
		k := c.LineAt(y)
		for j := k; j < min(k+20, c.Len()); j++ {
			got, want := c.Line(j), want.Lines[i+j-k]
			if got.Start != want.Start || got.End != want.End || got.Y != c.Top+want.Top || got.Block != want.Block || got.Width != want.Width {
				t.Fatalf("at %v stands %v in %d, want %v in %d at %v", got.Y, got.Span(), got.Block, want, want.Block, c.Top+want.Top)
			}
			seen++
		}
		if at := c.TopOf(want.Lines[i].Start); at != y {
			t.Fatalf("byte %d stands at %v, want %v", want.Lines[i].Start, at, y)
		}
	}
	if c.Len() > 1500 || seen < len(want.Lines)/6 {
		t.Errorf("%d lines are set and %d were seen, of %d", c.Len(), seen, len(want.Lines))
	}
}

// Whatever the reader goes to is set: a span, a paragraph, the next line.
func TestStripsReach(t *testing.T) {
	c := settled(t, crowd(), format(t))
	v := flow.View{Height: 600}
	for _, share := range []int{0, 1, 4, 7, 9, 10} {
		at := share * (len(c.Article().Text) - 1) / 10
		y, _ := c.Target(annotations.Span{Start: at, End: at + 1}, v)
		if l := c.Line(c.LineOf(at)); l.Start > at || l.End+2 < at || l.Y < y || l.Y > y+v.Height {
			t.Errorf("byte %d is shown by %v at %v in a view at %v", at, l.Span(), l.Y, y)
		}
	}
	i := c.Article().Len() / 2
	y := c.ParagraphY(i, v)
	if got := c.Paragraph(flow.View{Y: y + 1, Height: v.Height}); got != i {
		t.Errorf("paragraph %d is read where %d is shown", got, i)
	}
	from := c.Article().Paragraph(i).Start
	for range 2000 { // over several strips
		next := c.Step(from, flow.ByLine, 1)
		if next <= from {
			t.Fatalf("a step down from byte %d leads to %d", from, next)
		}
		from = next
	}
}

func TestStripsEndWithTheirContext(t *testing.T) {
	whole := column(t, crowd(), format(t)).Whole()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := whole(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
}

// What a set article keeps beside its text is a few bytes for each byte of it,
// whatever its shape.
func TestWhatIsSetIsSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run: the race detector keeps memory of its own")
	}
	f := format(t)
	for _, part := range []string{"a\n", "a.\n\n", "a ", "words and words, ", "船", "- - - "} {
		text := strings.Repeat(part, (2<<20)/len(part))
		settled(t, text, f) // what the face keeps is kept once
		before := heap()
		c := settled(t, text, f)
		if kept := heap() - before; kept > 11*len(text)+(1<<20) {
			t.Errorf("%q: %d bytes are kept of %d", part, kept, len(text))
		}
		runtime.KeepAlive(c)
	}
}

func heap() int {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
