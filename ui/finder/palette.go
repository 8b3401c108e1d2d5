package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/search"
	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// Measures of the palette in pixels.
const (
	PaletteWidth = 680
	PaletteTop   = 84 // from the window's top

	paletteRadius = 12
	queryHeight   = 59 // the height of the field
	chipsTop      = 72
	listTop       = 104

	mostOfWindow = 0.72 // the share of the window's height at which results end
	leastHeight  = 400  // below this height the palette takes what it needs all the same
)

var _ fyne.Tappable = (*Palette)(nil)

// Palette is a finder in one piece, to float over the window: a large field, the
// groups that can be searched alone, and the list. It has no ground of its own.
type Palette struct {
	widget.BaseWidget
	*Finder
	escape *control.Key
	rule   *shape.Box

	// OnResized is called when [Palette.HeightFor] may return another height.
	OnResized func()
	// Window returns the height in pixels of the window that the palette lies over.
	// It is asked before the palette is drawn, when the toolkit does not know the
	// window yet. Nil means a window in which results need leave nothing free.
	Window func() float32
}

// NewPalette makes an empty palette.
func NewPalette(o Options) *Palette {
	p := &Palette{
		rule: shape.NewBox(nil), escape: control.NewKey(locale.X("key.escape", "Esc"), o.Roles),
	}
	p.Finder = newFinder(o, field.New(locale.X("finder.palette-placeholder", "Search this article"), "", field.Large(o.Roles)), paletteMeasures)
	p.results.footer = paletteFooter(o.Roles)
	p.chips = newChips(o.Roles, func(g search.Group) {
		p.setOnly(g)
		p.field.Focus() // the click on the chip has taken the focus away
	})
	p.field.Entry.Tabs = true
	p.resized = func() {
		if f := p.OnResized; f != nil {
			f()
		}
	}
	p.ExtendBaseWidget(p)
	p.show(false)
	return p
}

// Begin starts a search of all groups with a query, which may be empty.
func (p *Palette) Begin(query string) {
	p.only = 0
	p.chips.set(0)
	p.query = ""
	p.field.Entry.SetText("")
	p.search(false)
	p.SetQuery(query)
}

// Tapped gives the field the keyboard's focus again, which a click beside it has
// taken away.
func (p *Palette) Tapped(*fyne.PointEvent) { p.field.Focus() }

// HeightFor returns the height in pixels that shows everything at a width, or less
// for results in a high window: below them the page shows the chosen result.
func (p *Palette) HeightFor(width float32) float32 {
	h := listTop + p.results.HeightFor(width)
	if p.answered == "" || p.Window == nil {
		return h
	}
	if most := p.Window()*mostOfWindow - PaletteTop; most >= leastHeight {
		h = min(h, most)
	}
	return h
}

// MinSize returns the least size, which shows the field and the first result.
func (p *Palette) MinSize() fyne.Size { return fyne.NewSize(minResultsWidth, listTop+2*footerHeight) }

// CreateRenderer draws field, groups and list.
func (p *Palette) CreateRenderer() fyne.WidgetRenderer {
	paint := func() { p.rule.FillColor = look.Of(look.ColorRule) }
	return control.Render(p, paint, p.arrange, p.results, p.field, p.escape, p.rule, p.chips)
}

func (p *Palette) arrange(size fyne.Size) {
	m, key := paletteMeasures, p.escape.MinSize()
	control.Place(p.escape, size.Width-m.right-key.Width, (queryHeight+1-key.Height)/2, key.Width, key.Height)
	control.Place(p.field, 0, 0, size.Width-m.right-key.Width-keyGap, queryHeight)
	control.Place(p.rule, 0, queryHeight, size.Width, 1)
	control.Place(p.chips, m.left, chipsTop, size.Width-m.left-m.right, chipHeight)
	control.Place(p.results, 0, listTop, size.Width, size.Height-listTop)
}
