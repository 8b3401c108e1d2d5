package flow_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/assets"
	"sidelight/ui/page/flow"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

// structured is the format of the tests with the faces of an article's structure.
func structured(t testing.TB) flow.Format {
	t.Helper()
	f := format(t)
	f.Width = 580
	for _, x := range []struct {
		to  **typeset.Face
		ttf []byte
	}{
		{&f.Faces.Italic, assets.SerifItalic}, {&f.Faces.Strong, assets.SerifSemiBold},
		{&f.Faces.StrongItalic, assets.SerifSemiBoldItalic}, {&f.Faces.Mono, assets.MonoRegular},
		{&f.Faces.Sans, assets.SansRegular}, {&f.Faces.SansMedium, assets.SansMedium},
	} {
		face, err := typeset.NewFace("face", x.ttf)
		if err != nil {
			t.Fatal(err)
		}
		*x.to = face
	}
	return f
}

func columnOf(a *annotations.Article, f flow.Format) *flow.Column {
	c := flow.New()
	c.Open(a)
	c.Left, c.Top = 64, 100
	c.Set(f, 0)
	return c
}

// The distances between blocks are those of the design.
func TestRoomBetweenBlocks(t *testing.T) {
	a := uitest.Compose(t, annotations.Meta{},
		"p One.", "h2 Two", "p Three.", "li Four.", "lili Five.", "p Six.", "h3 Seven", "p Eight.", "h4 Nine", "p Ten.",
		"code x\ny", "p Eleven.", "quote Twelve.", "by Thirteen", "p Fourteen.", "note 1 Fifteen.", "note 2 Sixteen.")
	c := columnOf(a, structured(t))
	want := []struct {
		above, leading, inset float32
	}{
		{100, 30, 0}, {34, 32, 0}, {10, 30, 0}, {8, 30, 28}, {6, 30, 50}, {18, 30, 0}, {26, 28, 0}, {8, 30, 0}, {18, 30, 0}, {4, 30, 0},
		{10 + 12, 24, 16}, {0, 24, 16}, {12 + 18, 30, 0}, {18, 30, 24}, {3, 20, 24}, {18, 30, 0}, {30, 21, 22}, {6, 21, 22},
	}
	if c.Len() != len(want) {
		t.Fatalf("there are %d lines: %q", c.Len(), words(c))
	}
	for i, x := range want {
		l := c.Line(i)
		if got := l.Y - l.Above; got != x.above || l.Leading() != x.leading || l.Left-l.Margin != x.inset {
			t.Errorf("%q: %v above, %v high, %v in; want %v", l.Text(), got, l.Leading(), l.Left-l.Margin, x)
		}
	}
}

// Behind a link that leads out of the article there is room for a sign, and nothing
// stands in it; the line breaks before a link whose sign has no room.
func TestRoomBehindALink(t *testing.T) {
	f := structured(t)
	a := uitest.Compose(t, annotations.Meta{}, "p See [the letter](https://a.example), and [it all there](#2) and [so](https://b.example)", "note 2 It.")
	with := columnOf(a, f).Line(0)
	b := uitest.Compose(t, annotations.Meta{}, "p See the letter, and it all there and so")
	without := columnOf(b, f).Line(0)
	if d := with.Width - without.Width - 2*f.LinkRoom(); d > 4 || d < -4 {
		t.Errorf("the line is %v wide, without links %v", with.Width, without.Width)
	}
	comma := strings.Index(a.Text, ",")
	if d := with.X(comma) - without.X(comma) - f.LinkRoom(); d > 2 || d < -2 { // but for kerning
		t.Errorf("the comma stands at %v, without links at %v", with.X(comma), without.X(comma))
	}
	if p := with.Pieces(comma, comma+1); len(p) != 1 || p[0].X != with.X(comma) {
		t.Errorf("the comma is drawn as %v, and stands at %v", p, with.X(comma))
	}
	f.Width = without.Width + 1.5*f.LinkRoom()
	if c := columnOf(a, f); c.Line(1).Text() != "so" || c.Line(0).Width > f.Width {
		t.Errorf("the lines are %q", words(c))
	}
}

