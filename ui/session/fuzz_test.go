package session_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
	"sidelight/ui/session"
)

// FuzzSession does random things, two bytes each, and checks after each of them
// what must hold always.
func FuzzSession(f *testing.F) {
	f.Add([]byte{0, 1, 3, 2, 4, 255, 5, 1, 8, 9, 9, 0, 10, 0})
	f.Add([]byte{0, 200, 2, 7, 6, 128, 1, 0, 8, 1, 8, 1, 9, 1, 10, 1, 11, 1})
	f.Add([]byte{0, 0, 2, 0, 4, 0, 12, 0, 0, 1, 12, 1, 12, 2, 5, 1})
	e := edition(f)
	ids := []annotations.EntityID{"ada", "bob", "nil", "eve", ""}
	revisions := []*annotations.Edition{e, without(f, e, "ada", 1), without(f, e, "bob", 0)}
	f.Fuzz(func(t *testing.T, ops []byte) {
		fuzzed.Within(t, func() {
			if len(ops) > 4000 {
				return
			}
			s := session.New(session.Document{Edition: e})
			n := session.NewNavigator(s, func() session.Stage { return still{} })
			heard := s.Snapshot()
			s.OnChange(func(old, now session.Snapshot) {
				if old == now {
					t.Fatalf("told of no change: %+v", now)
				}
				if old != heard {
					t.Fatalf("the change begins at %+v, the one before ended at %+v", old, heard)
				}
				heard = now
				if now.Selected != old.Selected { // as a shell would
					s.Update(func(s *session.State) { s.Panel.Open = s.Selected != "" })
				}
			})
			for ; len(ops) >= 2; ops = ops[2:] {
				arg := int(int8(ops[1]))
				id := ids[(arg%len(ids)+len(ids))%len(ids)]
				if ops[0]%13 == 12 {
					s.Show(session.Document{Revision: s.Snapshot().Revision + 1, Edition: revisions[int(ops[1])%len(revisions)]})
				} else {
					do(t, s, n, ops[0], arg, id)
				}
				if heard != s.Snapshot() {
					t.Fatalf("last told of %+v, the state is %+v", heard, s.Snapshot())
				}
				holds(t, s.Snapshot())
			}
		})
	})
}

// still is a stage that stands where it is.
type still struct{}

func (still) Place() session.Place         { return session.Place{} }
func (still) Restore(session.Place)        {}
func (still) Reveal(annotations.Span) bool { return true }

func do(t *testing.T, s *session.Session, n *session.Navigator, op byte, arg int, id annotations.EntityID) {
	place := session.Place{Offset: arg * 97, Selected: id}
	m := mentionID(s, arg/8)
	switch op % 13 {
	case 0:
		s.Update(func(s *session.State) { s.Select(id, m) })
	case 1:
		n.OpenEntity(id)
	case 2:
		n.Hover(m)
	case 3:
		n.OpenSource("")
	case 4:
		n.SelectMention(m)
	case 5:
		n.StepMention(arg)
	case 6:
		n.StepFocus(arg, arg/4)
	case 7:
		n.Back()
	case 8:
		s.Update(func(s *session.State) { s.Query = string(id) })
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

// mentionID is the id of the mention at place i, or of none.
func mentionID(s *session.Session, i int) annotations.MentionID {
	all := s.Edition().Mentions()
	if i < 0 || i >= len(all) {
		return "nobody@9-12"
	}
	return all[i].ID()
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

func holds(t *testing.T, s session.Snapshot) {
	t.Helper()
	e := s.Edition
	if _, ok := e.Entity(s.Selected); !ok && s.Selected != "" {
		t.Fatalf("selected %q does not exist", s.Selected)
	}
	if m, ok := e.Mention(s.Mention); s.Mention != "" && (!ok || m.Entity != s.Selected) {
		t.Fatalf("%q is no mention of %q", s.Mention, s.Selected)
	}
	for _, id := range []annotations.MentionID{s.Hovered, s.Focused} {
		if _, ok := e.Mention(id); !ok && id != "" {
			t.Fatalf("the mention %q does not exist", id)
		}
	}
}
