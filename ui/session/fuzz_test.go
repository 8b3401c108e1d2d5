package session_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// FuzzSession does random things, two bytes each, and checks after each of them
// what must hold always.
func FuzzSession(f *testing.F) {
	f.Add([]byte{0, 1, 3, 2, 4, 255, 5, 1, 8, 9, 9, 0, 10, 0})
	f.Add([]byte{0, 200, 2, 7, 6, 128, 1, 0, 8, 1, 8, 1, 9, 1, 10, 1, 11, 1})
	e := edition(f)
	ids := []annotations.EntityID{"ada", "bob", "nil", "eve", ""}
	f.Fuzz(func(t *testing.T, ops []byte) {
		s := session.New(e)
		heard := s.State()
		s.OnChange(func(old, new session.State) {
			if old == new {
				t.Fatalf("told of no change: %+v", new)
			}
			if old != heard {
				t.Fatalf("the change begins at %+v, the one before ended at %+v", old, heard)
			}
			heard = new
			if new.Selected != old.Selected { // as a shell would
				s.SetPanel(new.Selected != "")
			}
		})
		for ; len(ops) >= 2; ops = ops[2:] {
			do(t, s, ops[0], int(int8(ops[1])), ids)
			if heard != s.State() {
				t.Fatalf("last told of %+v, the state is %+v", heard, s.State())
			}
			holds(t, e, s.State())
		}
	})
}

func do(t *testing.T, s *session.Session, op byte, n int, ids []annotations.EntityID) {
	id := ids[(n%len(ids)+len(ids))%len(ids)]
	place := session.Place{Offset: n * 97, Entity: id, Mention: n}
	switch op % 12 {
	case 0:
		s.Select(id, n/8)
	case 1:
		s.Clear()
	case 2:
		s.Hover(n)
	case 3:
		s.Show(session.Face(n&1+1), "")
	case 4:
		s.Focus(n)
	case 5:
		s.StepMention(n)
	case 6:
		s.StepFocus(n)
	case 7:
		s.SetPanel(n > 0)
	case 8:
		s.SetQuery(string(id))
	case 9:
		s.Visit(place)
		if s.CanForward() {
			t.Fatal("a visit leaves a way forward")
		}
	case 10:
		backAndForth(t, s, place)
	case 11:
		s.Visit(place)
		if p, ok := s.Back(place); !ok || p != place {
			t.Fatalf("back after a visit of %+v goes to %+v, %v", place, p, ok)
		}
	}
}

func backAndForth(t *testing.T, s *session.Session, here session.Place) {
	could := s.CanBack()
	there, ok := s.Back(here)
	if ok != could {
		t.Fatalf("CanBack is %v and Back %v", could, ok)
	}
	if !ok {
		return
	}
	if p, ok := s.Forward(there); !ok || p != here {
		t.Fatalf("forward after back from %+v goes to %+v, %v", here, p, ok)
	}
	if !s.CanBack() {
		t.Fatal("no way back after going forward")
	}
}

func holds(t *testing.T, e *annotations.Edition, s session.State) {
	t.Helper()
	if _, ok := e.Entity(s.Selected); !ok && s.Selected != "" {
		t.Fatalf("selected %q does not exist", s.Selected)
	}
	if s.Mention < session.None || s.Mention >= len(e.MentionsOf(s.Selected)) {
		t.Fatalf("mention %d of %q is out of range", s.Mention, s.Selected)
	}
	for _, i := range []int{s.HoveredMention, s.Focused} {
		if i < session.None || i >= len(e.Mentions()) {
			t.Fatalf("mention %d is out of range", i)
		}
	}
	if i := s.HoveredMention; i >= 0 && e.Mentions()[i].Entity != s.Hovered {
		t.Fatalf("mention %d and entity %q are hovered", i, s.Hovered)
	}
}
