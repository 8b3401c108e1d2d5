package network_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/network"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// rig is a view in a window that follows a session, and what it has asked for.
type rig struct {
	*network.View
	*session.Navigator
	session *session.Session
	window  fyne.Window
	queue   uitest.Queue

	passages []annotations.Span
	sources  []annotations.SourceID
}

// The navigator answers all but what leads out of the view.
func (r *rig) OpenPassage(s annotations.Span)     { r.passages = append(r.passages, s) }
func (r *rig) OpenSource(id annotations.SourceID) { r.sources = append(r.sources, id) }
func (r *rig) stage() session.Stage               { return r.View }
func (r *rig) Place() session.Place               { return r.View.Place() }
func (r *rig) state() session.State               { return r.session.State() }

var _ network.Asks = (*rig)(nil)
var _ view.View = (*network.View)(nil)

func newRig(t testing.TB, e *annotations.Edition, scheme look.Scheme, w, h float32) *rig {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	r := &rig{session: session.New(session.Document{Edition: e}), queue: uitest.NewQueue()}
	r.Navigator = session.NewNavigator(r.session, r.stage)
	r.View = network.New(roles, r)
	r.Do = r.queue.Do
	r.session.Update(func(s *session.State) { s.View = session.Network })
	r.Follow(session.Snapshot{}, r.session.Snapshot())
	r.session.OnChange(r.Follow)
	r.window = test.NewTempWindow(t, r.View)
	r.window.SetPadded(false)
	r.window.Resize(fyne.NewSize(w, h))
	r.wait(t)
	return r
}

// wait runs what comes to the UI goroutine until nothing is being laid out.
func (r *rig) wait(t testing.TB) {
	t.Helper()
	r.queue.RunUntil(t, r.Settled)
}

func (r *rig) choose(t testing.TB, id annotations.EntityID, reach session.Reach) {
	t.Helper()
	r.session.Update(func(s *session.State) {
		s.Select(id, "")
		s.Views.Network.Reach = reach
	})
	r.wait(t)
}
