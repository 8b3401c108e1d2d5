package list_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/list"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// names is a model whose rows are texts; those that begin with "#" are headings,
// 30 px high, the others 20 px.
type names struct {
	rows []string
	list *list.List[string]
	made int
}

func (m *names) Len() int         { return len(m.rows) }
func (m *names) Key(i int) string { return m.rows[i] }
func (m *names) Stops(i int) bool { return m.rows[i][0] != '#' }

func (m *names) Height(i int, _ float32) float32 {
	if m.Stops(i) {
		return 20
	}
	return 30
}

func (m *names) Show(i int, spare fyne.CanvasObject) fyne.CanvasObject {
	x, ok := spare.(*name)
	if !ok {
		m.made++
		x = &name{text: canvas.NewText("", nil)}
		x.Init(x, "", nil)
	}
	x.text.Text = m.rows[i]
	if m.list.Current() == i {
		x.text.Text += "*"
	}
	return x
}

// name is a row that shows a name.
type name struct {
	control.Tap
	text *canvas.Text
}

func (n *name) MinSize() fyne.Size { return fyne.Size{} }

func (n *name) CreateRenderer() fyne.WidgetRenderer {
	return n.Render(func() {}, n.text.Resize, n.Ground, n.text)
}

// numbered are n rows, a heading above each ten.
func numbered(n int) []string {
	var rows []string
	for i := range n {
		if i%10 == 0 {
			rows = append(rows, fmt.Sprint("#", i))
		}
		rows = append(rows, fmt.Sprint(i))
	}
	return rows
}

// show puts a list of the rows into a window, 200 px wide and 100 px high.
func show(t *testing.T, rows []string) (*names, *list.List[string], fyne.Window) {
	t.Helper()
	uitest.App(t, look.Light)
	m := &names{rows: rows}
	l := list.New(m)
	m.list = l
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	w.Canvas().Capture()
	return m, l, w
}

// inTree are the rows in the tree as they are shown, each with its top in the
// list's view.
func inTree(l fyne.CanvasObject) []string {
	var out []string
	for _, o := range objects(l) {
		if n, ok := o.(*name); ok {
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(n).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y
			out = append(out, fmt.Sprintf("%s@%g", n.text.Text, y))
		}
	}
	return out
}

func objects(o fyne.CanvasObject) []fyne.CanvasObject {
	out := []fyne.CanvasObject{o}
	if w, ok := o.(fyne.Widget); ok {
		for _, o := range test.WidgetRenderer(w).Objects() {
			out = append(out, objects(o)...)
		}
	}
	return out
}

func want(t *testing.T, l fyne.CanvasObject, rows ...string) {
	t.Helper()
	if got := inTree(l); !slices.Equal(got, rows) {
		t.Errorf("shows %q, want %q", got, rows)
	}
}

func TestOnlyRowsInViewAreInTheTree(t *testing.T) {
	m, l, w := show(t, numbered(10_000))
	want(t, l, "#0@0", "0@30", "1@50", "2@70", "3@90")
	for range 50 {
		test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, -35)
	}
	if l.Offset() != 50*35 || m.made > 8 {
		t.Errorf("scrolled to %v with %d objects made for %d rows", l.Offset(), m.made, len(m.rows))
	}
	l.ScrollTo(1e9)
	if got := inTree(l); got[len(got)-1] != "9999@80" {
		t.Errorf("at the end it shows %q", got)
	}
}

func TestStaysInPlaceWhenRowsChange(t *testing.T) {
	m, l, _ := show(t, numbered(40))
	l.ScrollTo(295) // "10" is 35 px above the top of the view
	before := []string{"11@-15", "12@5", "13@25", "14@45", "15@65", "16@85"}
	want(t, l, before...)
	m.rows = slices.Insert(m.rows, 3, "new", "newer")
	l.Changed()
	want(t, l, before...)
	m.rows = slices.DeleteFunc(m.rows, func(s string) bool { return s == "11" || s == "2" })
	l.Changed() // the first row in view is gone: the next one stays
	want(t, l, "10@-15", "12@5", "13@25", "14@45", "15@65", "16@85")
	m.rows = []string{"12"}
	l.Changed()
	want(t, l, "12@0")
	m.rows = nil
	l.Changed()
	want(t, l)
}

