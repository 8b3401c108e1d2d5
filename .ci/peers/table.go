//go:build linux

package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// values gathers results by measure and program, and names the programs that have any,
// in the order of the table.
func values(all []result) (map[string]map[string][]float64, []string) {
	by := map[string]map[string][]float64{}
	var programs []string
	for _, r := range all {
		if r.Missing != "" || r.Program == "" {
			continue
		}
		if !slices.Contains(programs, r.Program) {
			programs = append(programs, r.Program)
		}
		if by[r.Measure] == nil {
			by[r.Measure] = map[string][]float64{}
		}
		by[r.Measure][r.Program] = append(by[r.Measure][r.Program], r.Value)
	}
	order := []string{nameOurs, nameBefore, nameEmpty, nameBrowser, nameBooks, nameViewer}
	slices.SortStableFunc(programs, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	return by, programs
}

// table is a table in Markdown: the median of each measure for each program, and how
// many times that of each other program the first one's is.
func table(all []result) string {
	by, programs := values(all)
	var s bytes.Buffer
	s.WriteString("| |")
	for _, p := range programs {
		s.WriteString(" " + p + " |")
	}
	for _, p := range programs[min(1, len(programs)):] {
		s.WriteString(" ÷ " + p + " |")
	}
	s.WriteString("\n|---|" + strings.Repeat("--:|", max(0, 2*len(programs)-1)) + "\n")
	for _, m := range measures {
		if len(by[m.id]) > 0 {
			row(&s, m, by[m.id], programs)
		}
	}
	return s.String()
}

func row(s *bytes.Buffer, m measure, of map[string][]float64, programs []string) {
	fmt.Fprintf(s, "| %s |", m.what)
	var first float64
	var ratios bytes.Buffer
	for i, p := range programs {
		v, is := median(of[p])
		if !is {
			s.WriteString(" – |")
		} else {
			s.WriteString(" " + m.unit.format(v) + " |")
		}
		switch {
		case i == 0:
			first = v
		case !is || v == 0 || first == 0:
			ratios.WriteString(" – |")
		default:
			fmt.Fprintf(&ratios, " %.2f |", first/v)
		}
	}
	s.Write(ratios.Bytes())
	s.WriteByte('\n')
}

func (u unit) format(v float64) string {
	switch u {
	case megabytes:
		return fmt.Sprintf("%.0f MB", v)
	case percent:
		return fmt.Sprintf("%.1f %%", v)
	}
	if v < 1 {
		return fmt.Sprintf("%.0f ms", 1000*v)
	}
	return fmt.Sprintf("%.2f s", v)
}
