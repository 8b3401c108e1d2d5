// Package prose holds set text as widgets: wrapped paragraphs in a role of type,
// and the stack that lays them out one below the other.
//
// A [Block] has a height that depends on its width, which Fyne's MinSize cannot
// say; a [Stack] asks for it.
package prose

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

// Block is an object whose height follows from its width.
type Block interface {
	fyne.CanvasObject
	// HeightFor is the height in pixels that the block needs at a width.
	HeightFor(width float32) float32
}

// Stretch is a range of bytes [Start, End) of a text that looks different.
// Empty names and a zero font leave that part of the look as it is.
type Stretch struct {
	Start, End int
	Font       look.Font
	Colour     fyne.ThemeColorName
	Underline  fyne.ThemeColorName // a line of 2 px under the words
	Link       fyne.ThemeColorName // a line of 1 px under the words
	Box        fyne.ThemeColorName // a ground behind the words
	Cap        bool                // the words are a key: a frame around them
}

// Text is a paragraph in one role of type. It wraps to its width.
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
}

var _ Block = (*Text)(nil)

// NewText sets content in a role and a colour. The stretches must be ascending
// and apart.
func NewText(role look.Role, colour fyne.ThemeColorName, content string, stretches ...Stretch) *Text {
	t := &Text{role: role, colour: colour, rise: Rise(role)}
	t.ExtendBaseWidget(t)
	t.SetContent(content, stretches...)
	return t
}

