package network

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/graph"
	"sidelight/ui/drawing"
)

// Laid is the layout, which another one replaces only when the network is laid out anew.
func (v *View) Laid() *graph.Plan { return v.settled }

// Board is the drawing.
func (v *View) Board() *drawing.Board { return v.board }

// Tidy is what the button does.
func (v *View) Tidy() { v.tidy() }

// Head are the words at the left of the head.
func (v *View) Head() string { return v.head.count.Content() + " " + v.head.about.Content() }

// CanTidy reports whether the button is there.
func (v *View) CanTidy() bool { return v.head.tidy.Visible() }

// Ask is what the view asks of the layout for one step round an entity.
func (v *View) Ask(id annotations.EntityID, w, h float32, m figure.Measure) graph.Ask {
	a := v.ask(wanted{edition: v.now.Edition, chosen: id, size: fyne.NewSize(w, h)})
	a.Measure = m
	return a
}
