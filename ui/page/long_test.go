package page

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// A book, and the marks in it.
const (
	bookBytes = 3 << 20
	bookMarks = 40_000
)

// openLong makes a page of a long text in a window of 1280 by 820 whose
// background work waits in the channel until it is taken.
func openLong(t testing.TB, c annotations.Content, roles look.Roles) (*Page, chan func()) {
	t.Helper()
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	p, done := newLong(e, roles)
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(904, 820))
	return p, done
}

// deaf hears nothing of what a page asks for.
type deaf struct{ view.Asks }

func (deaf) Hover(annotations.MentionID) {}

func newLong(e *annotations.Edition, roles look.Roles) (*Page, chan func()) {
	p := New(roles, deaf{})
	done := make(chan func(), 8)
	p.Do = func(f func()) { done <- f }
	p.Follow(session.Snapshot{}, session.Snapshot{Document: session.Document{Edition: e}})
	p.SetStill(true)
	return p, done
}

// finish waits until the whole article is set.
func finish(t testing.TB, p *Page, done chan func()) {
	t.Helper()
	for p.column.Partial() {
		select {
		case f := <-done:
			f()
		case <-time.After(time.Minute):
			t.Fatal("the article is not set after a minute")
		}
	}
}

func TestLong_APlaceNotYetSetIsReachedAndKept(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	c := uitest.LongContent(t, uitest.LongText(t, 300<<10), 1000)
	for _, share := range []float32{0, 0.3, 0.7, 1} {
		t.Run(fmt.Sprint(share), func(t *testing.T) {
			p, done := openLong(t, c, roles)
			m := c.Mentions[int(share*float32(len(c.Mentions)-1))]
			p.ScrollToSpan(m.Span)
			before := p.SpanRects(m.Span)
			if len(before) == 0 || before[0].Y < 0 || before[0].Y > 820 {
				t.Fatalf("the place is not in view: %v", before)
			}
			finish(t, p, done)
			after := p.SpanRects(m.Span)
			if d := after[0].Y - before[0].Y; d > 1 || d < -1 {
				t.Errorf("the words have moved by %.1f px", d)
			}
		})
	}
}

func TestLong_WheelAndThumbAlwaysFindLines(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	p, _ := openLong(t, uitest.LongContent(t, uitest.LongText(t, 300<<10), 100), roles)
	p.setter.Stop()
	for y := float32(0); y < p.column.Height(); y += 777 {
		p.ScrollToY(y)
		band := p.reading.pane.y - p.column.Top
		lines := p.sheet.lines
		if len(lines) == 0 {
			t.Fatalf("no lines at %.0f px", y)
		}
		if gap := lines[0].Top - max(band, 0); gap > 60 {
			t.Errorf("at %.0f px the first line stands %.0f px below the top", y, gap)
		}
		end := lines[len(lines)-1]
		if gap := band + p.reading.pane.Size().Height - end.Top - end.Leading(); gap > 60 && end.End < len(p.column.Article().Text)-100 {
			t.Errorf("at %.0f px %.0f px stay empty at the bottom", y, gap)
		}
	}
}

func TestLong_ANewFormatAndTheEndStopTheSetting(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	p, done := openLong(t, uitest.LongContent(t, uitest.LongText(t, 300<<10), 100), roles)
	late := <-done
	p.SetFormat(FormatFor(roles, look.Setting{}, 1000, 640))
	if late(); !p.column.Partial() || !p.setter.Running() {
		t.Error("the setting for the old format counts, or ends that for the new one")
	}
	finish(t, p, done)
	if w := p.column.Format().Width; w != p.format.Column {
		t.Errorf("the text is set %.0f px wide, want %.0f", w, p.format.Column)
	}
	p.SetFormat(FormatFor(roles, look.Setting{}, 1280, 904))
	(&pageRenderer{p: p}).Destroy()
	if p.setter.Running() {
		t.Error("the setting outlives the page")
	}
}

func TestLong_OneParagraphAndOneWord(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	words := uitest.LongText(t, 1<<20)
	flat := []byte(words)
	for i := range flat {
		if flat[i] == '\n' {
			flat[i] = ' '
		}
	}
	letters := make([]byte, 1<<20)
	for i := range letters {
		letters[i] = 'a' + byte(i*i%23)
	}
	for name, text := range map[string]string{"paragraph": string(flat), "word": string(letters)} {
		t.Run(name, func(t *testing.T) {
			p, done := openLong(t, uitest.LongContent(t, text, 0), roles)
			p.ScrollToEnd()
			p.ScrollToY(p.column.Height() / 2)
			p.ScrollToTop()
			finish(t, p, done)
			next := 0
			for i := range p.column.Len() {
				l := p.column.Line(i)
				if l.Start != next || l.Width > p.format.Column {
					t.Fatalf("a line begins at %d, want %d, and is %.0f px wide", l.Start, next, l.Width)
				}
				next = l.End
			}
		})
	}
}

