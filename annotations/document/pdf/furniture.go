package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sidelight/annotations/lazy"
)

// furniture is a line at the head or the foot of a page by its place and its words, with
// numbers written alike.
type furniture struct {
	place int
	words string
}

// slots is how many lines at the head and at the foot of a page may be furniture.
const slots = 2

// census counts furniture.
type census struct {
	pages int
	seen  map[furniture]int
	used  map[int]int // pages that have something at a place
	moves map[move]int
}

// move is a place at which lines begin or end with a number, and by how much it is
// more than that of the page.
type move struct{ place, more int }

// undress takes running heads and numbers of pages out: what stands at the same place
// with the same words, but for the numbers, on most pages, or on three of ten if most
// pages have something there.
func undress(pages [][]*column) {
	if len(pages) < 2 {
		return
	}
	c := census{pages: len(pages), seen: make(map[furniture]int), used: make(map[int]int), moves: make(map[move]int)}
	for _, page := range pages {
		c.count(page)
	}
	for _, page := range pages {
		c.strip(page)
	}
}

func (c *census) count(page []*column) {
	places := make(map[int]bool)
	for _, l := range outer(page) {
		f := dressed(l)
		c.seen[f]++
		places[f.place] = true
		for _, m := range moves(l) {
			c.moves[m]++
		}
	}
	for place := range places {
		c.used[place]++
	}
}

// common reports whether a line is furniture. Of two pages the first line and the last
// one may be, else there is too little to compare.
func (c *census) common(l *line, edge bool) bool {
	for _, m := range moves(l) {
		if c.moves[m]*2 > c.pages && c.pages > 2 {
			return true
		}
	}
	f := dressed(l)
	seen, number := c.seen[f], numbered.Get().MatchString(f.words)
	if seen*2 > c.pages && (c.pages > 2 || number || edge) {
		return true
	}
	return seen >= 3 && c.used[f.place]*10 >= 6*c.pages && (seen*10 >= 3*c.pages || number)
}

// strip takes the furniture out of a page. A page of nothing else has no head and foot.
func (c *census) strip(page []*column) {
	gone := make(map[*line]bool)
	all := outer(page)
	for _, l := range all {
		edge := !slices.ContainsFunc(all, func(x *line) bool { return x.box.Top > l.box.Top }) ||
			!slices.ContainsFunc(all, func(x *line) bool { return x.box.Bottom < l.box.Bottom })
		if c.common(l, edge) {
			gone[l] = true
		}
	}
	left := -len(gone)
	for _, x := range page {
		left += len(x.lines)
	}
	if left == 0 {
		return
	}
	for _, x := range page {
		x.lines = slices.DeleteFunc(x.lines, func(l *line) bool { return gone[l] })
	}
}

// numbered are the words of a line that is a number of a page.
var numbered = lazy.Regexp{Source: `^([-–—|·]?\s*)?(page |seite |p\. |s\. )?#( (of|von|/) #|/#)?(\s*[-–—|·])?$`}

// outer returns the first and the last lines of a page.
func outer(page []*column) []*line {
	var out []*line
	for _, c := range page {
		out = append(out, c.lines...)
	}
	if len(out) <= 2*slots {
		return out
	}
	// The order of reading is not that of the page: the highest and the lowest count.
	high, low := extremes(out)
	return append(high, low...)
}

// extremes returns the highest lines and the lowest ones.
func extremes(all []*line) (high, low []*line) {
	keep := func(list []*line, l *line, before func(a, b *line) bool) []*line {
		at := len(list)
		for at > 0 && before(l, list[at-1]) {
			at--
		}
		list = append(list[:at], append([]*line{l}, list[at:]...)...)
		return list[:min(len(list), slots)]
	}
	for _, l := range all {
		high = keep(high, l, func(a, b *line) bool { return a.box.Top > b.box.Top })
		low = keep(low, l, func(a, b *line) bool { return a.box.Bottom < b.box.Bottom })
	}
	return high, low
}

// dressed returns a line's place, to a few points, and its words with each number
// written as #.
func dressed(l *line) furniture {
	var words strings.Builder
	figure := false
	for _, r := range strings.ToLower(l.text()) {
		if digit := unicode.IsDigit(r); !digit || !figure {
			if figure = digit; digit {
				r = '#'
			}
			words.WriteRune(r)
		}
	}
	s := words.String()
	if roman.Get().MatchString(s) {
		s = "#"
	}
	return furniture{placeOf(l), s}
}

// placeOf returns how high on the page a line stands, to a few points.
func placeOf(l *line) int {
	const points = 4
	return int(math.Round(float64(l.box.Bottom / points)))
}

var outerNumber = lazy.Regexp{Source: `^(\d{1,4})\b|\b(\d{1,4})$`}

// moves returns how much the numbers at the ends of a line are more than that of its
// page.
func moves(l *line) []move {
	var out []move
	for _, number := range outerNumber.Get().FindAllString(l.text(), 2) {
		if n, err := strconv.Atoi(number); err == nil {
			out = append(out, move{placeOf(l), n - l.page})
		}
	}
	return out
}

var roman = lazy.Regexp{Source: `^[ivxlc]{1,7}$`}
