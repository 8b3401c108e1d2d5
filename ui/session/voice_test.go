package session_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// spoken is the edition with three passages: unnamed, on record, unnamed.
func spoken(t *testing.T) *annotations.Edition {
	t.Helper()
	e, err := edition(t).With(func(c *annotations.Content) {
		c.Passages = []annotations.Passage{
			{Span: first, Voice: annotations.Unnamed, Name: "Some"},
			{Span: annotations.Span{Start: 8, End: 16}, Voice: annotations.OnRecord, Name: "Ada"},
			{Span: last, Voice: annotations.Unnamed, Name: "Some"},
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

var (
	first = annotations.Span{Start: 0, End: 7}
	last  = annotations.Span{Start: 17, End: 25}
)

// A voice is a stop of its own: it takes the place of a card, is stepped through as
// mentions are, and the way back leads from the voice to the card.
func TestAVoiceIsOpenedAndLeft(t *testing.T) {
	s := session.New(session.Document{Edition: spoken(t)})
	n := session.NewNavigator(s, func() session.Stage { return still{} })
	want := func(what string, voice annotations.Voice, said annotations.Span, selected annotations.EntityID) {
		t.Helper()
		x := s.State()
		if (x.Panel.Face == session.Voice) != (voice != 0) || x.Panel.Voice != voice || x.Panel.Said != said || x.Selected != selected {
			t.Errorf("%s: %+v with %q selected", what, x.Panel, x.Selected)
		}
	}
	n.SelectMention(bob0)
	n.OpenVoice(annotations.Unnamed, annotations.Span{})
	want("a voice", annotations.Unnamed, first, "")
	if !s.State().Panel.Open {
		t.Error("the panel is closed")
	}
	n.StepMention(1)
	want("the next passage", annotations.Unnamed, last, "")
	n.StepMention(1)
	want("round the end", annotations.Unnamed, first, "")
	n.SelectVoice(annotations.Span{Start: 8, End: 16})
	want("another voice at its bar", annotations.OnRecord, annotations.Span{Start: 8, End: 16}, "")
	n.Back()
	want("back", annotations.Unnamed, first, "")
	for s.State().Selected == "" && n.CanBack() {
		n.Back()
	}
	want("back at the card", 0, annotations.Span{}, "bob")
	n.Forward()
	want("forward", annotations.Unnamed, first, "")
	n.OpenMention(ada1)
	want("a card", 0, annotations.Span{}, "ada")
	n.OpenVoice(annotations.Official, annotations.Span{})
	want("a voice that does not speak", 0, annotations.Span{}, "ada")
}

// A voice stays open in later revisions, with its passage as long as that is there.
func TestAVoiceIsKeptByItsName(t *testing.T) {
	e := spoken(t)
	s := session.New(session.Document{Edition: e})
	s.Update(func(x *session.State) { x.Hear(annotations.Unnamed, last) })
	revise := func(passages ...annotations.Passage) session.Panel {
		t.Helper()
		next, err := e.With(func(c *annotations.Content) { c.Passages = passages })
		if err != nil {
			t.Fatal(err)
		}
		s.Show(session.Document{Revision: s.Snapshot().Revision + 1, Edition: next})
		return s.State().Panel
	}
	all := e.Passages()
	if got := revise(all[1], all[2]); got.Voice != annotations.Unnamed || got.Said != last {
		t.Errorf("without another passage: %+v", got)
	}
	if got := revise(all[0], all[1]); got.Voice != annotations.Unnamed || !got.Said.Empty() {
		t.Errorf("without the current passage: %+v", got)
	}
	if got := revise(all[1]); got.Face != session.Card || got.Voice != 0 {
		t.Errorf("without the voice: %+v", got)
	}
}

// blank stands for a view without text.
type blank struct{ still }

func (blank) Reveal(annotations.Span) bool { return false }

// The view of the voices shows a passage itself; from every other view without text the
// way to a passage leads to the article.
func TestAVoiceIsOpenedInItsView(t *testing.T) {
	for from, to := range map[session.ViewID]session.ViewID{
		session.Voices: session.Voices, session.Timeline: session.Article,
	} {
		s := session.New(session.Document{Edition: spoken(t)})
		s.Update(func(x *session.State) { x.View = from })
		n := session.NewNavigator(s, func() session.Stage { return blank{} })
		n.OpenVoice(annotations.Unnamed, annotations.Span{})
		n.StepMention(1)
		if x := s.State(); x.View != to || x.Panel.Said != last {
			t.Errorf("from %q to %q, at %v", from, x.View, x.Panel.Said)
		}
	}
}
