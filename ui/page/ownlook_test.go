package page_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// Every style is told from every other and from bare words by its form alone, in every
// scheme: the greys of two are never the same.
func TestStylesAreToldApartInGrey(t *testing.T) {
	uitest.Sweep(t)
	for _, scheme := range look.Schemes()[1:] {
		seen := map[string]string{}
		p, e, w, _, _ := noted(t, scheme, []notes.Placed{}...)
		span := spanOf(t, e, "no progress was made")
		for i := range len(notes.Styles()) + 1 {
			name, now := "none", p.Shown()
			if i > 0 {
				n := uitest.Noted(t, e.Article(), "n", "no progress was made", 0)
				n.Style = notes.Styles()[i-1]
				name, now.Notes = n.Style.String(), notes.NewSet([]notes.Placed{n})
			}
			p.Follow(p.Shown(), now)
			p.ScrollToSpan(span)
			r := p.SpanRects(span)[0]
			shape := grey(w.Canvas().Capture(), image.Rect(int(r.X)-8, int(r.Y)-2, int(p.Format().Left+p.Format().Column)+10, int(r.Y+r.H)+2))
			if other, ok := seen[shape]; ok {
				t.Errorf("%v: %s and %s look the same", scheme, name, other)
			}
			seen[shape] = name
		}
	}
}

// grey is part of a picture in greys: a letter for each pixel, of the ground's or another.
func grey(img image.Image, part image.Rectangle) string {
	ground := color.GrayModel.Convert(img.At(part.Max.X-20, part.Min.Y)).(color.Gray).Y
	var out strings.Builder
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			d := int(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y) - int(ground)
			out.WriteByte(".#"[min(max(d, -d)/12, 1)])
		}
	}
	return out.String()
}

// TestPicturesOfNotes are few: the five styles in greys, and notes beside the text of a wide
// window.
func TestPicturesOfNotes(t *testing.T) {
	p, e, w, _, _ := noted(t, look.Light, []notes.Placed{}...)
	var all []notes.Placed
	for i, words := range []string{
		"specify whether it was before", "importance of these discussions", "underscoring the urgency",
		"Israel had been informed of the matter", "She indicated that",
	} {
		n := uitest.Noted(t, e.Article(), notes.ID(words), words, 0)
		n.Style = notes.Styles()[i]
		all = append(all, n)
	}
	now := p.Shown()
	now.Notes = notes.NewSet(all)
	p.Follow(p.Shown(), now)
	box := at(p, e.Article().Paragraph(2).Span)
	img := w.Canvas().Capture()
	out := image.NewNRGBA(image.Rect(0, 0, 640, 265))
	for y := range 265 {
		for x := range 640 {
			out.Set(x, y, color.GrayModel.Convert(img.At(int(p.Format().Left)-20+x, int(box.Y)-25+y)))
		}
	}
	test.AssertImageMatches(t, "notes-grey.png", out)

	p, e, w, _, _ = noted(t, look.Light)
	_, roles := uitest.App(t, look.Light)
	w.Resize(fyne.NewSize(1244, 772))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1920, 1244))
	tell(p, func(s *session.State) { s.Note = "n3"; s.Turn(session.Notes, "") })
	p.ScrollToY(0)
	p.ScrollToY(p.SpanRects(e.Article().Paragraph(2).Span)[0].Y - 60)
	test.AssertImageMatches(t, "notes-light-1920.png", w.Canvas().Capture())
}
