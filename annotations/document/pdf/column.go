package pdf

import (
	"cmp"
	"slices"

	"sidelight/annotations/document/pdf/pdfium"
)

// column is lines that are read from top to bottom.
type column struct {
	lines []*line
	left  float32 // where most of its lines begin
	right float32 // where the longest end
}

// A page is divided into columns that are beside one another at most so often.
const maxColumns = 4

// columns puts the pieces of a page in the order of reading: what is as wide as the page
// divides it into bands, and in each band the left column comes before the right one.
func columns(all []*line, depth int) []*column {
	gutter, ok := gutterOf(all)
	if !ok || depth >= maxColumns {
		return []*column{newColumn(all)}
	}
	slices.SortStableFunc(all, func(a, b *line) int { return cmp.Compare(b.box.Top, a.box.Top) })
	var out []*column
	var left, right, wide []*line
	narrow := func() {
		for _, side := range [][]*line{left, right} {
			if len(side) > 0 {
				out = append(out, columns(side, depth+1)...)
			}
		}
		left, right = nil, nil
	}
	broad := func() {
		if len(wide) > 0 {
			out = append(out, newColumn(wide))
		}
		wide = nil
	}
	for _, l := range all {
		switch {
		case l.box.Right <= gutter:
			broad()
			left = append(left, l)
		case l.box.Left >= gutter:
			broad()
			right = append(right, l)
		default:
			narrow()
			wide = append(wide, l)
		}
	}
	narrow()
	broad()
	return out
}

func newColumn(all []*line) *column {
	c := &column{lines: joined(all)}
	var lefts []float32
	for i, l := range c.lines {
		lefts = append(lefts, l.box.Left)
		if i == 0 || l.box.Right > c.right {
			c.right = l.box.Right
		}
	}
	if slices.Sort(lefts); len(lefts) > 0 {
		c.left = lefts[len(lefts)/4]
	}
	return c
}

// gutterOf returns the middle of the gap between two columns of text, if there are such:
// few lines cross it, and on both sides most lines are about as wide as the column. The
// cells of a table are not.
func gutterOf(all []*line) (float32, bool) {
	const least = 5 // lines on each side
	if len(all) < 2*least {
		return 0, false
	}
	box := all[0].box
	tall := make([]float32, len(all))
	for i, l := range all {
		box = union(box, l.box)
		tall[i] = height(l.box)
	}
	slices.Sort(tall)
	if w := width(box); w < 100 || w > 1e5 {
		return 0, false
	}
	from, to := emptiest(all, box, max(tall[len(tall)/2]*0.7, 6))
	middle := (from + to) / 2
	var left, right []pdfium.Box
	for _, l := range all {
		switch {
		case l.box.Right <= middle:
			left = append(left, l.box)
		case l.box.Left >= middle:
			right = append(right, l.box)
		}
	}
	crossing := len(all) - len(left) - len(right)
	return middle, to > from && len(left) >= least && len(right) >= least && crossing*2 <= len(left)+len(right) && full(left) && full(right)
}

// full reports whether most of the boxes are about as wide as the widest.
func full(boxes []pdfium.Box) bool {
	var widths []float32
	for _, b := range boxes {
		widths = append(widths, width(b))
	}
	slices.Sort(widths)
	return widths[len(widths)/2] > 0.6*widths[len(widths)*9/10]
}

// emptiest returns the gap of a width, at least, between the sides of a box that the
// fewest lines cross.
func emptiest(all []*line, box pdfium.Box, gap float32) (from, to float32) {
	const bins = 512
	step := width(box) / bins
	var change [bins + 1]int
	at := func(x float32) int { return min(max(int((x-box.Left)/step), 0), bins) }
	for _, l := range all {
		change[at(l.box.Left)]++
		change[min(at(l.box.Right)+1, bins)]--
	}
	var cover [bins]int
	for i, n := 0, 0; i < bins; i++ {
		n += change[i]
		cover[i] = n
	}
	best := len(all)
	for i := bins / 8; i < bins*7/8; {
		k := i
		for k < bins*7/8 && cover[k] == cover[i] {
			k++
		}
		if wide := float32(k-i) * step; wide >= gap && (cover[i] < best || cover[i] == best && wide > to-from) {
			best, from, to = cover[i], box.Left+float32(i)*step, box.Left+float32(k)*step
		}
		i = k
	}
	return from, to
}
