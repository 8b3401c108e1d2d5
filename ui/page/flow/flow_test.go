package flow_test

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/assets"
	"sidelight/ui/page/flow"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

func format(t testing.TB) flow.Format {
	t.Helper()
	face, err := typeset.NewFace("Serif", assets.SerifRegular)
	if err != nil {
		t.Fatal(err)
	}
	return flow.Format{Style: typeset.Style{Face: face, Size: 19, Leading: 30}, Width: 200, Gap: 18}
}

func column(t testing.TB, text string, f flow.Format) *flow.Column {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	c := flow.New()
	c.Open(a)
	c.Left, c.Top = 64, 100
	c.Set(f, 0)
	return c
}

// words are the lines of a column.
func words(c *flow.Column) []string {
	var out []string
	for i := range c.Len() {
		out = append(out, c.Line(i).Text())
	}
	return out
}

// The two paragraphs below are set in four lines of 30 px, with 18 px between
// the second and the third: their tops are at 100, 130, 178 and 208.
const text = "The talks went on for days.\n\nNobody said what came of them.\n"

func TestTheLinesOfTheExample(t *testing.T) {
	c := column(t, text, format(t))
	want := []string{"The talks went on for", "days.", "Nobody said what", "came of them."}
	if got := words(c); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Fatalf("lines are %q, want %q", got, want)
	}
	for i, y := range []float32{100, 130, 178, 208} {
		l := c.Line(i)
		if l.Y != y || l.Left != 64 || l.Opens != (i%2 == 0) || l.Block != i/2 {
			t.Errorf("line %d: %+v, want its top at %v", i, l, y)
		}
		if above := []float32{0, 130, 160, 208}[i]; l.Above != above {
			t.Errorf("the line above line %d ends at %v, want %v", i, l.Above, above)
		}
	}
	if h := c.Height(); h != 238+flow.Foot {
		t.Errorf("the sheet is %v px high", h)
	}
}

func TestPlaceOfAView(t *testing.T) {
	c := column(t, text, format(t))
	for _, x := range []struct {
		y    float32
		want flow.Place
	}{
		{0, flow.Place{Offset: -1}},
		{99, flow.Place{Offset: -1, Past: 99}},
		{100, flow.Place{Offset: 0}},
		{129, flow.Place{Offset: 0, Past: 29}},
		{130, flow.Place{Offset: 22}},
		{170, flow.Place{Offset: 22, Past: 40}}, // between two paragraphs
		{178, flow.Place{Offset: 29}},
		{230, flow.Place{Offset: 46, Past: 22}},
	} {
		got := c.Place(x.y)
		if got != x.want {
			t.Errorf("at %v the place is %+v, want %+v", x.y, got, x.want)
		}
		if y := c.Y(got); y != x.y {
			t.Errorf("the place at %v leads to %v", x.y, y)
		}
	}
	if y := c.Y(flow.Place{Offset: 0, Past: 40}); y != 130 {
		t.Errorf("a place from a format with longer lines leads to %v", y)
	}
}

func TestTargetOfAReveal(t *testing.T) {
	c := column(t, strings.Repeat(text, 9), format(t))
	third := c.Line(9) // its top is a good way down
	for _, x := range []struct {
		name  string
		view  flow.View
		want  float32
		moves bool
	}{
		{"in view", flow.View{Y: third.Y - 60, Height: 150}, third.Y - 60, false},
		{"too near to the head", flow.View{Y: third.Y - 60, Height: 150, Head: 53}, third.Y - 61, true},
		{"just clear of the head", flow.View{Y: third.Y - 60, Height: 150, Head: 52}, third.Y - 60, false},
		{"too near to the foot", flow.View{Y: third.Y - 60, Height: 113}, third.Y - 113/3.0, true},
		{"far below", flow.View{Y: 0, Height: 300}, third.Y - 100, true},
		{"never above the sheet", flow.View{Y: 0, Height: 3000, Head: 3000}, 0, true},
	} {
		y, moves := c.Target(annotations.Span{Start: third.Start, End: third.Start + 1}, x.view)
		if y != x.want || moves != x.moves {
			t.Errorf("%s: to %v, %v; want %v, %v", x.name, y, moves, x.want, x.moves)
		}
	}
}

