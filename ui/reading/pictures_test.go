package reading_test

import (
	"bytes"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/figure/svg/svgtest"
	"sidelight/ui/look"
	files "sidelight/ui/picture"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

// Each view says the same in a file as in the window: every shape and every word where the
// figure has it, and nothing outside of it. In each colour scheme the file has its colours.
func TestViewsAsFiles(t *testing.T) {
	r, e, w := reader(t, look.Light)
	queue := uitest.NewQueue()
	r.SetDo(queue.Do)
	theme := look.Current()
	if len(r.Sights()) != len(reading.Views()) {
		t.Errorf("%d of the views %q are drawn", len(r.Sights()), reading.Views())
	}
	for _, s := range r.Sights() {
		for _, c := range []struct {
			w, h   float32
			entity annotations.EntityID
		}{{1280, 820, ""}, {1280, 820, "adam-boehler"}, {1280, 820, "us-hamas-talks"}, {1000, 700, "gaza-strip"}, {1000, 700, "d-last-month"}} {
			t.Run(fmt.Sprint(s.ID, c.w, c.entity), func(t *testing.T) {
				if _, ok := e.Entity(c.entity); !ok && c.entity != "" {
					t.Fatalf("there is no %s", c.entity)
				}
				w.Resize(fyne.NewSize(c.w, c.h))
				uitest.Select(r.Session(), c.entity, 0)
				r.Session().Update(func(x *session.State) { x.View = s.ID })
				w.Canvas().Capture()
				queue.RunUntil(t, func() bool { return s.Settled() && s.Figure() != nil })
				if why := s.Nothing(); why != "" {
					t.Fatalf("there is nothing to show: %s", why)
				}
				f := s.Figure()
				if f.Title == "" || f.Description == "" || f.Ground == "" || f.Width <= 0 || f.Height <= 0 || len(f.Groups) == 0 {
					t.Errorf("the drawing has the title %q, the description %q and %d groups, and is %v by %v in size",
						f.Title, f.Description, len(f.Groups), f.Width, f.Height)
				}
				seen := map[string]bool{}
				for _, scheme := range look.Schemes() {
					theme.Turn(scheme)
					var b bytes.Buffer
					if err := files.SVG(s.Figure(), theme)(&b); err != nil {
						t.Fatal(err)
					}
					svgtest.Check(t, b.Bytes(), s.Figure(), typeset.Drawn)
					if seen[b.String()] {
						t.Errorf("%s looks as another scheme", scheme)
					}
					seen[b.String()] = true
				}
				theme.Turn(look.Light)
			})
		}
	}
}

// A right click beside what a view shows offers to save the view.
func TestMenuOfAView(t *testing.T) {
	r, _, w := reader(t, look.Light)
	var saved []reading.Portrait
	r.OnPortrait = func(p reading.Portrait) { saved = append(saved, p) }
	queue := uitest.NewQueue()
	r.SetDo(queue.Do)
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page()).Add(r.Page().Size()).SubtractXY(4, 4)
	for _, s := range r.Sights() {
		r.Session().Update(func(x *session.State) { x.View = s.ID })
		w.Canvas().Capture()
		queue.RunUntil(t, func() bool { return s.Settled() && s.Figure() != nil })
		w.Canvas().Capture()
		rightClick(w, corner)
		choose(t, w, "Save view as picture")
		if n := len(saved); n == 0 || saved[n-1].View != s.Label || saved[n-1].Ending != ".png" {
			t.Errorf("%s is saved as %+v", s.Label, saved)
		}
	}
	if len(saved) != len(r.Sights()) {
		t.Errorf("%d of %d views are saved", len(saved), len(r.Sights()))
	}
}