// What is read from the right stands at the right: words of an item leave the room for
// their marker there.
func TestBlocksFromTheRight(t *testing.T) {
	a := uitest.Compose(t, annotations.Meta{}, "p שלום", "li פריט", "lili פריט", "quote ציטוט", "note 1 הערה", "li Item")
	c := columnOf(a, structured(t))
	for i, room := range []float32{0, 28, 50, 24, 22} {
		l := c.Line(i)
		boxes := l.Boxes(l.Span())
		if len(boxes) != 1 || !l.RightToLeft() {
			t.Fatalf("%q stands at %v", l.Text(), boxes)
		}
		if got := l.Margin + 580 - boxes[0].X - boxes[0].W; got > room+0.01 || got < room-0.01 {
			t.Errorf("right of %q are %v px, want %v", l.Text(), got, room)
		}
	}
	if l := c.Line(5); l.Left-l.Margin != 28 {
		t.Errorf("the item from the left stands at %v", l.Left)
	}
}

// In code quotation marks mean something; elsewhere they are drawn curly.
func TestQuotationMarksOfCodeStayStraight(t *testing.T) {
	a := uitest.Compose(t, annotations.Meta{}, "p Say \"so\" with `say \"so\"` now.", "code say \"so\"")
	got := strings.Join(words(columnOf(a, structured(t))), "|")
	if want := "Say “so” with say \"so\" now.|say \"so\""; got != want {
		t.Errorf("the lines are %q, want %q", got, want)
	}
}

// A table stands as a grid where its columns fit, else each row on a card.
func TestTables(t *testing.T) {
	a := uitest.Compose(t, annotations.Meta{},
		"row Pour | Night | Strength, MPa", "row 11 | 4 March | 35.8", "row 12 | 5 March | 4.9", "p End.")
	f := structured(t)
	c := columnOf(a, f)
	grid := words(c)
	if len(grid) != 10 || c.Line(3).Y != c.Line(5).Y || c.Line(3).Y == c.Line(6).Y {
		t.Fatalf("the cells are %q", grid)
	}
	right := func(i int) float32 { return c.Line(i).Left + c.Line(i).Width }
	if d := right(5) - right(8); d > 1 || d < -1 || c.Line(4).Left != c.Line(7).Left {
		t.Errorf("figures end at %v and %v, words begin at %v and %v", right(5), right(8), c.Line(4).Left, c.Line(7).Left)
	}
	if l := c.Line(3); l.Row == nil || !l.Row.Leads || l.Row.Card || l.Row.Head || c.Line(4).Row.Leads || c.Line(9).Row != nil {
		t.Errorf("the row of %q is %+v", l.Text(), l.Row)
	}
	at := strings.Index(a.Text, "4 March")
	for _, x := range []struct {
		delta int
		want  string
	}{{1, "5 March"}, {1, "End."}, {-1, "12"}, {-1, "11"}, {-1, "Pour"}} {
		at = c.Step(at, flow.ByLine, x.delta)
		if got := a.Slice(a.Paragraph(a.ParagraphAt(at)).Span); got != x.want {
			t.Fatalf("a step by %d leads to %q, want %q", x.delta, got, x.want)
		}
	}
	f.Width = 170
	c.Set(f, 0)
	if got := strings.Join(words(c), "|"); got != "11|4 March|35.8|12|5 March|4.9|End." {
		t.Fatalf("the cards are %q", got)
	}
	label, ok := c.Label(c.Line(2))
	if !ok || label.Words != "Strength, MPa" || label.X != c.Left+14 || label.Y > c.Line(2).Baseline || label.Leads {
		t.Errorf("the label of %q is %+v", c.Line(2).Text(), label)
	}
	label, ok = c.Label(c.Line(0)) // "Pour 11"
	if !ok || label.Words != "Pour" || label.X != c.Left+14 || label.Y != c.Line(0).Baseline || !label.Leads || c.Line(0).Left < label.X+30 {
		t.Errorf("the label of %q at %v is %+v", c.Line(0).Text(), c.Line(0).Left, label)
	}
	if first, last := c.Visible(flow.View{Y: c.Line(0).Row.Top, Height: 1}); first != 0 || last != 3 {
		t.Errorf("of the first card the lines %d to %d show", first, last)
	}
}

// A picture is as high as the width of the column lets it be, also after that has
// changed.
func TestAPictureFollowsTheWidth(t *testing.T) {
	a := uitest.Compose(t, annotations.Meta{}, "p Before.", "picture A harbour", "p After.")
	p := a.Block(1).Picture
	p.Width, p.Height, p.Load = 1000, 500, func() ([]byte, error) { return nil, nil }
	f := structured(t)
	c := columnOf(a, f)
	for _, width := range []float32{580, 300, 1200} {
		f.Width = width
		c.Set(f, 0)
		if want := min(width, 1000) / 2; c.Line(1).Leading() != want || c.Line(2).Y != c.Line(1).Y+want+22 {
			t.Errorf("in %v px the picture is %v high, and the text behind it at %v", width, c.Line(1).Leading(), c.Line(2).Y-c.Line(1).Y)
		}
	}
}