func TestFollowMovesNoFartherThanItMust(t *testing.T) {
	c := column(t, strings.Repeat(text, 9), format(t))
	l := c.Line(9)
	for _, x := range []struct{ y, want float32 }{
		{l.Y - 100, l.Y - 100},
		{l.Y, l.Y - 36 - 8},
		{0, l.Y + 30 + 24 - 300},
	} {
		if got := c.Follow(l.Start, flow.View{Y: x.y, Height: 300, Head: 36}); got != x.want {
			t.Errorf("from %v to %v, want %v", x.y, got, x.want)
		}
	}
}

func TestParagraphOfAView(t *testing.T) {
	c := column(t, strings.Repeat(text, 9), format(t))
	v := flow.View{Height: 300}
	end := c.Limit(1<<20, v.Height)
	for _, x := range []struct {
		y    float32
		want int
	}{{0, 0}, {78, 1}, {77, 0}, {end - 1, 16}, {end, 17}} {
		if v.Y = x.y; c.Paragraph(v) != x.want {
			t.Errorf("at %v paragraph %d is read, want %d", x.y, c.Paragraph(v), x.want)
		}
	}
	for i := 1; i < 15; i++ {
		if v.Y = c.ParagraphY(i, v); c.Paragraph(v) != i {
			t.Errorf("where paragraph %d is shown, %d is read", i, c.Paragraph(v))
		}
	}
	if y := c.ParagraphY(-1, v); y != 0 {
		t.Errorf("before the first paragraph is %v", y)
	}
	if last := c.Article().Paragraph(17).Start; c.ParagraphY(99, v) != c.Line(c.LineOf(last)).Y+30-100 {
		t.Error("after the last paragraph is not the last")
	}
}

func TestSteps(t *testing.T) {
	c := column(t, text, format(t))
	for _, x := range []struct {
		name     string
		from     int
		unit     flow.Unit
		delta    int
		want     int
		wantWord string
	}{
		{"character", 0, flow.Character, 1, 1, "he"},
		{"character back over the gap", 29, flow.Character, -1, 28, ""},
		{"word", 0, flow.Word, 1, 3, ""},
		{"word back", 9, flow.Word, -1, 4, "talks"},
		{"line", 0, flow.ByLine, 1, 22, "days"},
		{"line back", 22, flow.ByLine, -1, 0, "The"},
		{"above the first line", 9, flow.ByLine, -1, 0, "The"},
		{"below the last line", 46, flow.ByLine, 1, 59, ""},
		{"end of a line, without its blank", 3, flow.LineEnd, 1, 21, ""},
		{"beginning of a line", 25, flow.LineEnd, -1, 22, "days"},
	} {
		got := c.Step(x.from, x.unit, x.delta)
		if got != x.want || !strings.HasPrefix(text[got:], x.wantWord) {
			t.Errorf("%s: from %d to %d (%q), want %d", x.name, x.from, got, text[got:], x.want)
		}
	}
}

// In a paragraph that is read from the right the arrows go where they point.
func TestStepsFromTheRight(t *testing.T) {
	const text = "שלום (12) abc, עולם"
	c := column(t, text, format(t))
	for _, x := range []struct {
		from  int
		unit  flow.Unit
		delta int
		want  int
	}{
		{0, flow.Character, -1, 2},
		{2, flow.Character, 1, 0},
		{0, flow.Word, -1, 8},
		{8, flow.Word, 1, 0},
		{3, flow.LineEnd, -1, 0},
	} {
		if got := c.Step(x.from, x.unit, x.delta); got != x.want {
			t.Errorf("from %d by %d to %d, want %d", x.from, x.delta, got, x.want)
		}
	}
	l := c.Line(0)
	if at := c.CaretAt(l.Left+c.Format().Width+5, l.Y+1); at != 0 {
		t.Errorf("right of the line the caret stands at %d", at)
	}
	if boxes := l.Boxes(annotations.Span{Start: 0, End: 8}); len(boxes) != 1 || boxes[0].X+boxes[0].W < l.Left+c.Format().Width-1 {
		t.Errorf("the first word stands at %v", boxes)
	}
}

// A span of words of two directions has a rectangle for each stretch that is seen as
// one, and a click in either gives a byte of the span.
func TestSpanOfTwoDirections(t *testing.T) {
	const text = "a שלום (12) עולם b"
	f := format(t)
	f.Width = 500
	c := column(t, text, f)
	s := annotations.Span{Start: 0, End: 6} // "a " and half of the first word
	boxes := c.Line(0).Boxes(s)
	if len(boxes) != 2 || boxes[0].X+boxes[0].W >= boxes[1].X {
		t.Fatalf("the span stands at %v", boxes)
	}
	for _, b := range boxes {
		if at, inside := c.Hit(b.X+b.W/2, b.Y+1); !inside || at < s.Start || at >= s.End {
			t.Errorf("in the middle of %v is byte %d, %v", b, at, inside)
		}
	}
}

