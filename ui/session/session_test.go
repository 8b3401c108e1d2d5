package session_test

import (
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/session"
)

// edition has three entities: ada is named twice, bob once and nil never.
// Mentions in reading order: ada, bob (inside it), ada.
func edition(t testing.TB) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", "Ada and Bob met. Ada left.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{
		Article: a,
		Entities: []annotations.Entity{
			{ID: "ada", Kind: annotations.Person, Name: "Ada"},
			{ID: "bob", Kind: annotations.Person, Name: "Bob"},
			{ID: "nil", Kind: annotations.Person, Name: "Nil"},
		},
		Mentions: []annotations.Mention{
			{Span: annotations.Span{Start: 17, End: 20}, Entity: "ada", Form: annotations.Name},
			{Span: annotations.Span{Start: 0, End: 11}, Entity: "ada", Form: annotations.Name},
			{Span: annotations.Span{Start: 8, End: 11}, Entity: "bob", Form: annotations.Name},
		},
		Remarks: []annotations.Remark{
			{ID: "n1", Span: annotations.Span{Start: 17, End: 25}, About: []annotations.EntityID{"bob"}},
		},
		Sources: []annotations.Source{{ID: "S1", Title: "Minutes"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// The mentions of that edition.
const (
	ada0 annotations.MentionID = "ada@0-11"
	bob0 annotations.MentionID = "bob@8-11"
	ada1 annotations.MentionID = "ada@17-20"
)

// without is the edition without the n-th mention of an entity.
func without(t testing.TB, e *annotations.Edition, id annotations.EntityID, n int) *annotations.Edition {
	t.Helper()
	m, ok := e.Nth(id, n)
	if !ok {
		t.Fatalf("%s has no mention %d", id, n)
	}
	out, err := e.With(annotations.RemoveMention(m.ID()))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func begin(t testing.TB) (*session.Session, *session.Navigator) {
	s := session.New(session.Document{Edition: edition(t)})
	return s, session.NewNavigator(s, func() session.Stage { return still{} })
}

func TestChanges(t *testing.T) {
	type state = session.State
	with := func(f func(*state)) state { var s state; f(&s); return s }
	selected := func(id annotations.EntityID, m annotations.MentionID) state {
		return with(func(s *state) { s.Selected, s.Mention = id, m })
	}
	pick := func(id annotations.EntityID, m annotations.MentionID) func(*session.Session, *session.Navigator) {
		return func(s *session.Session, _ *session.Navigator) {
			s.Update(func(s *state) { s.Select(id, m) })
		}
	}
	for _, c := range []struct {
		name string
		do   func(*session.Session, *session.Navigator)
		want state
		told int
	}{
		{"nothing", func(*session.Session, *session.Navigator) {}, state{}, 0},
		{"a change that changes nothing", func(s *session.Session, _ *session.Navigator) { s.Update(func(*state) {}) }, state{}, 0},
		{"select", pick("ada", ada1), selected("ada", ada1), 1},
		{"select the same again", func(s *session.Session, n *session.Navigator) { pick("ada", ada1)(s, n); pick("ada", ada1)(s, n) }, selected("ada", ada1), 1},
		{"select without mention", pick("ada", ""), selected("ada", ""), 1},
		{"select another's mention", pick("bob", ada1), selected("bob", ""), 1},
		{"select a mention that is not there", pick("bob", "bob@0-3"), selected("bob", ""), 1},
		{"select a stranger", pick("eve", ""), state{}, 0},
		{"several fields are told once", func(s *session.Session, _ *session.Navigator) {
			s.Update(func(s *state) {
				s.Select("ada", ada0)
				s.Panel.Open = true
				s.Query = "a"
				s.Layers = layer.Set{Plain: true}
			})
		}, with(func(s *state) {
			s.Selected, s.Mention, s.Panel.Open, s.Query, s.Layers = "ada", ada0, true, "a", layer.Set{Plain: true}
		}), 1},
		{"hover", func(_ *session.Session, n *session.Navigator) { n.Hover(bob0) }, with(func(s *state) { s.Hovered = bob0 }), 1},
		{"hover off", func(_ *session.Session, n *session.Navigator) { n.Hover(bob0); n.Hover("x") }, state{}, 2},
		{"light", func(_ *session.Session, n *session.Navigator) { n.Light("bob"); n.Hover(bob0) },
			with(func(s *state) { s.Lit, s.Hovered = "bob", bob0 }), 2},
		{"light nobody", func(_ *session.Session, n *session.Navigator) { n.Light("bob"); n.Light("eve") }, state{}, 2},
		{"show a face", func(_ *session.Session, n *session.Navigator) { n.OpenAbout() },
			with(func(s *state) { s.Panel.Open, s.Panel.Face = true, session.About }), 1},
		{"show a source", func(_ *session.Session, n *session.Navigator) { n.OpenSource("S1") },
			with(func(s *state) { s.Panel = session.Panel{Open: true, Face: session.Sources, Source: "S1"} }), 1},
		{"show a source that is not there", func(_ *session.Session, n *session.Navigator) { n.OpenSource("S9") },
			with(func(s *state) { s.Panel.Open, s.Panel.Face = true, session.Sources }), 1},
		{"a selection brings back the card", func(s *session.Session, n *session.Navigator) { n.OpenAbout(); pick("ada", ada0)(s, n) },
			with(func(s *state) { s.Panel.Open, s.Selected, s.Mention = true, "ada", ada0 }), 2},
		{"a click opens the card", func(_ *session.Session, n *session.Navigator) { n.SelectMention(bob0) },
			with(func(s *state) { s.Selected, s.Mention, s.Focused, s.Panel.Open = "bob", bob0, bob0, true }), 1},
		{"a second click takes the mark around", func(_ *session.Session, n *session.Navigator) {
			n.Hover(bob0)
			n.SelectMention(bob0)
			n.SelectMention(bob0)
		}, with(func(s *state) { s.Selected, s.Mention, s.Focused, s.Panel.Open = "ada", ada0, ada0, true }), 3},
		{"open an entity", func(_ *session.Session, n *session.Navigator) { n.OpenEntity("ada") },
			with(func(s *state) { s.Selected, s.Mention, s.Focused, s.Panel.Open = "ada", ada0, ada0, true }), 1},
		{"open what is never named", func(_ *session.Session, n *session.Navigator) { n.OpenEntity("nil") },
			with(func(s *state) { s.Selected, s.Panel.Open = "nil", true }), 1},
		{"open a note", func(_ *session.Session, n *session.Navigator) { n.SelectRemark("n1") },
			with(func(s *state) {
				s.Selected, s.Mention, s.Panel = "bob", bob0, session.Panel{Open: true, Remark: "n1"}
			}), 1},
		{"step mention", func(s *session.Session, n *session.Navigator) { pick("ada", ada0)(s, n); n.StepMention(1) },
			with(func(s *state) { s.Selected, s.Mention, s.Focused = "ada", ada1, ada1 }), 2},
		{"step mention round the end", func(s *session.Session, n *session.Navigator) { pick("ada", ada1)(s, n); n.StepMention(1) },
			with(func(s *state) { s.Selected, s.Mention, s.Focused = "ada", ada0, ada0 }), 2},
		{"step mention far back", func(s *session.Session, n *session.Navigator) { pick("ada", ada0)(s, n); n.StepMention(-1001) },
			with(func(s *state) { s.Selected, s.Mention, s.Focused = "ada", ada1, ada1 }), 2},
		{"step mention into it", func(s *session.Session, n *session.Navigator) { pick("ada", "")(s, n); n.StepMention(-1) },
			with(func(s *state) { s.Selected, s.Mention, s.Focused = "ada", ada1, ada1 }), 2},
		{"step mention of none", func(s *session.Session, n *session.Navigator) { pick("nil", "")(s, n); n.StepMention(1) }, selected("nil", ""), 1},
		{"step mention of nobody", func(_ *session.Session, n *session.Navigator) { n.StepMention(1) }, state{}, 0},
		{"step focus", func(_ *session.Session, n *session.Navigator) { n.StepFocus(1, 0) }, with(func(s *state) { s.Focused = ada0 }), 1},
		{"step focus from the view", func(_ *session.Session, n *session.Navigator) { n.StepFocus(1, 9) }, with(func(s *state) { s.Focused = ada1 }), 1},
		{"step focus from the end of the view", func(_ *session.Session, n *session.Navigator) { n.StepFocus(1, 21) }, with(func(s *state) { s.Focused = ada0 }), 1},
		{"step focus back", func(_ *session.Session, n *session.Navigator) { n.StepFocus(-1, 0) }, with(func(s *state) { s.Focused = ada1 }), 1},
		{"step focus from the selection", func(s *session.Session, n *session.Navigator) { pick("bob", bob0)(s, n); n.StepFocus(1, 0) },
			with(func(s *state) { s.Selected, s.Mention, s.Focused = "bob", bob0, ada1 }), 2},
		{"step focus past what is hidden", func(s *session.Session, n *session.Navigator) {
			s.Update(func(s *state) { s.Layers = s.Layers.WithKind(annotations.Person, false) })
			n.StepFocus(1, 0)
		}, with(func(s *state) { s.Layers = s.Layers.WithKind(annotations.Person, false) }), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, n := begin(t)
			told := 0
			s.OnChange(func(_, _ session.Snapshot) { told++ })
			c.do(s, n)
			if got := s.State(); got != c.want {
				t.Errorf("state = %+v, want %+v", got, c.want)
			}
			if told != c.told {
				t.Errorf("told of %d changes, want %d", told, c.told)
			}
		})
	}
}

// A listener that changes the state must not overtake the change that it hears
// of: the listeners after it hear both, in order.
func TestListenerThatChangesTheState(t *testing.T) {
	s, _ := begin(t)
	s.OnChange(func(old, now session.Snapshot) {
		if now.Selected != old.Selected {
			s.Update(func(s *session.State) { s.Panel.Open = s.Selected != "" })
		}
	})
	var heard []change
	s.OnChange(func(old, now session.Snapshot) { heard = append(heard, change{old, now}) })
	s.Update(func(s *session.State) { s.Select("ada", ada0) })
	s.Update(func(s *session.State) { s.Select("", "") })
	if len(heard) != 4 {
		t.Fatalf("heard %d changes, want 4", len(heard))
	}
	var open []bool
	for i, c := range heard {
		open = append(open, c.now.Panel.Open)
		if i > 0 && c.old != heard[i-1].now {
			t.Errorf("change %d begins at %+v, the one before ended at %+v", i, c.old, heard[i-1].now)
		}
	}
	if want := []bool{false, true, true, false}; !slices.Equal(open, want) {
		t.Errorf("panel open = %v, want %v", open, want)
	}
}

type change struct{ old, now session.Snapshot }

func TestShowKeepsWhatIsThereById(t *testing.T) {
	s, _ := begin(t)
	s.Update(func(s *session.State) {
		s.Select("ada", ada1)
		s.Hovered, s.Focused, s.Panel.Open, s.Query = bob0, ada1, true, "ada"
	})
	before := s.State()
	first := s.Edition()

	// A mark before it goes: the marks after it keep their ids.
	s.Show(session.Document{Revision: 1, Edition: without(t, first, "bob", 0)})
	want := before
	want.Hovered = ""
	if got := s.State(); got != want {
		t.Errorf("without the mark under the pointer: %+v, want %+v", got, want)
	}
	// It comes back, and nothing is taken up that was let go.
	s.Show(session.Document{Revision: 2, Edition: first})
	if got := s.State(); got != want {
		t.Errorf("with it again: %+v, want %+v", got, want)
	}
	// The current mention goes: the card stays.
	s.Show(session.Document{Revision: 3, Edition: without(t, first, "ada", 1)})
	want.Mention, want.Focused = "", ""
	if got := s.State(); got != want {
		t.Errorf("without the current mention: %+v, want %+v", got, want)
	}
	told := 0
	s.OnChange(func(old, now session.Snapshot) { told++ })
	s.Show(s.Snapshot().Document)
	if told != 0 {
		t.Error("to show what is shown is told")
	}
}

func TestNavigatorTravels(t *testing.T) {
	s, _ := begin(t)
	at := &place{}
	n := session.NewNavigator(s, func() session.Stage { return at })
	traveled, returned := 0, 0
	n.OnTravel, n.OnReturn = func() { traveled++ }, func() { returned++ }

	n.OpenMention(ada1)
	if at.revealed != (annotations.Span{Start: 17, End: 20}) || traveled != 1 || !n.CanBack() {
		t.Fatalf("a jump reveals %v, tells %d times of new ways, way back %v", at.revealed, traveled, n.CanBack())
	}
	at.Offset = 1000
	n.Back()
	if s.State().Selected != "" || at.Offset != 0 || returned != 1 || n.CanBack() || !n.CanForward() {
		t.Errorf("back leads to %+v at %d", s.State(), at.Offset)
	}
	n.Forward()
	if s.State().Mention != ada1 || at.Offset != 1000 {
		t.Errorf("forward leads to %+v at %d", s.State(), at.Offset)
	}
	// While another place is previewed the reader is where it was held.
	n.Hold()
	at.Offset = 5000
	if got := n.Place().Offset; got != 1000 {
		t.Errorf("during a preview the reader is at %d", got)
	}
	n.Release()
	if got := n.Place().Offset; got != 5000 {
		t.Errorf("after it at %d", got)
	}
	// A jump that led nowhere is no stop.
	n.Visit()
	n.Visit()
	n.Back()
	if at.Offset != 0 {
		t.Errorf("back from a jump on the spot leads to %d", at.Offset)
	}
}

// place is a stage that notes what is asked of it.
type place struct {
	Offset   int
	revealed annotations.Span
}

func (p *place) Place() session.Place     { return session.Place{Offset: p.Offset} }
func (p *place) Restore(to session.Place) { p.Offset = to.Offset }
func (p *place) Reveal(s annotations.Span) bool {
	p.revealed = s
	return true
}
