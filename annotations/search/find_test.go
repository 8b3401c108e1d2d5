package search

import (
	"context"
	"fmt"
	"testing"
)

// What is looked up, counted and done in parallel finds what looking at each
// record finds.
func TestShortcutsChangeNothing(t *testing.T) {
	g := newGenerator()
	records := g.records(6_000)
	x := New(sample(t), records...)
	asked := append(g.typing(records, 20),
		"hamas", "isreal", "two thousand", "2000", "cease-fire", "whitehouse", "US", "of the", "the talks held", "o t",
		"kind:person", "by:leavitt", "is:fact 12", `"of the"`, "5", "12", "1 200", "scussion", "netnyahu", "hamass talks")
	for _, text := range asked {
		for _, only := range []Group{0, Facts} {
			a, err := x.Find(context.Background(), text, only)
			if err != nil {
				t.Fatal(err)
			}
			want := x.slowly(text, only)
			if got := outline(a.Sections); got != outline(want) {
				t.Fatalf("%q in %d finds\n%s\nwant\n%s", text, only, got, outline(want))
			}
		}
	}
}

// slowly finds by grading every record, one after the other.
func (x *Index) slowly(text string, only Group) []Section {
	r := parse(text)
	var sections []Section
	for _, b := range []boldness{timid, daring} {
		q := x.understand(r, b)
		if len(q.terms) == 0 && !r.lists() {
			break
		}
		var found heaps
		s := seeker{x, &q, candidates{any: x.everything(), named: x.everything()}, only}
		for i := range x.places {
			s.look(i, &found)
		}
		if sections = x.sections(&q, &found); len(sections) > 0 {
			break
		}
	}
	sections, _ = x.nearby(context.Background(), r, only, sections)
	return sections
}

func outline(sections []Section) string {
	out := ""
	for _, s := range sections {
		out += fmt.Sprintln(s.Group, s.Close, s.Total)
		for _, r := range s.Results {
			out += fmt.Sprintln("  ", r.Type, r.ID, r.Reason, r.Score, r.Matches, r.Dropped)
		}
	}
	return out
}