func TestPointsAndBytes(t *testing.T) {
	c := column(t, text, format(t))
	talks := annotations.Span{Start: 4, End: 9}
	r := c.Rects(talks)
	if len(r) != 1 || r[0].Y != 100 || r[0].H != 30 || r[0].X <= 64 {
		t.Fatalf("“talks” stands at %v", r)
	}
	x, y := r[0].X+r[0].W/2, r[0].Y+10
	if at, inside := c.Hit(x, y); !inside || at < 4 || at > 8 {
		t.Errorf("in the middle of it is byte %d, %v", at, inside)
	}
	if got := c.WordAt(x, y); got != talks {
		t.Errorf("the word there is %v", got)
	}
	if got := c.ParagraphAt(x, y); got != (annotations.Span{Start: 0, End: 27}) {
		t.Errorf("the paragraph there is %v", got)
	}
	for from, to := range map[float32]int{r[0].X + 1: 4, r[0].X + r[0].W - 1: 9, 1: 0, 900: 21} {
		if at := c.CaretAt(from, y); at != to {
			t.Errorf("at %v the caret is at byte %d, want %d", from, at, to)
		}
	}
	if got := c.FirstFrom(101); got != 22 {
		t.Errorf("below 101 the first line begins at %d", got)
	}
	if got := c.FirstFrom(9999); got != 46 {
		t.Errorf("below all lines the last begins at %d", got)
	}
}

// A long article whose window has settled is as if it had been set at once.
func TestTheWholeIsAsIfSetAtOnce(t *testing.T) {
	f := format(t)
	c := column(t, uitest.LongText(t, 200<<10), f)
	if !c.Partial() || c.Len() > 1500 {
		t.Fatalf("at first %d lines are set, partial: %v", c.Len(), c.Partial())
	}
	old := c.Version()
	whole := c.Whole()
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := whole(done); err == nil {
		t.Error("a setting that nobody waits for goes on")
	}
	w, err := whole(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	wide := f
	wide.Width = 300
	c.Set(wide, 0)
	c.Settle(w)
	if !c.Partial() {
		t.Fatal("the whole of another format settles")
	}
	c.Set(f, 0)
	c.Settle(w)
	if c.Partial() || c.Version() == old {
		t.Fatal("the whole does not settle")
	}
	if _, covers := c.Target(annotations.Span{Start: 199 << 10, End: 199<<10 + 1}, flow.View{Height: 500}); !covers || c.Partial() {
		t.Error("the end is not set")
	}
	next := c.Article().Paragraph(0).Start
	for i := range c.Len() {
		l := c.Line(i)
		if l.Opens {
			next = c.Article().Paragraph(l.Block).Start
		}
		if l.Start != next || l.Width > f.Width {
			t.Fatalf("line %d begins at %d, want %d, and is %v px wide", i, l.Start, next, l.Width)
		}
		next = l.End
	}
	if last := c.Article().Paragraph(c.Article().Len() - 1).End; next != last {
		t.Errorf("the lines end at %d of %d", next, last)
	}
}

// A place in a window is set, and is in the same line when the whole is.
func TestAWindowHoldsThePlace(t *testing.T) {
	f := format(t)
	c := column(t, uitest.LongText(t, 300<<10), f)
	for _, offset := range []int{0, 90 << 10, 200 << 10, 300<<10 - 1} {
		c.Set(f, offset)
		l := c.Line(c.LineOf(offset))
		if offset < l.Start || offset > l.End+2 {
			t.Errorf("byte %d is looked for on the line from %d to %d", offset, l.Start, l.End)
		}
		if d := l.Y - c.TopOf(offset); d > 1 || d < -1 {
			t.Errorf("the line of byte %d stands %v px from where it is likely to", offset, d)
		}
	}
	for y := float32(0); y < c.Limit(1<<20, 600); y += 777 {
		v := flow.View{Y: y, Height: 600}
		c.Cover(v)
		if first, last := c.Visible(v); first == last {
			t.Errorf("no line is set at %v", y)
		}
	}
}
