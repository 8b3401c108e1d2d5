package page_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// linkOf is the link with some words.
func linkOf(t *testing.T, a *annotations.Article, words string) annotations.Link {
	t.Helper()
	for l := range a.Links(annotations.Span{End: len(a.Text)}) {
		if a.Slice(l.Span) == words {
			return l
		}
	}
	t.Fatalf("there is no link %q", words)
	return annotations.Link{}
}

// onLink is the middle of a link on the page.
func onLink(p *page.Page, l annotations.Link) fyne.Position {
	r := p.SpanRects(l.Span)[0]
	return fyne.NewPos(r.X+r.W/2, r.Y+r.H/2)
}

// A click on a link shows where it leads; a click on what shows that leads there.
func TestALinkShowsItsAddressFirst(t *testing.T) {
	p, w, _ := open(t, look.Light, uitest.Harbour(t))
	var opened []string
	p.OnLink = func(s string) { opened = append(opened, s) }
	l := linkOf(t, p.Shown().Edition.Article(), "published the letter")
	test.TapCanvas(w.Canvas(), onLink(p, l))
	if len(opened) > 0 || !p.LinkCardShown() {
		t.Fatalf("a click opens %v, the card is shown: %v", opened, p.LinkCardShown())
	}
	box := p.LinkCardBox()
	test.TapCanvas(w.Canvas(), fyne.NewPos(box.X+20, box.Y+20))
	if !slices.Equal(opened, []string{"https://port.example/letter"}) || p.LinkCardShown() {
		t.Errorf("a click on the card opens %v, the card is shown: %v", opened, p.LinkCardShown())
	}
	p.FollowLink(l.Span)
	if !p.DismissCard() || p.LinkCardShown() {
		t.Error("the card does not go")
	}
}

// The sign of a note shows the note under the pointer and leads there with a click.
func TestTheSignOfANote(t *testing.T) {
	p, w, asked := open(t, look.Light, uitest.Harbour(t))
	clock := p.FakeClock()
	a := p.Shown().Edition.Article()
	l := linkOf(t, a, "1")
	test.MoveMouse(w.Canvas(), onLink(p, l))
	if p.LinkCardShown() || clock.Do == nil {
		t.Fatal("the card does not wait")
	}
	clock.Do()
	if !p.LinkCardShown() {
		t.Fatal("the note is not shown")
	}
	test.TapCanvas(w.Canvas(), onLink(p, l))
	if len(asked.passages) != 1 || !strings.HasPrefix(a.Slice(asked.passages[0]), "Letter of the port") || p.LinkCardShown() {
		t.Errorf("a click leads to %v", asked.passages)
	}
	if !p.PeekLink(l.Span) || !p.LinkCardShown() || !p.PeekLink(l.Span) || p.LinkCardShown() {
		t.Error("a glance by key does not come and go")
	}
}

func TestTheKeyboardsLinkHasARing(t *testing.T) {
	p, w, _ := open(t, look.Light, uitest.Harbour(t))
	p.FocusGained()
	before := w.Canvas().Capture()
	l := linkOf(t, p.Shown().Edition.Article(), "published the letter")
	tell(p, func(s *session.State) { s.Link = l.Span })
	with := w.Canvas().Capture()
	tell(p, func(s *session.State) { s.Link = annotations.Span{} })
	r := p.SpanRects(l.Span)[0]
	at := fyne.NewPos(r.X-3, r.Y+r.H/2)
	if with.At(int(at.X), int(at.Y)) == before.At(int(at.X), int(at.Y)) {
		t.Error("nothing is drawn around the link")
	}
	if after := w.Canvas().Capture(); after.At(int(at.X), int(at.Y)) != before.At(int(at.X), int(at.Y)) {
		t.Error("the ring stays")
	}
}
