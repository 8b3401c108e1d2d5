package search

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
)

// The tables of queries in testdata.
var (
	//go:embed testdata/queries.tsv
	queriesFile string
	//go:embed testdata/usual.tsv
	usualFile string
)

// asked is one line of a table of queries.
type asked struct {
	query, sort string
	want        []string // any of these ids is right; empty if nothing may be found
}

// queries reads a table of queries.
func queries(t testing.TB, table string) []asked {
	t.Helper()
	var out []asked
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			t.Fatalf("%q has %d cells, want 3", line, len(cells))
		}
		a := asked{query: cells[0], sort: cells[2]}
		if cells[1] != "-" {
			a.want = strings.Split(cells[1], ",")
		}
		out = append(out, a)
	}
	return out
}

// marks of a search over the table.
type marking struct {
	asked, first, three int // queries with an answer; those that have it first, in the first three
	nonsense, noise     int // queries without an answer; those for which something was found
	wrong               []string
}

// mark asks all queries of the table; find returns ids, best first.
func mark(table []asked, find func(query string) []string) marking {
	var m marking
	for _, a := range table {
		got := find(a.query)
		if len(got) > 3 {
			got = got[:3]
		}
		if a.want == nil {
			m.nonsense++
			if len(got) > 0 {
				m.noise++
				m.wrong = append(m.wrong, a.query+": found "+strings.Join(got, " ")+", want nothing")
			}
			continue
		}
		m.asked++
		at := slices.IndexFunc(got, func(id string) bool { return slices.Contains(a.want, id) })
		if at == 0 {
			m.first++
		}
		if at >= 0 {
			m.three++
		}
		if at != 0 {
			m.wrong = append(m.wrong, a.query+": found "+strings.Join(got, " ")+", want "+strings.Join(a.want, " or "))
		}
	}
	return m
}

func TestQueries(t *testing.T) {
	x := New(bundled(t))
	m := mark(queries(t, queriesFile), func(q string) []string { return ids(found(x, q, 0)) })
	if m.first*100 < 97*m.asked {
		t.Errorf("%d of %d queries find first what they ought to, want 97 %%", m.first, m.asked)
	}
	if m.three < m.asked {
		t.Errorf("%d of %d queries find it in the first three, want all", m.three, m.asked)
	}
	if m.noise > 0 {
		t.Errorf("%d of %d queries of nonsense find something", m.noise, m.nonsense)
	}
	for _, w := range m.wrong {
		t.Log(w)
	}
}

// Words that people use lead to what they mean, although the edition has some of
// them nowhere.
func TestUsualQueries(t *testing.T) {
	x := New(bundled(t))
	m := mark(queries(t, usualFile), func(q string) []string { return ids(found(x, q, 0)) })
	if m.three < m.asked {
		t.Errorf("%d of %d queries find in the first three what they ought to, want all", m.three, m.asked)
	}
	if m.noise > 0 {
		t.Errorf("%d of %d queries of nonsense find something", m.noise, m.nonsense)
	}
	for _, w := range m.wrong {
		t.Log(w)
	}
}
