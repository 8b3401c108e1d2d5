package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/typeset"
)

const (
	tipPad   = 10  // px from a tip's edge to its words
	tipWidth = 380 // px, the widest
	tipGap   = 8   // px from a tip to what it is about
)

// tip is one line of words that floats over the page: the line of a mention
// beside the scroll rail, or who is speaking beside a voice bar. The pointer goes
// through it.
type tip struct {
	widget.BaseWidget
	p     *Page
	box   *control.Box
	text  *prose.Text
	about any // what it says something about, so that it is set once
}

func newTip(p *Page) *tip {
	t := &tip{p: p, box: control.NewBox(6), text: prose.NewText(p.roles.Concordance, look.ColorTextMuted, "")}
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

// mention shows the line of a mention, its middle y pixels below the page's top,
// left of right.
func (t *tip) mention(i int, right, y float32) {
	if t.about == i {
		return
	}
	t.about = i
	m := t.p.edition.Mentions()[i]
	e, _ := t.p.edition.Entity(m.Entity)
	words, box := t.line(m.Span)
	box.Colour, box.Box = look.ColorText, look.TintStrong(e.Kind)
	t.text = prose.NewText(t.p.roles.Concordance, look.ColorTextMuted, words, box)
	size := t.fit()
	t.put(fyne.NewPos(right-tipGap-size.Width, y-size.Height/2))
}

// line is a mention with the words around it that fit, and where in it the
// mention stands.
func (t *tip) line(s annotations.Span) (string, prose.Stretch) {
	a, role := t.p.edition.Article(), t.p.roles.Concordance
	p := a.Paragraphs[a.ParagraphAt(s.Start)]
	// Quotes are drawn curly, which is as many characters but not as many bytes.
	before := typeset.Curly(a.Slice(annotations.Span{Start: p.Start, End: s.Start}))
	all := typeset.Curly(a.Slice(p.Span))
	in := all[len(before):len(typeset.Curly(a.Slice(annotations.Span{Start: p.Start, End: s.End})))]
	after := all[len(before)+len(in):]

	sign := "¶" + itoa(p.Number) + "  "
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
	size, page := t.fit(), t.p.Size()
	at.X = float32(int(max(tipGap, min(at.X, page.Width-size.Width-tipGap))))
	at.Y = float32(int(max(tipGap, min(at.Y, page.Height-size.Height-tipGap))))
	t.Move(at)
	t.Resize(size)
	t.p.raise(t)
}

// CreateRenderer draws the words on raised ground.
func (t *tip) CreateRenderer() fyne.WidgetRenderer {
	r := tipRenderer{t}
	r.paint()
	return r
}

type tipRenderer struct{ t *tip }

func (r tipRenderer) Destroy()                     {}
func (r tipRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r tipRenderer) Objects() []fyne.CanvasObject { return append(r.t.box.Objects(), r.t.text) }

func (r tipRenderer) Layout(size fyne.Size) {
	r.t.box.Resize(size)
	r.t.text.Move(fyne.NewPos(tipPad, 4))
	r.t.text.Resize(fyne.NewSize(size.Width-2*tipPad, size.Height-8))
}

func (r tipRenderer) paint() {
	r.t.box.Paint(look.ColorRaised, look.ColorRule, 1)
	r.t.box.Outer().Shadow = look.PopoverShadow()
}

func (r tipRenderer) Refresh() {
	r.paint()
	r.Layout(r.t.Size())
	r.t.text.Refresh()
	canvas.Refresh(r.t)
}

// raise shows something that floats over the page. The toolkit does not know yet
// in which window an object is that was hidden, so the sheet has the frame drawn.
func (p *Page) raise(o fyne.CanvasObject) {
	o.Show()
	o.Refresh()
	canvas.Refresh(p.sheet.repaint)
}