// SetContent replaces the words and their stretches.
func (t *Text) SetContent(content string, stretches ...Stretch) {
	t.content, t.stretches = content, slices.Clone(stretches)
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

// SetColour changes the colour of the words.
func (t *Text) SetColour(c fyne.ThemeColorName) {
	if t.colour != c {
		t.colour = c
		t.redraw()
	}
}

// SetMaxLines cuts the text after n lines, at a whole word, with an ellipsis;
// 0 shows all of it.
func (t *Text) SetMaxLines(n int) {
	if t.maxLines != n {
		t.maxLines, t.width = n, -1
		t.redraw()
	}
}

// redraw shows a change, once there is anything shown.
func (t *Text) redraw() {
	if t.drawn {
		t.Refresh()
	}
}

// Role is what the text is set in.
func (t *Text) Role() look.Role { return t.role }

// Content is the whole text.
func (t *Text) Content() string { return t.content }

// HeightFor is the height of the wrapped text at a width.
func (t *Text) HeightFor(width float32) float32 {
	t.breakAt(width)
	return float32(len(t.lines)) * t.role.Leading
}

// NaturalWidth is the width of the text on one line, in whole pixels.
func (t *Text) NaturalWidth() float32 {
	w := t.set.Break(1 << 20)[0].Width
	return float32(int(w) + 1)
}

// MinSize is one line high and as wide as nothing: a text can always wrap.
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

// Rise is the distance from the top of a line in a role to the top of the object
// that draws its words, in whole pixels: between pixels Fyne would round it, and
// texts of one size would sit differently.
func Rise(role look.Role) float32 {
	_, height := role.Face.Metrics(role.Size)
	return float32(math.Floor(float64(role.Leading-height) / 2))
}

// CreateRenderer makes the objects that draw the text.
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

// Refresh draws the lines anew: grounds first, then words, then underlines.
func (r *textRenderer) Refresh() {
	t := r.t
	r.objects, r.width = nil, t.Size().Width
	if r.width <= 0 {
		return
	}
	t.breakAt(r.width)
	for i := range t.lines {
		line := &t.lines[i]
		end := r.drawnEnd(i)
		for _, s := range t.stretches {
			if rect, ok := line.Rect(s.Start, min(s.End, end)); ok && s.Box != "" {
				r.box(rect, s.Box)
			} else if ok && s.Cap {
				r.keyCap(rect)
			}
		}
		r.words(line, end)
		if t.cut && i == len(t.lines)-1 {
			r.text("…", line.X(end), line.Top, t.role.Resource, t.colour)
		}
	}
	canvas.Refresh(t)
}

// drawnEnd is the offset at which line i stops being drawn: its end, or for the
// last line of a cut text the end of the last whole word before the ellipsis.
func (r *textRenderer) drawnEnd(i int) int {
	t, line := r.t, &r.t.lines[i]
	if !t.cut || i < len(t.lines)-1 {
		return line.End
	}
	room := r.width - t.role.Face.Width("…", t.role.Size)
	end := line.Start + len(strings.TrimRight(t.content[line.Start:line.End], " "))
	for line.X(end) > room {
		k := strings.LastIndexByte(t.content[line.Start:end], ' ')
		if k <= 0 {
			break
		}
		end = line.Start + k
	}
	return line.Start + len(strings.TrimRight(t.content[line.Start:end], " ,;:"))
}

// words draws the line in pieces that share a face and a colour, and the lines
// under them.
func (r *textRenderer) words(line *typeset.Line, end int) {
	t, pos := r.t, line.Start
	for _, s := range t.stretches {
		a, b := max(s.Start, line.Start), min(s.End, end)
		if a >= b {
			continue
		}
		// What is underlined only is drawn with the words around it.
		if s.Font.Resource != nil || s.Colour != "" {
			r.piece(line, pos, a, t.role.Resource, t.colour)
			font, colour := t.role.Resource, t.colour
			if s.Font.Resource != nil {
				font = s.Font.Resource
			}
			if s.Colour != "" {
				colour = s.Colour
			}
			r.piece(line, a, b, font, colour)
			pos = b
		}
		r.underline(line, a, b, s.Underline, 3, 2)
		r.underline(line, a, b, s.Link, 2, 1)
	}
	r.piece(line, pos, end, t.role.Resource, t.colour)
}

// underline draws a line, thick pixels high, down pixels below the baseline.
func (r *textRenderer) underline(line *typeset.Line, a, b int, colour fyne.ThemeColorName, down, thick float32) {
	rect, ok := line.Rect(a, b)
	if !ok || colour == "" {
		return
	}
	t := r.t
	ascent, _ := t.role.Face.Metrics(t.role.Size)
	u := canvas.NewRectangle(look.Of(colour))
	u.Move(fyne.NewPos(rect.X, float32(int(line.Top+t.rise+ascent+down))))
	u.Resize(fyne.NewSize(rect.W, thick))
	r.objects = append(r.objects, u)
}

func (r *textRenderer) piece(line *typeset.Line, a, b int, font fyne.Resource, colour fyne.ThemeColorName) {
	if a < b {
		r.text(line.Slice(a, b), line.X(a), line.Top, font, colour)
	}
}

func (r *textRenderer) text(words string, x, top float32, font fyne.Resource, colour fyne.ThemeColorName) {
	if words == "" {
		return
	}
	o := canvas.NewText(words, look.Of(colour))
	o.FontSource, o.TextSize = font, r.t.role.Size
	o.Move(fyne.NewPos(x, top+r.t.rise))
	o.Resize(o.MinSize())
	r.objects = append(r.objects, o)
}

// keyCap draws the frame of a key from 0.9 em above the baseline to 0.38 em
// below it, 6 px wider than the words at each side.
func (r *textRenderer) keyCap(rect typeset.Rect) {
	role := r.t.role
	ascent, _ := role.Face.Metrics(role.Size)
	o := canvas.NewRectangle(look.Of(look.ColorRaised))
	o.StrokeColor, o.StrokeWidth, o.CornerRadius = look.Of(look.ColorRule), 1, 4
	o.Move(fyne.NewPos(rect.X-6, float32(int(rect.Y+r.t.rise+ascent-0.9*role.Size))))
	o.Resize(fyne.NewSize(rect.W+12, float32(int(1.28*role.Size+0.5))))
	r.objects = append(r.objects, o)
}

// box draws a ground from 0.93 em above the baseline to 0.36 em below it, 2 px
// wider than the words at each side.
func (r *textRenderer) box(rect typeset.Rect, colour fyne.ThemeColorName) {
	role := r.t.role
	ascent, _ := role.Face.Metrics(role.Size)
	base := rect.Y + r.t.rise + ascent
	o := canvas.NewRectangle(look.Of(colour))
	o.CornerRadius = 3
	o.Move(fyne.NewPos(rect.X-2, base-0.93*role.Size))
	o.Resize(fyne.NewSize(rect.W+4, 1.29*role.Size))
	r.objects = append(r.objects, o)
}
