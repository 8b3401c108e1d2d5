package session_test

import (
	"testing"

	"sidelight/ui/session"
)

func at(offset int) session.Place { return session.Place{Offset: offset} }

func TestBackAndForward(t *testing.T) {
	s := session.New(session.Document{Edition: edition(t)})
	if _, ok := s.Back(at(0)); ok || s.CanBack() {
		t.Fatal("there is a way back before any visit")
	}
	s.Visit(at(0))
	s.Visit(session.Place{Offset: 1000, Selected: "ada", Mention: ada1})
	want := func(p session.Place, ok bool, w session.Place) {
		t.Helper()
		if !ok || p != w {
			t.Fatalf("went to %+v, %v; want %+v", p, ok, w)
		}
	}
	p, ok := s.Back(at(2000))
	want(p, ok, session.Place{Offset: 1000, Selected: "ada", Mention: ada1})
	p, ok = s.Back(p)
	want(p, ok, at(0))
	if s.CanBack() {
		t.Error("there is a way back from the first place")
	}
	p, ok = s.Forward(p)
	want(p, ok, session.Place{Offset: 1000, Selected: "ada", Mention: ada1})
	p, ok = s.Forward(p)
	want(p, ok, at(2000))
	if s.CanForward() {
		t.Error("there is a way forward from the last place")
	}
}

func TestVisitForgetsTheWayForward(t *testing.T) {
	s := session.New(session.Document{Edition: edition(t)})
	s.Visit(at(0))
	s.Back(at(1000))
	s.Visit(at(5000))
	if s.CanForward() {
		t.Error("the way forward is still there after a new visit")
	}
}

func TestNearbyStopsMerge(t *testing.T) {
	s := session.New(session.Document{Edition: edition(t)})
	s.Visit(at(100))
	s.Visit(at(140))                                     // the same stop, scrolled by a line
	s.Visit(session.Place{Offset: 140, Selected: "ada"}) // the same text, another card
	if p, _ := s.Back(at(9000)); p.Selected != "ada" {
		t.Errorf("first stop back is %+v, want ada", p)
	}
	if p, _ := s.Back(at(9000)); p != at(140) {
		t.Errorf("second stop back is %+v, want the newer of the two", p)
	}
	if s.CanBack() {
		t.Error("the older of two nearby stops is still there")
	}
}

func TestHistoryIsBounded(t *testing.T) {
	s := session.New(session.Document{Edition: edition(t)})
	for i := range 5000 {
		s.Visit(at(i * 1000))
	}
	n, last := 0, 0
	for s.CanBack() {
		p, _ := s.Back(at(-1000 * (n + 1)))
		n, last = n+1, p.Offset
	}
	if n != 200 || last != 4800*1000 {
		t.Errorf("went back %d stops to %d, want 200 to 4800000", n, last)
	}
}
