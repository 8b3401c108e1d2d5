package reading_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// named returns what lies on top of the window and has a name for screen readers.
func named(w fyne.Window) map[string]fyne.CanvasObject {
	all := map[string]fyne.CanvasObject{}
	top := w.Canvas().Overlays().Top()
	if top == nil {
		return all
	}
	for _, o := range test.LaidOutObjects(top) {
		if a, ok := o.(fyne.Accessible); ok && o.Visible() {
			all[a.AccessibilityLabel()] = o
		}
	}
	return all
}

// rightClick clicks with the right button at a point of the window.
func rightClick(w fyne.Window, at fyne.Position) { uitest.RightClick(w.Canvas(), at) }

// at returns the middle of a mention's first line in the window.
func at(r *reading.Reader, mention annotations.MentionID) fyne.Position {
	box := r.Page().MentionRects(mention)[0]
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page()).AddXY(box.X+box.W/2, box.Y+box.H/2)
}

// firstSeen returns the first mention in view of an entity that is mentioned twice.
func firstSeen(t *testing.T, r *reading.Reader, e *annotations.Edition) annotations.Mention {
	t.Helper()
	for _, m := range e.Mentions() {
		rects := r.Page().MentionRects(m.ID())
		if _, inner := e.Parent(m.ID()); !inner && len(rects) == 1 && rects[0].Y > 80 && len(e.TimesOf(m.Entity)) > 2 {
			return m
		}
	}
	t.Fatal("no mention is in view")
	return annotations.Mention{}
}

// choose gives the row of the open menu whose name begins so.
func choose(t *testing.T, w fyne.Window, row string) {
	t.Helper()
	all := named(w)
	for name, o := range all {
		if strings.HasPrefix(name, row) {
			test.Tap(o.(fyne.Tappable))
			return
		}
	}
	t.Fatalf("no row is %q among %v", row, rows(all))
}

func rows(all map[string]fyne.CanvasObject) []string {
	var out []string
	for name := range all {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func TestMenuOfAMark(t *testing.T) {
	r, e, w := reader(t, look.Light)
	m := firstSeen(t, r, e)
	box := r.Page().MentionRects(m.ID())[0]
	rightClick(w, at(r, m.ID()).SubtractXY(box.W/2+1, 0)) // a mark is hit a little beside its words too
	foot := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page()).Y + box.Y + box.H
	for name, o := range named(w) {
		if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y; name != "" && y < foot {
			t.Errorf("the row %q lies at %v, over the words that it is about, which end at %v", name, y, foot)
		}
	}
	if got := r.Session().State(); got.Selected != "" {
		t.Errorf("a right click selects %s", got.Selected)
	}
	choose(t, w, "Copy name")
	x, _ := e.Entity(m.Entity)
	if got := fyne.CurrentApp().Clipboard().Content(); got != x.Name {
		t.Errorf("the clipboard has %q, want %q", got, x.Name)
	}
	if len(w.Canvas().Overlays().List()) > 0 {
		t.Error("the menu stays")
	}
	rightClick(w, at(r, m.ID()))
	choose(t, w, "Copy sentence")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, e.Article().Slice(m.Span)) || !strings.Contains(got, "¶") {
		t.Errorf("the clipboard has %q", got)
	}
	rightClick(w, at(r, m.ID()))
	choose(t, w, "Open card")
	if s := r.Session().State(); s.Selected != m.Entity || s.Mention != m.ID() || !s.Panel.Open {
		t.Errorf("open card selects %s", s.Selected)
	}
	rightClick(w, at(r, m.ID()))
	choose(t, w, "Next mention")
	if s := r.Session().State(); s.Selected != m.Entity || s.Mention == m.ID() {
		t.Errorf("the next mention is %s", s.Mention)
	}
	other := firstSeen(t, r, e)
	rightClick(w, at(r, other.ID()))
	choose(t, w, "Show only this")
	if s := r.Session().State(); s.Selected != other.Entity || !s.Fade {
		t.Errorf("show only this gives %+v", s)
	}
}

