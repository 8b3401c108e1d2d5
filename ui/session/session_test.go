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
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestChanges(t *testing.T) {
	none := session.State{Mention: -1, HoveredMention: -1, Focused: -1}
	with := func(f func(*session.State)) session.State { s := none; f(&s); return s }
	selected := func(id annotations.EntityID, m int) session.State {
		return with(func(s *session.State) { s.Selected, s.Mention = id, m })
	}
	for _, c := range []struct {
		name string
		do   func(*session.Session)
		want session.State
		told int
	}{
		{"nothing", func(*session.Session) {}, none, 0},
		{"select", func(s *session.Session) { s.Select("ada", 1) }, selected("ada", 1), 1},
		{"select the same again", func(s *session.Session) { s.Select("ada", 1); s.Select("ada", 1) }, selected("ada", 1), 1},
		{"select another mention", func(s *session.Session) { s.Select("ada", 1); s.Select("ada", 0) }, selected("ada", 0), 2},
		{"select without mention", func(s *session.Session) { s.Select("ada", -1) }, selected("ada", -1), 1},
		{"select a mention that is not there", func(s *session.Session) { s.Select("bob", 1) }, selected("bob", -1), 1},
		{"select what is never named", func(s *session.Session) { s.Select("nil", 0) }, selected("nil", -1), 1},
		{"select a stranger", func(s *session.Session) { s.Select("ada", 0); s.Select("eve", 0) }, selected("ada", 0), 1},
		{"select nobody", func(s *session.Session) { s.Select("ada", 0); s.Select("", 0) }, none, 2},
		{"clear", func(s *session.Session) { s.Select("ada", 0); s.Clear(); s.Clear() }, none, 2},
		{"hover", func(s *session.Session) { s.Hover(1) },
			with(func(s *session.State) { s.Hovered, s.HoveredMention = "bob", 1 }), 1},
		{"hover off", func(s *session.Session) { s.Hover(1); s.Hover(3) }, none, 2},
		{"show a face", func(s *session.Session) { s.Show(session.About, "") },
			with(func(s *session.State) { s.PanelOpen, s.Face = true, session.About }), 1},
		{"show a source that is not there", func(s *session.Session) { s.Show(session.Sources, "S9") },
			with(func(s *session.State) { s.PanelOpen, s.Face = true, session.Sources }), 1},
		{"a selection brings back the card", func(s *session.Session) { s.Show(session.About, ""); s.Select("ada", 0) },
			with(func(s *session.State) { s.PanelOpen, s.Selected, s.Mention = true, "ada", 0 }), 2},
		{"focus", func(s *session.Session) { s.Focus(2) }, with(func(s *session.State) { s.Focused = 2 }), 1},
		{"focus off", func(s *session.Session) { s.Focus(2); s.Focus(-7) }, none, 2},
		{"panel", func(s *session.Session) { s.SetPanel(true); s.SetPanel(true) },
			with(func(s *session.State) { s.PanelOpen = true }), 1},
		{"layers", func(s *session.Session) { l := layer.Set{Plain: true}; s.SetLayers(l); s.SetLayers(l) },
			with(func(s *session.State) { s.Layers.Plain = true }), 1},
		{"index", func(s *session.Session) { s.SetIndex(true, false); s.SetIndex(true, true) },
			with(func(s *session.State) { s.IndexOpen, s.IndexOver = true, true }), 2},
		{"query", func(s *session.Session) { s.SetQuery("a"); s.SetQuery("a") },
			with(func(s *session.State) { s.Query = "a" }), 1},
		{"step mention", func(s *session.Session) { s.Select("ada", 0); s.StepMention(1) }, selected("ada", 1), 2},
		{"step mention round the end", func(s *session.Session) { s.Select("ada", 1); s.StepMention(1) }, selected("ada", 0), 2},
		{"step mention round the beginning", func(s *session.Session) { s.Select("ada", 0); s.StepMention(-1) }, selected("ada", 1), 2},
		{"step mention far", func(s *session.Session) { s.Select("ada", 0); s.StepMention(-1001) }, selected("ada", 1), 2},
		{"step mention into it", func(s *session.Session) { s.Select("ada", -1); s.StepMention(1) }, selected("ada", 0), 2},
		{"step mention back into it", func(s *session.Session) { s.Select("ada", -1); s.StepMention(-1) }, selected("ada", 1), 2},
		{"step mention of one", func(s *session.Session) { s.Select("bob", 0); s.StepMention(1) }, selected("bob", 0), 1},
		{"step mention of none", func(s *session.Session) { s.Select("nil", -1); s.StepMention(1) }, selected("nil", -1), 1},
		{"step mention of nobody", func(s *session.Session) { s.StepMention(1) }, none, 0},
		{"step focus", func(s *session.Session) { s.StepFocus(1) }, with(func(s *session.State) { s.Focused = 0 }), 1},
		{"step focus back", func(s *session.Session) { s.StepFocus(-1) }, with(func(s *session.State) { s.Focused = 2 }), 1},
		{"step focus round the end", func(s *session.Session) { s.Focus(2); s.StepFocus(1) },
			with(func(s *session.State) { s.Focused = 0 }), 2},
		{"step focus from the selection", func(s *session.Session) { s.Select("bob", 0); s.StepFocus(1) },
			with(func(s *session.State) { s.Selected, s.Mention, s.Focused = "bob", 0, 2 }), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, told := session.New(edition(t)), 0
			s.OnChange(func(old, new session.State) { told++ })
			c.do(s)
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
	s := session.New(edition(t))
	s.OnChange(func(old, new session.State) {
		if new.Selected != old.Selected {
			s.SetPanel(new.Selected != "")
			s.Focus(-1)
		}
	})
	var heard []change
	s.OnChange(func(old, new session.State) { heard = append(heard, change{old, new}) })
	s.Select("ada", 0)
	s.Clear()
	if len(heard) != 4 {
		t.Fatalf("heard %d changes, want 4", len(heard))
	}
	var open []bool
	for i, c := range heard {
		open = append(open, c.new.PanelOpen)
		if i > 0 && c.old != heard[i-1].new {
			t.Errorf("change %d begins at %+v, the one before ended at %+v", i, c.old, heard[i-1].new)
		}
	}
	if want := []bool{false, true, true, false}; !slices.Equal(open, want) {
		t.Errorf("panel open = %v, want %v", open, want)
	}
}

type change struct{ old, new session.State }
