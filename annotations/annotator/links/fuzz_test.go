package links_test

import (
	"context"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/links"
	"sidelight/annotations/fuzzed"
)

// random is [foundtest.Random] with quotations that a number chooses.
func random(d *found.Doc, seed int64) ([]found.Name, []found.Quotation) {
	r := rand.New(rand.NewSource(seed))
	names := foundtest.Random(d, seed)
	var quotations []found.Quotation
	for _, n := range names {
		if r.Intn(8) == 0 {
			end := min(n.Last+r.Intn(30), len(d.Tokens))
			quotations = append(quotations, found.Quotation{Span: d.Span(n.First, end), First: n.First, Last: end, Depth: 1, Goes: r.Intn(len(quotations)+2) - 1, Speaker: -1})
		}
	}
	return names, quotations
}

func FuzzResolve(f *testing.F) {
	f.Add("President Ada Lopez met Ben Lopez Jr. She told him. The president left with Lopez's own.", int64(1))
	f.Add("World Health Organization (WHO) of the U.S.-Hamas talks. the the The “He” said", int64(2))
	f.Add("Hamas, the group, and Acme Bank, the bank of Acme. The bank, The University of Acme, the University", int64(4))
	f.Add(strings.Repeat("A", 3000)+"\u00a0B.’s 's 's \u00adc", int64(3))
	f.Fuzz(func(t *testing.T, text string, seed int64) {
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			t.Skip()
		}
		d, err := found.Divide(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		names, quotations := random(d, seed)
		fuzzed.Within(t, func() {
			c, err := links.Resolve(context.Background(), d, names, quotations)
			if err != nil {
				t.Fatal(err)
			}
			foundtest.Sound(t, d, c)
			if again, _ := links.Resolve(context.Background(), d, names, quotations); !reflect.DeepEqual(c, again) {
				t.Fatal("two runs differ")
			}
		})
	})
}

// A long text of many names, all new and all alike, takes time in proportion to its
// length.
func TestManyNames(t *testing.T) {
	sentences := 30000
	if testing.Short() { // the race detector makes the work ten times as long
		sentences = 3000
	}
	var b strings.Builder
	for i := range sentences {
		fmt.Fprintf(&b, "Ann%d Lopez of Acme%d Group met Ann Lopez and Lopez%d. She left.\n", i, i, i)
	}
	a, err := annotations.NewArticle("a.txt", b.String())
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	names, quotations := random(d, 1)
	fuzzed.Within(t, func() {
		c, err := links.Resolve(context.Background(), d, names, quotations)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Entities) < 1000 {
			t.Fatalf("%d entities", len(c.Entities))
		}
	})
}

func TestResolveEndsWithContext(t *testing.T) {
	d, names, _ := marked(t, "{P|Ada Lopez} left.")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := links.Resolve(ctx, d, names, nil); err == nil {
		t.Error("Resolve goes on behind the end of its context")
	}
}

func BenchmarkResolve(b *testing.B) {
	type input struct {
		d     *found.Doc
		names []found.Name
	}
	var all []input
	words := 0
	for _, doc := range documents(b) {
		d, names := doc.divide()
		all = append(all, input{d, names})
		words += len(d.Tokens)
	}
	for b.Loop() {
		for _, in := range all {
			if _, err := links.Resolve(context.Background(), in.d, in.names, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
