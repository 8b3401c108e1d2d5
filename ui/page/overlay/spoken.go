package overlay

import (
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
)

// Spoken are the grounds behind the passages of the voice that is open in the panel,
// and of the one to whose name the reader points outside of the text.
type Spoken struct {
	None
	*Sheet
}

// Under draws the grounds on a line.
func (s Spoken) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	if now.Panel.Voice == 0 && now.Heard == 0 {
		return nil
	}
	var out []fyne.CanvasObject
	for x := range now.Edition.PassagesIn(l.Span()) {
		if !heard(x.Voice, now) {
			continue
		}
		for _, words := range l.Boxes(x.Span) {
			out = append(out, s.box(l, words, look.Of(look.ColorHoverFill)))
		}
	}
	return out
}

// Changed reports whether a ground on the line comes or goes.
func (s Spoken) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return heardChanged(l.Span(), old, now)
}

// heard reports whether the passages of a voice are lit.
func heard(v annotations.Voice, now session.Snapshot) bool {
	return v == now.Panel.Voice || v == now.Heard
}

// heardChanged reports whether a passage in a span is lit in one of two snapshots
// alone, or another edition has other passages.
func heardChanged(s annotations.Span, old, now session.Snapshot) bool {
	if old.Panel.Voice == now.Panel.Voice && old.Heard == now.Heard && old.Edition == now.Edition {
		return false
	}
	lit := func(x session.Snapshot) []annotations.Span {
		var out []annotations.Span
		for p := range x.Edition.PassagesIn(s) {
			if heard(p.Voice, x) {
				out = append(out, p.Span)
			}
		}
		return out
	}
	return !slices.Equal(lit(old), lit(now))
}
