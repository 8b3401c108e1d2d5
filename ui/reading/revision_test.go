package reading_test

import (
	"image"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// picture is what the window shows below the toolbar, byte for byte: the ways back
// and forward may differ.
func picture(w fyne.Window) string {
	shown := w.Canvas().Capture()
	rgba := image.NewRGBA(image.Rect(0, 0, shown.Bounds().Dx(), shown.Bounds().Dy()-48))
	draw.Draw(rgba, rgba.Bounds(), shown, image.Pt(0, 48), draw.Src)
	return string(rgba.Pix)
}

// middleOf is the middle of the first line of a mention, in the window.
func middleOf(r *reading.Reader, id annotations.MentionID) fyne.Position {
	box := r.Page().MentionRects(id)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page())
	return at.AddXY(box.X+box.W/2, box.Y+box.H/2)
}

// pointAt moves the pointer. The card that would come after a while is not waited
// for: in a test it would come on the timer's goroutine.
func pointAt(r *reading.Reader, w fyne.Window, at fyne.Position) {
	test.MoveMouse(w.Canvas(), at)
	r.Page().DismissCard()
}

// next shows another revision, see pointAt.
func next(r *reading.Reader, d session.Document) {
	r.Show(d)
	r.Page().DismissCard()
}

// TestRevisions replaces the edition by one with a mark less and then one with a
// mark more, while a card is open, a mark is hovered, another has the keyboard, the
// page is scrolled, words are looked for and there is a way back. All of that has
// to stay, and to fit what is shown.
func TestRevisions(t *testing.T) {
	r, e, w := reader(t, look.Light)
	s := r.Session()
	hamas := e.MentionsOf("hamas")
	boehler := e.MentionsOf("adam-boehler")[0]

	click(t, r, w, hamas[0].ID())
	uitest.TypeIn(w, "]]]")
	r.RunCommand(command.Find)
	uitest.TypeIn(w, "hostages")
	uitest.Press(w, fyne.KeyReturn)
	r.Page().ScrollToSpan(hamas[11].Span)
	hovered := hamas[11]
	pointAt(r, w, middleOf(r, hovered.ID()))
	s.Update(func(s *session.State) { s.Focused = hamas[12].ID() })
	before, place := s.State(), r.Page().Place()
	if before.Selected != "hamas" || before.Hovered != hovered.ID() || place.Offset <= 0 || !s.CanBack() {
		t.Fatalf("the beginning is not what it should be: %+v at %+v", before, place)
	}
	first := picture(w)

	// A mark of another entity, above all that is in view, goes.
	less, err := e.With(annotations.RemoveMention(boehler.ID()))
	if err != nil {
		t.Fatal(err)
	}
	next(r, session.Document{Revision: 1, Edition: less})
	if got := s.State(); got != before {
		t.Errorf("without a mark elsewhere the state is %+v, want %+v", got, before)
	}
	if got := r.Page().Place(); got != place {
		t.Errorf("the page stands at %+v, want %+v", got, place)
	}
	if !uitest.Shows(w, "4 of 14") {
		t.Error("the card does not stand at the fourth of 14 times")
	}

	// The hovered mark goes too: nothing is hovered; the card counts one less.
	less, err = less.With(annotations.RemoveMention(hovered.ID()))
	if err != nil {
		t.Fatal(err)
	}
	next(r, session.Document{Revision: 2, Edition: less})
	want := before
	want.Hovered = ""
	if got := s.State(); got != want {
		t.Errorf("without the hovered mark the state is %+v, want %+v", got, want)
	}
	if n := len(less.MentionsOf("hamas")); n != len(hamas)-1 {
		t.Fatalf("%d mentions are left", n)
	}
	r.RunCommand(command.NextMention)
	if m, _ := less.Mention(s.State().Mention); m == nil || m.ID() == hovered.ID() {
		t.Errorf("the next mention is %v", m)
	}

	// Both come back, and one more that no one had marked.
	r.RunCommand(command.Back)
	more, err := less.With(annotations.AddMention(*boehler), annotations.AddMention(*hovered))
	if err != nil {
		t.Fatal(err)
	}
	next(r, session.Document{Revision: 3, Edition: more})
	s.Update(func(s *session.State) { s.Mention, s.Focused = before.Mention, before.Focused })
	r.Page().Restore(place)
	pointAt(r, w, fyne.NewPos(1, 1))
	pointAt(r, w, middleOf(r, hovered.ID()))
	if got := s.State(); got != before {
		t.Errorf("with all marks again the state is %+v, want %+v", got, before)
	}
	if picture(w) != first {
		t.Error("with all marks again the window does not look as before")
	}

	// The way back leads to where the reader was before it all.
	for s.CanBack() {
		r.RunCommand(command.Back)
	}
	if got := s.State().Selected; got != "" {
		t.Errorf("back at the start %s is selected", got)
	}
}