// document makes a document at random, of n lines.
func document(t testing.TB, seed uint64, n int) *annotations.Article {
	r := rand.New(rand.NewPCG(seed, 7))
	kinds := []string{"h2", "h3", "p", "p", "p", "li", "lili", "7.", "quote", "by", "caption", "rule", "picture"}
	text := func() string {
		out := make([]string, 1+r.IntN(30))
		for i := range out {
			out[i] = []string{"talks", "*days*", "**and**", "`x`", "a[1](#1)", "weeks,", "雨", "nobody"}[r.IntN(8)]
		}
		return strings.Join(out, " ")
	}
	var lines []string
	for len(lines) < n {
		switch k := kinds[r.IntN(len(kinds))]; {
		case r.IntN(9) == 0:
			lines = append(lines, "code  "+text()+"\n\n\t"+text()+"\n  z")
		case r.IntN(9) == 0:
			cells := 1 + r.IntN(7)
			for range 2 + r.IntN(4) {
				row := "row " + fmt.Sprint(r.IntN(99))
				for range cells - 1 {
					row += " | " + string([]rune(text())[:r.IntN(3)])
				}
				lines = append(lines, row)
			}
		default:
			lines = append(lines, k+" "+text())
		}
	}
	return uitest.Compose(t, annotations.Meta{}, append(lines, "note 1 "+text())...)
}

// Each byte of a block lies on one line, and what is drawn is hit where it is drawn;
// the head of a table that is set as cards is drawn as labels.
func TestEveryBlockIsSet(t *testing.T) {
	f := structured(t)
	for seed := range uint64(60) {
		a := document(t, seed, 30)
		c := columnOf(a, f)
		f.Width = []float32{580, 300, 120, 1}[seed%4]
		c.Set(f, 0)
		i := 0
		for n, b := range a.Paragraphs() {
			next := b.Start
			for ; i < c.Len() && c.Line(i).Block == n; i++ {
				l := c.Line(i)
				if l.Start != next || l.End < l.Start {
					t.Fatalf("document %d: line %d of block %d is %v, want it to begin at %d", seed, i, n, l.Span(), next)
				}
				next = l.End
			}
			if head := a.Block(n).Kind == annotations.BlockCell && a.Block(n).Level == 1; next != b.End && !head {
				t.Fatalf("document %d: block %d ends at %d, its lines at %d", seed, n, b.End, next)
			}
		}
		if i != c.Len() {
			t.Fatalf("document %d: %d lines belong to no block", seed, c.Len()-i)
		}
		hitIsDrawn(t, c)
		for y := float32(0); y < c.Height(); y += 37 {
			placeLeadsBack(t, c, y)
		}
	}
}

// Of a long document with structure a window is set at first, and its lines are those
// of the whole; of a very long one strips are.
func TestWindowsOfStructure(t *testing.T) {
	f := structured(t)
	a := document(t, 3, 1500)
	c := columnOf(a, f)
	if !c.Partial() {
		t.Fatalf("%d bytes are set at once", len(a.Text))
	}
	window := map[int]string{}
	for _, at := range []int{0, len(a.Text) / 3, len(a.Text) - 1} {
		c.Set(f, at)
		for i := range c.Len() {
			window[c.Line(i).Start] = c.Line(i).Text()
		}
	}
	w, err := c.Whole()(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c.Settle(w)
	same := 0
	for i := range c.Len() {
		if l := c.Line(i); window[l.Start] == l.Text() {
			same++
		}
	}
	if same < len(window)*9/10 {
		t.Errorf("%d of %d lines of the windows are in the whole", same, len(window))
	}
	crowd := columnOf(document(t, 5, 40_000), f)
	whole, err := crowd.Whole()(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	crowd.Settle(whole)
	last := float32(0)
	for y := float32(0); y < crowd.Height()-700; y += 90_000 {
		v := flow.View{Y: y, Height: 700}
		crowd.Cover(v)
		first, end := crowd.Visible(v)
		if first == end || crowd.Line(first).Y < last || crowd.Line(first).Y > y+700 {
			t.Fatalf("at %v the lines %d to %d are set", y, first, end)
		}
		last = crowd.Line(first).Y
	}
}
