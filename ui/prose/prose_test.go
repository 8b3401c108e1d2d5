package prose_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const words = `The words "to be set" go over several lines when there is little room, and each line keeps within it.`

func themed(t *testing.T) look.Roles {
	t.Helper()
	th, err := look.New(look.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(th)
	return th.Roles()
}

func lines(w fyne.Widget) []*canvas.Text {
	var out []*canvas.Text
	for _, o := range test.WidgetRenderer(w).Objects() {
		if t, ok := o.(*canvas.Text); ok {
			out = append(out, t)
		}
	}
	return out
}

func TestText_WrapsToItsWidth(t *testing.T) {
	roles := themed(t)
	for _, width := range []float32{60, 120, 240, 800} {
		x := prose.NewText(roles.Body, look.ColorText, words)
		h := x.HeightFor(width)
		x.Resize(fyne.NewSize(width, h))
		got := lines(x)
		if float32(len(got))*roles.Body.Leading != h {
			t.Errorf("at %v: %d lines in a height of %v", width, len(got), h)
		}
		var all []string
		for i, l := range got {
			all = append(all, l.Text)
			if w := l.MinSize().Width; w > width+0.5 {
				t.Errorf("at %v: line %d is %v wide", width, i, w)
			}
			if y := l.Position().Y; y != float32(int(y)) {
				t.Errorf("at %v: line %d begins between pixels, at %v", width, i, y)
			}
		}
		if want := strings.NewReplacer(` "`, " “", `" `, "” ").Replace(words); strings.Join(all, " ") != want {
			t.Errorf("at %v: drawn is %q", width, all)
		}
	}
}

func TestText_CutKeepsWholeWordsInItsWidth(t *testing.T) {
	roles := themed(t)
	x := prose.NewText(roles.Body, look.ColorText, words)
	x.SetMaxLines(2)
	x.Resize(fyne.NewSize(150, x.HeightFor(150)))
	got := lines(x)
	last := got[len(got)-1]
	if last.Text != "…" || x.Size().Height != 2*roles.Body.Leading {
		t.Fatalf("the cut text ends with %q at a height of %v", last.Text, x.Size().Height)
	}
	if end := last.Position().X + last.MinSize().Width; end > 150.5 {
		t.Errorf("the ellipsis ends at %v", end)
	}
	if body := got[len(got)-2].Text; !strings.Contains(words, body+" ") {
		t.Errorf("the last line %q ends inside a word", body)
	}
}

func TestColumns_ShareWhatFixedCellsLeave(t *testing.T) {
	roles := themed(t)
	text := func() *prose.Text { return prose.NewText(roles.Body, look.ColorText, words) }
	label, body, side := text(), text(), text()
	c := prose.NewColumns(
		prose.Cell{Block: label, Width: 80},
		prose.Cell{Block: body, Gap: 8},
		prose.Cell{Block: side, Gap: 12, Down: 3},
	)
	h := c.HeightFor(300)
	c.Resize(fyne.NewSize(300, h))
	if label.Size().Width != 80 || body.Size().Width != 100 || side.Size().Width != 100 {
		t.Errorf("widths %v, %v and %v", label.Size().Width, body.Size().Width, side.Size().Width)
	}
	if body.Position().X != 88 || side.Position() != fyne.NewPos(200, 3) {
		t.Errorf("places %v and %v", body.Position(), side.Position())
	}
	if want := max(label.HeightFor(80), 3+side.HeightFor(100)); h != want {
		t.Errorf("the row is %v high, want %v", h, want)
	}
}

func TestStack_ArrangePlacesItemsAnew(t *testing.T) {
	roles := themed(t)
	a := prose.NewText(roles.Body, look.ColorText, "one line")
	b := prose.NewText(roles.Body, look.ColorText, "another")
	s := prose.NewStack(prose.Item{Block: a, Top: 4, Left: 10, Right: 20}, prose.Item{Block: b, Top: 6, Bottom: 5})
	s.Resize(fyne.NewSize(200, 300))
	leading := roles.Body.Leading
	if a.Size().Width != 170 || a.Position() != fyne.NewPos(10, 4) || b.Position().Y != 10+leading {
		t.Fatalf("items at %v and %v", a.Position(), b.Position())
	}
	if h := s.HeightFor(200); h != 15+2*leading {
		t.Errorf("the stack is %v high", h)
	}
	a.SetContent(words)
	s.Arrange()
	if want := 10 + a.HeightFor(170); b.Position().Y != want || want <= 10+leading {
		t.Errorf("the item below a longer text is at %v, want %v", b.Position().Y, want)
	}
}

func TestFlow_KeepsBlocksWholeWhereTheyFit(t *testing.T) {
	roles := themed(t)
	var blocks []prose.Inline
	for _, w := range []string{"First Agency;", "Second Agency, via a newspaper;", "Third;", "as of March"} {
		blocks = append(blocks, prose.NewText(roles.Meta, look.ColorText, w))
	}
	for _, width := range []float32{70, 120, 200, 280, 800} {
		f := prose.NewFlow(4, blocks...)
		h := f.HeightFor(width)
		f.Resize(fyne.NewSize(width, h))
		test.WidgetRenderer(f).Layout(f.Size())
		low, x, y := float32(0), float32(-4), float32(0)
		for i, b := range blocks {
			at, size := b.Position(), b.Size()
			if at.Y == y && at.X != x+4 || at.Y != y && at.X != 0 || at.X+size.Width > width {
				t.Errorf("at %v: block %d lies at %v, %v wide, after one that ends at %v, %v", width, i, at, size.Width, x, y)
			}
			if n := b.NaturalWidth(); size.Width != min(n, width) {
				t.Errorf("at %v: block %d is %v wide and needs %v", width, i, size.Width, n)
			}
			x, y, low = at.X+size.Width, at.Y, max(low, at.Y+size.Height)
		}
		if low != h {
			t.Errorf("at %v: the flow is %v high and its blocks end at %v", width, h, low)
		}
	}
}

// No width gives an object a negative size, which the painter cannot draw.
func TestBlocks_SmallSizes(t *testing.T) {
	roles := themed(t)
	text := func() *prose.Text {
		return prose.NewText(roles.Body, look.ColorText, words,
			prose.Stretch{Start: 4, End: 9, Box: look.ColorMarker}, prose.Stretch{Start: 11, End: 13, Cap: true},
			prose.Stretch{Start: 15, End: 18, Link: look.ColorRule, Underline: look.ColorRule})
	}
	cut := text()
	cut.SetMaxLines(1)
	all := prose.NewStack(
		prose.Item{Block: text(), Left: 24, Right: 24, Top: -6},
		prose.Item{Block: cut, Left: 8},
		prose.Item{Block: prose.NewRule(look.ColorRule, 1), Left: 30, Right: 30},
		prose.Item{Block: prose.NewColumns(prose.Cell{Block: text(), Width: 80}, prose.Cell{Block: text(), Gap: 9})},
		prose.Item{Block: prose.NewFlow(4, text(), text()), Right: 40},
		prose.Item{Block: prose.NewIcon("x", look.ColorText, 16, 20), Left: 5, Right: 5},
	)
	var check func(o fyne.CanvasObject, width float32)
	check = func(o fyne.CanvasObject, width float32) {
		if s := o.Size(); s.Width < 0 || s.Height < 0 {
			t.Errorf("at %v: %T of %v", width, o, s)
		}
		if w, ok := o.(fyne.Widget); ok {
			for _, o := range test.WidgetRenderer(w).Objects() {
				check(o, width)
			}
		}
	}
	for _, width := range []float32{0, 1, 5, 8, 39, 47, 48, 60, 81, 89, 300} {
		all.Resize(fyne.NewSize(width, all.HeightFor(width)))
		check(all, width)
	}
}

// A text that needs too many lines keeps both its ends, and as much as fits.
func TestCutMiddle(t *testing.T) {
	role := themed(t).UI
	const path = "Saved as /home/reader/a folder/another one/ending.html"
	for _, width := range []float32{60, 90, 150, 240, 1000} {
		got := prose.CutMiddle(role, path, 2, width)
		x := prose.NewText(role, look.ColorText, got)
		if h := x.HeightFor(width); h > 2*role.Leading {
			t.Errorf("at %v %q is %v high", width, got, h)
		}
		head, tail, cut := strings.Cut(got, "…")
		if cut != (width < 240) || !strings.HasPrefix(path, head) || !strings.HasSuffix(path, tail) {
			t.Errorf("at %v it is %q", width, got)
		}
		if cut && (head == "" || tail == "") {
			t.Errorf("at %v an end is missing: %q", width, got)
		}
	}
	if got := prose.CutMiddle(role, path, 1, 1); got != "…" {
		t.Errorf("without room it is %q", got)
	}
}
