package page_test

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/document"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// BenchmarkOpenFile opens a saved page of 1 MB and paints its first screen, and the same
// words as plain text by turns. The metric "of-text" is how many times as long the page
// takes.
func BenchmarkOpenFile(b *testing.B) {
	var words, markup strings.Builder
	markup.WriteString("<!DOCTYPE html><html lang=en><head><title>Long</title></head><body><article><h1>Long</h1>")
	for i := 0; markup.Len() < 1<<20; i++ {
		p := fmt.Sprintf("In the year %d the harbour was %s again, and the boats “went out” as before. ", 1000+i, strings.Repeat("quiet & ", i%7))
		p = strings.Repeat(p, 4)
		fmt.Fprintf(&words, "%s\n\n", p)
		fmt.Fprintf(&markup, "<p>%s<em>So it is said.</em> <a href=\"https://example.org/%d\">The log</a></p>\n", html.EscapeString(p), i)
	}
	dir := b.TempDir()
	paths := [2]string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "a.html")}
	for i, content := range []string{words.String(), markup.String()} {
		if err := os.WriteFile(paths[i], []byte(content), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	_, roles := uitest.App(b, look.Light)
	w := test.NewTempWindow(b, nil)
	w.Resize(fyne.NewSize(904, 772))
	var took [2]time.Duration
	for b.Loop() {
		for i, path := range paths {
			start := time.Now()
			d, err := document.Open(b.Context(), path, nil)
			if err != nil {
				b.Fatal(err)
			}
			e, err := d.Edition("")
			if err != nil {
				b.Fatal(err)
			}
			p := page.New(roles, &asked{})
			p.Do = func(func()) {}
			p.Follow(session.Snapshot{}, snapshot(e))
			w.SetContent(p)
			w.Canvas().Capture()
			took[i] += time.Since(start)
			p.Stop()
		}
	}
	b.ReportMetric(took[0].Seconds()*1000/float64(b.N), "ms/text")
	b.ReportMetric(took[1].Seconds()/took[0].Seconds(), "of-text")
}
