package atlas_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/atlas"
	"sidelight/ui/command"
	"sidelight/ui/drawing"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// rig is a map in a window, that follows a session.
type rig struct {
	*atlas.View
	session *session.Session
	window  fyne.Window
	queue   uitest.Queue
	lists   []float.Menu
	menus   []command.Target
	minded  int
}

// asks opens entities in the session; a map asks for nothing else but light.
type asks struct {
	view.Asks
	s *session.Session
}

func (a asks) OpenEntity(id annotations.EntityID) {
	a.s.Update(func(s *session.State) { s.Select(id, "") })
}
func (a asks) Light(id annotations.EntityID) { a.s.Update(func(s *session.State) { s.Lit = id }) }

// open shows the map of an edition in a window of a size in pixels.
func open(t testing.TB, e *annotations.Edition, scheme look.Scheme, w, h float32) *rig {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	r := &rig{session: session.New(session.Document{Edition: e}), queue: uitest.NewQueue()}
	r.session.Update(func(s *session.State) { s.View = session.Map })
	r.View = atlas.New(roles, asks{s: r.session}, r.queue.Do)
	r.OnList = func(m float.Menu) { r.lists = append(r.lists, m) }
	r.OnMenu = func(c command.Target, _ fyne.Position) { r.menus = append(r.menus, c) }
	r.OnMind(func() { r.minded++ })
	r.session.OnChange(func(old, now session.Snapshot) { r.Follow(old, now) })
	r.Follow(session.Snapshot{}, r.session.Snapshot())
	r.window = test.NewTempWindow(t, r.View)
	r.window.SetPadded(false)
	r.window.Resize(fyne.NewSize(w, h))
	r.settle(t)
	r.window.Canvas().Focus(r.Focus())
	return r
}

// settle waits until the map that is asked for is shown.
func (r *rig) settle(t testing.TB) {
	t.Helper()
	r.queue.RunUntil(t, r.Settled)
}

func (r *rig) board() *drawing.Board { return r.Focus().(*drawing.Board) }

func (r *rig) selectEntity(t testing.TB, id annotations.EntityID) {
	t.Helper()
	r.session.Update(func(s *session.State) { s.Select(id, "") })
	r.settle(t)
}

// click clicks in the middle of the group with a key.
func (r *rig) click(t testing.TB, key string) {
	t.Helper()
	at, size, ok := r.board().Place(key)
	if !ok {
		t.Fatalf("there is no %s", key)
	}
	test.TapCanvas(r.window.Canvas(), at.AddXY(size.Width/2, size.Height/2))
	r.settle(t)
}
