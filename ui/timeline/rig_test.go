package timeline_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/timeline"
	"sidelight/ui/uitest"
)

// rig is a timeline of an edition in a window of its own.
type rig struct {
	t       testing.TB
	session *session.Session
	nav     *session.Navigator
	view    *timeline.View
	window  fyne.Window
	queue   uitest.Queue
}

func newRig(t testing.TB, scheme look.Scheme, e *annotations.Edition, width, height float32) *rig {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	r := &rig{t: t, session: session.New(session.Document{}), queue: uitest.NewQueue()}
	r.nav = session.NewNavigator(r.session, r.stage)
	r.view = timeline.New(roles, r.nav, r.queue.Do)
	r.session.OnChange(func(old, now session.Snapshot) { r.view.Follow(old, now) })
	r.window = test.NewTempWindow(t, r.view)
	r.window.SetPadded(false)
	r.window.Resize(fyne.NewSize(width, height))
	r.session.Update(func(s *session.State) { s.View = session.Timeline })
	r.session.Show(session.Document{Edition: e})
	r.settle()
	return r
}

// settle waits until the rows are those that were asked for.
func (r *rig) settle() {
	r.t.Helper()
	r.queue.RunUntil(r.t, r.view.Settled)
}

// stage is what stands in the middle of the window.
func (r *rig) stage() session.Stage {
	if r.session.State().View == session.Timeline {
		return r.view
	}
	return article{}
}

// article stands for the text.
type article struct{}

func (article) Place() session.Place         { return session.Place{} }
func (article) Restore(session.Place)        {}
func (article) Reveal(annotations.Span) bool { return true }
