package page_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

const manyNotes = 10_000

// whole opens a book with notes in a window of a width and waits until it is set.
func whole(b *testing.B, e *annotations.Edition, set *notes.Set, window, width float32) *page.Page {
	b.Helper()
	_, roles := uitest.App(b, look.Light)
	queue := uitest.NewQueue()
	p := page.New(roles, &asked{})
	p.Do = queue.Do
	p.SetFormat(page.FormatFor(roles, look.Setting{}, window, width))
	now := snapshot(e)
	now.Notes = set
	p.Follow(session.Snapshot{}, now)
	w := test.NewWindow(p)
	w.Resize(fyne.NewSize(width, 772))
	queue.RunUntil(b, p.Whole)
	p.SetStill(true)
	return p
}

// BenchmarkScrollNotes moves the view through a book by a page at a time, with 10,000
// notes and in the same run without one, in a usual window and in a wide one that has
// their words beside the text.
func BenchmarkScrollNotes(b *testing.B) {
	e := uitest.Book(b, book)
	set := notes.NewSet(uitest.ManyNotes(b, e.Article(), manyNotes))
	for _, size := range [][2]float32{{1280, 688}, {1920, 1244}} {
		b.Run(fmt.Sprint(size[0]), func(b *testing.B) {
			noted, bare := whole(b, e, set, size[0], size[1]), whole(b, e, nil, size[0], size[1])
			var with, without time.Duration
			for i := 0; b.Loop(); i++ {
				y := float32(400 + i%1000*700)
				bare.ScrollToY(y) // what is measured of the words is kept for both
				bare.ScrollToY(0)
				noted.ScrollToY(0)
				start := time.Now()
				noted.ScrollToY(y)
				half := time.Now()
				bare.ScrollToY(y)
				with, without = with+half.Sub(start), without+time.Since(half)
			}
			b.ReportMetric(float64(with.Nanoseconds())/float64(b.N), "ns/with")
			b.ReportMetric(float64(without.Nanoseconds())/float64(b.N), "ns/without")
			b.ReportMetric(float64(with)/float64(max(without, 1)), "times")
		})
	}
}

// BenchmarkFollowNotes shows another set of 10,000 notes, of which one has another style:
// the lines in view are compared, and the one that changed is drawn again.
func BenchmarkFollowNotes(b *testing.B) {
	e := uitest.Book(b, book)
	var sets [2]*notes.Set
	for i := range sets {
		all := uitest.ManyNotes(b, e.Article(), manyNotes)
		all[0].Style = notes.Styles()[i]
		sets[i] = notes.NewSet(all)
	}
	for _, size := range [][2]float32{{1280, 688}, {1920, 1244}} {
		b.Run(fmt.Sprint(size[0]), func(b *testing.B) {
			p := whole(b, e, sets[0], size[0], size[1])
			for i := 0; b.Loop(); i++ {
				now := p.Shown()
				now.Notes = sets[(i+1)%2]
				p.Follow(p.Shown(), now)
			}
		})
	}
}

// BenchmarkOpenNotes shows a book with 10,000 notes up to its first screen, in a wide
// window, and in the same run without notes.
func BenchmarkOpenNotes(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	e := uitest.Book(b, book)
	set := notes.NewSet(uitest.ManyNotes(b, e.Article(), manyNotes))
	w := test.NewWindow(nil)
	w.Resize(fyne.NewSize(1244, 772))
	open := func(n *notes.Set) time.Duration {
		start := time.Now()
		p := page.New(roles, &asked{})
		p.Do = func(func()) {}
		p.SetFormat(page.FormatFor(roles, look.Setting{}, 1920, 1244))
		now := snapshot(e)
		now.Notes = n
		p.Follow(session.Snapshot{}, now)
		w.SetContent(p)
		w.Canvas().Capture()
		p.Stop()
		return time.Since(start)
	}
	var with, without time.Duration
	for b.Loop() {
		with += open(set)
		without += open(nil)
	}
	b.ReportMetric(with.Seconds()*1000/float64(b.N), "ms/with")
	b.ReportMetric(float64(with)/float64(max(without, 1)), "times")
}