func TestAtTheTopStaysAtTheTop(t *testing.T) {
	m, l, _ := show(t, numbered(40))
	m.rows = slices.Insert(m.rows, 0, "first")
	l.Changed()
	want(t, l, "first@0", "#0@20", "0@50", "1@70", "2@90")
}

func TestKeyboardFollowsItsRow(t *testing.T) {
	m, l, _ := show(t, numbered(40))
	l.Step(1)
	l.Step(1)
	want(t, l, "#0@0", "0@30", "1*@50", "2@70", "3@90")
	m.rows = slices.Insert(m.rows, 0, "#new", "new")
	l.Changed()
	if i := l.Current(); m.rows[i] != "1" {
		t.Errorf("the keyboard is at %q", m.rows[i])
	}
	m.rows = slices.DeleteFunc(m.rows, func(s string) bool { return s == "1" })
	l.Changed()
	if i := l.Current(); m.rows[i] != "2" {
		t.Errorf("its row is gone: the keyboard is at %q, want the row in its place", m.rows[i])
	}
	m.rows = []string{"#only"}
	if l.Changed(); l.Current() != -1 {
		t.Errorf("the keyboard is at row %d where it stops at none", l.Current())
	}
}

func TestStepStopsAtTheEnds(t *testing.T) {
	m, l, _ := show(t, numbered(40))
	if l.Step(-1); l.Current() != -1 {
		t.Errorf("up from nowhere leads to row %d", l.Current())
	}
	l.Step(1000)
	if m.rows[l.Current()] != "39" {
		t.Errorf("down stops at %q", m.rows[l.Current()])
	}
	l.Step(-9) // to the first of its group
	if got := inTree(l); got[0] != "#30@0" || got[1] != "30*@30" {
		t.Errorf("shows %q, want the heading above the first of its group too", got)
	}
	if l.Step(-1000); l.Current() != 1 || l.Offset() != 0 {
		t.Errorf("up stops at row %d, scrolled to %v", l.Current(), l.Offset())
	}
	l.SetCurrent(999)
	if l.Current() != -1 {
		t.Errorf("the keyboard is at row %d, which there is not", l.Current())
	}
}

func TestReveal(t *testing.T) {
	_, l, _ := show(t, numbered(40))
	l.Margin, l.After = 5, 7
	l.Changed()
	for _, c := range []struct {
		first, last int
		offset      float32
	}{
		{1, 1, 0},                        // in view already
		{9, 9, 30 + 9*20 + 5 - 100},      // at the bottom, with the margin
		{8, 8, 30 + 9*20 + 5 - 100},      // in view
		{2, 2, 50 - 5},                   // at the top
		{10, 20, 30 + 9*20 - 5},          // too much for the view: the first of them
		{43, 43, 4*30 + 40*20 + 7 - 100}, // the last row, with the end of the list
		{0, 0, 0},
		{-1, -1, 0}, {90, 90, 0}, // there are none
	} {
		if l.Reveal(c.first, c.last); l.Offset() != c.offset {
			t.Errorf("rows %d to %d: scrolled to %v, want %v", c.first, c.last, l.Offset(), c.offset)
		}
	}
	if l.Bring(12, 25); l.Offset() != 2*30+10*20-25 {
		t.Errorf("row 12 is brought to %v", l.Offset())
	}
}

// What is revealed before the list has a size is in view when it has one.
func TestRevealsLater(t *testing.T) {
	uitest.App(t, look.Light)
	m := &names{rows: numbered(40)}
	l := list.New(m)
	m.list = l
	l.Reveal(30, 30)
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	w.SetContent(l)
	if got := inTree(l); len(got) == 0 || got[len(got)-1] != "27@80" {
		t.Errorf("shows %q", got)
	}
}