// By the menu key the menu is about what has the keyboard, and has all keys in the
// frame in which it opens.
func TestMenuByKey(t *testing.T) {
	r, e, w := reader(t, look.Light)
	m := firstSeen(t, r, e)
	r.Session().Update(func(s *session.State) { s.Focused = m.ID() })
	r.Page().TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if len(w.Canvas().Overlays().List()) != 1 {
		t.Fatal("the menu key opens nothing")
	}
	w.Canvas().OnTypedRune()('t') // the theme would turn
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn} {
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
	if s := r.Session().State(); s.Selected != m.Entity || s.Mention == m.ID() {
		t.Errorf("Down and Enter give %s", s.Mention)
	}
	if w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Errorf("then the keyboard is at %T", w.Canvas().Focused())
	}
	r.Page().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	if got := named(w); got["View"] == nil || got["Quit, "+command.Key{Name: fyne.KeyQ, Mod: fyne.KeyModifierShortcutDefault}.String()] == nil {
		t.Errorf("F10 opens %q", rows(got))
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(w.Canvas().Overlays().List()) != 0 {
		t.Error("Esc leaves the menu open")
	}
}

// A row that does nothing for a target is not shown, and one of the menu that cannot
// be used now is shown as such.
func TestMenuSaysWhatCanBeDone(t *testing.T) {
	r, e, w := reader(t, look.Light)
	m := firstSeen(t, r, e)
	s := annotations.Span{Start: m.Start, End: m.End}
	r.Page().Select(s)
	rightClick(w, at(r, m.ID()))
	choose(t, w, "Copy with source")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, e.Article().Slice(s)) {
		t.Errorf("the clipboard has %q", got)
	}
	rightClick(w, at(r, m.ID()))
	choose(t, w, "Search for this")
	if !uitest.Shows(w, "") || len(w.Canvas().Overlays().List()) != 1 {
		t.Error("the palette is not open")
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.Page().Select(annotations.Span{})
	r.RunCommand(command.TheMenu)
	for _, o := range named(w) {
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			t.Errorf("%s cannot be used", o.(fyne.Accessible).AccessibilityLabel())
		}
	}
}

// Each row of the index has its menu, and each layer can be shown alone.
func TestMenuOfTheIndex(t *testing.T) {
	r, _, w := reader(t, look.Light)
	var head fyne.CanvasObject
	for _, o := range test.LaidOutObjects(w.Content()) {
		if a, ok := o.(fyne.Accessible); ok && strings.HasPrefix(a.AccessibilityLabel(), "People, ") {
			head = o
		}
	}
	p := fyne.CurrentApp().Driver().AbsolutePositionForObject(head).AddXY(60, 10)
	rightClick(w, p)
	choose(t, w, "Show only People")
	l := r.Session().State().Layers
	for _, k := range annotations.Kinds() {
		if l.Kind(k) != (k == annotations.Person) {
			t.Errorf("the layer of %s is on: %v", k, l.Kind(k))
		}
	}
	rightClick(w, p)
	choose(t, w, "Hide People")
	if r.Session().State().Layers.Kind(annotations.Person) {
		t.Error("people show")
	}
}

// A field's menu is our own, and edits the field.
func TestMenuOfAField(t *testing.T) {
	r, _, w := reader(t, look.Light)
	f := r.Field()
	w.Canvas().Focus(f)
	test.Type(f, "hostages")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.(fyne.CanvasObject)).AddXY(10, 8)
	rightClick(w, at)
	choose(t, w, "Select all")
	rightClick(w, at)
	choose(t, w, "Cut")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "hostages" || r.Session().State().Query != "" {
		t.Errorf("the clipboard has %q, and the search is for %q", got, r.Session().State().Query)
	}
	rightClick(w, at)
	choose(t, w, "Paste")
	if got := r.Session().State().Query; got != "hostages" {
		t.Errorf("then the search is for %q", got)
	}
}

// A menu over a card goes with the card, and leaves no keys behind.
func TestMenuOverACard(t *testing.T) {
	r, _, w := reader(t, look.Light)
	r.RunCommand(command.Search)
	rightClick(w, fyne.CurrentApp().Driver().AbsolutePositionForObject(w.Canvas().Focused().(fyne.CanvasObject)).AddXY(10, 8))
	if n := len(w.Canvas().Overlays().List()); n != 2 {
		t.Fatalf("%d things lie over the window", n)
	}
	r.RunCommand(command.ShowSources)
	if n := len(w.Canvas().Overlays().List()); n != 0 {
		t.Errorf("%d things lie over the window after a command", n)
	}
	r.Page().TypedRune('p')
	if r.Session().State().Panel.Open {
		t.Error("a menu that is gone takes keys")
	}
}
