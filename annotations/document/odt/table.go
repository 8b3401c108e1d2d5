package odt

import (
	"sidelight/annotations"
	"sidelight/annotations/document/office"
)

// maxColumns is how many columns a table may have.
const maxColumns = 1 << 10

// place is where in a table the next cell stands.
type place struct {
	row, column int
	head        bool
}

// table reads a table. One that lies in the cell of another, or in a note, is read as
// lines.
func (r *reader) table(e *office.Elements) error {
	if r.w.Nested() {
		return r.lines(e)
	}
	item := r.item
	r.item = nil
	err := r.rows(e, new(place))
	r.item = item
	r.w.EndTable()
	return err
}

func (r *reader) rows(e *office.Elements, at *place) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "table:table-header-rows":
			at.head = true
			err := r.rows(e, at)
			at.head = false
			return err
		case "table:table-rows", "table:table-row-group":
			return r.rows(e, at)
		case "table:table-row":
			at.column = 0
			err := r.cells(e, at)
			at.row++
			return err
		}
		return nil
	})
}

// cells reads the cells of a row. Those that another covers are no blocks.
func (r *reader) cells(e *office.Elements, at *place) error {
	return e.Children(func(s *office.Start) error {
		if at.column >= maxColumns {
			return nil
		}
		times := min(number(s.Attr("number-columns-repeated"), 1), maxColumns)
		switch s.Name {
		case "table:covered-table-cell":
			at.column += max(times, 1)
		case "table:table-cell":
			b := annotations.Block{Kind: annotations.BlockCell, Row: at.row, Col: at.column}
			if at.head {
				b.Level = 1
			}
			r.w.Cell(b)
			at.column += max(times, 1)
			return r.blocks(e)
		}
		return nil
	})
}

// lines reads the cells of a table as paragraphs.
func (r *reader) lines(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "table:table-header-rows", "table:table-rows", "table:table-row-group", "table:table-row":
			return r.lines(e)
		case "table:table-cell":
			return r.blocks(e)
		}
		return nil
	})
}
