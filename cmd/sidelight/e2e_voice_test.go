//go:build e2e

package main

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// TestEndToEndVoice finds who speaks without a name at one click in the real window,
// goes on from passage to passage, and back to where it was.
func TestEndToEndVoice(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	before := w.picture()
	said := x.edition.Said(annotations.Unnamed)
	hear := func(i int) {
		x.reader.Session().Update(func(s *session.State) { s.Hear(annotations.Unnamed, said[i].Span) })
		x.reader.Page().ScrollToSpan(said[i].Span)
	}
	w.click(x.labelled("Unnamed source, 17%"))
	hear(0)
	w.move(nowhere)
	w.waitFor(x, panel, "the voice")
	x.says(panel, "Unnamed source", "5 passages, 9 claims", "1 of 5", "Israeli officials", "Unnamed Hamas official")
	w.key("bracketright")
	hear(1)
	w.waitFor(x, panel, "the next passage")
	w.key("alt+Left", "alt+Left")
	w.waitBack(before, page, "the page after the way back")
	w.waitBack(before, panel, "the panel after the way back")
	w.quit()
}
