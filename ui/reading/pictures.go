package reading

import (
	"sidelight/annotations/figure"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// A Sight is a view that is drawn.
type Sight struct {
	ID    session.ViewID
	Label string // on its tab, in the reader's language
	view  view.View
	drawn view.Drawn
}

// Nothing says in a sentence why the view has nothing to show; it is empty where there is
// something.
func (s *Sight) Nothing() string { return s.view.Nothing() }

// Figure is all that the view shows, also what is out of view; nil while there is none.
func (s *Sight) Figure() *figure.Figure { return s.drawn.Figure() }

// Settled reports whether nothing of the view is still being laid out.
func (s *Sight) Settled() bool { return s.drawn.Settled() }

// ScrollBy scrolls the view, if it can be scrolled.
func (s *Sight) ScrollBy(pixels float32) {
	if v, ok := s.view.(view.Scroller); ok {
		v.ScrollBy(pixels)
	}
}

// Sights returns the views that are drawn, in the order of their tabs. What is not in the
// middle of the window shows what it showed last, or nothing.
func (r *Reader) Sights() []Sight {
	var out []Sight
	for _, s := range r.views {
		if d, ok := s.view.(view.Drawn); ok {
			out = append(out, Sight{ID: s.id, Label: s.label(), view: s.view, drawn: d})
		}
	}
	return out
}

// Sight returns what stands in the middle of the window, if it is drawn.
func (r *Reader) Sight() (Sight, bool) {
	for _, s := range r.Sights() {
		if s.ID == r.session.State().View {
			return s, true
		}
	}
	return Sight{}, false
}

// Views returns the views that a reader has beside the article, in the order of their tabs.
func Views() []session.ViewID {
	var out []session.ViewID
	for _, s := range slots() {
		if s.id != session.Article {
			out = append(out, s.id)
		}
	}
	return out
}
