package voices_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// long is an edition of a text of 3.3 MB in which each sentence has a voice.
func long(t testing.TB) *annotations.Edition {
	t.Helper()
	c := uitest.LongContent(t, uitest.LongText(t, 3_300_000), 4000)
	n := 0
	for _, p := range c.Article.Paragraphs() {
		for s := range c.Article.Sentences(p) {
			x := annotations.Passage{Span: s.Span, Voice: annotations.Voices()[n*7%11%5]}
			if x.Voice != annotations.OwnAccount && x.Voice != annotations.Inference {
				x.Speaker = c.Entities[n%200].ID
			}
			c.Passages = append(c.Passages, x)
			n++
		}
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A long article is laid out behind the window; the newest wish wins; only what is in
// view is in the tree.
func TestLongArticle(t *testing.T) {
	q, e := uitest.NewQueue(), long(t)
	r := newRigOn(t, e, look.Light, 1280, 820, q.Do)
	if r.Settled() {
		t.Fatal("all is laid out at once")
	}
	r.w.Canvas().Capture() // the window is there meanwhile
	middle := e.Passages()[len(e.Passages())/2]
	r.nav.SelectVoice(e.Passages()[1].Span)
	r.nav.SelectVoice(middle.Span)
	q.RunUntil(t, r.Settled)
	key := fmt.Sprint("said:", middle.Start)
	if !r.inView(key) {
		t.Error("what was chosen last is not in view")
	}
	if n := len(r.Strip().Figure().Groups); n > 1500 {
		t.Errorf("the strip has %d groups for %d passages", n, len(e.Passages()))
	}
	r.s.Update(func(s *session.State) { s.Views.Voices.Only = annotations.Official })
	q.RunUntil(t, r.Settled)
	r.ScrollToEnd()
	r.w.Canvas().Capture()
	if n := len(test.LaidOutObjects(r.View)); n > 3000 {
		t.Errorf("%d objects are in the tree", n)
	}
}

func BenchmarkLongArticle(b *testing.B) {
	q, e := uitest.NewQueue(), long(b)
	r := newRigOn(b, e, look.Light, 1280, 820, q.Do)
	q.RunUntil(b, r.Settled)
	b.Logf("%d passages, %d bytes", len(e.Passages()), len(e.Article().Text))
	b.Run("laid out behind the window", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			r.s.Update(func(s *session.State) { s.Views.Voices.Only = annotations.Voices()[i%3] })
			q.RunUntil(b, r.Settled)
		}
	})
	b.Run("scrolled", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if i%50 == 0 {
				r.ScrollToTop()
			}
			r.ScrollBy(40)
		}
	})
}
