package reading_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// Without a mouse: from a mark of the article to its network, to a neighbour, to that
// one's card, to the sentence that proves the connection, and back to where one was.
func TestEightKeysThroughTheNetwork(t *testing.T) {
	r, e, w := reader(t, look.Light)
	queue := uitest.NewQueue()
	r.SetDo(queue.Do)
	settled := func() {
		t.Helper()
		queue.RunUntil(t, func() bool {
			for _, s := range r.Sights() {
				if s.ID == session.Network && !s.Settled() {
					return false
				}
			}
			return true
		})
	}
	mark := e.MentionsOf("us-hamas-talks")[0]
	r.Page().ScrollToSpan(mark.Span)
	r.Session().Update(func(s *session.State) { s.Focused = mark.ID() })
	w.Canvas().Focus(r.Page())
	keys := 0
	press := func(k fyne.KeyName) { keys++; uitest.Press(w, k); settled() }
	typed := func(s string) { keys++; uitest.TypeIn(w, s); settled() }
	back := func() { keys++; r.RunCommand("back"); settled() }

	press(fyne.KeyReturn)
	if got := r.Session().State().Selected; got != "us-hamas-talks" {
		t.Fatalf("Enter on the mark opens %q", got)
	}
	typed("3")
	if got := r.Session().State().View; got != session.Network {
		t.Fatalf("3 shows the view %q", got)
	}
	press(fyne.KeyDown)
	press(fyne.KeyReturn)
	other := r.Session().State().Selected
	if other == "us-hamas-talks" || r.Session().State().View != session.Network {
		t.Fatalf("Enter on the neighbour opens %q in the view %q", other, r.Session().State().View)
	}
	typed("e")
	if got := r.Session().State().View; got != session.Article {
		t.Fatalf("E leads to the view %q", got)
	}
	for _, tie := range e.TiesOf("us-hamas-talks") {
		if tie.Other != other {
			continue
		}
		rects := r.Page().SpanRects(tie.Relation.Evidence[0])
		if len(rects) == 0 || rects[0].Y < 0 || rects[0].Y > r.Page().Size().Height {
			t.Errorf("the sentence that connects %s is not in view: %v", other, rects)
		}
	}
	for r.Session().State().View != session.Article || r.Session().State().Selected != "us-hamas-talks" {
		back()
		if keys > 8 {
			t.Fatalf("after %d keys the reader is in the view %q at %q", keys, r.Session().State().View, r.Session().State().Selected)
		}
	}
	t.Logf("%d keys", keys)
}
