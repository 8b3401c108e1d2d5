package page_test

import (
	"fmt"
	"image/color"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/look"
)

// TestHitsAreLitInQuotations: the ground of a mark must not hide a hit in it.
func TestHitsAreLitInQuotations(t *testing.T) {
	for _, scheme := range []look.Scheme{look.Light, look.Sepia, look.Dark, look.HighContrast} {
		t.Run(fmt.Sprint(scheme), func(t *testing.T) {
			p, e, w, _ := show(t, scheme)
			quotation := mention(t, e, "\"talk to anyone,\"").Span
			hit := annotations.Span{Start: quotation.Start + 1, End: quotation.Start + len(`"talk`)}
			p.SetStill(true)
			p.ScrollToSpan(hit)
			p.SetHits([]annotations.Span{hit}, -1)
			box := p.SpanRects(hit)[0]
			img, lit := w.Canvas().Capture(), 0
			for y := int(box.Y); y < int(box.Y+box.H); y++ {
				for x := int(box.X); x < int(box.X+box.W); x++ {
					if color.NRGBAModel.Convert(img.At(x, y)) == look.Of(look.ColorHoverFill) {
						lit++
					}
				}
			}
			if area := int(box.W * box.H); lit < area/3 {
				t.Errorf("%d of %d pixels of a hit have its colour", lit, area)
			}
		})
	}
}
