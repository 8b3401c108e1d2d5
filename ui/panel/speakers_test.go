package panel_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

// The view of the voices stands in the panel as text: nothing lives only in the drawing.
func TestPanel_VoicesAsText(t *testing.T) {
	e := bundled(t)
	p := newRig(e, themed(t, look.Light))
	open(t, p.Panel, 376, 2400)
	p.update(func(s *session.State) { s.View = session.Voices })
	unfold := func(name string) {
		t.Helper()
		test.Tap(labelled(t, p.Panel, name).CanvasObject.(fyne.Tappable))
	}
	for _, want := range []string{
		"Voices", "Who is speaking", "21%", "Speakers 7", "Donald Trump", "on record · 41 words · 7% · 2 statements",
		"Without a speaker", "Writer’s inference", "71 words · 12% · 9 statements",
	} {
		if got := normal(all(p.Panel)); !strings.Contains(got, want) {
			t.Errorf("%q is missing: %s", want, got)
		}
	}
	unfold("Donald Trump, on record · 41 words · 7% · 2 statements")
	for _, want := range []string{"Mr. Trump posted", "¶4", "as published", "This is your", "last", "The post says “last”"} {
		if got := normal(all(p.Panel)); !strings.Contains(got, want) {
			t.Errorf("%q is missing: %s", want, got)
		}
	}
	said := e.Said(annotations.OnRecord)[4]
	unfold(e.Article().Slice(said.Span))
	if s := p.session.State(); s.Panel.Said != said.Span || s.View != session.Voices {
		t.Errorf("a tap on a statement: %+v", s.Panel)
	}
	p.update(func(s *session.State) { s.Select("", "") })
	p.update(func(s *session.State) { s.Views.Voices.Only = annotations.Official })
	if got := normal(all(p.Panel)); strings.Contains(got, "Donald Trump") || !strings.Contains(got, "Speakers 3") {
		t.Errorf("one voice: %s", got)
	}
	p.update(func(s *session.State) {
		s.Views.Voices = session.VoicesWay{Only: annotations.Inference, Quotations: true}
	})
	if got := normal(all(p.Panel)); !strings.Contains(got, "No passage is like that") {
		t.Errorf("no passage: %s", got)
	}
}

// A quotation whose published wording is known can be copied with both.
func TestPanel_CopiesBothWordings(t *testing.T) {
	e := bundled(t)
	p := newRig(e, themed(t, look.Light))
	var got []command.Target
	open(t, p.Panel, 376, 1600)
	p.ShowEntity("q-look", 0)
	if strings.Contains(all(p.Panel), "both wordings") {
		t.Error("what cannot be copied is offered")
	}
	p.OnCopy = func(x command.Target) { got = append(got, x) }
	p.SetCopyKey("Ctrl Shift C")
	p.ShowEntity("q-final-warning", 0)
	test.Tap(labelled(t, p.Panel, "Copy with both wordings").CanvasObject.(fyne.Tappable))
	if len(got) != 1 || got[0].Entity != "q-final-warning" || got[0].On != command.OnEntity {
		t.Errorf("copies %+v", got)
	}
	if !strings.Contains(normal(all(p.Panel)), "Ctrl Shift C") {
		t.Error("the key is not shown")
	}
}
