//go:build e2e

package main

import (
	"image"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations/quiet"
	order "sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// findField is where the words stand in the bar that finds words in the text.
var findField = image.Rect(521, toolbar+55, 660, toolbar+77)

// tray is where the toolbar says how much was collected.
var tray = image.Rect(700, 4, 752, toolbar-4)

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
	mark := x.mention("united-states", 1)
	var rest quiet.Memory // Tab goes through the marks that show at rest
	for i := range e.Mentions() {
		m := &e.Mentions()[i]
		if rest.Why(e, m) != quiet.Shown {
			continue
		}
		if w.key("Tab"); m.ID() == mark.ID() {
			break
		}
	}
	w.key("Return")
	uitest.Select(s, "united-states", 1)
	w.waitFor(x, panel, "the card of a mark that was reached by Tab")
	card := w.picture()

	// Two buttons to step through its mentions, one to close it, and the jumps to its
	// five sections come before its facts; the fourth of these is said farther down.
	w.key("F6")
	w.key(slices.Repeat([]string{"Tab"}, 2+5+4)...)
	w.key("Return")
	w.waitChange(card, page, "the passage of a fact")
	w.key("alt+Left")
	w.waitBack(card, page, "the way back from a fact")
	w.key("Escape")
	uitest.Select(s, "", 0)
}

// keysOfSearch finds words in the text and a name with its letters mixed up.
func keysOfSearch(w *window, x *expected) {
	w.t.Helper()
	before := w.picture()
	w.key("ctrl+f")
	w.write("hostages")
	w.waitChange(before, page, "the first of the words found")
	w.key("Return", "Escape", "alt+Left")
	w.waitFor(x, page, "the page where the search began")

	w.key("slash")
	w.write("netnyahu")
	w.key("Return")
	x.open("benjamin-netanyahu")
	w.waitFor(x, panel, "the card that was searched for")
	w.waitFor(x, page, "its first mention")
}

// keysOfSelection copies two words and the place they are from.
func keysOfSelection(t *testing.T, w *window, x *expected) {
	t.Helper()
	w.key("Tab", "ctrl+shift+Right", "ctrl+shift+Right", "ctrl+alt+c")
	x.reader.Page().Select(x.mention("united-states", 1).Span)
	x.reader.RunCommand(order.Collect)
	w.waitFor(x, tray, "that one piece is collected")
	x.reader.RunCommand(order.Leave)
	w.key("ctrl+shift+c")
	if _, err := exec.LookPath("xclip"); err == nil {
		out, err := exec.Command("timeout", "5", "xclip", "-o", "-selection", "clipboard").Output()
		if got := string(out); err != nil || !strings.HasPrefix(got, "“") || !strings.Contains(got, x.edition.Title()+", ¶") {
			t.Errorf("the clipboard has %q (%v), not words with their source", got, err)
		}
	}
	w.key("Escape") // leaves the words
	w.key("ctrl+f", "ctrl+a", "BackSpace")
	x.reader.RunCommand(order.Find)
	w.waitFor(x, findField, "the empty bar")
	empty := w.picture()
	w.key("ctrl+v")
	w.waitChange(empty, findField, "the copied words in the bar")
	x.reader.RunCommand(order.Leave)
	w.key("Escape", "Escape", "Escape") // leaves the bar, what Tab reached, and the card
	uitest.Select(x.reader.Session(), "", 0)
	w.waitFor(x, panel, "the panel without a card")
}

// keysOfLooks changes the size of the text and the theme, and the size back.
func keysOfLooks(w *window, x *expected) {
	w.t.Helper()
	w.key("Home") // the top of the article
	x.reader.Page().ScrollToY(0)
	w.waitFor(x, page, "the top of the article")
	wheel(w, x)
	w.key("t") // from light to dark
	x.reader.OnTheme(look.Dark)
	w.waitFor(x, page, "the page in the dark")
}

// wheel turns the mouse's wheel over the page: a step is three lines, and with Ctrl
// one size of the text.
func wheel(w *window, x *expected) {
	w.t.Helper()
	const down, up = "5", "4"
	w.move(fyne.NewPos(228, 520)) // beside the text, where nothing lights up
	top := w.picture()
	w.do("click", "--repeat", "2", down)
	x.reader.Page().ScrollToY(2 * 3 * x.reader.Page().Format().Reading.Leading)
	w.waitFor(x, page, "the page six lines on")
	w.do("click", "--repeat", "2", up)
	x.reader.Page().ScrollToY(0)
	w.waitBack(top, page, "the way back by the wheel")
	w.key("ctrl+plus")
	w.waitChange(top, page, "larger text by key")
	larger := w.settled(page, "larger text at rest")
	w.key("ctrl+0")
	w.waitBack(top, page, "text as large as before")
	w.do("keydown", "ctrl", "click", up, "keyup", "ctrl")
	w.waitBack(larger, page, "larger text by the wheel")
	w.key("ctrl+0")
	w.waitBack(top, page, "text as large as at first")
}
