package session_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
	"sidelight/ui/session"
)

// A click on a note gives it the keyboard, so that keys are for what was clicked and not
// for a mark that had the keyboard before. A note without a place has no words for it.
func TestASelectedNoteHasTheKeyboard(t *testing.T) {
	e := edition(t)
	mark := e.Mentions()[0]
	set := notes.NewSet([]notes.Placed{
		{Note: notes.Note{ID: "stands"}, Span: mark.Span},
		{Note: notes.Note{ID: "adrift"}, Status: anchor.Unanchored},
	})
	for _, c := range []struct {
		id      notes.ID
		note    notes.ID
		mention annotations.MentionID
	}{
		{"stands", "stands", ""},
		{"adrift", "", mark.ID()},
	} {
		s := session.New(session.Document{Edition: e, Notes: set})
		n := session.NewNavigator(s, func() session.Stage { return still{} })
		s.Update(func(s *session.State) { s.Focused = mark.ID() })
		n.SelectNote(c.id)
		if now := s.State(); now.Note != c.id || now.FocusedNote != c.note || now.Focused != c.mention {
			t.Errorf("%s: %q is the current one, %q and %q have the keyboard", c.id, now.Note, now.FocusedNote, now.Focused)
		}
	}
}

// From a note that has the keyboard the next mark is the one after it, also while another
// one is selected.
func TestMarksAreSteppedThroughFromANote(t *testing.T) {
	bob := annotations.Span{Start: 8, End: 11}
	for delta, want := range map[int]annotations.MentionID{1: ada1, -1: ada0} {
		set := notes.NewSet([]notes.Placed{{Note: notes.Note{ID: "on bob"}, Span: bob}})
		s := session.New(session.Document{Edition: edition(t), Notes: set})
		n := session.NewNavigator(s, func() session.Stage { return still{} })
		s.Update(func(s *session.State) {
			s.Select("bob", bob0)
			s.FocusedNote = "on bob"
		})
		if n.StepFocus(delta, 0); s.State().Focused != want || s.State().FocusedNote != "" {
			t.Errorf("%d on from the note is %q, want %q", delta, s.State().Focused, want)
		}
		s.Update(func(s *session.State) { s.Select("ada", want); s.Focused, s.FocusedNote = "", "on bob" })
		if n.StepFocus(delta, 0); s.State().Focused != want {
			t.Errorf("%d on from the note, with another mark selected, is %q, want %q", delta, s.State().Focused, want)
		}
	}
}
