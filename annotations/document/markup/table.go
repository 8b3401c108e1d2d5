package markup

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations"
)

const (
	// widest is the number of columns of which it is remembered how far down their
	// cells reach.
	widest = 10_000
	// Cells that reach over more columns or rows count for these, as in HTML.
	mostColumns, mostRows = 1000, 65534
	// A cell with more words than this is not one of a table: the table serves to set
	// a page.
	longestCell = 1000 // bytes
)

// table is a table of which cells are being read.
type table struct {
	row, col int
	fresh    bool  // the next cell is the first of a row
	heads    bool  // the row has head cells alone
	until    []int // by column, the row at which the cell from above has ended
}

// place is where a cell stands.
type place struct {
	row, col int
	head     bool
}

// startTable takes a <table>. One that serves to set the page has no cells.
func (w *Writer) startTable(f *frame) {
	if !w.inCell() && !setsPage(f.node) {
		f.table = &table{row: -1, fresh: true}
	}
}

func (w *Writer) startRow(f *frame) {
	up := w.innermost(func(f *frame) bool { return f.tag == "table" })
	if up == nil || up.table == nil {
		return
	}
	t := up.table
	t.fresh, t.heads = true, true
	for c := range f.node.ChildNodes() {
		t.heads = t.heads && c.Data != "td"
	}
}

// startCell takes a <td> or <th> and opens its block, which may stay empty.
func (w *Writer) startCell(f *frame) {
	up := w.innermost(func(f *frame) bool { return f.tag == "table" })
	if up == nil || up.table == nil {
		return
	}
	f.cell, f.inCell = up.table.cell(f.node), true
	if w.within(func(f *frame) bool { return f.tag == "thead" }) {
		f.cell.head = true
	}
	b := annotations.Block{Kind: annotations.BlockCell, Row: f.cell.row, Col: f.cell.col}
	if f.cell.head {
		b.Level = 1
	}
	w.compose.Begin(b)
}

// cell returns the place of the next cell.
func (t *table) cell(n *html.Node) *place {
	if t.fresh {
		t.fresh = false
		t.row, t.col = t.row+1, 0
	}
	for t.col < len(t.until) && t.until[t.col] > t.row {
		t.col++
	}
	p := &place{t.row, t.col, n.Data == "th" && t.row == 0 && t.heads && Attr(n, "scope") != "row"}
	across, down := reach(n, "colspan", mostColumns), reach(n, "rowspan", mostRows)
	for range across {
		if down > 1 && t.col < widest {
			for len(t.until) <= t.col {
				t.until = append(t.until, 0)
			}
			t.until[t.col] = t.row + down
		}
		t.col++
	}
	return p
}

// reach returns an attribute that is a number from 1 to a bound.
func reach(n *html.Node, key string, most int) int {
	number, err := strconv.Atoi(strings.TrimSpace(Attr(n, key)))
	if err != nil || number < 1 {
		return 1
	}
	return min(number, most)
}

// cannotBeInCells are the elements that no table of data holds.
var cannotBeInCells = names("table h1 h2 h3 h4 h5 h6 article section blockquote figure form")

// setsPage reports whether a table serves to set a page: its cells are read as what
// stands in them.
func setsPage(n *html.Node) bool {
	if role := Attr(n, "role"); role == "presentation" || role == "none" {
		return true
	}
	if n.FirstChild == nil {
		return false // one tag of a fragment
	}
	var s survey
	if s.walk(n) {
		return true
	}
	return s.across <= 1 && !s.heads
}

// survey is what is known of a table that may serve to set a page.
type survey struct {
	across int  // the cells of the longest row
	heads  bool // there is a head cell
}

// walk looks at what a table holds, and reports whether that ends the question.
func (s *survey) walk(n *html.Node) (settled bool) {
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || unread[c.Data] {
			continue
		}
		if cannotBeInCells[c.Data] {
			return true
		}
		switch c.Data {
		case "tr":
			if s.row(c) {
				return true
			}
		case "caption":
			s.heads = true
		}
		if s.walk(c) {
			return true
		}
	}
	return false
}

// row looks at the cells of a row.
func (s *survey) row(n *html.Node) (settled bool) {
	cells := 0
	for c := range n.ChildNodes() {
		if c.Data != "td" && c.Data != "th" {
			continue
		}
		cells++
		s.heads = s.heads || c.Data == "th"
		paragraphs, size := 0, 0
		for d := range c.Descendants() {
			if d.Type == html.TextNode {
				size += len(d.Data)
			} else if d.Data == "p" {
				paragraphs++
			}
		}
		if size > longestCell && paragraphs > 1 || paragraphs > 3 {
			return true
		}
	}
	s.across = max(s.across, cells)
	return false
}
