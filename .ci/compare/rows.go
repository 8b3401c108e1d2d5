package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// row is what was measured of a benchmark in one unit.
type row struct {
	pkg, name, unit string
	base, head      float64 // medians
	only            string  // the commit that has it, where the other has not
	vs              string  // the difference as benchstat words it: "+3.20%", "~" for noise, "?" from nothing
	p               string  // how likely noise gives such a difference, and from how many runs
}

// grown reports whether the figure of head is greater by more than loss percent, and
// that is not noise.
func (r row) grown(loss float64) bool {
	return r.vs != "~" && r.head > r.base*(1+loss/100)
}

func (r row) String() string {
	return fmt.Sprintf("  %s %s: %.4g -> %.4g %s, %s (%s)", r.pkg, r.name, r.base, r.head, r.unit, r.vs, r.p)
}

// parseRows reads what benchstat -format csv writes: lines "key: value" for what holds of
// the tables below, and a table for each unit, with a line of the commits' names, one of
// the units, one for each benchmark, and the mean of all.
func parseRows(from io.Reader) ([]row, error) {
	var all []row
	var pkg, unit string
	var commits []string
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		line := lines.Text()
		if value, ok := strings.CutPrefix(line, "pkg: "); ok {
			pkg = value
			continue
		}
		if line == "" {
			commits, unit = nil, ""
			continue
		}
		cells, err := csv.NewReader(strings.NewReader(line)).Read()
		if err != nil {
			return nil, err
		}
		switch {
		case len(cells) == 1 || cells[0] == "geomean":
		case cells[0] == "" && commits == nil:
			commits = cells
		case cells[0] == "":
			unit = cells[1]
		default:
			r, err := newRow(commits, cells)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", line, err)
			}
			r.pkg, r.unit = pkg, unit
			all = append(all, r)
		}
	}
	return all, lines.Err()
}

// Where the cells of a line stand. A table of one commit has no others.
const (
	baseCell = 1
	headCell = 3
	vsCell   = 5
	pCell    = 6
)

func newRow(commits, cells []string) (row, error) {
	r := row{name: cells[0]}
	base, head := at(cells, baseCell), at(cells, headCell)
	var err error
	switch {
	case at(commits, baseCell) == "":
		err = fmt.Errorf("no commit stands above it")
	case head == "":
		r.only = commits[baseCell]
	case base == "":
		r.only = at(commits, headCell)
	default:
		r.vs, r.p = at(cells, vsCell), at(cells, pCell)
		if r.base, err = strconv.ParseFloat(base, 64); err == nil {
			r.head, err = strconv.ParseFloat(head, 64)
		}
		if err == nil && r.vs == "" {
			err = fmt.Errorf("no difference is given")
		}
	}
	return r, err
}

// at returns the cell i, or nothing where the line is shorter.
func at(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}
