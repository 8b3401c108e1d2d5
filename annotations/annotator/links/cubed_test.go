package links_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/links"
)

// document is a line of the clusters made by hand; see testdata/README.md.
type document struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Sents    [][2]int `json:"sents"`
	Ents     [][3]any `json:"ents"`
	Clusters [][]int  `json:"clusters"`
}

func documents(t testing.TB) []document {
	t.Helper()
	f, err := os.Open("testdata/wikigold_clusters.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out []document
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// divide makes what the stages before hand over: the text in tokens, and its names.
func (d *document) divide() (*found.Doc, []found.Name) {
	var at []int // bytes of code points
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	var sentences []annotations.Span
	for _, s := range d.Sents {
		sentences = append(sentences, annotations.Span{Start: at[s[0]], End: at[s[1]]})
	}
	doc := found.DivideText(d.Text, sentences)
	kinds := map[string]annotations.Kind{"PER": annotations.Person, "ORG": annotations.Organisation, "LOC": annotations.Place, "MISC": found.Misc}
	var names []found.Name
	for _, e := range d.Ents {
		s := annotations.Span{Start: at[int(e[0].(float64))], End: at[int(e[1].(float64))]}
		names = append(names, found.Name{
			Span: s, First: doc.TokenFrom(s.Start), Last: doc.TokenFrom(s.End-1) + 1,
			Kind: kinds[e[2].(string)], Score: 1,
		})
	}
	return doc, names
}

// found are the entities to which the names of a document were linked: the entity of each
// name, and for a name without one a number of its own.
func linked(c *found.Cast, names []found.Name) []int {
	out := make([]int, len(names))
	for i, n := range names {
		out[i] = -1 - i
		for _, m := range c.Mentions {
			if m.Form.Names() && m.Overlaps(n.Span) {
				out[i] = m.Entity
				break
			}
		}
	}
	return out
}

// cubed adds up the precision and recall of each name that is in a cluster: of the names
// put together with it, and of those that belong together with it (Bagga and Baldwin 1998,
// "Algorithms for Scoring Coreference Chains").
func cubed(clusters [][]int, got []int) (precision, recall float64, n int) {
	gold := map[int]int{}
	for k, c := range clusters {
		for _, i := range c {
			gold[i] = k
		}
	}
	for _, c := range clusters {
		for _, i := range c {
			var both, together float64
			for j, k := range gold {
				if got[j] == got[i] {
					together++
					if k == gold[i] {
						both++
					}
				}
			}
			precision += both / together
			recall += both / float64(len(c))
			n++
		}
	}
	return precision, recall, n
}

func TestClustersOfWikigold(t *testing.T) {
	var p, r float64
	var n int
	for _, d := range documents(t) {
		doc, names := d.divide()
		c, err := links.Resolve(context.Background(), doc, names, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := linked(c, names)
		dp, dr, dn := cubed(d.Clusters, got)
		p, r, n = p+dp, r+dr, n+dn
		t.Logf("%s: precision %.1f, recall %.1f", d.ID, 100*dp/float64(dn), 100*dr/float64(dn))
		d.differences(t, got)
	}
	p, r = 100*p/float64(n), 100*r/float64(n)
	f := 2 * p * r / (p + r)
	t.Logf("%d names: B-cubed precision %.1f, recall %.1f, F1 %.1f", n, p, r, f)
	if f < 95 {
		t.Errorf("B-cubed F1 is %.1f; at least 95 must hold", f)
	}
}

// differences logs the clusters that were not found as they are.
func (d *document) differences(t *testing.T, got []int) {
	_, names := d.divide()
	word := func(i int) string { return d.Text[names[i].Start:names[i].End] }
	for _, c := range d.Clusters {
		var with []int
		for j := range got {
			if slices.ContainsFunc(c, func(i int) bool { return got[i] == got[j] }) && slices.ContainsFunc(d.Clusters, func(o []int) bool { return slices.Contains(o, j) }) {
				with = append(with, j)
			}
		}
		for _, i := range c {
			if got[i] != got[c[0]] {
				t.Logf("   %s (%d) is apart from %s (%d)", word(i), i, word(c[0]), c[0])
			}
		}
		for _, j := range with {
			if !slices.Contains(c, j) {
				t.Logf("   %s (%d) is with %s (%d)", word(j), j, word(c[0]), c[0])
			}
		}
	}
}
