package index

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
)

// Rail is the list. While it has the keyboard's focus, letters filter the names.
type Rail struct {
	widget.BaseWidget

	// OnEntity is called with the entity whose row was chosen.
	OnEntity func(annotations.EntityID)
	// OnLayers is called with the layers that the reader asks for.
	OnLayers func(layer.Set)
	// OnLeave is called when Esc is typed and there is no filter to clear.
	OnLeave func()
	// OnKey is called with keys that the rail does not use.
	OnKey func(*fyne.KeyEvent)

	model    *model
	roles    look.Roles
	layers   layer.Set
	selected annotations.EntityID
	cursor   int // row that the keyboard is at, or -1
	focused  bool

	allSelected bool // the words of the filter: what is typed takes their place

	ground *canvas.Rectangle
	typed  *filterLine
	body   *body
	scroll *container.Scroll
}

var (
	_ fyne.Focusable  = (*Rail)(nil)
	_ fyne.Accessible = (*Rail)(nil)
)

// New makes a rail of an edition.
func New(e *annotations.Edition, roles look.Roles) *Rail {
	r := &Rail{
		model: newModel(e), roles: roles, cursor: -1,
		ground: canvas.NewRectangle(nil),
	}
	r.typed = newFilterLine(r)
	r.body = newBody(r)
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = func(fyne.Position) { r.body.place() }
	r.ExtendBaseWidget(r)
	return r
}

// Folded reports whether the group of a kind is folded.
func (r *Rail) Folded(k annotations.Kind) bool { return r.model.folded[k] }

// Fold folds or unfolds the group of a kind.
func (r *Rail) Fold(k annotations.Kind, on bool) {
	r.model.fold(k, on)
	r.listed()
}

// Open unfolds the group of a kind and brings its head to the top.
func (r *Rail) Open(k annotations.Kind) {
	r.Fold(k, false)
	for i, x := range r.model.rows {
		if x.part == head && x.kind == k {
			r.cursor = i
			r.scroll.ScrollToOffset(fyne.NewPos(0, x.top-edgeGap))
			r.body.place()
		}
	}
}

// SetSelected marks the row of an entity and brings it into view; where its
// group is folded, the head of the group is marked.
func (r *Rail) SetSelected(id annotations.EntityID) {
	if r.selected == id {
		return
	}
	r.selected = id
	r.reveal(r.model.find(id))
	r.body.place()
}

// SetLayers shows which layers are on.
func (r *Rail) SetLayers(s layer.Set) {
	if r.layers != s {
		r.layers = s
		r.body.place()
	}
}

// SetFilter lists only the names that hold these letters.
func (r *Rail) SetFilter(s string) {
	if s == r.model.filter {
		return
	}
	r.model.setFilter(s)
	r.cursor = r.model.find(r.selected)
	if s != "" {
		r.cursor = r.model.step(r.model.step(-1, 1), 1) // the first name, for Enter
	}
	r.scroll.ScrollToTop()
	r.listed()
	r.typed.Refresh()
}

// Filter is what names are listed by.
func (r *Rail) Filter() string { return r.model.filter }

// listed shows rows that were made anew.
func (r *Rail) listed() {
	r.cursor = min(r.cursor, len(r.model.rows)-1)
	r.body.Refresh()
	r.scroll.Refresh()
	r.body.place()
}

