//go:build e2e

package main

import (
	"fmt"
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"sidelight/ui/uitest"
)

// Parts of the window while the palette is open over it.
var (
	paletteRows = image.Rect(310, 200, 970, 560)
	chips       = image.Rect(310, 150, 970, 190)
	// below is what of the page the palette leaves free while it has results.
	below = image.Rect(236, 600, panelLeft-40, windowHeight-8)
)

// TestEndToEndPalette searches in the real window: by the palette, which shows on
// the page what is chosen and leaves no trace unless it is opened, and by the
// field above the panel.
func TestEndToEndPalette(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	before := w.picture()
	palettePreviews(w, before)
	paletteGroups(w, before)
	paletteStays(w, x, before)
	fieldFinds(w, x)
	w.quit()
}

func palettePreviews(w *window, before image.Image) {
	w.t.Helper()
	w.key("ctrl+k")
	w.waitChange(before, paletteRows, "the palette")
	empty := w.picture()
	w.write("edan alexander")
	w.waitChange(empty, paletteRows, "what was found")
	w.waitChange(empty, below, "the page behind the palette")
	found := w.settled(below, "the page behind the palette at rest")
	w.key("Escape")
	w.waitBack(before, page, "the page after Esc")
	w.waitBack(before, panel, "the panel after Esc")

	// As fast as it can be typed, and with something that is not there.
	w.key("slash")
	w.do("type", "--delay", "5", "edan alexander")
	w.waitBack(found, paletteRows, "what was found, typed fast")
	w.waitBack(found, below, "the page behind the palette again")
	w.do("type", "--delay", "5", "zzz")
	w.waitChange(found, paletteRows, "that nothing matches")
	w.key("Escape")
	w.waitBack(before, page, "the page after nothing was found")
}

func paletteGroups(w *window, before image.Image) {
	w.t.Helper()
	w.key("ctrl+k")
	w.write("hamas")
	w.waitChange(before, paletteRows, "what was found")
	all := w.settled(paletteRows, "what was found at rest")
	w.key("Tab", "Tab")
	w.waitChange(all, paletteRows, "facts alone")
	facts := w.settled(paletteRows, "the facts at rest")
	if d := compare(all, facts, chips); d.tile < sameTile {
		w.t.Errorf("Tab changes the groups by no more than %v", d)
	}
	w.key("shift+Tab", "shift+Tab")
	w.waitBack(all, paletteRows, "everything again")
	w.key("Escape")
	w.waitBack(before, page, "the page after Esc")
}

func paletteStays(w *window, x *expected, before image.Image) {
	w.t.Helper()
	s := x.reader.Session()
	w.key("ctrl+k")
	w.write("edan alexander")
	w.waitChange(before, paletteRows, "what was found")
	w.key("ctrl+Return")
	x.open("edan-alexander")
	w.key("Escape")
	w.waitFor(x, panel, "the card that was opened under the palette")
	w.waitFor(x, page, "the page after the palette has gone")
	w.key("alt+Left")
	w.waitBack(before, page, "the way back")
	uitest.Select(s, "", 0)
	x.reader.Page().ScrollToY(0)
}

func fieldFinds(w *window, x *expected) {
	w.t.Helper()
	before := w.picture()
	w.click(fyne.NewPos(1040, 24))
	w.write("edan alexander")
	w.waitChange(before, panel, "results beside the page")
	w.key("Return")
	x.open("edan-alexander")
	w.waitFor(x, panel, "the card that was searched for in the field")
	w.waitFor(x, page, "its first mention")
}

// TestEndToEndPaletteAgain types as fast as it can be typed into a palette and a bar
// that have been out of the window for as long as the toolkit remembers how to draw
// them, a second here. Whatever comes after Ctrl K belongs to the palette, from before
// its first frame on, and what comes after Ctrl F to the bar.
func TestEndToEndPaletteAgain(t *testing.T) {
	t.Setenv("SIDELIGHT_CACHE", "1s")
	w := open(t)
	w.waitFor(newExpected(t), page, "the article")
	before := w.picture()
	w.key("ctrl+k")
	w.waitChange(before, paletteRows, "the palette")
	w.write("edan alexander")
	w.waitChange(before, below, "the page behind the palette")
	found := w.settled(below, "the page behind the palette at rest")
	w.key("Escape")
	w.waitBack(before, page, "the page after Esc")
	w.key("ctrl+f")
	w.write("hostages")
	w.waitChange(before, findField, "the bar")
	bar := w.settled(findField, "the bar at rest")
	w.key("ctrl+a", "BackSpace", "Escape", "alt+Left")
	w.waitBack(before, page, "the page after the bar")
	// The toolkit forgets at most every ten seconds, and when something is drawn.
	time.Sleep(12 * time.Second)
	w.key("j", "k")
	w.waitBack(before, page, "the page after a step there and back")

	w.do("key", "--delay", "0", "ctrl+k")
	w.do("type", "--delay", "0", "edan alexander")
	w.waitBack(found, paletteRows, "what was found, typed before the first frame")
	w.waitBack(found, below, "the page behind the palette again")
	w.key("Escape")
	w.waitBack(before, page, "the page after the palette")

	w.do("key", "--delay", "0", "ctrl+f")
	w.do("type", "--delay", "0", "hostages")
	w.waitBack(bar, findField, "what was typed into the bar before its first frame")
	w.key("Escape")
	w.quit()
}

// settled returns what the window shows once a part of it has come to rest.
func (w *window) settled(part image.Rectangle, what string) image.Image {
	w.t.Helper()
	shown := w.picture()
	w.until(what, func() error {
		last := shown
		time.Sleep(4 * pause)
		shown = w.picture()
		if d := compare(shown, last, part); d.mean > 0 {
			return fmt.Errorf("the window moves: it differs by %v", d)
		}
		return nil
	})
	return shown
}
