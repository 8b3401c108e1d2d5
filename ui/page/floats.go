package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// stage is the room of the page in which things float over the text.
type stage struct {
	size    fyne.Size // of the page, pixels
	covered float32   // of the page's right side that lies under a drawer, pixels
	inset   float32   // below the running head that something floats over, pixels

	// repaint is an object in the tree that is refreshed to have the frame drawn:
	// the toolkit does not know yet in which window an object is that was hidden.
	repaint *canvas.Rectangle
}

// width is how much of the page's width is seen, in pixels.
func (s *stage) width() float32 { return s.size.Width - s.covered }

// head is how much of the view's top lies under what floats there, in pixels.
func (s *stage) head() float32 { return runningHeight + s.inset }

// draw has the frame drawn again.
func (s *stage) draw() { canvas.Refresh(s.repaint) }

// raise shows something that floats over the page.
func (s *stage) raise(o fyne.CanvasObject) {
	o.Show()
	o.Refresh()
	s.draw()
}
