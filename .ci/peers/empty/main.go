// Command empty opens a window of the toolkit with nothing in it: what any program of
// this toolkit costs, and so the floor that the bench against the peers measures from.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	w := app.NewWithID("app.sidelight.empty").NewWindow("Empty")
	w.Resize(fyne.NewSize(1280, 820))
	w.ShowAndRun()
}
