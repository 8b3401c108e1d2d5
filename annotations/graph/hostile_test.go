package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/graph"
)

// plainly is an edition of n entities with names, and a relation for each pair of numbers.
func plainly(t testing.TB, n int, name func(i int) string, pairs ...[2]int) *annotations.Edition {
	t.Helper()
	article, err := annotations.NewArticle("made", strings.Repeat("One says what another one did. ", 40))
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Article: article}
	id := func(i int) annotations.EntityID { return annotations.EntityID(fmt.Sprintf("e%d", i)) }
	for i := range n {
		c.Entities = append(c.Entities, annotations.Entity{ID: id(i), Kind: annotations.Kind(1 + i%8), Name: name(i)})
	}
	for k, p := range pairs {
		c.Relations = append(c.Relations, annotations.Relation{
			ID: fmt.Sprintf("r%d", k), From: id(p[0]), To: id(p[1]), Label: "met " + name(k), Inverse: "met by " + name(k),
			Evidence: []annotations.Span{{Start: 31 * (k % 39), End: 31*(k%39) + 8}},
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// star are pairs of 0 with each number up to n.
func star(n int) (pairs [][2]int) {
	for i := range n {
		pairs = append(pairs, [2]int{0, i + 1})
	}
	return pairs
}

// both are n pairs of 0 and 1 in turns this way and that.
func both(n int) (pairs [][2]int) {
	for i := range n {
		pairs = append(pairs, [2]int{i % 2, 1 - i%2})
	}
	return pairs
}

// What no article should hold, and some will, is drawn within the figure too, and nothing
// of it over anything else.
func TestWhatNobodyExpects(t *testing.T) {
	always := func(s string) func(int) string { return func(int) string { return s } }
	number := func(i int) string { return fmt.Sprint("Entity ", i) }
	for name, e := range map[string]*annotations.Edition{
		"nothing":           plainly(t, 0, number),
		"one":               plainly(t, 1, number),
		"one with itself":   plainly(t, 1, number, [2]int{0, 0}),
		"sixty lines":       plainly(t, 2, number, both(60)...),
		"many lines":        plainly(t, 3, number, append(both(120), [2]int{1, 2})...),
		"no names":          plainly(t, 12, always(""), star(11)...),
		"long names":        plainly(t, 12, always(strings.Repeat("Wagner ", 43)), star(9)...),
		"long words":        plainly(t, 12, always(strings.Repeat("W", 300)), star(9)...),
		"without blanks":    plainly(t, 12, always(strings.Repeat("漢", 100)), star(9)...),
		"right to left":     plainly(t, 12, always("משרד החוץ של "+strings.Repeat("מדינה ", 30)), star(9)...),
		"joined characters": plainly(t, 12, always(strings.Repeat("👨‍👩‍👧", 60)), star(9)...),
		"a hub":             plainly(t, 400, number, star(399)...),
	} {
		for reach := graph.One; reach <= graph.All; reach++ {
			for _, z := range zones {
				a := graph.Ask{Edition: e, Chosen: "e0", Reach: reach, Width: z[0], Height: z[1], Measure: measure, Words: words()}
				f := settle(t, a).Figure(graph.Light{})
				within(t, name+": "+about(a), a, f)
			}
		}
	}
}
