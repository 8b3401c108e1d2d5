package voices

import (
	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// The size of a sample of a voice, in pixels.
const (
	sampleWidth  = 6
	sampleHeight = 15
	sampleLeft   = 23 // from the column's left edge
)

// sample draws the bar by which a voice is known beside the text, its top left at x, y.
// The article's own account has none.
func sample(v annotations.Voice, x, y float32) []figure.Shape {
	bar := func(dx, dy, w, h float32) figure.Shape {
		return figure.Box{At: figure.Rect{X: x + dx, Y: y + dy, W: w, H: h}, Fill: figure.Voice}
	}
	switch v {
	case annotations.OnRecord:
		return []figure.Shape{bar(1.5, 0, 3, sampleHeight)}
	case annotations.Official:
		return []figure.Shape{bar(0, 0, 1.5, sampleHeight), bar(4, 0, 1.5, sampleHeight)}
	case annotations.Unnamed:
		var out []figure.Shape
		for _, dy := range []float32{1.5, 7.5, 13.5} {
			out = append(out, figure.Disc{Centre: figure.Point{X: x + 3, Y: y + dy}, Radius: 1.5, Fill: figure.Voice})
		}
		return out
	case annotations.Inference:
		return []figure.Shape{figure.Box{At: figure.Rect{X: x + 1.5, Y: y + 0.5, W: 3, H: sampleHeight - 1}, Stroke: figure.Voice, Width: 1}}
	}
	return nil
}

// fillHeight is the height of what is filled on the strip, in pixels.
const fillHeight = 10

// fill draws a passage on the strip in the pattern of its voice. The top of the fill is
// y.
func fill(v annotations.Voice, x, y, w float32) []figure.Shape {
	bar := func(dy, h float32, ink figure.Ink) figure.Shape {
		return figure.Box{At: figure.Rect{X: x, Y: y + dy, W: w, H: h}, Fill: ink}
	}
	switch v {
	case annotations.OnRecord:
		return []figure.Shape{bar(0, fillHeight, figure.Voice)}
	case annotations.Official:
		return []figure.Shape{bar(0, 4, figure.Voice), bar(6, 4, figure.Voice)}
	case annotations.Unnamed:
		return append(dots(x, y+2.5, w), dots(x, y+7.5, w)...)
	case annotations.Inference:
		const stroke = 1.25
		return []figure.Shape{figure.Box{
			At:     figure.Rect{X: x + stroke/2, Y: y + stroke/2, W: w - stroke, H: fillHeight - stroke},
			Stroke: figure.Voice, Width: stroke,
		}}
	}
	return []figure.Shape{bar(3.5, 3, figure.Faint)}
}

// dots draws dots 3 pixels wide and about 5 apart, from one end to the other of w pixels
// from x on; y is the height of their middles.
func dots(x, y, w float32) []figure.Shape {
	const size, pitch = 3, 5
	n := int((w-size)/pitch + 0.5) // the number of steps
	if n == 0 {
		return []figure.Shape{figure.Disc{Centre: figure.Point{X: x + w/2, Y: y}, Radius: size / 2.0, Fill: figure.Voice}}
	}
	out := make([]figure.Shape, n+1)
	for i := range out {
		at := x + size/2.0 + float32(float64(w-size)*float64(i)/float64(n))
		out[i] = figure.Disc{Centre: figure.Point{X: float32(int(at*64)) / 64, Y: y}, Radius: size / 2.0, Fill: figure.Voice}
	}
	return out
}

// trace draws a passage that the filter leaves out: a thin line at the middle of the row.
func trace(x, y, w float32) figure.Shape {
	return figure.Box{At: figure.Rect{X: x, Y: y + fillHeight/2 - 1, W: w, H: 2}, Fill: figure.RuleStrong}
}

// heap draws how many of the words of a column rest on a voice: as high as their share.
func heap(v annotations.Voice, x, y, w float32, part, all int) figure.Shape {
	h := max(1, float32(int(float64(float64(part)/float64(max(all, 1))*heapHeight)+0.5)))
	ink := figure.Voice
	if v == annotations.OwnAccount {
		ink = figure.Faint
	}
	return figure.Box{At: figure.Rect{X: x, Y: y + (fillHeight+heapHeight)/2 - h, W: w, H: h}, Fill: ink}
}

// heapHeight is how high a column is whose words all rest on one voice, in pixels.
const heapHeight = 18
