package index

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/layer"
	"sidelight/ui/list"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// lendShare is how much of the rail's height the group of the selected entity may take
// to be unfolded for it.
const lendShare = 0.67

// Rail lists the entities of an edition under their kinds, and the voices below
// them. While the rail has the keyboard's focus, letters filter the names.
type Rail struct {
	widget.BaseWidget

	// OnEntity is called with the entity whose row the reader has chosen.
	OnEntity func(annotations.EntityID)
	// OnVoice is called with the voice whose row the reader has chosen.
	OnVoice func(annotations.Voice)
	// OnNotes is called when the reader wants to see the highlights and notes; nil leaves
	// their row out.
	OnNotes func()
	// OnSection is called with the heading whose row the reader has chosen.
	OnSection func(annotations.Heading)
	// OnPoint is called with the entity whose row the pointer comes to, and with an
	// empty id when it leaves the row.
	OnPoint func(annotations.EntityID)
	// OnHear is called with the voice whose row the pointer comes to, and with 0 when
	// it leaves the row.
	OnHear func(annotations.Voice)
	// OnLayers is called with the layers that the reader wants to be on.
	OnLayers func(layer.Set)
	// OnMenu is called with what the reader wants a menu about, and with the place of
	// the right click in the window.
	OnMenu func(command.Target, fyne.Position)
	// OnLeave is called after Esc, where there is no filter to clear.
	OnLeave func()
	// OnKey is called with the keys that the rail has no use for.
	OnKey func(*fyne.KeyEvent)

	model   *model
	roles   look.Roles
	now     session.Snapshot // the last one followed
	focused bool
	reading int // the section in which the reader is, -1 before the first

	allSelected bool // the filter as a whole is selected: the next letter replaces it

	ground *control.Ground
	typed  *filterField
	list   *list.List[key]
}

var (
	_ fyne.Focusable  = (*Rail)(nil)
	_ fyne.Accessible = (*Rail)(nil)
	_ view.Follower   = (*Rail)(nil)
	_ view.Targeted   = (*Rail)(nil)
)

// New makes a rail that lists nothing until it follows a session.
func New(roles look.Roles) *Rail {
	r := &Rail{model: newModel(), roles: roles, reading: -1, ground: control.NewGround(look.ColorSurface)}
	r.model.role = roles.UI
	r.typed = newFilterField(r)
	r.list = list.New(rows{r.model, r})
	r.list.Before, r.list.After, r.list.Margin = edgeGap, edgeGap, edgeGap
	r.ExtendBaseWidget(r)
	return r
}

// rows is the model of the rail's list: it adds the objects that show the rows.
type rows struct {
	*model
	rail *Rail
}

// Show turns the spare object to row i, or a new one.
func (x rows) Show(i int, spare fyne.CanvasObject) fyne.CanvasObject {
	if p := x.rows[i].part; p == outline || p == section {
		l, ok := spare.(*contentsRow)
		if !ok {
			l = newContentsRow(x.rail)
		}
		l.show(i)
		return l
	}
	l, ok := spare.(*railRow)
	if !ok {
		l = newRailRow(x.rail)
	}
	l.show(i)
	return l
}

// Follow lists the edition of the snapshot now, marks the row of the selected
// entity or of the open voice and shows which layers are on. An entity that was not selected in old is
// brought into view. Scroll, folds, filter and the keyboard's row stay.
func (r *Rail) Follow(old, now session.Snapshot) {
	r.now = now
	if old.Edition != now.Edition {
		r.model.setEdition(now.Edition)
		r.list.Changed()
	}
	if r.OnNotes != nil && r.model.setNotes(now.Notes.Len()) {
		r.list.Changed()
	}
	if old.Selected != now.Selected {
		if r.model.lend(now.Selected, r.list.Size().Height*lendShare) {
			r.list.Changed()
		}
		r.reveal(r.model.find(now.Selected))
	}
	if old.Panel.Voice != now.Panel.Voice {
		r.reveal(r.model.findVoice(now.Panel.Voice))
	}
	if old.Layers != now.Layers {
		r.list.Update()
		return
	}
	if old.Selected == now.Selected && old.Panel.Voice == now.Panel.Voice && old.Panel.Face == now.Panel.Face {
		return // a book has tens of thousands of rows
	}
	for i, x := range r.model.rows {
		if r.bears(x, old) != r.bears(x, now) {
			r.list.UpdateRow(i)
		}
	}
}

// setFilter lists only the names that s finds, from the top.
func (r *Rail) setFilter(s string) {
	if s == r.model.filter {
		return
	}
	r.model.setFilter(s)
	r.list.ScrollTo(0)
	r.list.Changed()
	at := r.model.find(r.now.Selected)
	if s != "" {
		at = r.list.Next(r.list.Next(-1, 1), 1) // the first name, for Enter
	}
	r.list.SetCurrent(at)
	r.typed.Refresh()
}

// Filter returns the letters that the names are filtered by.
func (r *Rail) Filter() string { return r.model.filter }

// reveal scrolls as far as is needed to see row i.
func (r *Rail) reveal(i int) { r.list.Reveal(i, i) }

// act does what a click on row i does.
func (r *Rail) act(i int) {
	switch x := r.model.rows[i]; x.part {
	case head:
		r.list.SetCurrent(i)
		if r.model.filter == "" {
			r.fold(x.kind, !r.model.isFolded(x.kind))
		}
	case outline:
		r.list.SetCurrent(i)
		r.foldContents(!r.model.contents.folded)
	case section:
		r.list.SetCurrent(i)
		if f := r.OnSection; f != nil {
			f(r.model.sections[x.at])
		}
	case entry:
		r.list.SetCurrent(i)
		if f := r.OnEntity; f != nil {
			f(x.id)
		}
	case own:
		r.list.SetCurrent(i)
		r.OnNotes()
	case speaker:
		r.list.SetCurrent(i)
		if f := r.OnVoice; f != nil {
			f(x.voice)
		}
	}
}

