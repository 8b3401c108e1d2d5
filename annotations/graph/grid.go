package graph

import "sidelight/annotations/figure"

// grid finds what lies near a rectangle without looking at everything.
type grid struct {
	columns, rows int
	cells         [][]int32
	seen          []int32 // by thing: the last search that came to it
	search        int32
}

const cell = 48 // pixels

func newGrid(w, h float32, things int) *grid {
	g := &grid{columns: int(w)/cell + 1, rows: int(h)/cell + 1, seen: make([]int32, things)}
	g.cells = make([][]int32, g.columns*g.rows)
	return g
}

// over calls f for each cell that a rectangle touches; what is outside counts to the
// cells at the border.
func (g *grid) over(r figure.Rect, f func(cell *[]int32)) {
	at := func(x float32, most int) int { return min(max(int(x)/cell, 0), most-1) }
	for y := at(r.Y, g.rows); y <= at(r.Bottom(), g.rows); y++ {
		for x := at(r.X, g.columns); x <= at(r.Right(), g.columns); x++ {
			f(&g.cells[y*g.columns+x])
		}
	}
}

// put notes a thing in the cells of a rectangle.
func (g *grid) put(thing int, r figure.Rect) {
	g.over(r, func(c *[]int32) {
		if n := len(*c); n == 0 || (*c)[n-1] != int32(thing) {
			*c = append(*c, int32(thing))
		}
	})
}

// take takes a thing out of the cells of the rectangle for which it was put.
func (g *grid) take(thing int, r figure.Rect) {
	g.over(r, func(c *[]int32) {
		for i, t := range *c {
			if t == int32(thing) {
				*c = append((*c)[:i], (*c)[i+1:]...)
				return
			}
		}
	})
}

// at calls f once for each thing in the cells of a rectangle, until f returns false.
func (g *grid) at(r figure.Rect, f func(thing int) bool) {
	g.search++
	on := true
	g.over(r, func(c *[]int32) {
		for _, t := range *c {
			if on && g.seen[t] != g.search {
				g.seen[t] = g.search
				on = f(int(t))
			}
		}
	})
}
