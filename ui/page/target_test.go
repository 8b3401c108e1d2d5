package page_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// A right click is about what lies there: selected words, a mark, the bar of a voice,
// else the paragraph. It selects nothing.
func TestARightClickIsAboutWhatLiesThere(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	p.SetStill(true)
	var got command.Target
	p.OnMenu = func(t command.Target, _ fyne.Position) { got = t }
	hamas := e.TimesOf("hamas")[0]
	mark := command.Target{On: command.OnMark, Mention: hamas.ID(), Entity: "hamas", Passage: hamas.Span, Kind: annotations.Organisation}
	r := p.SpanRects(hamas.Span)[0]
	said := e.Said(annotations.Official)[0].Span
	first := e.Article().Paragraph(0).Span
	line := p.SpanRects(first)[0]
	for _, c := range []struct {
		what   string
		at     fyne.Position
		chosen annotations.Span
		want   command.Target
	}{
		{"a mark", fyne.NewPos(r.X+5, r.Y+5), annotations.Span{}, mark},
		{"a selected mark", fyne.NewPos(r.X+5, r.Y+5), hamas.Span, command.Target{On: command.OnSelection, Passage: hamas.Span}},
		{"a mark beside what is selected", fyne.NewPos(r.X+5, r.Y+5), annotations.Span{End: 3}, mark},
		{"a bar", fyne.NewPos(p.Format().Left-22, p.SpanRects(said)[0].Y+9), annotations.Span{},
			command.Target{On: command.OnVoice, Voice: annotations.Official, Passage: said}},
		{"a word", fyne.NewPos(line.X+4, line.Y+9), annotations.Span{}, command.Target{On: command.OnLine, Passage: first}},
	} {
		p.Select(c.chosen)
		uitest.RightClick(w.Canvas(), c.at)
		if got != c.want {
			t.Errorf("%s: the menu is about %+v, want %+v", c.what, got, c.want)
		}
	}
	if len(asked.clicked) > 0 {
		t.Errorf("it selects %v", asked.clicked)
	}
}

// For a menu by key the page tells what the keyboard is at, and where.
func TestThePageTellsWhatTheKeyboardIsAt(t *testing.T) {
	p, e, _, _ := show(t, look.Light)
	p.SetStill(true)
	hamas := e.TimesOf("hamas")[0]
	if got, _, _ := p.Target(); got.On != command.OnLine || got.Passage != e.Article().Paragraph(0).Span {
		t.Errorf("at first it is at %+v", got)
	}
	tell(p, func(s *session.State) { s.Focused = hamas.ID() })
	got, at, size := p.Target()
	if r := p.SpanRects(hamas.Span)[0]; got.Mention != hamas.ID() || at.Y != r.Y || size.Width != r.W {
		t.Errorf("then it is at %+v, %v, %v; want %s at %+v", got, at, size, hamas.ID(), r)
	}
	p.Select(annotations.Span{Start: 4, End: 9})
	if got, _, _ := p.Target(); got != (command.Target{On: command.OnSelection, Passage: annotations.Span{Start: 4, End: 9}}) {
		t.Errorf("with a selection it is at %+v", got)
	}
	p.Select(annotations.Span{})
	p.ScrollToEnd()
	if got, _, _ := p.Target(); got.On != command.OnLine {
		t.Errorf("with the mark out of view it is at %+v", got)
	}
}
