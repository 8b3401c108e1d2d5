package page

import (
	"math/bits"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/page/flow"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
)

// sheet is what scrolls: the header and the lines in view. Lines out of view
// are not in the tree.
type sheet struct {
	widget.BaseWidget
	column   *flow.Column
	stage    *stage
	head     *header
	overlays []overlay.Overlay // in the order in which they are drawn
	seen     func() flow.View
	fader    fader

	now         session.Snapshot
	first, last int // the lines in the tree, half-open
	version     int // of the column, from which they are
	lines       []*drawn
	headed      bool // the header is in the tree
	objects     []fyne.CanvasObject
}

// drawn is one line in the tree, with what each overlay draws on it.
type drawn struct {
	*flow.Line
	objects [][]fyne.CanvasObject // of the k-th of n overlays at k beneath the words, at n+k beside
	filled  uint64                // a bit for each place in objects that is not empty: 32 overlays at most
}

func newSheet(column *flow.Column, stage *stage, head *header, m *motion, overlays ...overlay.Overlay) *sheet {
	s := &sheet{column: column, stage: stage, head: head, overlays: overlays, fader: fader{motion: m}}
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is as high as the whole article.
func (s *sheet) MinSize() fyne.Size { return fyne.NewSize(0, s.column.Height()) }

// CreateRenderer shows the objects in view.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r sheetRenderer) Destroy()                     {}
func (r sheetRenderer) Layout(fyne.Size)             { r.s.window(false) }
func (r sheetRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r sheetRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r sheetRenderer) Refresh()                     { r.s.window(true) }

// reset drops all lines, to be drawn anew with other colours or another layout.
func (s *sheet) reset() {
	s.first, s.last, s.lines = 0, 0, nil
}

// window brings the lines in view into the tree and takes the others out. A
// line that stays is left as it is. With always, the objects are listed anew
// even if the same lines stay.
func (s *sheet) window(always bool) {
	if s.now.Edition == nil {
		return
	}
	v := s.seen()
	s.column.Cover(v)
	if s.column.Version() != s.version {
		s.version = s.column.Version()
		s.reset()
	}
	first, last := s.column.Visible(v)
	if first == s.first && last == s.last && s.headed == (v.Y < s.head.bottom) && !always {
		return
	}
	s.headed = v.Y < s.head.bottom
	s.lines = shift(s.lines, s.first, first, last, s.draw)
	s.first, s.last = first, last
	s.list()
}

// draw draws the line of an index.
func (s *sheet) draw(i int) *drawn {
	d := &drawn{Line: s.column.Line(i), objects: make([][]fyne.CanvasObject, 2*len(s.overlays))}
	for k, o := range s.overlays {
		d.draw(k, o, s.now)
	}
	return d
}

// draw draws anew what the k-th overlay has on the line.
func (d *drawn) draw(k int, o overlay.Overlay, now session.Snapshot) {
	d.put(k, o.Under(d.Line, now))
	d.put(k+len(d.objects)/2, o.Beside(d.Line, now))
}

// put takes over the objects for a place.
func (d *drawn) put(place int, objects []fyne.CanvasObject) {
	d.objects[place] = objects
	d.filled &^= 1 << place
	if len(objects) > 0 {
		d.filled |= 1 << place
	}
}

// list collects the objects to draw, back to front.
func (s *sheet) list() {
	clear(s.objects)
	s.objects = append(s.objects[:0], s.stage.repaint)
	if s.headed {
		s.objects = append(s.objects, s.head)
	}
	filled := uint64(0)
	for _, l := range s.lines {
		filled |= l.filled
	}
	for ; filled != 0; filled &= filled - 1 {
		place := bits.TrailingZeros64(filled)
		for _, l := range s.lines {
			s.objects = append(s.objects, l.objects[place]...)
		}
	}
	s.stage.draw()
}

// follow draws again, on the lines in view, the overlays that a change of the
// snapshot concerns; tints take a time to change.
func (s *sheet) follow(old, now session.Snapshot) {
	s.now = now
	var tints []tint
	changed := false
	for _, l := range s.lines {
		for k, o := range s.overlays {
			if !o.Changed(l.Line, old, now) {
				continue
			}
			before := l.objects[k]
			l.draw(k, o, now)
			if _, ok := o.(overlay.Tints); ok {
				tints = append(tints, tintsFrom(before, l.objects[k])...)
			}
			changed = true
		}
	}
	if changed {
		s.fader.fade(fadeTime(old, now), tints)
		s.list()
	}
}

// fadeTime is how long tints take to change from one snapshot to another: the
// light under the pointer is quicker than the rest.
func fadeTime(old, now session.Snapshot) time.Duration {
	old.Hovered = now.Hovered
	if old == now {
		return hoverTime
	}
	return tintTime
}

// redraw draws overlays again on the lines in view, after their own fields have
// changed.
func (s *sheet) redraw(overlays ...overlay.Overlay) {
	for k, o := range s.overlays {
		for _, x := range overlays {
			if o == x {
				for _, l := range s.lines {
					l.draw(k, o, s.now)
				}
			}
		}
	}
	s.list()
}

// hit is what lies at a point of the sheet: of what is drawn last, first.
func (s *sheet) hit(pos fyne.Position) overlay.Ask {
	if s.now.Edition == nil {
		return overlay.Ask{}
	}
	if s.head.onRemark(pos) {
		return overlay.Ask{About: true}
	}
	for k := len(s.overlays) - 1; k >= 0; k-- {
		if ask, ok := s.overlays[k].Hit(pos, s.now); ok {
			return ask
		}
	}
	return overlay.Ask{}
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
