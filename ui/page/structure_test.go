package page_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// Every sort of block as it is set, light and dark, and in a narrow window.
func TestStructureLooks(t *testing.T) {
	for _, x := range []struct {
		scheme look.Scheme
		width  float32 // of the window
		page   float32 // its width
		tops   []float32
	}{{look.Light, 1280, 688, []float32{0, 700, 1400}}, {look.Dark, 1280, 688, []float32{500}}, {look.Light, 1000, 596, []float32{1340}}} {
		p, w, _ := open(t, x.scheme, uitest.Harbour(t))
		_, roles := uitest.App(t, x.scheme)
		p.SetFormat(page.FormatFor(roles, look.Setting{}, x.width, x.page))
		w.Resize(fyne.NewSize(x.page, 772))
		for _, top := range x.tops {
			p.ScrollToY(top)
			test.AssertImageMatches(t, fmt.Sprintf("structure-%s-%v-%v.png", x.scheme, x.width, top), w.Canvas().Capture())
		}
	}
}

// The title that a file has is a part of the text: it stands where the header has the
// title else, and can be selected.
func TestTheTitleIsText(t *testing.T) {
	p, _, _ := open(t, look.Light, uitest.Harbour(t))
	a := p.Shown().Edition.Article()
	r := p.SpanRects(a.Paragraph(0).Span)
	if len(r) != 1 || r[0].Y != 44+3+16 || r[0].H != 40 {
		t.Fatalf("the title stands at %v", r)
	}
	p.SelectAll()
	if got := a.Slice(p.Selection()); got != a.Text {
		t.Errorf("%.40q is selected", got)
	}
	first := p.SpanRects(a.Paragraph(1).Span)[0]
	if first.Y < r[0].Y+r[0].H+100 { // what the header has between them
		t.Errorf("the text begins at %v", first.Y)
	}
}

// Of a Markdown file with every sort of block no word is lost on the page: each stands
// on a line, or is the name of a column on the cards of a table.
func TestAMarkdownFileIsSet(t *testing.T) {
	d, err := document.Open(t.Context(), filepath.Join("testdata", "harbour-inquiry.md"), nil)
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: d.Title, Article: d.Article})
	if err != nil {
		t.Fatal(err)
	}
	if !e.BeginsWithTitle() || len(e.Sections()) != 5 || d.Article.Meta.Byline.Text != "Ines Vahl" {
		t.Errorf("the title is %q, with %d sections, by %q", e.Title(), len(e.Sections()), d.Article.Meta.Byline.Text)
	}
	_, roles := uitest.App(t, look.Light)
	p := page.New(roles, &asked{})
	p.Do = func(func()) {} // the picture of the file is not at hand
	p.Follow(session.Snapshot{}, snapshot(e))
	p.Resize(fyne.NewSize(904, 772))
	for i, b := range d.Article.Paragraphs() {
		x := d.Article.Block(i)
		head := x.Kind == annotations.BlockCell && x.Level == 1
		if !b.Empty() && len(p.SpanRects(b.Span)) == 0 && !head {
			t.Errorf("%q is not to be seen", d.Article.Slice(b.Span))
		}
	}
}
