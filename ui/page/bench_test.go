package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// BenchmarkScrollStep moves the view by one notch of a wheel.
func BenchmarkScrollStep(b *testing.B) {
	p, _, _, _ := show(b, look.Light)
	p.SetStill(true)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.ScrollToY(float32(400 + i%40*20))
	}
}

// BenchmarkSelect lights the mentions of another entity.
func BenchmarkSelect(b *testing.B) {
	p, e, _, _ := show(b, look.Light)
	p.SetStill(true)
	for i := 0; b.Loop(); i++ {
		selects(p, e.Entities()[i%len(e.Entities())].ID, "")
	}
}

// BenchmarkReformat sets the page in another format, as a change of text size
// does.
func BenchmarkReformat(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	p := page.New(roles, &asked{})
	p.Follow(session.Snapshot{}, snapshot(uitest.Edition(b)))
	formats := []page.Format{page.FormatFor(roles, look.Setting{}, 1280, 904), page.FormatFor(roles, look.Setting{}, 1000, 640)}
	for i := 0; b.Loop(); i++ {
		p.SetFormat(formats[i%2])
	}
}

// book is a book of some 300,000 words, with structure.
const book = 1_800_000

// BenchmarkOpenBook opens a book and paints its first screen.
func BenchmarkOpenBook(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	e := uitest.Book(b, book)
	w := test.NewWindow(nil)
	w.Resize(fyne.NewSize(904, 772))
	for b.Loop() {
		p := page.New(roles, &asked{})
		p.Do = func(func()) {}
		p.Follow(session.Snapshot{}, snapshot(e))
		w.SetContent(p)
		w.Canvas().Capture()
		p.Stop()
	}
	b.ReportMetric(float64(e.Article().Words(annotations.Span{End: len(e.Article().Text)})), "words")
}

// BenchmarkScrollBook moves the view through a book that has been set, by a page at a
// time.
func BenchmarkScrollBook(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	queue := uitest.NewQueue()
	p := page.New(roles, &asked{})
	p.Do = queue.Do
	p.Follow(session.Snapshot{}, snapshot(uitest.Book(b, book)))
	w := test.NewWindow(p)
	w.Resize(fyne.NewSize(904, 772))
	queue.RunUntil(b, p.Whole)
	p.SetStill(true)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.ScrollToY(float32(400 + i%1000*700))
	}
}
