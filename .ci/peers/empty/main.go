// Command empty opens a window of the toolkit with nothing in it: what any program of
// this toolkit costs, and so the floor that the bench against the peers measures from.
// With -wheel each step of the wheel moves a small square, and nothing else: what the
// toolkit takes for a frame, whatever is drawn in it.
package main

import (
	"flag"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	wheel := flag.Bool("wheel", false, "move a small square with the wheel")
	flag.Parse()
	w := app.NewWithID("app.sidelight.empty").NewWindow("Empty")
	if *wheel {
		w.SetPadded(false)
		w.SetContent(newFloor())
	}
	w.Resize(fyne.NewSize(1280, 820))
	w.ShowAndRun()
}

// floor follows the wheel with a square. Before the first step it stands above where the
// bench looks for words.
type floor struct {
	widget.BaseWidget
	square *canvas.Rectangle
}

func newFloor() *floor {
	f := &floor{square: canvas.NewRectangle(color.Black)}
	f.square.Resize(fyne.NewSquareSize(24))
	f.square.Move(fyne.NewPos(640, 100))
	f.ExtendBaseWidget(f)
	return f
}

// Scrolled moves the square.
func (f *floor) Scrolled(e *fyne.ScrollEvent) {
	f.square.Move(f.square.Position().SubtractXY(0, 2*e.Scrolled.DY))
}

// CreateRenderer shows the square.
func (f *floor) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout(f.square))
}