// BenchmarkLongOpen goes from the bytes of a book to the lines of its first
// screen, and measures how long the toolkit's goroutine is held up.
func BenchmarkLongOpen(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	text := uitest.LongText(b, bookBytes)
	mentions := uitest.LongContent(b, text, bookMarks)
	var blocked time.Duration
	for b.Loop() {
		c := mentions
		var err error
		if c.Article, err = annotations.NewArticle("long.txt", text); err != nil {
			b.Fatal(err)
		}
		e, err := annotations.New(c)
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		p := New(roles, deaf{})
		p.Follow(session.Snapshot{}, session.Snapshot{Document: session.Document{Edition: e}})
		p.Resize(fyne.NewSize(904, 820))
		test.WidgetRenderer(p)
		p.sheet.window(true)
		blocked += time.Since(start)
		p.setter.Stop()
	}
	n := float64(b.N)
	b.ReportMetric(b.Elapsed().Seconds()*1000/n, "ms/first-screen")
	b.ReportMetric(blocked.Seconds()*1000/n, "ms/input-blocked")
}

// BenchmarkLongLayout sets a whole book in a new face, and compares it with
// what widget.RichText takes for 200 KB of it.
func BenchmarkLongLayout(b *testing.B) {
	text := uitest.LongText(b, bookBytes)
	c := uitest.LongContent(b, text, 0)
	var format Format
	for b.Loop() {
		b.StopTimer()
		_, roles := uitest.App(b, look.Light) // nothing is remembered of its faces
		format = FormatFor(roles, look.Setting{}, 1280, 904)
		b.StartTimer()
		column := flow.New()
		column.Open(c.Article)
		column.Set(flow.Format{Style: format.Reading.Style(), Width: format.Column, Gap: format.ParagraphGap}, 0)
		if _, err := column.Whole()(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	ours := b.Elapsed().Seconds() / float64(b.N)
	const part = 200 << 10
	start := time.Now()
	rich := widget.NewRichTextWithText(text[:min(part, len(text))])
	rich.Wrapping = fyne.TextWrapWord
	rich.Resize(fyne.NewSize(format.Column, 820))
	rich.MinSize()
	theirs := time.Since(start).Seconds() * float64(len(text)) / float64(min(part, len(text)))
	b.ReportMetric(ours, "s/layout")
	b.ReportMetric(theirs/ours, "x-richtext")
}

// BenchmarkLongReflow sets a book anew at another width, its words measured.
func BenchmarkLongReflow(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	p, done := openLong(b, uitest.LongContent(b, uitest.LongText(b, bookBytes), bookMarks), roles)
	finish(b, p, done)
	wide, narrow := p.format, p.format
	narrow.Column = 528
	reflow(b, p, done, narrow, wide)
}

// reflow sets a page in two formats by turns, and tells how long it takes to the lines in
// view and to all lines.
func reflow(b *testing.B, p *Page, done chan func(), formats ...Format) {
	b.Helper()
	var visible time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		p.SetFormat(formats[i%len(formats)])
		visible += time.Since(start)
		finish(b, p, done)
	}
	n := float64(b.N)
	b.ReportMetric(visible.Seconds()*1000/n, "ms/visible")
	b.ReportMetric(b.Elapsed().Seconds()*1000/n, "ms/all")
}

// BenchmarkLongResize sets a book anew at another size of the text, and compares that with
// another width, and with a face in which no word is measured.
func BenchmarkLongResize(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	p, done := openLong(b, uitest.LongContent(b, uitest.LongText(b, bookBytes), bookMarks), roles)
	finish(b, p, done)
	sizes := []Format{FormatFor(roles, look.Setting{Size: 20}, 1280, 904), FormatFor(roles, look.Setting{Size: 21}, 1280, 904)}
	wide, narrow := p.format, p.format
	narrow.Column = 528
	reflow(b, p, done, sizes...)
	ours := b.Elapsed().Seconds() / float64(b.N)
	took := func(formats ...Format) float64 {
		start := time.Now()
		for _, f := range formats {
			p.SetFormat(f)
			finish(b, p, done)
		}
		return time.Since(start).Seconds() / float64(len(formats))
	}
	b.ReportMetric(ours/took(narrow, wide, narrow, wide), "x-width")
	_, roles = uitest.App(b, look.Light) // nothing is remembered of its faces
	b.ReportMetric(ours/took(FormatFor(roles, look.Setting{}, 1280, 904)), "x-face")
}

// BenchmarkLongScroll moves the view by a wheel's notch in a book with all its
// marks, and compares it with a text of 4 KB with as many marks to the line.
func BenchmarkLongScroll(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	text := uitest.LongText(b, bookBytes)
	long, done := openLong(b, uitest.LongContent(b, text, bookMarks), roles)
	finish(b, long, done)
	short, _ := openLong(b, uitest.LongContent(b, text[:4<<10], bookMarks*(4<<10)/len(text)), roles)
	step := func(p *Page, from float32, i int) { p.ScrollToY(from + float32(i%40*30)) }
	middle := long.column.Height() / 2
	for i := 0; b.Loop(); i++ {
		step(long, middle, i)
	}
	ours := b.Elapsed().Seconds() / float64(b.N)
	start := time.Now()
	for i := range b.N {
		step(short, short.column.Top, i)
	}
	theirs := time.Since(start).Seconds() / float64(b.N)
	b.ReportMetric(ours*1e6, "us/step")
	b.ReportMetric(ours/theirs, "x-4KB")
	// Between two lines' tops, all lines stay.
	y := long.column.Line(long.column.Len()/2).Y + 6
	long.ScrollToY(y)
	b.ReportMetric(testing.AllocsPerRun(100, func() { long.sheet.window(false) }), "allocs/lines-stay")
}

// BenchmarkLongHit finds the mark under a point of a book.
func BenchmarkLongHit(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	p, done := openLong(b, uitest.LongContent(b, uitest.LongText(b, bookBytes), bookMarks), roles)
	finish(b, p, done)
	height := int(p.column.Height())
	for i := 0; b.Loop(); i++ {
		p.sheet.hit(fyne.NewPos(float32(64+i*7%580), float32(i*7919%height)))
	}
	b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(b.N), "us/hit")
}

