package plain

import (
	"strings"
	"unicode"
)

// mostCells is the number of cells that a table may have; a larger one stays lines.
const mostCells = 5000

// isTabbed reports whether lines are the rows of a table: tabs divide all of them into the
// same number of cells.
func isTabbed(s string, all stretch) bool {
	tabs := strings.Count(s[all[0].start:all[0].end], "\t")
	for _, l := range all {
		if l.width >= mostWidth || strings.Count(s[l.start:l.end], "\t") != tabs {
			return false
		}
	}
	return tabs > 0 && (tabs+1)*len(all) <= mostCells
}

// addCells adds a part for each cell.
func (r *reader) addCells(s stretch) {
	for row, l := range s {
		at := l.start
		for col, words := range strings.Split(r.text[l.start:l.end], "\t") {
			start := at + len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
			end := start + len(strings.TrimSpace(words))
			r.parts = append(r.parts, part{uint32(start), uint32(end), cell, uint16(row), uint16(col)}) //nolint:gosec // few cells, shorter than 4 GB
			at += len(words) + 1
		}
	}
	r.breaks(s)
}

// isTable reports whether lines are columns that blanks or tabs set apart: nearly all
// have gaps, and the gaps of most end in the same columns.
func isTable(s string, all stretch) bool {
	tabbed, gapped := 0, 0
	starts := make(map[int]int) // how many lines have a word behind a gap that begins in a column
	for _, l := range all {
		if l.width >= mostWidth {
			return false
		}
		body := strings.TrimSpace(s[l.start:l.end])
		if strings.IndexByte(body, '\t') >= 0 {
			tabbed++
		}
		columns := gaps(s[l.start:l.end])
		if len(columns) > 0 {
			gapped++
		}
		for _, c := range columns {
			starts[c]++
		}
	}
	if tabbed*10 >= len(all)*8 {
		return true
	}
	most := 0
	for _, n := range starts {
		most = max(most, n)
	}
	return gapped*10 >= len(all)*8 && most*10 >= len(all)*6
}

// gaps returns the columns in which words begin that two or more blanks set apart from
// the word before and, as negative numbers, those in which they end: numbers are aligned
// at their ends.
func gaps(s string) []int {
	var out []int
	column, run, begun, apart := 0, 0, false, false
	for _, r := range s {
		if r == ' ' {
			if run++; run == 2 && apart {
				out, apart = append(out, 1-column), false
			}
		} else {
			if run >= 2 && begun {
				out, apart = append(out, column), true
			}
			run, begun = 0, true
		}
		column++
	}
	if apart {
		out = append(out, -column)
	}
	return out
}
