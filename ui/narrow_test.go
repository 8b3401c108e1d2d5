package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
)

// In a window too narrow for text and panel the text comes first.
func TestNarrowWindowShowsTheText(t *testing.T) {
	r, _, w := reader(t, look.Light)
	open := func() bool { return r.Session().State().PanelOpen }
	w.Resize(fyne.NewSize(860, 640))
	if open() {
		t.Error("the panel with nothing selected covers the text")
	}
	w.Resize(fyne.NewSize(1280, 820))
	if !open() {
		t.Error("the panel does not come back beside the text")
	}
	r.Session().Select("hamas", 0)
	w.Resize(fyne.NewSize(860, 640))
	if !open() {
		t.Error("a card that was opened is closed")
	}
	r.Session().SetPanel(false)
	w.Resize(fyne.NewSize(1280, 820))
	if open() {
		t.Error("a panel that the reader closed comes back")
	}
}
