package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// sheet is what scrolls: the header and the lines in view. Lines out of view
// are not in the tree.
type sheet struct {
	widget.BaseWidget
	p *Page

	first, last int // the lines in the tree, half-open
	version     int // of the column, from which they are
	lines       []*lineView
	under       *underlay
	headed      bool              // the header is in the tree
	repaint     *canvas.Rectangle // refreshed to have the frame drawn again
	objects     []fyne.CanvasObject

	pointer fyne.Position // in the view, not on the sheet
	over    bool          // the pointer is on the sheet
	hand    bool          // it is on a mark
	press   press
}

var (
	_ desktop.Hoverable  = (*sheet)(nil)
	_ desktop.Cursorable = (*sheet)(nil)
	_ fyne.Tappable      = (*sheet)(nil)
)

func newSheet(p *Page) *sheet {
	s := &sheet{p: p, repaint: canvas.NewRectangle(nil), under: newUnderlay()}
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is as high as the whole article.
func (s *sheet) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	if s.p.column.Len() == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(0, s.p.column.Height())
}

// CreateRenderer shows the objects in view.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r sheetRenderer) Destroy()                     {}
func (r sheetRenderer) Layout(fyne.Size)             { r.s.window(false) }
func (r sheetRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r sheetRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r sheetRenderer) Refresh()                     { r.s.window(true) }

// reset drops all lines, to be made anew with other colours or another layout.
func (s *sheet) reset() {
	s.first, s.last, s.lines = 0, 0, nil
}

// window brings the lines in view into the tree and takes the others out. A
// line that stays is left as it is. With always, the objects are listed anew
// even if the same lines stay.
func (s *sheet) window(always bool) {
	p := s.p
	if p.column.Len() == 0 {
		return
	}
	p.column.Cover(p.view())
	if p.column.Version() != s.version {
		s.version = p.column.Version()
		s.reset()
	}
	first, last := p.column.Visible(p.view())
	p.running.update(p)
	if first == s.first && last == s.last && s.headed == p.headInView() && !always {
		return
	}
	s.lines = shift(s.lines, s.first, first, last, func(i int) *lineView { return newLineView(p, i) })
	s.first, s.last = first, last
	s.list()
}

// list collects the objects to draw, back to front.
func (s *sheet) list() {
	clear(s.objects)
	s.objects = append(s.objects[:0], s.repaint)
	if s.headed = s.p.headInView(); s.headed {
		s.objects = append(s.objects, s.p.head)
	}
	s.objects = s.under.list(s.objects, s.p)
	for _, l := range s.lines {
		s.objects = l.listGrounds(s.objects)
	}
	// Over the grounds: that of a quotation would hide them.
	s.objects = s.p.hits.list(s.objects, s.p)
	s.objects = s.p.selection.list(s.objects, s.p)
	for _, l := range s.lines {
		s.objects = l.list(s.objects)
	}
	canvas.Refresh(s.repaint)
}

// restyle draws again the marks whose state has changed; their grounds take a
// time to do so.
func (s *sheet) restyle(d time.Duration) {
	var tints []tint
	for _, l := range s.lines {
		tints = append(tints, l.restyle(s.p)...)
	}
	s.p.motion.fadeTints(d, tints)
	s.list()
}

// shift moves the window over a list from [oldFirst, …) to [first, last),
// keeping what is in both and making what is new.
func shift[T any](old []T, oldFirst, first, last int, make_ func(int) T) []T {
	if first >= oldFirst && first-oldFirst < len(old) {
		old = append(old[:0], old[first-oldFirst:]...)
		old = old[:min(len(old), last-first)]
		for len(old) < last-first {
			old = append(old, make_(first+len(old)))
		}
		return old
	}
	out := make([]T, 0, last-first)
	for i := first; i < last; i++ {
		if k := i - oldFirst; k >= 0 && k < len(old) {
			out = append(out, old[k])
			continue
		}
		out = append(out, make_(i))
	}
	return out
}

// Cursor is a hand over a mark.
func (s *sheet) Cursor() desktop.Cursor {
	if s.hand {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn begins to follow the pointer.
func (s *sheet) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved lights the mark under the pointer.
func (s *sheet) MouseMoved(e *desktop.MouseEvent) {
	s.over = true
	s.pointer = e.Position.Subtract(s.p.scroll.Offset)
	s.hover(s.p.mentionAt(e.Position))
	s.hand = s.hand || s.p.acts(e.Position)
	s.p.nameSpeaker(e.Position)
}

// MouseOut darkens the mark that was lit.
func (s *sheet) MouseOut() {
	s.over = false
	s.hover(-1)
	s.p.tip.hide()
}

// hoverAgain looks what lies under a pointer that rested while the page moved:
// scrolling sends no mouse event.
func (s *sheet) hoverAgain() {
	if s.over {
		s.hover(s.p.mentionAt(s.pointer.Add(s.p.scroll.Offset)))
	}
}

func (s *sheet) hover(mention int) {
	s.hand = mention >= 0
	s.p.card.point(mention)
	if f := s.p.OnHover; f != nil && mention != s.p.hovered {
		f(mention)
	}
}

// Tapped reports the mark that was clicked, or that there was none, and takes
// the keyboard's focus.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	s.p.card.dismiss()
	s.focusPage()
	if s.selects(e.Position) {
		return
	}
	if s.p.act(e.Position) {
		return
	}
	i := s.p.mentionAt(e.Position)
	if f := s.p.OnMention; f != nil && i >= 0 {
		f(i)
	}
	if f := s.p.OnBlank; f != nil && i < 0 {
		f()
	}
}

func (s *sheet) focusPage() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.p); c != nil {
		c.Focus(s.p)
	}
}
