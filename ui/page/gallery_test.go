package page_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// A picture of which the article knows no size is set as wide as the column, and the
// text moves down for it.
func TestAPictureIsShown(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 1160, 400))
	for i := range img.Pix {
		img.Pix[i] = 0xa0
	}
	img.Set(0, 0, color.White)
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		t.Fatal(err)
	}
	c := compose.New()
	c.Begin(annotations.Block{})
	c.Text("Before.", annotations.SourceLocation{})
	c.Begin(annotations.Block{Kind: annotations.BlockPicture, Picture: &annotations.Picture{
		Alt: "A harbour", Load: func() ([]byte, error) { return file.Bytes(), nil },
	}})
	c.Begin(annotations.Block{})
	c.Text("After.", annotations.SourceLocation{Offset: 9})
	a, err := c.Article(t.Context(), annotations.File{Name: "a.md"}, annotations.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a, Title: "A"})
	if err != nil {
		t.Fatal(err)
	}
	_, roles := uitest.App(t, look.Light)
	queue := uitest.NewQueue()
	p := page.New(roles, &asked{})
	p.Do = queue.Do
	p.Follow(session.Snapshot{}, snapshot(e))
	w := test.NewWindow(p)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(688, 772))
	w.Canvas().Capture()
	defer func() {
		q := page.New(roles, &asked{})
		q.Do = func(func()) {}
		q.Follow(session.Snapshot{}, snapshot(e))
		w.SetContent(q)
		w.Canvas().Capture()
		if q.Finish(); q.SpanRects(a.Paragraph(2).Span)[0].Y < 400 {
			t.Error("a page that is finished at once has no room for the picture")
		}
	}()
	shown := func() *canvas.Image {
		for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
			if x, ok := o.(*canvas.Image); ok && x.Image != nil && x.Image.Bounds().Dx() == 1160 {
				return x
			}
		}
		return nil
	}
	queue.RunUntil(t, func() bool { return shown() != nil && p.SpanRects(a.Paragraph(2).Span)[0].Y > 400 })
	x := shown()
	if x.Size() != fyne.NewSize(580, 200) {
		t.Errorf("the picture is drawn %v large", x.Size())
	}
	after := p.SpanRects(a.Paragraph(2).Span)[0]
	if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(x).Y; after.Y != top+200+22 {
		t.Errorf("the picture stands at %v, the words after it at %v", top, after.Y)
	}
}
