//go:build e2e && linux

package main

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
)

// TestEndToEndPrimary selects a word, which the middle button then inserts into the field
// of the search. Before that nobody has selected anything, which is no fault.
func TestEndToEndPrimary(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	middle := func() { w.do("mousemove", "--window", w.id, "1040", "24", "click", "2") }
	middle()
	start := strings.Index(x.edition.Article().Text, "confirmed")
	box := x.reader.Page().SpanRects(annotations.Span{Start: start, End: start + len("confirmed")})[0]
	w.move(fyne.CurrentApp().Driver().AbsolutePositionForObject(x.reader.Page()).AddXY(box.X+box.W/2, box.Y+box.H/2))
	before := w.picture()
	w.do("click", "--repeat", "2", "--delay", "60", "1")
	middle()
	w.waitChange(before, panel, "what is found of the word")
	w.quit()
}