// point tells that the pointer is at the row of an entity or of a voice, or at neither.
func (r *Rail) point(id annotations.EntityID, v annotations.Voice) {
	if f := r.OnPoint; f != nil && id != r.now.Lit {
		f(id)
	}
	if f := r.OnHear; f != nil && v != r.now.Heard {
		f(v)
	}
}

// toggle asks for the layer of row i to be switched.
func (r *Rail) toggle(i int) {
	s, on := r.now.Layers, !r.on(r.model.rows[i])
	switch x := r.model.rows[i]; x.part {
	case head:
		s = s.WithKind(x.kind, on)
	case speaker:
		s = s.WithVoice(x.voice, on)
	default:
		return
	}
	s.Plain = false // plain text would hide a layer that is switched on
	if f := r.OnLayers; f != nil && s != r.now.Layers {
		f(s)
	}
}

// on reports whether the layer of a row is on.
func (r *Rail) on(x row) bool {
	switch x.part {
	case head, entry:
		return !r.now.Layers.Plain && r.now.Layers.Kind(x.kind)
	case speaker:
		return r.now.Layers.ShowsVoice(x.voice)
	}
	return true
}

// FocusGained puts the keyboard at the selected row, else at the first.
func (r *Rail) FocusGained() {
	r.focused = true
	if r.list.Current() < 0 {
		r.list.SetCurrent(max(r.model.find(r.now.Selected), r.list.Next(-1, 1)))
	}
	r.reveal(r.list.Current())
	r.list.Update()
	r.typed.Refresh()
}

// FocusLost takes the focus ring away.
func (r *Rail) FocusLost() {
	r.focused = false
	r.list.Update()
	r.typed.Refresh()
}

// TypedRune adds a letter to the filter, which begins with a letter or a digit.
func (r *Rail) TypedRune(c rune) {
	if r.allSelected {
		r.allSelected = false
		r.setFilter(string(c))
		return
	}
	if r.model.filter != "" || unicode.IsLetter(c) || unicode.IsNumber(c) {
		r.setFilter(r.model.filter + string(c))
	}
}

// TypedKey moves through the rows, opens and folds them, and edits the filter.
func (r *Rail) TypedKey(e *fyne.KeyEvent) {
	if r.replaces(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		r.list.Step(-1)
	case fyne.KeyDown:
		r.list.Step(1)
	case fyne.KeyLeft, fyne.KeyRight:
		r.foldAt(e.Name == fyne.KeyLeft)
	case fyne.KeyReturn, fyne.KeyEnter:
		if i := r.list.Current(); i >= 0 {
			r.act(i)
		}
	case fyne.KeyBackspace:
		if letters := []rune(r.model.filter); len(letters) > 0 {
			r.setFilter(string(letters[:len(letters)-1]))
		}
	case fyne.KeyEscape:
		r.leave()
	case fyne.KeySpace: // a letter of the filter, if there is one
		if i := r.list.Current(); i >= 0 && r.model.filter == "" {
			r.toggle(i)
		}
	default:
		if f := r.OnKey; f != nil {
			f(e)
		}
	}
}

// replaces ends the selection of the whole filter before a key acts, and reports
// whether the key has deleted the filter.
func (r *Rail) replaces(key fyne.KeyName) bool {
	if !r.allSelected {
		return false
	}
	r.allSelected = false
	r.typed.Refresh()
	if key == fyne.KeyBackspace || key == fyne.KeyDelete {
		r.setFilter("")
		return true
	}
	return false
}

// SelectAll selects the whole filter, so that the next letter replaces it.
func (r *Rail) SelectAll() {
	r.allSelected = r.model.filter != ""
	r.typed.Refresh()
}

func (r *Rail) leave() {
	if r.model.filter != "" {
		r.setFilter("")
	} else if f := r.OnLeave; f != nil {
		f()
	}
}

// foldAt folds the group that the keyboard is in, if on is true, and puts the
// keyboard at the group's head; else it unfolds the group.
func (r *Rail) foldAt(on bool) {
	i := r.list.Current()
	if i < 0 || r.model.filter != "" || r.model.rows[i].part == speaker || r.model.rows[i].part == own {
		return
	}
	if p := r.model.rows[i].part; p == outline || p == section {
		r.list.SetCurrent(0)
		r.foldContents(on)
		return
	}
	for on && r.model.rows[i].part != head {
		i--
	}
	r.list.SetCurrent(i)
	r.fold(r.model.rows[i].kind, on)
	r.reveal(r.list.Current())
}

// AccessibilityLabel returns the name of the rail.
func (r *Rail) AccessibilityLabel() string { return indexName() }

// AccessibilityRole says that the rail is a container.
func (r *Rail) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// MinSize returns the least width of the rail.
func (r *Rail) MinSize() fyne.Size { return fyne.NewSize(120, 0) }

// CreateRenderer shows the list, and the filter below it.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(r, func() {}, r.arrange, r.ground, r.list, r.typed)
}

func (r *Rail) arrange(size fyne.Size) {
	r.ground.Resize(size)
	height := max(size.Height-filterHeight, 0)
	control.Place(r.list, 0, 0, size.Width, height)
	control.Place(r.typed, 0, height, size.Width, filterHeight)
}
