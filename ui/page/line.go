package page

import (
	"image/color"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/annotations/text"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/typeset"
)

// lineView is one line in the tree: its words, and the fragments of marks under
// them.
type lineView struct {
	line  *flow.Line
	words []fyne.CanvasObject // and what stands beside them in the gutter
	frags []*fragment         // outer marks first
}

// fragment is the part of one mark that lies on one line.
type fragment struct {
	mention  int
	rect     typeset.Rect // on the sheet
	baseline float32
	opens    bool // the mark begins on this line
	closes   bool // it ends on it
	state    markState
	shapes   markShapes
}

func newLineView(p *Page, index int) *lineView {
	line := p.column.Line(index)
	v := &lineView{line: line}
	_, height := p.format.Reading.Face.Metrics(p.format.Reading.Size)
	v.addWords(p, line, fyne.NewPos(line.Left, line.Y+(line.Leading()-height)/2))
	if line.Opens && p.format.Numbers {
		v.words = append(v.words, paragraphNumber(p, line.Block+1, line.Baseline))
	}
	v.words = append(v.words, voiceBars(p, line)...)
	v.words = append(v.words, p.captionsOn(line)...)
	if sign := noteSign(p, line); sign != nil {
		v.words = append(v.words, sign)
	}
	for _, i := range p.mentionsOn(line) {
		m := p.edition.Mentions()[i]
		rect, ok := line.Box(m.Span)
		if !ok {
			continue
		}
		v.frags = append(v.frags, &fragment{
			mention: i, rect: rect, baseline: line.Baseline,
			opens: m.Start >= line.Start, closes: m.End <= line.End,
			state: -1,
		})
	}
	v.restyle(p)
	return v
}

// mentionsOn are the mentions on the line by their index, outer ones first.
func (p *Page) mentionsOn(line *flow.Line) []int { return mentionsIn(p.edition, line.Span()) }

// addWords draws the line as one text, split only where the ink changes.
func (v *lineView) addWords(p *Page, line *flow.Line, at fyne.Position) {
	for _, r := range p.runs(line) {
		words := line.Slice(r.Start, r.End)
		if words == "" {
			continue
		}
		t := canvas.NewText(words, look.Of(r.ink))
		t.FontSource, t.TextSize = p.format.Reading.Resource, p.format.Reading.Size
		t.Move(at.AddXY(line.X(r.Start), 0))
		t.Resize(t.MinSize())
		v.words = append(v.words, t)
	}
}

// quoteMarks are the spans of the quotation marks at both ends of a span.
func quoteMarks(a *annotations.Article, s annotations.Span) []annotations.Span {
	var out []annotations.Span
	r, n := utf8.DecodeRuneInString(a.Slice(s))
	if text.IsQuote(r) {
		out = append(out, annotations.Span{Start: s.Start, End: s.Start + n})
	}
	r, n = utf8.DecodeLastRuneInString(a.Slice(s))
	if text.IsQuote(r) && s.Len() > n {
		out = append(out, annotations.Span{Start: s.End - n, End: s.End})
	}
	return out
}

func paragraphNumber(p *Page, n int, baseline float32) fyne.CanvasObject {
	role := p.roles.Key
	t := canvas.NewText(itoa(n), look.Of(look.ColorTextFaint))
	t.FontSource, t.TextSize = p.roles.Meta.Resource, role.Size
	ascent, _ := p.roles.Meta.Face.Metrics(role.Size)
	gap := float32(52)
	if p.format.Names {
		gap = numberGap
	}
	t.Move(fyne.NewPos(p.format.Left-gap, baseline-ascent))
	t.Resize(t.MinSize())
	return t
}

// restyle gives new shapes to the fragments whose state has changed, and
// returns the grounds that are to change from one colour to another.
func (v *lineView) restyle(p *Page) (tints []tint) {
	for _, f := range v.frags {
		s := p.stateOf(f.mention)
		if s == f.state {
			continue
		}
		before := f.shapes.ground
		f.state = s
		f.shapes = p.drawMark(f)
		if now := f.shapes.ground; now != nil {
			tints = append(tints, tintFrom(before, now))
		}
	}
	return tints
}

// tintFrom is the change from one ground, or from none, to another.
func tintFrom(before, now *canvas.Rectangle) tint {
	to := now.FillColor.(color.NRGBA)
	from := color.NRGBA{to.R, to.G, to.B, 0}
	if before != nil {
		from = before.FillColor.(color.NRGBA)
	}
	return tint{now, from, to}
}

// listGrounds appends what lies behind the line's words, outer marks first.
func (v *lineView) listGrounds(to []fyne.CanvasObject) []fyne.CanvasObject {
	for _, f := range v.frags {
		if f.shapes.ground != nil {
			to = append(to, f.shapes.ground)
		}
	}
	return to
}

// list appends the line's other objects, back to front: the focus ring, the
// lines, the words.
func (v *lineView) list(to []fyne.CanvasObject) []fyne.CanvasObject {
	for _, f := range v.frags {
		if f.shapes.ring != nil {
			to = append(to, f.shapes.ring)
		}
		to = append(to, f.shapes.lines...)
	}
	return append(to, v.words...)
}
