package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/search"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

// Measures of the palette in pixels.
const (
	PaletteWidth = 680
	PaletteTop   = 84 // from the window's top

	paletteRadius = 12
	queryHeight   = 59 // of the field
	chipsTop      = 72
	listTop       = 104

	mostOfWindow = 0.72 // how far down a window results reach
	leastHeight  = 400  // where they had less room than that, they may reach farther
)

var _ fyne.Tappable = (*Palette)(nil)

// Palette is the finder over the window: a large field, the groups that can be
// looked among, and the list below them. Its ground is whatever it lies on.
type Palette struct {
	widget.BaseWidget
	*Finder
	escape *control.Key
	rule   *canvas.Rectangle

	// OnResized is called when the palette may need another height.
	OnResized func()
}

// NewPalette makes an empty palette.
func NewPalette(o Options) *Palette {
	p := &Palette{
		rule: canvas.NewRectangle(nil), escape: control.NewKey(locale.X("key.escape", "Esc"), o.Roles),
	}
	p.Finder = newFinder(o, newField(locale.X("finder.palette-placeholder", "Search this article"), "", largeField(o.Roles)), paletteMeasures)
	p.results.footer = paletteFooter(o.Roles)
	p.chips = newChips(o.Roles, func(g search.Group) {
		p.setOnly(g)
		p.field.focus() // the click has taken it away
	})
	p.field.entry.tabs = true
	p.resized = func() {
		if f := p.OnResized; f != nil {
			f()
		}
	}
	p.ExtendBaseWidget(p)
	p.show()
	return p
}

// Begin empties the palette, or fills it with a query, and looks among
// everything again.
func (p *Palette) Begin(query string) {
	p.only = 0
	p.chips.set(0)
	p.query = ""
	p.field.entry.SetText("")
	p.search()
	p.SetQuery(query)
}

// End forgets what is being searched for.
func (p *Palette) End() { p.ask.drop() }

// Tapped gives the field the focus again that a click beside it has taken away.
func (p *Palette) Tapped(*fyne.PointEvent) { p.field.focus() }

// HeightFor is the height that shows everything at a width. Results leave a part
// of a high window free, to show on the page behind what is chosen of them.
func (p *Palette) HeightFor(width float32) float32 {
	h := listTop + p.results.HeightFor(width)
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if p.answered == "" || c == nil {
		return h
	}
	if most := c.Size().Height*mostOfWindow - PaletteTop; most >= leastHeight {
		h = min(h, most)
	}
	return h
}

// CreateRenderer lays out the parts.
func (p *Palette) CreateRenderer() fyne.WidgetRenderer {
	r := paletteRenderer{p}
	r.paint()
	return r
}

type paletteRenderer struct{ p *Palette }

func (r paletteRenderer) Destroy() {}
func (r paletteRenderer) MinSize() fyne.Size {
	return fyne.NewSize(minResultsWidth, listTop+2*footerHeight)
}

func (r paletteRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.results, r.p.field, r.p.escape, r.p.rule, r.p.chips}
}

func (r paletteRenderer) Layout(size fyne.Size) {
	p, m := r.p, paletteMeasures
	key := p.escape.MinSize()
	p.escape.Move(fyne.NewPos(size.Width-m.right-key.Width, (queryHeight+1-key.Height)/2))
	p.escape.Resize(key)
	p.field.Resize(fyne.NewSize(size.Width-m.right-key.Width-keyGap, queryHeight))
	p.rule.Move(fyne.NewPos(0, queryHeight))
	p.rule.Resize(fyne.NewSize(size.Width, 1))
	p.chips.Move(fyne.NewPos(m.left, chipsTop))
	p.chips.Resize(fyne.NewSize(size.Width-m.left-m.right, chipHeight))
	p.results.Move(fyne.NewPos(0, listTop))
	p.results.Resize(fyne.NewSize(size.Width, max(size.Height-listTop, 0)))
}

func (r paletteRenderer) paint() { r.p.rule.FillColor = look.Of(look.ColorRule) }

func (r paletteRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.p)
}