// BenchmarkLongHeap weighs an open book without its text, and counts what is in
// the tree.
func BenchmarkLongHeap(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	text := uitest.LongText(b, bookBytes)
	var heap, objects, lines float64
	for b.Loop() {
		before := heapBytes()
		p, done := openLong(b, uitest.LongContent(b, text, bookMarks), roles)
		finish(b, p, done)
		p.ScrollToY(p.column.Height() / 2)
		heap = heapBytes() - before
		objects, lines = float64(count(p)), float64(p.sheet.last-p.sheet.first)
		runtime.KeepAlive(p)
	}
	b.ReportMetric(heap/(1<<20), "MB-heap")
	b.ReportMetric(objects, "objects")
	b.ReportMetric((objects-50)/lines, "objects-50/line")
}

func heapBytes() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// count is the number of visible objects in the tree.
func count(o fyne.CanvasObject) int {
	n := 1
	if !o.Visible() {
		return 0
	}
	switch o := o.(type) {
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			n += count(c)
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			n += count(c)
		}
	}
	return n
}

// While a reader types, places pages away are shown at once: a glide would draw what
// lies between, again with each key.
func TestLong_WhatIsTypedIsShownWithoutAGlide(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	c := uitest.LongContent(t, uitest.LongText(t, 300<<10), 1000)
	p, done := openLong(t, c, roles)
	finish(t, p, done)
	p.SetStill(false)
	for what, show := range map[string]func(annotations.Span){
		"found":     p.ShowSpan,
		"previewed": func(s annotations.Span) { p.Preview(s, p.Place(), 0) },
	} {
		for _, m := range []annotations.Mention{c.Mentions[500], c.Mentions[10]} {
			p.reading.jumping = nil
			if show(m.Span); !p.Sees(m.Span) || p.reading.jumping != nil {
				t.Errorf("what is %s far away is in view: %t, the page glides: %t", what, p.Sees(m.Span), p.reading.jumping != nil)
			}
		}
	}
	if p.ScrollToSpan(c.Mentions[900].Span); p.reading.jumping == nil {
		t.Error("the page glides nowhere: this test sees nothing")
	}
}
