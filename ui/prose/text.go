// Package prose sets text as widgets: wrapped paragraphs in a role of type, and what
// lays out such paragraphs, icons and drawings beside and below one another.
//
// All of them are a [Block], whose height depends on its width. Fyne's MinSize does
// not know of a width; [Stack], [Columns] and [Flow] ask their blocks for the height
// at the width that they give them.
package prose

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Block is an object whose height follows from its width.
type Block interface {
	fyne.CanvasObject
	// HeightFor returns the height that the block needs at a width, in pixels.
	HeightFor(width float32) float32
}

// Stretch is a range of bytes [Start, End) of a [Text] that looks different from the
// rest. A zero font and an empty name of a colour change nothing.
type Stretch struct {
	Start, End int
	Font       look.Font
	Colour     fyne.ThemeColorName
	Underline  fyne.ThemeColorName // a line under the words, 2 pixels thick
	Link       fyne.ThemeColorName // a line under the words, 1 pixel thick
	Strike     fyne.ThemeColorName // a line through the words, 1 pixel thick
	Box        fyne.ThemeColorName // a ground behind the words
	Cap        bool                // the words are a key: a frame around them
}

// Text is a block of one paragraph in a role of type, wrapped to its width.
type Text struct {
	widget.BaseWidget
	role      look.Role
	colour    fyne.ThemeColorName
	content   string
	stretches []Stretch
	maxLines  int

	set   *typeset.Text
	lines []typeset.Line
	width float32
	cut   bool // the last line ends with an ellipsis
	rise  float32
	drawn bool // there is a renderer to tell of changes

	from, to int // the bytes that are selected, see [Text.Select]
}

var _ Block = (*Text)(nil)

// NewText makes a text of a content in a role and a colour. The stretches must be in
// ascending order and must not overlap.
func NewText(role look.Role, colour fyne.ThemeColorName, content string, stretches ...Stretch) *Text {
	t := &Text{role: role, colour: colour, rise: Rise(role)}
	t.ExtendBaseWidget(t)
	t.SetContent(content, stretches...)
	return t
}

// SetContent replaces the content and its stretches.
func (t *Text) SetContent(content string, stretches ...Stretch) {
	t.content, t.stretches = content, slices.Clone(stretches)
	t.from, t.to = 0, 0
	var runs []typeset.Run
	for _, s := range stretches {
		if s.Font.Face != nil {
			runs = append(runs, typeset.Run{Start: s.Start, End: s.End, Face: s.Font.Face})
		}
	}
	t.set = typeset.NewText(content, 0, t.role.Style(), runs...)
	t.width = -1
	t.redraw()
}

// SetColour sets the colour of the words.
func (t *Text) SetColour(c fyne.ThemeColorName) {
	if t.colour != c {
		t.colour = c
		t.redraw()
	}
}

// SetMaxLines sets how many lines are shown; 0 stands for all. A longer text is cut
// after a whole word, and an ellipsis follows.
func (t *Text) SetMaxLines(n int) {
	if t.maxLines != n {
		t.maxLines, t.width = n, -1
		t.redraw()
	}
}

// redraw shows a change of a text that has been drawn before.
func (t *Text) redraw() {
	if t.drawn {
		t.Refresh()
	}
}

// Role returns the role of type that the text is set in.
func (t *Text) Role() look.Role { return t.role }

// Content returns the whole text, also the lines that are cut off.
func (t *Text) Content() string { return t.content }

// Cut reports whether the text is longer than the lines that are shown.
func (t *Text) Cut() bool { return t.cut }

// HeightFor returns the height of the wrapped text at a width, in pixels.
func (t *Text) HeightFor(width float32) float32 {
	t.breakAt(width)
	return float32(len(t.lines)) * t.role.Leading
}

// NaturalWidth returns the width of the text on one line, rounded up to a whole
// pixel.
func (t *Text) NaturalWidth() float32 {
	w := t.set.Break(1 << 20)[0].Width
	return float32(int(w) + 1)
}

// MinSize returns the height of one line and no width: a text can always wrap.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(0, t.role.Leading)
}

