//go:build e2e

package main

import (
	"image"
	"os/exec"
	"strings"
	"testing"
	"time"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// findField is where the words stand in the bar that finds them in the text: a
// cursor that blinks there changes it by less than words do.
var findField = image.Rect(525, toolbar+50, 660, toolbar+70)

// differs is by how much a picture must change to show something else.
const differs = 2 * same

// waitUntil waits until a part of the window lies as far from a picture as ok
// asks for.
func (w *window) waitUntil(from image.Image, part image.Rectangle, what string, ok func(d float64) bool) {
	w.t.Helper()
	var d float64
	for range 40 {
		if d = distance(w.picture(), from, part); ok(d) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	w.t.Fatalf("%s: the window lies %.1f of 255 from what it was", what, d)
}

// waitChange waits until a part of the window shows something else than it did.
func (w *window) waitChange(from image.Image, part image.Rectangle, what string) {
	w.t.Helper()
	w.waitUntil(from, part, what, func(d float64) bool { return d >= differs })
}

// waitBack waits until a part of the window shows again what it did.
func (w *window) waitBack(to image.Image, part image.Rectangle, what string) {
	w.t.Helper()
	w.waitUntil(to, part, what, func(d float64) bool { return d <= same })
}

// TestEndToEndKeys reads the article in the real window without the mouse.
func TestEndToEndKeys(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	keysOfCards(w, x)
	keysOfSearch(w, x)
	keysOfSelection(t, w, x)
	keysOfLooks(w, x)
	w.quit()
}

// keysOfCards opens the card of a mark, jumps from one of its facts to the
// passage that says it, and comes back.
func keysOfCards(w *window, x *expected) {
	w.t.Helper()
	e, s := x.edition, x.reader.Session()
	mark := nth(e, "united-states", 1)
	for _, m := range e.Mentions() {
		if w.key("Tab"); m.ID == mark {
			break
		}
	}
	w.key("Return")
	uitest.Select(s, "united-states", 1)
	w.waitFor(x, panel, "the card of a mark that was reached by Tab")
	card := w.picture()

	// Two buttons to step through its mentions and one to close it come
	// before its facts; the fourth of these is said farther down.
	w.key("F6", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")
	w.waitChange(card, page, "the passage of a fact")
	w.key("alt+Left")
	w.waitBack(card, page, "the way back from a fact")
	w.key("Escape")
	uitest.Select(s, "", 0)
}

// keysOfSearch finds words in the text and a name with its letters mixed up.
func keysOfSearch(w *window, x *expected) {
	w.t.Helper()
	e, s := x.edition, x.reader.Session()
	before := w.picture()
	w.key("ctrl+f")
	w.do("type", "--delay", "60", "hostages")
	w.waitChange(before, page, "the first of the words found")
	w.key("Return")
	w.key("Escape")
	w.waitBack(before, page, "the page after the bar is closed")

	w.key("slash")
	w.do("type", "--delay", "60", "netnyahu")
	w.key("Return")
	named, _ := e.FirstNamed("benjamin-netanyahu")
	uitest.Select(s, "benjamin-netanyahu", e.Ordinal(named.ID))
	x.reader.Page().ScrollToSpan(named.Span)
	w.waitFor(x, panel, "the card that was searched for")
	w.waitFor(x, page, "its first mention")
}

// keysOfSelection copies two words and the place they are from.
func keysOfSelection(t *testing.T, w *window, x *expected) {
	t.Helper()
	w.key("Tab", "ctrl+shift+Right", "ctrl+shift+Right", "ctrl+shift+c")
	if _, err := exec.LookPath("xclip"); err == nil {
		out, err := exec.Command("timeout", "5", "xclip", "-o", "-selection", "clipboard").Output()
		if got := string(out); err != nil || !strings.HasPrefix(got, "“") || !strings.Contains(got, x.edition.Title()+", ¶") {
			t.Errorf("the clipboard has %q (%v), not words with their source", got, err)
		}
	}
	w.key("Escape") // leaves the words
	w.key("ctrl+f", "ctrl+a", "BackSpace")
	time.Sleep(300 * time.Millisecond)
	empty := w.picture()
	w.key("ctrl+v")
	w.waitChange(empty, findField, "the copied words in the bar")
	w.key("Escape")
}

// keysOfLooks changes the size of the text and the theme, and the size back.
func keysOfLooks(w *window, x *expected) {
	w.t.Helper()
	w.key("Home") // the top of the article
	time.Sleep(600 * time.Millisecond)
	before := w.picture()
	w.key("ctrl+plus")
	w.waitChange(before, page, "larger text")
	w.key("ctrl+0")
	w.waitBack(before, page, "text as large as at first")

	w.key("Escape", "Escape") // what Tab reached, and the card
	w.key("t")                // from light to dark
	uitest.Select(x.reader.Session(), "", 0)
	x.reader.Page().ScrollToY(0)
	x.reader.OnTheme(look.Dark)
	w.waitFor(x, page, "the page in the dark")
}
