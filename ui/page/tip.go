package page

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/page/overlay"
	"sidelight/ui/prose"
	"sidelight/ui/typeset"
)

const (
	tipPad   = 10  // px from a tip's edge to its words
	tipWidth = 380 // px, the widest
	tipGap   = 8   // px from a tip to what it is about
	tipAside = 16  // px from a tip to the pointer right of it
	tipAbove = 12  // px from a tip to the pointer below it
)

// tip is one line of words that floats over the page: the line of a mention
// beside the scroll rail, or what lies under the pointer in a gutter. The
// pointer goes through it.
type tip struct {
	widget.BaseWidget
	stage *stage
	roles look.Roles
	box   *control.Box
	text  *prose.Text
	about any // what it says something about, so that it is set once; nil: it is hidden
}

func newTip(s *stage, roles look.Roles) *tip {
	t := &tip{stage: s, roles: roles, box: control.NewBox(6), text: prose.NewText(roles.Concordance, look.ColorTextMuted, "")}
	t.Hide()
	t.ExtendBaseWidget(t)
	return t
}

func (t *tip) hide() {
	if t.about != nil {
		t.about = nil
		t.Hide()
	}
}

// say shows what lies under the pointer, above it; nothing hides the tip.
func (t *tip) say(what overlay.Tip, pointer fyne.Position) {
	if what == (overlay.Tip{}) {
		t.hide()
		return
	}
	if t.about == what {
		return
	}
	t.about = what
	t.text = prose.NewText(t.roles.Meta, look.ColorTextMuted, what.Lead+what.Rest,
		prose.Stretch{Start: 0, End: len(what.Lead), Colour: look.ColorText, Font: t.roles.Section.Font})
	size, x := t.fit(), what.At
	if x == 0 {
		x = pointer.X - size.Width - tipAside
	}
	t.put(fyne.NewPos(x, pointer.Y-size.Height-tipAbove))
}

// mention shows the line of a mention, its middle y pixels below the page's top,
// left of right.
func (t *tip) mention(e *annotations.Edition, id annotations.MentionID, right, y float32) {
	m, ok := e.Mention(id)
	if !ok || t.about == id {
		return
	}
	t.about = id
	x, _ := e.Entity(m.Entity)
	words, box := t.line(e.Article(), m.Span)
	box.Colour, box.Box = look.ColorText, look.TintStrong(x.Kind)
	t.text = prose.NewText(t.roles.Concordance, look.ColorTextMuted, words, box)
	size := t.fit()
	t.put(fyne.NewPos(right-tipGap-size.Width, y-size.Height/2))
}

// note shows the line of a note of the reader, as mention does.
func (t *tip) note(a *annotations.Article, n *notes.Placed, right, y float32) {
	if t.about == n.ID {
		return
	}
	t.about = n.ID
	first := a.Paragraph(a.ParagraphAt(n.Span.Start))
	words, box := t.line(a, annotations.Span{Start: n.Span.Start, End: min(n.Span.End, first.End)})
	box.Colour, box.Box = look.ColorText, look.ColorMarker
	t.text = prose.NewText(t.roles.Concordance, look.ColorTextMuted, words, box)
	size := t.fit()
	t.put(fyne.NewPos(right-tipGap-size.Width, y-size.Height/2))
}

// line is a mention with the words around it that fit, and where in it the
// mention stands.
func (t *tip) line(a *annotations.Article, s annotations.Span) (string, prose.Stretch) {
	role := t.roles.Concordance
	p := a.Paragraph(a.ParagraphAt(s.Start))
	// Quotes are drawn curly, which is as many characters but not as many bytes.
	before := typeset.Drawn(a.Slice(annotations.Span{Start: p.Start, End: s.Start}))
	all := typeset.Drawn(a.Slice(p.Span))
	in := all[len(before):len(typeset.Drawn(a.Slice(annotations.Span{Start: p.Start, End: s.End})))]
	after := all[len(before)+len(in):]

	sign := "¶" + strconv.Itoa(a.SignAt(s.Start)) + "  "
	room := tipWidth - 2*tipPad - role.Face.Width(sign+in, role.Size)
	before = prose.LastWords(role, before, room/2)
	after = prose.FirstWords(role, after, room-role.Face.Width(before, role.Size))
	if before != "" {
		before += " "
	}
	start := len(sign) + len(before)
	return sign + before + in + after, prose.Stretch{Start: start, End: start + len(in)}
}

// fit is the size of the tip around its words.
func (t *tip) fit() fyne.Size {
	w := min(t.text.NaturalWidth()+1, tipWidth-2*tipPad)
	t.text.SetMaxLines(1)
	return fyne.NewSize(w+2*tipPad, t.text.HeightFor(w)+8)
}

// put shows the tip, kept within the page.
func (t *tip) put(at fyne.Position) {
	size, page := t.fit(), t.stage.size
	at.X = float32(int(max(tipGap, min(at.X, page.Width-size.Width-tipGap))))
	at.Y = float32(int(max(tipGap, min(at.Y, page.Height-size.Height-tipGap))))
	t.Move(at)
	t.Resize(size)
	t.stage.raise(t)
}

// MinSize is nothing: the tip is laid out where it floats.
func (t *tip) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the words on raised ground.
func (t *tip) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(t, t.paint, t.arrange, func() []fyne.CanvasObject {
		return append(t.box.Objects(), t.text)
	})
}

func (t *tip) arrange(size fyne.Size) {
	t.box.Resize(size)
	control.Place(t.text, tipPad, 4, size.Width-2*tipPad, size.Height-8)
}

func (t *tip) paint() {
	t.box.Paint(look.ColorRaised, look.ColorRule, 1)
	t.box.Cast(look.PopoverShadow())
}
