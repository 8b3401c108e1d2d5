package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
)

// coverageTables returns the report as tables for a person, with a blank line between
// them. None but the lists of words is wider than 80 columns.
func coverageTables(e *annotations.Edition, r coverage.Report) string {
	parts := []string{marksTable(r.Marks), classesTable(e, r.Classes), factsTable(r), sourcesTable(r.Sources), voicesTable(r.Voices)}
	return strings.Join(parts, "\n")
}

func marksTable(marks []coverage.Marks) string {
	forms := []annotations.Form{annotations.Name, annotations.Alias, annotations.Description, annotations.Pronoun}
	head := []string{"Marks"}
	for _, f := range forms {
		head = append(head, f.String())
	}
	rows := [][]string{append(head, "all")}
	var sum coverage.Marks
	row := func(name string, m coverage.Marks) {
		cells := []string{name}
		for _, f := range forms {
			cells = append(cells, strconv.Itoa(m.ByForm[f]))
		}
		rows = append(rows, append(cells, strconv.Itoa(m.All())))
	}
	for _, m := range marks {
		row(m.Kind.String(), m)
		for f, n := range m.ByForm {
			sum.ByForm[f] += n
		}
	}
	row("all", sum)
	return table(rows)
}

// classesTable returns the share of words without a mark and the list of those
// words.
func classesTable(e *annotations.Edition, classes []coverage.Class) string {
	rows := [][]string{{"Words", "all", "in no mark", "share"}}
	var lists strings.Builder
	for _, c := range classes {
		share := 0.0
		if c.All > 0 {
			share = 100 * float64(len(c.Bare)) / float64(c.All)
		}
		rows = append(rows, []string{c.Name, strconv.Itoa(c.All), strconv.Itoa(len(c.Bare)), fmt.Sprintf("%.1f %%", share)})
		if len(c.Bare) > 0 {
			fmt.Fprintf(&lists, "%s in no mark: %s\n", c.Name, strings.Join(bare(e.Article(), c.Bare), ", "))
		}
	}
	return table(rows) + lists.String()
}

// bare returns words without a mark, each with the numbers of its paragraphs.
func bare(a *annotations.Article, spans []annotations.Span) []string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = fmt.Sprintf("%s (paragraph %d)", printable(a.Slice(s)), a.SignAt(s.Start))
	}
	return out
}

func factsTable(r coverage.Report) string {
	rows := [][]string{{"Facts", "all", "unverified"}}
	for _, f := range r.Facts {
		rows = append(rows, []string{f.State.String(), strconv.Itoa(f.All), strconv.Itoa(f.Unverified)})
	}
	p := r.PerEntity
	text := table(rows) + fmt.Sprintf("facts per entity: min %d, median %g, max %d\n", p.Min, p.Median, p.Max)
	if len(p.None) > 0 {
		names := make([]string, len(p.None))
		for i, id := range p.None {
			names[i] = string(id)
		}
		text += fmt.Sprintf("entities without facts: %s\n", strings.Join(names, ", "))
	}
	return text
}

func sourcesTable(sources []coverage.Sources) string {
	rows := [][]string{{"Sources", "all"}}
	for _, s := range sources {
		name := "grade " + s.Grade
		if s.Grade == "" {
			name = "no grade"
		}
		rows = append(rows, []string{name, strconv.Itoa(s.All)})
	}
	return table(rows)
}

func voicesTable(voices []coverage.Share) string {
	rows := [][]string{{"Voices", "words", "share"}}
	for _, v := range voices {
		rows = append(rows, []string{v.Voice.String(), strconv.Itoa(v.Words), fmt.Sprintf("%d %%", v.Percent)})
	}
	return table(rows)
}

// table returns rows set in columns, two blanks apart: the first column flush left
// and as wide in every table, the others flush right.
func table(rows [][]string) string {
	const first = 17 // "capitalised words"
	widths := make([]int, len(rows[0]))
	widths[0] = first
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&b, "%-*s", widths[0], row[0])
		for i, cell := range row[1:] {
			fmt.Fprintf(&b, "  %*s", widths[i+1], cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
