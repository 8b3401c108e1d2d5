package page_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// lit counts the grounds of lit passages that are drawn.
func lit(p *page.Page) int {
	n, ground := 0, color.Color(look.Of(look.ColorHoverFill))
	uitest.Each(p, func(o fyne.CanvasObject) {
		if r, ok := o.(*shape.Box); ok && r.CornerRadius == 3 && r.FillColor == ground {
			n++
		}
	})
	return n
}

// A click on a bar in the margin asks for its voice, which lights its passages and
// no others.
func TestAClickOnABarOpensTheVoice(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	p.SetStill(true)
	said := e.Said(annotations.Official)[0].Span
	r := p.SpanRects(said)[0]
	bar := fyne.NewPos(p.Format().Left-22, r.Y+r.H/2)
	if n := lit(p); n != 0 {
		t.Fatalf("%d passages are lit at first", n)
	}
	test.TapCanvas(w.Canvas(), bar)
	if len(asked.voices) != 1 || asked.voices[0] != said {
		t.Fatalf("a click on the bar asks for %v, want %v", asked.voices, said)
	}
	tell(p, func(s *session.State) { s.Hear(annotations.Official, said) })
	if got, want := lit(p), len(p.SpanRects(said)); got < want {
		t.Errorf("%d lines are lit of %d", got, want)
	}
	tell(p, func(s *session.State) { s.Select("", "") })
	if n := lit(p); n != 0 {
		t.Errorf("%d passages stay lit", n)
	}
	tell(p, func(s *session.State) { s.Heard = annotations.Official })
	if n := lit(p); n == 0 {
		t.Error("the pointer at the name of a voice lights nothing")
	}
}

// Where speakers are named in the margin, the name opens the voice as its bar does.
func TestANameInTheMarginOpensTheVoice(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	_, roles := uitest.App(t, look.Light)
	w.Resize(fyne.NewSize(1244, 1032))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1920, 1244))
	said := e.Said(annotations.Official)[0].Span
	r := p.SpanRects(said)[0]
	test.TapCanvas(w.Canvas(), fyne.NewPos(p.Format().Left-60, r.Y+12))
	test.TapCanvas(w.Canvas(), fyne.NewPos(p.Format().Left-60, r.Y+p.SpanRects(said)[0].H*4))
	if len(asked.voices) != 1 || asked.voices[0] != said {
		t.Errorf("the name asks for %v, want %v", asked.voices, said)
	}
}

// The beam leads to the current passage.
func TestTheBeamLeadsToThePassage(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	bars := func() int {
		n := 0
		uitest.Each(p, func(o fyne.CanvasObject) {
			if g, ok := o.(*canvas.LinearGradient); ok && g.Visible() {
				n++
			}
		})
		return n
	}
	tell(p, func(s *session.State) { s.Hear(annotations.Official, e.Said(annotations.Official)[0].Span) })
	w.Canvas().Capture()
	if bars() != 1 {
		t.Errorf("%d beams", bars())
	}
}