func TestWheelScrollsByWholePixels(t *testing.T) {
	_, l, w := show(t, numbered(40))
	scrolled := 0
	l.OnScrolled = func() { scrolled++ }
	for range 10 {
		test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, -0.35)
		if y := l.Offset(); y != float32(int(y)) {
			t.Fatalf("scrolled to %v", y)
		}
	}
	if y := l.Offset(); y < 3 || y > 4 {
		t.Errorf("scrolled to %v by ten times 0.35", y)
	}
	if scrolled == 0 {
		t.Error("nobody hears of it")
	}
}

func TestPointerLeavesWhatScrollsAway(t *testing.T) {
	_, l, w := show(t, numbered(40))
	test.MoveMouse(w.Canvas(), fyne.NewPos(50, 35))
	test.Scroll(w.Canvas(), fyne.NewPos(50, 35), 0, -500)
	for _, o := range objects(l) {
		if n, ok := o.(*name); ok && n.Hovered() {
			t.Errorf("%q is lit, which the pointer has never been over", n.text.Text)
		}
	}
}

// paragraphs is a model whose rows wrap, take the focus, and are kept.
type paragraphs []*control.Row

func (p paragraphs) Len() int                                          { return len(p) }
func (p paragraphs) Key(i int) *control.Row                            { return p[i] }
func (p paragraphs) Stops(int) bool                                    { return true }
func (p paragraphs) Height(i int, width float32) float32               { return p[i].HeightFor(width) }
func (p paragraphs) Show(i int, _ fyne.CanvasObject) fyne.CanvasObject { return p[i] }

func wrapping(t *testing.T) (paragraphs, *list.List[*control.Row], fyne.Window) {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	var p paragraphs
	for i := range 60 {
		p = append(p, control.NewRow(fmt.Sprint(i), prose.NewText(roles.UI, look.ColorText,
			fmt.Sprint(i, ": words that take another number of lines at another width")), 4, func() {}))
	}
	l := list.New(p)
	w := test.NewTempWindow(t, container.NewStack(l))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 200))
	w.Canvas().Capture()
	return p, l, w
}

func TestTabReachesEveryRow(t *testing.T) {
	p, l, w := wrapping(t)
	l.Tabs = true
	for i, r := range p {
		r.OnFocus = func() { l.Reveal(i, i) }
	}
	l.Changed()
	for i := range p {
		if w.Canvas().FocusNext(); w.Canvas().Focused() != fyne.Focusable(p[i]) {
			t.Fatalf("Tab leads to %v, want row %d", w.Canvas().Focused(), i)
		}
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() != fyne.Focusable(p[0]) {
		t.Error("Tab does not lead from the last row to the first")
	}
	w.Canvas().FocusPrevious()
	for i := range slices.Backward(p) {
		if w.Canvas().Focused() != fyne.Focusable(p[i]) {
			t.Fatalf("Shift Tab leads to %v, want row %d", w.Canvas().Focused(), i)
		}
		w.Canvas().FocusPrevious()
	}
}

// The row with the focus stays in the tree while the wheel takes it out of view,
// so that Tab goes on from there.
func TestFocusStaysInTheTree(t *testing.T) {
	p, l, w := wrapping(t)
	l.Tabs = true
	l.Changed()
	w.Canvas().Focus(p[2])
	for range 30 {
		test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, -50)
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() == fyne.Focusable(p[0]) {
		t.Error("Tab starts over")
	}
}

func TestAnotherWidthKeepsThePlace(t *testing.T) {
	p, l, w := wrapping(t)
	l.Bring(30, 0)
	for _, width := range []float32{180, 700, 240, 400} {
		w.Resize(fyne.NewSize(width, 200))
		d := fyne.CurrentApp().Driver()
		if y := d.AbsolutePositionForObject(p[30]).Y; y != 0 {
			t.Errorf("%v px wide: the first row in view has moved to %v", width, y)
		}
	}
	if got, want := l.HeightFor(400), p[0].HeightFor(400)*60; got != want {
		t.Errorf("all rows are %v px high, want %v", got, want)
	}
}

func TestSmallSizes(t *testing.T) {
	_, l, _ := wrapping(t)
	for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 9, Height: 40}, {Width: 300, Height: 0}} {
		l.Resize(size)
		l.Refresh()
		uitest.NoNegativeSizes(t, l)
	}
}
