package page_test

import (
	"testing"

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
