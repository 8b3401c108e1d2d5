package panel

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/field"
)

// Offset returns how far the panel is scrolled, in pixels.
func (p *Panel) Offset() float32 { return p.list.Offset() }

// QueueHeights makes what is measured in the background wait for the test to run it.
func (p *Panel) QueueHeights() <-chan func() {
	queue := make(chan func(), 8)
	p.heights.job.Do = func(f func()) { queue <- f }
	return queue
}

// Measured is how many rows of notes have been measured.
func (p *Panel) Measured() int { return len(p.heights.exact) }

// Search is the field that searches the notes.
func (p *Panel) Search() fyne.Focusable { return p.tools.search.Entry }

// Area is the box that takes the text of a note.
func (p *Panel) Area() *field.Area { return p.composer.area }

// Offered are the tags or names that are offered.
func (p *Panel) Offered() []string {
	var out []string
	if p.composer.offers.Visible() {
		for _, x := range p.composer.offers.all {
			out = append(out, x.words)
		}
	}
	return out
}

// Type puts words into the field that searches the notes.
func (p *Panel) Type(words string) { p.tools.search.SetText(words) }

// Keys are the keys of what stands on the sheet, in its order.
func (p *Panel) Keys() []string {
	var out []string
	for _, i := range p.shown.items {
		out = append(out, i.key)
	}
	return out
}