// Resize wraps the text to the new width.
func (t *Text) Resize(size fyne.Size) {
	t.breakAt(size.Width)
	t.BaseWidget.Resize(size)
}

func (t *Text) breakAt(width float32) {
	if t.width == width {
		return
	}
	t.width = width
	t.lines = t.set.Break(width)
	t.cut = t.maxLines > 0 && len(t.lines) > t.maxLines
	if t.cut {
		t.lines = t.lines[:t.maxLines]
	}
	for i := range t.lines {
		t.lines[i].Top = float32(i) * t.role.Leading
	}
}

// Rise returns the distance in pixels from the top of a line in a role to the top of
// the object that draws the line's words. It is a whole number: Fyne would round an
// object's position between pixels, and texts of one size would sit differently.
func Rise(role look.Role) float32 {
	_, height := role.Face.Metrics(role.Size)
	return float32(math.Floor(float64(role.Leading-height) / 2))
}

// CreateRenderer draws the lines.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.drawn = true
	r := &textRenderer{t: t}
	r.Refresh()
	return r
}

type textRenderer struct {
	t       *Text
	objects []fyne.CanvasObject
	width   float32
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *textRenderer) Layout(size fyne.Size) {
	if size.Width != r.width {
		r.Refresh()
	}
}

// Refresh makes new objects for all lines: what is selected first, then grounds, then
// words, then underlines.
func (r *textRenderer) Refresh() {
	t := r.t
	r.objects, r.width = nil, t.Size().Width
	if r.width <= 0 {
		return
	}
	t.breakAt(r.width)
	r.selected()
	for i := range t.lines {
		line := &t.lines[i]
		end := r.drawnEnd(i)
		cut, tail := t.cut && i == len(t.lines)-1, float32(0)
		if cut {
			tail = t.role.Face.Width("…", t.role.Size)
			short := line.Until(end, r.width, tail)
			line = &short
		}
		for _, s := range t.stretches {
			for _, rect := range line.Rects(s.Start, min(s.End, end)) {
				if s.Box != "" {
					r.box(rect, s.Box)
				} else if s.Cap {
					r.keyCap(rect)
				}
			}
		}
		r.words(line, end)
		if cut {
			r.ellipsis(line.Tail(tail), line.Top)
		}
	}
	canvas.Refresh(t)
}

// drawnEnd returns the byte offset at which the drawn part of line i ends: the end
// of the line or, in the last line of a cut text, the end of the last whole word
// before the ellipsis.
func (r *textRenderer) drawnEnd(i int) int {
	t, line := r.t, &r.t.lines[i]
	if !t.cut || i < len(t.lines)-1 {
		return line.End
	}
	room := r.width - t.role.Face.Width("…", t.role.Size)
	end := line.Start + len(strings.TrimRight(t.content[line.Start:line.End], " "))
	for line.Reach(end) > room {
		k := strings.LastIndexByte(t.content[line.Start:end], ' ')
		if k <= 0 {
			break
		}
		end = line.Start + k
	}
	return line.Start + len(strings.TrimRight(t.content[line.Start:end], " ,;:"))
}

// words draws a line of text up to the byte offset end, in pieces that share a face
// and a colour, and the underlines of its stretches.
func (r *textRenderer) words(line *typeset.Line, end int) {
	t, pos := r.t, line.Start
	for _, s := range t.stretches {
		a, b := max(s.Start, line.Start), min(s.End, end)
		if a >= b {
			continue
		}
		// What is underlined only is drawn with the words around it.
		if s.Font.Resource != nil || s.Colour != "" {
			r.piece(line, pos, a, t.colour)
			colour := t.colour
			if s.Colour != "" {
				colour = s.Colour
			}
			r.piece(line, a, b, colour)
			pos = b
		}
		r.underline(line, a, b, s.Underline, 3, 2)
		r.underline(line, a, b, s.Link, 2, 1)
	}
	r.piece(line, pos, end, t.colour)
	for _, s := range t.stretches { // over the words
		if a, b := max(s.Start, line.Start), min(s.End, end); a < b {
			r.underline(line, a, b, s.Strike, -strikeRise*t.role.Size, 1)
		}
	}
}

