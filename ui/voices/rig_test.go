package voices_test

import (
	"image"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/voices"
)

// rig is the view in a window, with the session that it follows.
type rig struct {
	*voices.View
	w   fyne.Window
	s   *session.Session
	nav *session.Navigator
}

// newRig shows the view of an edition in a window of a size, where the page is in it.
func newRig(t testing.TB, e *annotations.Edition, scheme look.Scheme, width, height float32) *rig {
	t.Helper()
	return newRigOn(t, e, scheme, width, height, nil)
}

// newRigOn is newRig with what runs a function on the UI goroutine.
func newRigOn(t testing.TB, e *annotations.Edition, scheme look.Scheme, width, height float32, do func(func())) *rig {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	r := &rig{s: session.New(session.Document{Edition: e})}
	r.s.Update(func(s *session.State) { s.View = session.Voices })
	r.nav = session.NewNavigator(r.s, func() session.Stage {
		if r.s.State().View == session.Article {
			return article{}
		}
		return r.View
	})
	r.View = voices.New(roles, r.nav, do)
	r.Follow(session.Snapshot{}, r.s.Snapshot())
	r.s.OnChange(r.Follow)
	r.w = test.NewTempWindow(t, container.NewWithoutLayout(r.View))
	r.w.SetPadded(false)
	r.w.Resize(fyne.NewSize(width, height))
	left, right := pageIn(width)
	r.View.Move(fyne.NewPos(left, 48))
	r.View.Resize(fyne.NewSize(width-left-right, height-48))
	return r
}

// pageIn returns what index and panel take of a window, as in the design.
func pageIn(width float32) (left, right float32) {
	switch {
	case width < 900:
		return 0, 0
	case width < 1100:
		return 44, 360
	case width < 1600:
		return 216, 376
	}
	return 256, 420
}

// article stands for the view of the text.
type article struct{}

func (article) Place() session.Place         { return session.Place{} }
func (article) Restore(session.Place)        {}
func (article) Reveal(annotations.Span) bool { return true }

// picture is what the view shows.
func (r *rig) picture() image.Image {
	at, size := r.View.Position(), r.View.Size()
	part := image.NewNRGBA(image.Rect(0, 0, int(size.Width), int(size.Height)))
	draw.Draw(part, part.Bounds(), r.w.Canvas().Capture(), image.Pt(int(at.X), int(at.Y)), draw.Src)
	return part
}

// click clicks in the middle of a group of a drawing, which has to be in view.
func (r *rig) click(t testing.TB, b *drawing.Board, key string) {
	t.Helper()
	at, size, ok := b.Place(key)
	if !ok {
		t.Fatalf("there is no %s", key)
	}
	test.TapCanvas(r.w.Canvas(), at.AddXY(size.Width/2, min(size.Height/2, 11)))
}

// press presses keys on a drawing.
func (r *rig) press(b *drawing.Board, keys ...fyne.KeyName) {
	r.w.Canvas().Focus(b)
	for _, k := range keys {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// inView reports whether the middle of the first line of a group of the list is in view.
func (r *rig) inView(key string) bool {
	g, ok := r.List().Figure().Find(key)
	top := r.List().Offset().Y
	return ok && g.Hit.Y >= top && g.Hit.Y+22 <= top+r.List().ViewHeight()
}
