package panel_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/assets"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

func (r *rig) ShowVoice(v annotations.Voice, said annotations.Span) {
	r.update(func(s *session.State) { s.Hear(v, said) })
}

// The face of a voice lists who speaks in it, every passage with its paragraph, and
// every claim that rests on it.
func TestPanel_AVoiceSaysWhoSpeaks(t *testing.T) {
	e := bundled(t)
	p := newRig(e, themed(t, look.Light))
	open(t, p.Panel, 376, 1600)
	all := func() string { return normal(all(p.Panel)) }
	p.ShowVoice(annotations.Unnamed, annotations.Span{})
	got := all()
	for _, want := range []string{
		"Who is speaking", "Unnamed source", "5 passages, 9 claims", "% of the article’s words",
		"Israeli officials 2", "Unnamed Hamas official 3 unnamed source by request", "According to a Hamas official", "¶6", "Claims 9",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing: %s", want, got)
		}
	}
	said := e.Said(annotations.Unnamed)
	if n := strings.Count(got, "¶"); n != len(said)+len(e.Claims(annotations.Unnamed)) {
		t.Errorf("%d places for %d passages and %d claims", n, len(said), len(e.Claims(annotations.Unnamed)))
	}
	row := func(x annotations.Passage) drawn { return labelled(t, p.Panel, e.Article().Slice(x.Span)) }
	test.Tap(row(said[3]).CanvasObject.(fyne.Tappable))
	if s := p.session.State().Panel; s.Said != said[3].Span || !strings.Contains(all(), "4 of 5") {
		t.Errorf("a tap on a passage: %+v", s)
	}
	test.Tap(labelled(t, p.Panel, "Next passage").CanvasObject.(fyne.Tappable))
	if s := p.session.State().Panel; s.Said != said[4].Span {
		t.Errorf("the arrow: %+v", s)
	}
	claim := e.Claims(annotations.Unnamed)[0]
	test.Tap(labelled(t, p.Panel, claim.Text).CanvasObject.(fyne.Tappable))
	if !slices.Equal(p.passages, claim.Evidence[:1]) {
		t.Errorf("a tap on a claim leads to %v", p.passages)
	}
	test.Tap(labelled(t, p.Panel, "Israeli officials").CanvasObject.(fyne.Tappable))
	if !slices.Equal(p.entities, []annotations.EntityID{"israeli-officials"}) {
		t.Errorf("a tap on a speaker opens %v", p.entities)
	}
	for _, v := range annotations.Voices() { // none without words, none in disorder
		p.ShowVoice(v, annotations.Span{})
		if !strings.Contains(all(), "passages") {
			t.Errorf("%v: %s", v, all())
		}
		for _, fault := range faults(p.Panel, 376) {
			t.Errorf("%v: %s", v, fault)
		}
	}
}

// What is shown at a glance answers as the rows of the index do: the pointer lights
// it on the page, a click and the keyboard open it.
func TestPanel_GlanceAnswers(t *testing.T) {
	e := bundled(t)
	p := newRig(e, themed(t, look.Light))
	win := open(t, p.Panel, 376, 772)
	at := func(d drawn) fyne.Position { return d.at.AddXY(60, d.Size().Height/2) }
	voice := labelled(t, p.Panel, "Unnamed source, 17%")
	test.MoveMouse(win.Canvas(), at(voice))
	if s := p.session.State(); s.Heard != annotations.Unnamed {
		t.Errorf("the pointer at a voice lights %v", s.Heard)
	}
	test.MoveMouse(win.Canvas(), at(labelled(t, p.Panel, "Hostages")))
	if s := p.session.State(); s.Heard != 0 || s.Lit != "t-hostages" {
		t.Errorf("the pointer at an entity lights %v and %q", s.Heard, s.Lit)
	}
	test.MoveMouse(win.Canvas(), fyne.NewPos(100, 20))
	if s := p.session.State(); s.Lit != "" {
		t.Errorf("%q stays lit", s.Lit)
	}
	win.Canvas().Focus(voice.CanvasObject.(fyne.Focusable))
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s := p.session.State().Panel; s.Voice != annotations.Unnamed {
		t.Errorf("Enter opens %+v", s)
	}
	if win.Canvas().Focused() == nil {
		t.Error("the keyboard is lost")
	}
}

// A later edition shows the voice anew, at the place where the reader is.
func TestPanel_AVoiceFollowsTheEdition(t *testing.T) {
	e := bundled(t)
	p := newRig(e, themed(t, look.Light))
	win := open(t, p.Panel, 376, 400)
	p.ShowVoice(annotations.Unnamed, e.Said(annotations.Unnamed)[4].Span)
	if p.Offset() == 0 {
		t.Fatal("the current passage is not brought into view")
	}
	test.Scroll(win.Canvas(), fyne.NewPos(100, 300), 0, -30)
	offset := p.Offset()
	next, err := e.With(func(c *annotations.Content) {
		c.Passages = slices.DeleteFunc(slices.Clone(c.Passages), func(x annotations.Passage) bool {
			return x.Voice == annotations.Unnamed && x.Span == e.Said(annotations.Unnamed)[1].Span
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	p.session.Show(session.Document{Revision: 1, Edition: next})
	p.update(func(s *session.State) { s.Panel.Said = annotations.Span{} })
	if got := normal(all(p.Panel)); p.Offset() != offset && p.Offset() == 0 || !strings.Contains(got, "4 passages") {
		t.Errorf("at %v, not %v: %s", p.Offset(), offset, got)
	}
}

// The name of a speaker and what the speaker asked for never run into each other, in
// any panel and in either language.
func TestPanel_AVoiceFitsAtEveryWidth(t *testing.T) {
	e := bundled(t)
	speak := func(language string) {
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"} {
			t.Setenv(name, language)
		}
		if err := locale.Load(assets.Translations, assets.TranslationsDir); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { speak("en_GB.UTF-8") })
	for language, asked := range map[string]string{
		"en_GB.UTF-8": "unnamed source by request", "de_DE.UTF-8": "ungenannte Quelle auf Wunsch",
	} {
		speak(language)
		for _, width := range []float32{300, 360, 376} {
			p := newRig(e, themed(t, look.Light))
			open(t, p.Panel, width, 1600)
			p.ShowVoice(annotations.Unnamed, annotations.Span{})
			if got := normal(all(p.Panel)); !strings.Contains(got, "Unnamed Hamas official 3 "+asked) {
				t.Errorf("%s: %s", language, got)
			}
			for _, fault := range faults(p.Panel, width) {
				t.Errorf("%s at %v: %s", language, width, fault)
			}
		}
	}
}

func TestPanel_AVoiceLooksAsDesigned(t *testing.T) {
	e := bundled(t)
	for file, scheme := range map[string]look.Scheme{"voice-light.png": look.Light, "voice-dark.png": look.Dark} {
		p := newRig(e, themed(t, scheme))
		win := open(t, p.Panel, 376, 772)
		p.ShowVoice(annotations.Unnamed, e.Said(annotations.Unnamed)[0].Span)
		test.AssertImageMatches(t, file, win.Canvas().Capture())
	}
}
