package overlay

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
)

// linkBelow is the distance in pixels from the baseline to the line of a link.
const linkBelow = 3

// Links are the lines under words that lead elsewhere, and the signs of notes. They
// answer which of them lies under the pointer.
type Links struct {
	None
	*Sheet
	Over annotations.Span // of the link under the pointer, or empty
}

// Under draws the lines on a line of text, and the ring around the link that has the
// keyboard's focus.
func (x *Links) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	a := now.Edition.Article()
	for link := range a.Links(l.Span()) {
		_, sign := flow.NoteOf(a, link)
		for _, words := range l.Boxes(link.Span) {
			if x.Keyboard && now.Link == link.Span {
				out = append(out, Underlines{Sheet: x.Sheet}.ring(l, words))
			}
			if sign {
				continue
			}
			ink := look.ColorRuleStrong
			if x.Over == link.Span {
				ink = look.ColorText
			}
			out = append(out, x.rule(words.X, float32(int(l.Baseline+linkBelow+0.5)), words.W, ink)...)
		}
	}
	return out
}

// Changed reports whether a link on the line gets or loses the keyboard's focus.
func (x *Links) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return old.Link != now.Link && (old.Link.Overlaps(l.Span()) || now.Link.Overlaps(l.Span()))
}

// Hit is the link at a point. One to another page says where it leads.
func (x *Links) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	a := now.Edition.Article()
	for _, dx := range [...]float32{0, -2, 2} {
		offset, inside := x.Column.Hit(pos.X+dx, pos.Y)
		if !inside {
			continue
		}
		for link := range a.Links(annotations.Span{Start: offset, End: offset + 1}) {
			return Ask{Link: link.Span, Tip: leads(link)}, true
		}
	}
	return Ask{}, false
}

// leads says where a link to another page leads, with the name of who answers there
// apart.
func leads(l annotations.Link) Tip {
	if l.Inner {
		return Tip{}
	}
	if address, err := annotations.ParseAddress(l.Target); err == nil {
		return Tip{Lead: address.Host, Rest: address.Rest}
	}
	return Tip{Rest: l.Target}
}
