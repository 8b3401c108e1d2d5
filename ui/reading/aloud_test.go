package reading_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/speech"
	"sidelight/ui/uitest"
)

// fakeVoice speaks as long as the test wants.
type fakeVoice struct {
	said chan string
	how  chan speech.Manner
	ends chan error
}

func newVoice() *fakeVoice {
	return &fakeVoice{make(chan string, 100), make(chan speech.Manner, 100), make(chan error, 100)}
}

func (v *fakeVoice) Say(ctx context.Context, words string, how speech.Manner) error {
	v.said <- words
	v.how <- how
	select {
	case err := <-v.ends:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// speaking opens the reader with a voice.
func speaking(t *testing.T) (*reading.Reader, *annotations.Edition, fyne.Window, *fakeVoice, uitest.Queue) {
	t.Helper()
	v, q := newVoice(), uitest.NewQueue()
	r, e, w := readerWith(t, look.Light, v)
	r.SetDo(q.Do)
	t.Cleanup(func() { r.RunCommand(command.StopReading) })
	return r, e, w, v, q
}

// sentences returns the sentences of the article.
func sentences(e *annotations.Edition) (all []string) {
	a := e.Article()
	for _, p := range a.Paragraphs() {
		for s := range a.Sentences(p) {
			all = append(all, a.Slice(s.Span))
		}
	}
	return all
}

// It begins with what is in view, goes on by itself, lights what it reads and keeps that
// in view.
func TestReadsAloud(t *testing.T) {
	r, e, w, v, q := speaking(t)
	all := sentences(e)
	uitest.TypeIn(w, "r")
	for i := range 8 {
		if got := <-v.said; got != all[i] {
			t.Fatalf("the sentence %d is %q, not %q", i, got, all[i])
		}
		at := r.Aloud()
		if got := e.Article().Slice(at); got != all[i] || !r.Page().Sees(at) {
			t.Fatalf("%q is lit, in view %v", got, r.Page().Sees(at))
		}
		v.ends <- nil
		q.RunUntil(t, func() bool { return r.Aloud() != at })
	}
	if how := <-v.how; how.Rate != 1 || how.Language != e.Language() {
		t.Errorf("it is read as %+v", how)
	}
	r.RunCommand(command.StopReading)
	if !r.Aloud().Empty() {
		t.Error("it does not stop")
	}
}

// The first sentence that begins in view, the selected words, and the paragraph that the
// menu is about are where it begins.
func TestReadsAloudFromHere(t *testing.T) {
	r, e, w, v, _ := speaking(t)
	a := e.Article()
	r.Page().ScrollToY(500)
	r.RunCommand(command.ReadAloud)
	<-v.said
	if at := r.Aloud(); at.Start < r.Page().FirstInView() || !r.Page().Sees(at) {
		t.Error("it begins out of view")
	}
	r.RunCommand(command.StopReading)
	third := a.Paragraph(3)
	r.Page().Select(annotations.Span{Start: third.Start + 2, End: third.Start + 9})
	r.RunCommand(command.ReadAloud)
	if got := <-v.said; !strings.HasPrefix(a.Slice(third.Span), got) {
		t.Errorf("with words selected it begins with %q", got)
	}
	r.Page().Select(annotations.Span{})
	r.Page().ScrollToY(0)
	at := a.Paragraph(1)
	box := r.Page().SpanRects(at.Span)[0]
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page())
	rightClick(w, corner.AddXY(box.X-20, box.Y+box.H/2))
	choose(t, w, "Read aloud from here")
	if got := <-v.said; !strings.HasPrefix(a.Slice(at.Span), got) {
		t.Errorf("the menu of the second paragraph begins with %q", got)
	}
}

// Keys and buttons pause, step and stop; the buttons stand in the toolbar for as long as
// something is read.
func TestReadingAloudIsSteered(t *testing.T) {
	r, e, w, v, _ := speaking(t)
	all := sentences(e)
	buttons := func() (names []string) {
		uitest.Each(w.Content(), func(o fyne.CanvasObject) {
			if b, ok := o.(*control.Icon); ok && b.Visible() && slices.Contains([]string{
				"Read aloud", "Pause reading aloud", "Go on reading aloud", "Read the next sentence",
				"Read the previous sentence", "Stop reading aloud",
			}, b.AccessibilityLabel()) {
				names = append(names, b.AccessibilityLabel())
			}
		})
		return names
	}
	if got := buttons(); len(got) > 0 {
		t.Errorf("before anything is read there are %q", got)
	}
	uitest.TypeIn(w, "r")
	<-v.said
	if got := buttons(); len(got) != 4 || got[1] != "Pause reading aloud" {
		t.Errorf("while it is read there are %q", got)
	}
	r.Page().ScrollToEnd() // a step leads back to it
	r.RunCommand(command.NextSentence)
	if got := <-v.said; got != all[1] || !r.Page().Sees(r.Aloud()) {
		t.Errorf("next is %q", got)
	}
	uitest.TypeIn(w, "r")
	if got := buttons(); got[1] != "Go on reading aloud" {
		t.Errorf("while it pauses there are %q", got)
	}
	r.RunCommand(command.PreviousSentence)
	if got := e.Article().Slice(r.Aloud()); got != all[0] || len(v.said) > 0 {
		t.Errorf("the one before is %q", got)
	}
	uitest.TypeIn(w, "r")
	if got := <-v.said; got != all[0] {
		t.Errorf("it goes on with %q", got)
	}
	open := r.Session().State().Panel.Open
	uitest.Press(w, fyne.KeyEscape)
	if got := buttons(); len(got) > 0 || !r.Aloud().Empty() || r.Session().State().Panel.Open != open {
		t.Errorf("after Esc there are %q", got)
	}
}

// Who scrolls away while it is read is not brought back.
func TestReadingAloudLetsTheReaderGo(t *testing.T) {
	r, _, _, v, q := speaking(t)
	r.RunCommand(command.ReadAloud)
	first := r.Aloud()
	r.Page().ScrollToEnd()
	before := r.Page().Place()
	v.ends <- nil
	q.RunUntil(t, func() bool { return r.Aloud() != first })
	if got := r.Page().Place(); got != before {
		t.Errorf("the reader is taken from %+v to %+v", before, got)
	}
}

// A voice that fails is told of; another article and a window that closes end it.
func TestReadingAloudEnds(t *testing.T) {
	r, _, _, v, q := speaking(t)
	var told string
	r.SetSay(func(_, words string) { told = words })
	r.RunCommand(command.ReadAloud)
	v.ends <- errors.New("no sound")
	q.RunUntil(t, func() bool { return told != "" })
	if !r.Aloud().Empty() {
		t.Error("it goes on after a failure")
	}
	r.RunCommand(command.ReadAloud)
	a, err := annotations.NewArticle("b.txt", "Other words.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: e})
	if !r.Aloud().Empty() {
		t.Error("it goes on in another article")
	}
}

// Without a voice there is no command, no row of a menu, no button and no setting.
func TestNothingReadsAloudWithoutAVoice(t *testing.T) {
	r, _, w := reader(t, look.Light)
	for _, c := range r.Commands() {
		if strings.Contains(string(c.ID), "aloud") || strings.Contains(string(c.ID), "sentence") {
			t.Errorf("there is the command %s", c.ID)
		}
	}
	r.RunCommand(command.TheMenu)
	if all := rows(named(w)); slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, "aloud") }) {
		t.Errorf("the menu has %q", all)
	}
	r.RunCommand(command.Settings) // closes the menu
	if all := rows(named(w)); slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, "Voice speed") }) {
		t.Errorf("the settings have %q", all)
	}
}

// The speed is set where there is a voice, and is that of the next sentence.
func TestVoiceSpeed(t *testing.T) {
	r, _, w, v, _ := speaking(t)
	r.RunCommand(command.Settings)
	all := named(w)
	name := ""
	for n := range all {
		if strings.HasPrefix(n, "Voice speed") {
			name = n
		}
	}
	if name != "Voice speed: 1×" {
		t.Fatalf("the settings have %q", rows(all))
	}
	w.Canvas().Focus(all[name].(fyne.Focusable))
	uitest.Press(w, fyne.KeyRight)
	r.RunCommand(command.ReadAloud)
	<-v.said
	if how := <-v.how; how.Rate != speech.Rates()[2] {
		t.Errorf("it is read as %+v", how)
	}
}
