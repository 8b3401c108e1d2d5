package docx

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/annotations/document/office"
)

// maxColumns is how many columns a table may have.
const maxColumns = 1 << 10

// row is a row of a table that is being read.
type row struct {
	number, column int
	head, deleted  bool
}

// table reads a table. One that lies in the cell of another, or in a note, is read as
// lines.
func (r *reader) table(e *office.Elements) error {
	if r.w.Nested() {
		return r.lines(e)
	}
	r.depths = r.depths[:0]
	number := 0
	err := r.rows(e, &number)
	r.w.EndTable()
	return err
}

func (r *reader) rows(e *office.Elements, number *int) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:tr":
			return r.row(e, number)
		case "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml":
			return r.rows(e, number)
		}
		return nil
	})
}

func (r *reader) row(e *office.Elements, number *int) error {
	x := row{number: *number}
	if err := r.cells(e, &x); err != nil {
		return err
	}
	if x.column > 0 && !x.deleted {
		*number++
	}
	return nil
}

func (r *reader) cells(e *office.Elements, x *row) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:trPr":
			return r.rowProperties(e, x)
		case "w:tc":
			if x.deleted || x.column >= maxColumns {
				return nil
			}
			return r.tableCell(e, x)
		case "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml":
			return r.cells(e, x)
		}
		return nil
	})
}

func (r *reader) rowProperties(e *office.Elements, x *row) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:tblHeader":
			x.head = on(s)
		case "w:del":
			x.deleted = true
		case "w:gridBefore":
			x.column = count(s, 0)
		}
		return nil
	})
}

// count returns the number that an element gives, or another if it gives none.
func count(s *office.Start, other int) int {
	n, err := strconv.Atoi(s.Attr("val"))
	if err != nil || n < 0 || n > maxColumns {
		return other
	}
	return n
}

// tableCell reads one cell. Its paragraphs are lines of one block. A cell that goes on
// with the one above is no block.
func (r *reader) tableCell(e *office.Elements, x *row) error {
	width, covered, begun := 1, false, false
	begin := func() {
		if begun {
			return
		}
		begun = true
		b := annotations.Block{Kind: annotations.BlockCell, Row: x.number, Col: x.column}
		if x.head {
			b.Level = 1
		}
		if x.number == 0 && x.column > 0 && !r.w.Nested() {
			r.w.Cell(annotations.Block{Kind: annotations.BlockCell}) // a table begins with its first cell
		}
		if !covered || x.number+x.column == 0 {
			r.w.Cell(b)
		}
	}
	err := e.Children(func(s *office.Start) error {
		if s.Name == "w:tcPr" {
			return e.Children(func(s *office.Start) error {
				switch s.Name {
				case "w:gridSpan":
					width = max(count(s, 1), 1)
				case "w:vMerge":
					covered = s.Attr("val") != "restart"
				}
				return nil
			})
		}
		if begin(); covered {
			return nil
		}
		return r.block(e, s)
	})
	begin()
	x.column += width
	return err
}

// lines reads the cells of a table as paragraphs.
func (r *reader) lines(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:tr", "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml":
			return r.lines(e)
		case "w:tc":
			return r.blocks(e)
		}
		return nil
	})
}
