package overlay

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
)

// Measures of a link in the design, in pixels.
const (
	linkBelow = 3  // from the baseline to its line
	arrowSize = 13 // of the sign behind it
	arrowGap  = 3
	arrowRise = 1 // from the baseline to the sign's foot
)

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
			if flow.Leaves(link) && link.End <= l.End {
				f := x.Column.Format()
				words.W = max(words.W-f.LinkRoom(), 0)
				out = append(out, x.arrow(words.X+words.W+arrowGap, l))
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

// arrow is the sign behind a link that leads out of the article.
func (x *Links) arrow(left float32, l *flow.Line) fyne.CanvasObject {
	icon := look.NewSign()
	look.ShowIcon(icon, "arrow-square-out", look.ColorTextFaint)
	icon.Move(fyne.NewPos(left, float32(int(l.Baseline-arrowSize-arrowRise+0.5))))
	icon.Resize(fyne.NewSquareSize(arrowSize))
	return icon
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
