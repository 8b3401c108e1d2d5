package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
)

// markState says how a mark is drawn.
type markState int8

const (
	atRest  markState = iota
	hidden            // its layer is off
	silent            // a pronoun, or one that the density leaves out: nothing at rest
	again             // another mention of the selected entity
	faded             // another entity is selected
	lit               // under the pointer
	focused           // has the keyboard's focus
	chosen            // the selected mention
)

// stateOf is the state of the i-th mention.
func (p *Page) stateOf(i int) markState {
	m := p.edition.Mentions()[i]
	switch {
	case i == p.current:
		return chosen
	case !p.marked[i]:
		return hidden
	case i == p.hovered:
		return lit
	case p.focused && i == p.ring:
		return focused
	case p.selected != "" && m.Entity == p.selected:
		return again
	case p.bare(i):
		return silent
	case p.selected != "":
		return faded
	}
	return atRest
}

// markShapes are the objects that draw a fragment.
type markShapes struct {
	ground *canvas.Rectangle
	ring   *canvas.Rectangle
	lines  []fyne.CanvasObject
}

// levelBelow is the distance in pixels from the baseline to the top of a mark's
// line: of one that has no other inside it, of one around such a mark, and of
// one around that again.
var levelBelow = [...]float32{4, 9, 13}

// drawMark makes the shapes of a fragment in its state.
func (p *Page) drawMark(f *fragment) markShapes {
	e, _ := p.edition.Entity(p.edition.Mentions()[f.mention].Entity)
	var s markShapes
	if f.state == hidden {
		return s
	}
	if name, alpha := groundOf(e.Kind, f.state); name != "" {
		s.ground = p.box(f, look.Faded(name, alpha))
	}
	if f.state == atRest && p.layers.Density == layer.Tints && s.ground == nil {
		s.ground = p.box(f, look.Of(look.Tint(e.Kind)))
	}
	if f.state == focused {
		s.ring = p.focusRing(f)
	}
	if e.Kind == annotations.Quote || f.state == silent {
		return s
	}
	y := f.baseline + levelBelow[p.levels[f.mention]]
	line := pattern.Line{
		Kind: e.Kind, Active: activeLine(f.state) || look.Contrast(),
		Opens: f.opens, Closes: f.closes, Ink: look.Faded(look.Ink(e.Kind), inkAlpha(f.state)),
	}
	s.lines = line.Draw(f.rect.X, float32(int(y+0.5)), f.rect.W)
	if f.state == chosen && look.Contrast() {
		above := canvas.NewRectangle(look.Of(look.Ink(e.Kind)))
		above.Move(fyne.NewPos(f.rect.X, f.baseline-0.93*p.format.Reading.Size))
		above.Resize(fyne.NewSize(f.rect.W, 2))
		s.lines = append(s.lines, above)
	}
	return s
}

// groundOf is the colour behind the words in a state, and its alpha.
func groundOf(k annotations.Kind, s markState) (fyne.ThemeColorName, float32) {
	switch {
	case s == chosen || s == lit && k == annotations.Quote:
		return look.TintStrong(k), 1
	case s == lit || s == again:
		return look.Tint(k), 1
	case k == annotations.Quote && s == faded:
		return look.Tint(k), 0.55
	case k == annotations.Quote && s != silent:
		return look.Tint(k), 1
	}
	return "", 0
}

func activeLine(s markState) bool { return s == lit || s == focused || s == chosen }

func inkAlpha(s markState) float32 {
	switch s {
	case atRest:
		return look.RestAlpha()
	case faded:
		return look.DimmedAlpha()
	}
	return 1
}

// box is a ground from 0.93 em above the baseline to 0.36 em below it, 2 px
// wider than the words at each side.
func (p *Page) box(f *fragment, c color.Color) *canvas.Rectangle {
	size := p.format.Reading.Size
	r := canvas.NewRectangle(c)
	r.CornerRadius = 3
	r.Move(fyne.NewPos(f.rect.X-2, f.baseline-0.93*size))
	r.Resize(fyne.NewSize(f.rect.W+4, 1.29*size))
	return r
}

// focusRing is an outline of 2 px, 4 px out from the words.
func (p *Page) focusRing(f *fragment) *canvas.Rectangle {
	r := p.box(f, color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = look.Of(look.ColorFocusRing), 2, 5
	r.Move(r.Position().SubtractXY(2, 2))
	r.Resize(r.Size().AddWidthHeight(4, 4))
	return r
}

// underlineLevels says for each mention how many marks with lines lie inside each
// other within it, up to two: its line stands below theirs. A quotation has no
// line, and neither has a pronoun at rest or what is not marked.
func underlineLevels(e *annotations.Edition, marked []bool) []int {
	mentions := e.Mentions()
	levels := make([]int, len(mentions))
	// Inner mentions come after those around them, so going backwards each has
	// its level before it raises its parents'.
	for i := len(mentions) - 1; i >= 0; i-- {
		below := 0
		if x, _ := e.Entity(mentions[i].Entity); marked[i] && x.Kind != annotations.Quote && mentions[i].Form != annotations.Pronoun {
			below = 1
		}
		if o := parentOf(e, i); o >= 0 {
			levels[o] = min(max(levels[o], levels[i]+below), len(levelBelow)-1)
		}
	}
	return levels
}
