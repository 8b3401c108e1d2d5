package reading_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// large is an edition of a book of n bytes with 12 marks and 7 sentences of a voice to
// the KB, 400 entities, of which the events have dates and the places are on the map, and
// 600 relations.
func large(t testing.TB, n int) *annotations.Edition {
	t.Helper()
	c := uitest.LongContent(t, uitest.LongText(t, n), n/80)
	for i := range c.Entities {
		x := &c.Entities[i]
		switch x.Kind {
		case annotations.Event:
			when, err := annotations.ParseDate(fmt.Sprintf("%d-%02d-%02d", 1800+i*7%220, 1+i%12, 1+i%28))
			if err != nil {
				t.Fatal(err)
			}
			x.When = when
		case annotations.Place:
			x.Location = &annotations.Location{Lat: float64(i*37%140) - 60, Lon: float64(i*101%360) - 180}
		}
	}
	for i := range 600 {
		c.Relations = append(c.Relations, annotations.Relation{
			ID: fmt.Sprint("r", i), From: c.Entities[i*i%101].ID, To: c.Entities[101+i*7919%299].ID,
			Label: "writes to", Inverse: "hears from", Evidence: []annotations.Span{c.Mentions[i].Span},
		})
	}
	k := 0
	for _, p := range c.Article.Paragraphs() {
		for s := range c.Article.Sentences(p) {
			x := annotations.Passage{Span: s.Span, Voice: annotations.Voices()[k*7%11%5]}
			if x.Voice != annotations.OwnAccount && x.Voice != annotations.Inference {
				x.Speaker = c.Entities[k%200].ID
			}
			c.Passages = append(c.Passages, x)
			k++
		}
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// window is a reader in a window of 1280 by 820 that shows a document. What other
// goroutines have done on the UI goroutine waits in a queue.
type window struct {
	*reading.Reader
	w       fyne.Window
	queue   uitest.Queue
	longest time.Duration // of what ran from the queue
}

func largeWindow(b *testing.B, d session.Document) *window {
	b.Helper()
	app, _ := uitest.App(b, look.Light)
	r, err := reading.New(app.Settings().Theme().(*look.Theme))
	if err != nil {
		b.Fatal(err)
	}
	x := &window{Reader: r, queue: uitest.NewQueue()}
	r.SetDo(func(f func()) {
		x.queue.Do(func() {
			began := time.Now()
			f()
			x.longest = max(x.longest, time.Since(began))
		})
	})
	r.Show(d)
	x.w = test.NewWindow(r.Content())
	x.w.SetPadded(false)
	x.w.Resize(fyne.NewSize(1280, 820))
	r.AttachCanvas(x.w.Canvas())
	x.rest(10 * settled) // the whole book is set
	b.Cleanup(x.w.Close)
	return x
}

// settled is how long nothing comes from another goroutine when none is at work any more.
const settled = 300 * time.Millisecond

// rest runs what is queued until nothing has come for so long.
func (x *window) rest(quiet time.Duration) {
	for last := time.Now(); time.Since(last) < quiet; time.Sleep(time.Millisecond) {
		if x.queue.Len() > 0 {
			x.queue.Run()
			last = time.Now()
		}
	}
}

// acts measures an act of the reader, again and again: how long it holds the UI goroutine,
// and the longest thing that follows on it later.
func (x *window) acts(b *testing.B, act func(i int)) {
	b.Helper()
	x.rest(settled)
	x.longest = 0
	for i := 0; b.Loop(); i++ {
		act(i)
		b.StopTimer()
		x.rest(settled / 30)
		b.StartTimer()
	}
	b.StopTimer()
	x.rest(settled)
	b.ReportMetric(float64(x.longest.Microseconds())/1000, "ms/longest-later")
}

// BenchmarkActs measures what holds the UI goroutine in a book of 3.3 MB with 40,000
// marks, 24,000 sentences of a voice, 600 relations and 10,000 notes, and in one of a
// tenth of that.
func BenchmarkActs(b *testing.B) {
	for _, n := range []int{3_300_000, 330_000} {
		e := large(b, n)
		set := notes.NewSet(uitest.ManyNotes(b, e.Article(), n/330))
		b.Run(fmt.Sprint(n/1000, "KB"), func(b *testing.B) { acts(b, session.Document{Edition: e, Notes: set}) })
	}
}

func acts(b *testing.B, d session.Document) {
	x := largeWindow(b, d)
	show := func(b *testing.B, change func(i int, d *session.Document)) {
		x.acts(b, func(i int) {
			now := x.Session().Snapshot().Document
			change(i, &now)
			now.Revision++
			x.Show(now)
		})
	}
	two := [2]*notes.Set{d.Notes, nil}
	all := uitest.ManyNotes(b, d.Edition.Article(), d.Notes.Len())
	all = append(all, uitest.Noted(b, d.Edition.Article(), "one more", d.Edition.Article().Text[:40], 0))
	two[1] = notes.NewSet(all)
	note := func(b *testing.B) { show(b, func(i int, d *session.Document) { d.Notes = two[(i+1)%2] }) }
	b.Run("note", note)
	revision, err := d.Edition.With(func(c *annotations.Content) { c.Mentions = c.Mentions[1:] })
	if err != nil {
		b.Fatal(err)
	}
	editions := [2]*annotations.Edition{d.Edition, revision}
	revise := func(b *testing.B) { show(b, func(i int, d *session.Document) { d.Edition = editions[(i+1)%2] }) }
	b.Run("revision", revise)
	b.Run("select", func(b *testing.B) {
		x.acts(b, func(i int) { x.OpenMention(d.Edition.Mentions()[i*7919%len(d.Edition.Mentions())].ID()) })
	})
	b.Run("point", func(b *testing.B) {
		x.acts(b, func(i int) {
			x.Session().Update(func(s *session.State) { s.Hovered = d.Edition.Mentions()[i%200].ID() })
		})
	})
	b.Run("notes-face", func(b *testing.B) {
		x.acts(b, func(i int) {
			x.Session().Update(func(s *session.State) {
				s.Panel.Open, s.Panel.Face = true, []session.Face{session.Notes, session.About}[i%2]
			})
		})
	})
	x.Session().Update(func(s *session.State) { s.Panel.Face = session.Notes })
	b.Run("note/face-open", note)
	x.Session().Update(func(s *session.State) { s.Panel.Face = session.Card })
	for _, v := range []session.ViewID{session.Timeline, session.Network, session.Map, session.Voices} {
		b.Run(fmt.Sprint("turn-to/", v), func(b *testing.B) {
			x.acts(b, func(i int) {
				x.Session().Update(func(s *session.State) { s.View = []session.ViewID{v, session.Article}[i%2] })
			})
		})
		x.Session().Update(func(s *session.State) { s.View = v })
		b.Run(fmt.Sprint("select-in/", v), func(b *testing.B) {
			x.acts(b, func(i int) {
				x.Session().Update(func(s *session.State) { s.Select(d.Edition.Entities()[i*31%101].ID, "") })
			})
		})
		b.Run(fmt.Sprint("note-in/", v), note)
		b.Run(fmt.Sprint("revision-in/", v), revise)
	}
	x.Session().Update(func(s *session.State) { s.View = session.Article })
}
