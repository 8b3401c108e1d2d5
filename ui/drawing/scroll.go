package drawing

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations/figure"
	"sidelight/ui/view"
)

var _ view.Scroller = (*Board)(nil)

// Offset returns the point of the figure at the upper left corner of the view.
func (b *Board) Offset() figure.Point {
	return figure.Point{X: b.scroll.Offset.X, Y: b.scroll.Offset.Y}
}

// ScrollTo brings a point of the figure to the upper left corner of the view, or as near to
// it as the figure goes.
func (b *Board) ScrollTo(to figure.Point) {
	at := b.scroll.Offset
	b.to(fyne.NewPos(whole(to.X), whole(to.Y)))
	if b.scroll.Offset != at {
		b.scrolled()
	}
}

// Reveal scrolls as little as is needed to bring a rectangle of the figure into view, with
// some room around it. Of one that is too large the upper left corner is brought.
func (b *Board) Reveal(r figure.Rect) {
	size := b.scroll.Size()
	b.ScrollTo(figure.Point{
		X: bring(b.scroll.Offset.X, size.Width, r.X, r.W),
		Y: bring(b.scroll.Offset.Y, size.Height, r.Y, r.H),
	})
}

// bring returns how far to scroll from a place to bring a range of pixels into a view.
func bring(at, view, from, long float32) float32 {
	room := max(min((view-long)/2, margin), 0)
	switch {
	case from-room < at || long > view:
		return from - room
	case from+long+room > at+view:
		return from + long + room - view
	}
	return at
}

// ScrollBy scrolls down by pixels; up if they are less than 0.
func (b *Board) ScrollBy(pixels float32) { b.by(0, pixels) }

// ScrollToTop scrolls to the beginning.
func (b *Board) ScrollToTop() { b.ScrollTo(figure.Point{X: b.scroll.Offset.X}) }

// ScrollToEnd scrolls to the end.
func (b *Board) ScrollToEnd() { b.ScrollTo(figure.Point{X: b.scroll.Offset.X, Y: b.sheet.size.Y}) }

// ViewHeight returns the height of the view in pixels.
func (b *Board) ViewHeight() float32 { return b.scroll.Size().Height }

func (b *Board) by(x, y float32) {
	b.ScrollTo(figure.Point{X: b.scroll.Offset.X + x, Y: b.scroll.Offset.Y + y})
}

// fit lays out what is scrolled for its size, and the bars with it.
func (b *Board) fit() {
	size := b.scroll.Size()
	b.sheet.Resize(fyne.NewSize(max(b.sheet.size.X, size.Width), max(b.sheet.size.Y, size.Height)))
	to := b.scroll.Offset
	b.scroll.Offset = to.AddXY(1, 1) // else the toolkit takes it that nothing is to be done
	b.to(to)
}

// to scrolls to a place, as far as there is something.
func (b *Board) to(p fyne.Position) {
	sheet, size := b.sheet.Size(), b.scroll.Size()
	b.scroll.ScrollToOffset(fyne.NewPos(within(p.X, max(sheet.Width-size.Width, 0)), within(p.Y, max(sheet.Height-size.Height, 0))))
}

// view returns what of the figure is in view.
func (b *Board) view() figure.Rect {
	at, size := b.scroll.Offset, b.scroll.Size()
	return figure.Rect{X: at.X, Y: at.Y, W: size.Width, H: size.Height}
}

// around returns the part of the figure for which there are objects: the view and a little
// more, so that a small step makes none.
func (b *Board) around() figure.Rect {
	v := b.view()
	if v.Empty() {
		return figure.Rect{}
	}
	return v.Union(meet(v.Grown(over), figure.Rect{W: b.sheet.size.X, H: b.sheet.size.Y}))
}

// bring makes objects for what has come into view.
func (b *Board) bring() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.Scale() > 0 && c.Scale() != b.sheet.scale {
		b.sheet.scale, b.sheet.window = c.Scale(), figure.Rect{}
	}
	if around := b.around(); around.Empty() || !b.sheet.window.Holds(b.view()) {
		b.sheet.draw(around, false)
		b.mark()
	}
}

// scrolled follows a change of what is in view.
func (b *Board) scrolled() {
	b.bring()
	b.sheet.hush()
	b.sheet.again()
	b.tell()
}

func (b *Board) tell() {
	if f := b.OnScrolled; f != nil {
		f()
	}
}

// whole returns the whole pixel nearest to x: text between pixels is blurred.
func whole(x float32) float32 { return floor(x + 0.5) }
