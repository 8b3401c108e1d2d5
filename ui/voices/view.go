// Package voices is the view of who speaks in an article: a strip of the whole article
// with a row for each voice, and under it each speaker with all that they say, a
// quotation beside its published wording.
package voices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/voices"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/drawing"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// Asks is what the view asks for.
type Asks interface {
	view.Asks
	view.Ways
}

// View shows who says what in the document that it follows.
type View struct {
	widget.BaseWidget

	// OnMenu hears what the reader wants a menu about, and its place in the window.
	OnMenu func(command.Target, fyne.Position)
	// OnScrolled hears that the reader has scrolled.
	OnScrolled func()

	asks    Asks
	measure figure.Measure
	now     session.Snapshot
	edge    *canvas.Rectangle // under the strip, while a part of the list is out of view above
	head    *head
	strip   *drawing.Board
	list    *drawing.Board

	model    *voices.Model // nil before one is made
	shown    request       // what the drawings show
	wanted   request       // what they are to show
	job      async.Latest[*laid]
	scrub    annotations.Span // that the reader drags over, else empty
	scrubAt  float32          // of the pointer in the strip, pixels
	folds    map[string]bool  // speakers that the reader has folded up or unfolded
	bring    string           // the key of what is to be brought into view
	restored *figure.Point    // where the list is to be scrolled to
	turned   bool             // others are listed than before, or in another order
	minded   func()
	whole    *figure.Figure // of the two, nil for none yet
}

var (
	_ view.View     = (*View)(nil)
	_ view.Scroller = (*View)(nil)
	_ view.Targeted = (*View)(nil)
	_ view.Drawn    = (*View)(nil)
	_ view.Minding  = (*View)(nil)
)

// New makes a view that shows nothing before it follows a document. The function do runs
// another one on the UI goroutine; nil stands for the toolkit's.
func New(roles look.Roles, asks Asks, do func(func())) *View {
	v := &View{
		asks: asks, measure: drawing.Measure(roles), edge: canvas.NewRectangle(nil),
		strip: drawing.New(roles), list: drawing.New(roles), folds: map[string]bool{},
	}
	v.job.Do = do
	v.head = newHead(roles, v)
	v.strip.OnTapped, v.list.OnTapped = v.tapped, v.tapped
	v.strip.OnMenu, v.list.OnMenu = v.menu, v.menu
	v.strip.OnKey, v.list.OnKey = v.stripKey, v.listKey
	v.strip.OnDragged = v.dragged
	v.list.OnScrolled = func() {
		v.scrolled()
		if f := v.OnScrolled; f != nil {
			f()
		}
	}
	v.ExtendBaseWidget(v)
	return v
}

// Follow shows who speaks in the document of a snapshot, and what is chosen there.
func (v *View) Follow(old, now session.Snapshot) {
	v.now = now
	if now.Edition == nil {
		return
	}
	if old.Edition != now.Edition {
		v.model = nil
	}
	was, is := chosen(old), chosen(now)
	if !is.Empty() && (is != was || old.View != now.View) {
		v.bring = keySaid(is)
	} else if now.Selected != old.Selected && now.Selected != "" {
		v.bring = keyHead + "entity:" + string(now.Selected)
	}
	if old.Edition == now.Edition && old.Views.Voices != now.Views.Voices {
		v.turned = true
		if !is.Empty() {
			v.bring = keySaid(is)
		}
	}
	v.head.follow(now)
	v.layOut()
}

// chosen returns the passage that is chosen: that of the open voice, or the words of the
// quotation whose card is open; empty for none.
func chosen(now session.Snapshot) annotations.Span {
	if now.Edition == nil {
		return annotations.Span{}
	}
	at := now.Panel.Said
	if x, ok := now.Edition.Entity(now.Selected); at.Empty() && ok && x.Kind == annotations.Quote {
		if m, ok := now.Edition.Mention(now.Mention); ok {
			at = m.Span
		} else if m, ok := now.Edition.Nth(x.ID, 0); ok {
			at = m.Span
		}
	}
	if p, ok := now.Edition.PassageAt(at.Start); ok && !at.Empty() {
		return p.Span
	}
	return annotations.Span{}
}

// filter returns which passages are shown.
func filter(now session.Snapshot, m *voices.Model) voices.Filter {
	f := voices.Filter(now.Views.Voices)
	if m == nil {
		return f
	}
	return m.Valid(f)
}

// Nothing says that no voice of the document is known.
func (v *View) Nothing() string {
	if e := v.now.Edition; e == nil || len(e.Passages()) > 0 {
		return ""
	}
	return locale.X("voices.nothing", "Voices: who speaks is not known in this file")
}

// Place is how far the list of speakers is scrolled.
func (v *View) Place() session.Place {
	at := v.list.Offset()
	if v.restored != nil {
		at = *v.restored
	}
	return session.Place{View: session.Voices, Offset: -1, Past: at.Y}
}

// Restore scrolls to a place.
func (v *View) Restore(p session.Place) {
	v.restored, v.bring = &figure.Point{Y: p.Past}, ""
	if v.Settled() {
		v.settle()
	}
}

// Reveal shows no text of the article.
func (v *View) Reveal(annotations.Span) bool { return false }

// Focus is the strip.
func (v *View) Focus() fyne.Focusable { return v.strip }

// Figure returns the strip and the list below it; nil while there is none.
func (v *View) Figure() *figure.Figure {
	if v.whole == nil && v.shown.edition != nil {
		v.whole = voices.Whole(v.strip.Figure(), v.list.Figure())
	}
	return v.whole
}

// Settled reports whether the drawings show what they are to show.
func (v *View) Settled() bool { return !v.job.Running() }

// ScrollBy scrolls the list of speakers down by pixels.
func (v *View) ScrollBy(pixels float32) { v.list.ScrollBy(pixels) }

// ScrollToTop scrolls to the first speaker.
func (v *View) ScrollToTop() { v.list.ScrollToTop() }

// ScrollToEnd scrolls to the last one.
func (v *View) ScrollToEnd() { v.list.ScrollToEnd() }

// ViewHeight returns the height of the list in pixels.
func (v *View) ViewHeight() float32 { return v.list.ViewHeight() }

// MinSize returns nothing: the view has the size that it is given.
func (v *View) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the head, the strip and the list.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(v, func() {
		v.edge.FillColor = look.Of(look.ColorRule)
	}, v.arrange, v.head, v.strip, v.list, v.edge) // Tab goes in this order
}

// scrolled shows the rule over the list while a part of the list is out of view above it.
func (v *View) scrolled() {
	if hidden := v.list.Offset().Y <= 0; hidden != v.edge.Hidden {
		v.edge.Hidden = hidden
		v.edge.Refresh()
	}
}

func (v *View) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	v.layOut()
	v.place()
}

// place gives the parts their places.
func (v *View) place() {
	size := v.Size()
	head := v.head.heightFor(v.frame())
	strip := min(v.strip.Figure().Height, max(size.Height-head, 0))
	control.Place(v.head, 0, 0, size.Width, head)
	control.Place(v.strip, 0, head, size.Width, strip)
	control.Place(v.list, 0, head+strip, size.Width, max(size.Height-head-strip, 0))
	control.Place(v.edge, 0, head+strip-1, size.Width, 1)
	v.scrolled()
}

// frame returns where the column stands.
func (v *View) frame() voices.Frame {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	return voices.FrameFor(v.Size().Width, c != nil && c.Size().Width < narrowBelow)
}

// narrowBelow is the width of a window in pixels below which the wordings of a quotation
// stand one below the other.
const narrowBelow = 900