// reveal scrolls as far as it takes to see the i-th row.
func (r *Rail) reveal(i int) {
	if i < 0 || r.scroll.Size().Height <= 0 {
		return
	}
	x, y := r.model.rows[i], r.scroll.Offset.Y
	y = max(min(y, x.top-edgeGap), x.top+x.height+edgeGap-r.scroll.Size().Height)
	if y = max(y, 0); y != r.scroll.Offset.Y {
		r.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// act does what a click on the i-th row does.
func (r *Rail) act(i int) {
	switch x := r.model.rows[i]; x.part {
	case head:
		r.cursor = i
		if r.model.filter == "" {
			r.Fold(x.kind, !r.model.folded[x.kind])
		}
	case entry:
		r.cursor = i
		if f := r.OnEntity; f != nil {
			f(x.id)
		}
	case speaker:
		r.cursor = i
		r.toggle(i)
	}
}

// toggle switches the layer of the i-th row.
func (r *Rail) toggle(i int) {
	s, on := r.layers, !r.on(r.model.rows[i])
	switch x := r.model.rows[i]; x.part {
	case head:
		s = s.WithKind(x.kind, on)
	case speaker:
		s = s.WithVoice(x.voice, on)
	default:
		return
	}
	s.Plain = false // what is switched on is to be seen
	if f := r.OnLayers; f != nil && s != r.layers {
		f(s)
	}
}

// on reports whether the layer of a row is on.
func (r *Rail) on(x row) bool {
	switch x.part {
	case head, entry:
		return !r.layers.Plain && r.layers.Kind(x.kind)
	case speaker:
		return r.layers.ShowsVoice(x.voice)
	}
	return true
}

// FocusGained puts the keyboard at the selected row, else at the first.
func (r *Rail) FocusGained() {
	r.focused = true
	if r.cursor < 0 {
		r.cursor = max(r.model.find(r.selected), r.model.step(-1, 1))
	}
	r.reveal(r.cursor)
	r.body.place()
	r.typed.Refresh()
}

// FocusLost takes the focus ring away.
func (r *Rail) FocusLost() {
	r.focused = false
	r.body.place()
	r.typed.Refresh()
}

// TypedRune adds a letter to the filter.
func (r *Rail) TypedRune(c rune) {
	if r.allSelected {
		r.allSelected = false
		r.SetFilter(string(c))
		return
	}
	if r.model.filter != "" || unicode.IsLetter(c) || unicode.IsNumber(c) {
		r.SetFilter(r.model.filter + string(c))
	}
}

// TypedKey walks the rows, opens and folds them and edits the filter.
func (r *Rail) TypedKey(e *fyne.KeyEvent) {
	if r.replaces(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		r.move(-1)
	case fyne.KeyDown:
		r.move(1)
	case fyne.KeyLeft, fyne.KeyRight:
		r.foldAt(e.Name == fyne.KeyLeft)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.cursor >= 0 {
			r.act(r.cursor)
		}
	case fyne.KeyBackspace:
		if letters := []rune(r.model.filter); len(letters) > 0 {
			r.SetFilter(string(letters[:len(letters)-1]))
		}
	case fyne.KeyEscape:
		r.leave()
	case fyne.KeySpace: // a letter of the filter, if there is one
		if r.model.filter == "" && r.cursor >= 0 {
			r.toggle(r.cursor)
		}
	default:
		if f := r.OnKey; f != nil {
			f(e)
		}
	}
}

// replaces takes back that the whole filter is selected, and reports whether the
// key took it away.
func (r *Rail) replaces(key fyne.KeyName) bool {
	if !r.allSelected {
		return false
	}
	r.allSelected = false
	r.typed.Refresh()
	if key == fyne.KeyBackspace || key == fyne.KeyDelete {
		r.SetFilter("")
		return true
	}
	return false
}

// SelectFilter selects the words that the list is filtered by.
func (r *Rail) SelectFilter() {
	r.allSelected = r.model.filter != ""
	r.typed.Refresh()
}

func (r *Rail) leave() {
	if r.model.filter != "" {
		r.SetFilter("")
	} else if f := r.OnLeave; f != nil {
		f()
	}
}

func (r *Rail) move(delta int) {
	r.cursor = r.model.step(r.cursor, delta)
	r.reveal(r.cursor)
	r.body.place()
}

// foldAt folds the group that the keyboard is in and goes to its head, or
// unfolds it.
func (r *Rail) foldAt(on bool) {
	if r.cursor < 0 || r.model.filter != "" || r.model.rows[r.cursor].part == speaker {
		return
	}
	k := r.model.rows[r.cursor].kind
	for on && r.model.rows[r.cursor].part != head {
		r.cursor--
	}
	r.Fold(k, on)
	r.reveal(r.cursor)
}

// AccessibilityLabel is the name of the rail.
func (r *Rail) AccessibilityLabel() string { return indexName() }

// AccessibilityRole is a container.
func (r *Rail) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

func (r *Rail) arrange(size fyne.Size) {
	r.ground.Resize(size)
	height := max(size.Height-filterHeight, 0)
	fresh := r.scroll.Size().Height <= 0
	r.scroll.Resize(fyne.NewSize(size.Width, height))
	r.typed.Move(fyne.NewPos(0, height))
	r.typed.Resize(fyne.NewSize(size.Width, filterHeight))
	if fresh {
		r.reveal(r.model.find(r.selected)) // it was selected while there was no room
	}
	r.body.place()
}

// CreateRenderer shows the list on its ground.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	x := &railRenderer{r}
	x.paint()
	return x
}

type railRenderer struct{ r *Rail }

func (x *railRenderer) Destroy()              {}
func (x *railRenderer) MinSize() fyne.Size    { return fyne.NewSize(120, 0) }
func (x *railRenderer) Layout(size fyne.Size) { x.r.arrange(size) }

func (x *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.ground, x.r.scroll, x.r.typed}
}

func (x *railRenderer) paint() {
	x.r.ground.FillColor = look.Of(look.ColorSurface)
}

func (x *railRenderer) Refresh() {
	x.paint()
	x.r.ground.Refresh()
	x.r.scroll.Refresh()
	x.r.typed.Refresh()
	x.r.body.place()
}