// ellipsis draws what stands for the words that are cut off.
func (r *textRenderer) ellipsis(x, top float32) {
	o := canvas.NewText("…", look.Of(r.t.colour))
	o.FontSource, o.TextSize = r.t.role.Resource, r.t.role.Size
	o.Move(fyne.NewPos(x, top+r.t.rise))
	o.Resize(o.MinSize())
	r.objects = append(r.objects, o)
}

// strikeRise is how far above the baseline a line through words lies, in em.
const strikeRise = 0.28

// underline draws a line under the bytes [a, b) of a line of text, thick pixels high
// and down pixels below the baseline.
func (r *textRenderer) underline(line *typeset.Line, a, b int, colour fyne.ThemeColorName, down, thick float32) {
	if colour == "" {
		return
	}
	t := r.t
	ascent, _ := t.role.Face.Metrics(t.role.Size)
	for _, rect := range line.Rects(a, b) {
		u := shape.NewBox(look.Of(colour))
		u.Move(fyne.NewPos(rect.X, float32(int(line.Top+t.rise+ascent+down))))
		u.Resize(fyne.NewSize(rect.W, thick))
		r.objects = append(r.objects, u)
	}
}

func (r *textRenderer) piece(line *typeset.Line, a, b int, colour fyne.ThemeColorName) {
	if a >= b {
		return
	}
	for _, p := range line.Pieces(a, b) {
		r.objects = append(r.objects, Piece(p, r.t.role, look.Of(colour), 0, line.Top+r.t.rise))
	}
}

// Piece draws a piece of a line of a role: left is where the line begins, and top the
// top of an object that draws words of the role on it, in pixels.
func Piece(p typeset.Piece, role look.Role, ink color.Color, left, top float32) *canvas.Text {
	o := canvas.NewText("", ink)
	Draw(o, p, role, left, top)
	return o
}

// Draw makes an object draw a piece as [Piece] does, in the object's colour.
func Draw(o *canvas.Text, p typeset.Piece, role look.Role, left, top float32) {
	o.Text, o.FontSource, o.TextSize = p.Text, p.Face, p.Size
	if p.Face != role.Face || p.Size != role.Size {
		// Fyne draws on whole pixels: so much is the baseline below the top.
		line, _ := role.Face.Metrics(role.Size)
		own, _ := p.Face.Metrics(p.Size)
		top += float32(math.Ceil(float64(line)) - math.Ceil(float64(own)))
	}
	o.Move(fyne.NewPos(left+p.X, top-p.Raise))
	o.Resize(o.MinSize())
}

// keyCap draws the frame of a key around words that lie in rect, from 0.9 em above
// the baseline to 0.38 em below it, and 6 pixels wider than the words at each side.
func (r *textRenderer) keyCap(rect typeset.Rect) {
	role := r.t.role
	ascent, _ := role.Face.Metrics(role.Size)
	o := shape.NewBox(look.Of(look.ColorRaised))
	o.StrokeColor, o.StrokeWidth, o.CornerRadius = look.Of(look.ColorRule), 1, 4
	o.Move(fyne.NewPos(rect.X-6, float32(int(rect.Y+r.t.rise+ascent-0.9*role.Size))))
	o.Resize(fyne.NewSize(rect.W+12, float32(int(1.28*role.Size+0.5))))
	r.objects = append(r.objects, o)
}

// box draws a ground behind words that lie in rect, from 0.93 em above the baseline
// to 0.36 em below it, and 2 pixels wider than the words at each side.
func (r *textRenderer) box(rect typeset.Rect, colour fyne.ThemeColorName) {
	role := r.t.role
	ascent, _ := role.Face.Metrics(role.Size)
	base := rect.Y + r.t.rise + ascent
	o := shape.NewBox(look.Of(colour))
	o.CornerRadius = 3
	o.Move(fyne.NewPos(rect.X-2, base-0.93*role.Size))
	o.Resize(fyne.NewSize(rect.W+4, 1.29*role.Size))
	r.objects = append(r.objects, o)
}
