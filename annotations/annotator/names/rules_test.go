package names

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// A name is written as its kind and its words.
func TestRulesOfNames(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"a form in law belongs to the name", "The order went to Halden Robotics N.V., a maker of robots.", "organisation Halden Robotics N.V."},
		{"and makes an organisation of a person", "It was sold to Brauer Maschinen GmbH and Tessier S.A. in May.", "organisation Brauer Maschinen GmbH; organisation Tessier S.A."},
		{"behind a comma", "The mill was bought by Acme Widgets, Inc. last year.", "organisation Acme Widgets, Inc."},
		{"a place heads a report", "EDINBURGH, March 14, 2024 — A court fined a ferry company. Edinburgh Sheriff Court sat for a day.", "place EDINBURGH; organisation Edinburgh Sheriff Court"},
		{"a day that is a given name", "It rained on Sunday. One of them, Sunday Bello, told me. Sunday has it on his wall. Sunday was dry.", "person Sunday Bello; person Sunday; person Sunday"},
		{"a city that is left", "When my grandmother left Porto in 1951 she took two suitcases.", "place Porto"},
		{"a day that is none", "On Sunday, Bello told me. Sunday was dry.", "person Bello"},
		{"a person in capitals", "The photographer Amara Nwosu came.\nAMARA NWOSU: It rained.", "person Amara Nwosu; person AMARA NWOSU"},
	} {
		t.Run(c.what, func(t *testing.T) {
			a, err := annotations.NewArticle("a.txt", c.text)
			if err != nil {
				t.Fatal(err)
			}
			d, err := found.Divide(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, n := range find(t, d) {
				got = append(got, n.Kind.String()+" "+d.Text[n.Start:n.End])
			}
			if got := strings.Join(got, "; "); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
