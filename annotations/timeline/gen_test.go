package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
)

// generated makes an edition of n events, dates and facts by a seed: with ranges, open
// ends, doubt, without dates, long words, and texts without end. A third of the seeds have
// no stated orders, a third such as contradict nothing, and a third any.
func generated(t testing.TB, seed uint64, n int) *annotations.Edition {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 17))
	const sentence = "Nobody knows what happened on that day in the harbour. "
	c := annotations.Content{Title: "Generated", Language: "en", Published: date(t, "2020-06-15")}
	var err error
	if c.Article, err = annotations.NewArticle("a.txt", strings.Repeat(sentence+"\n", n+3)); err != nil {
		t.Fatal(err)
	}
	c.Sources = []annotations.Source{{ID: "S1", Type: "book", Title: "A book", Grade: "A"}}
	place := func() annotations.Span {
		at := r.IntN(n+3) * (len(sentence) + 1)
		return annotations.Span{Start: at, End: at + 6 + r.IntN(20)}
	}
	for i := range n {
		x := annotations.Entity{ID: annotations.EntityID(fmt.Sprintf("x%d", i)), Kind: annotations.Event, Name: fmt.Sprintf("Event %d", i), Identity: words(r)}
		if r.IntN(4) == 0 {
			x.Kind, x.Name = annotations.Time, []string{"last month", "5 March", "March 2020", "soon", "the year " + fmt.Sprint(2000+r.IntN(30))}[r.IntN(5)]
		}
		if r.IntN(6) > 0 {
			x.When = randomDate(t, r)
		}
		c.Entities = append(c.Entities, x)
	}
	real := asItWas(c.Entities)
	anyone := func() annotations.EntityID { return c.Entities[r.IntN(n)].ID }
	for i := range 2 * n {
		f := annotations.Fact{ID: annotations.FactID(fmt.Sprintf("f%d", i)), Text: words(r), About: []annotations.EntityID{anyone(), anyone()}}
		switch r.IntN(4) {
		case 0:
			f.State, f.AsOf, f.Sources = annotations.Background, randomDate(t, r), []annotations.SourceID{"S1"}
		case 1:
			f.State, f.Date, f.Sources = annotations.Since, randomDate(t, r), []annotations.SourceID{"S1"}
		default:
			f.State, f.Evidence = annotations.InArticle, []annotations.Span{place()}
			if r.IntN(5) == 0 {
				f.Moment = annotations.Moments()[r.IntN(3)]
			}
			if r.IntN(6) == 0 && seed%3 > 0 {
				f.Order = []annotations.EntityID{anyone(), anyone(), anyone()}
			}
			if seed%3 == 1 { // as something real, which contradicts nothing, would have them
				f.Order = slices.DeleteFunc(f.Order, func(id annotations.EntityID) bool { return !slices.Contains(real, id) })
				slices.SortFunc(f.Order, func(a, b annotations.EntityID) int { return slices.Index(real, a) - slices.Index(real, b) })
			}
		}
		c.Facts = append(c.Facts, f)
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// asItWas puts entities into an order that their dates allow.
func asItWas(all []annotations.Entity) []annotations.EntityID {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b annotations.Entity) int { return soon(a.When).Compare(soon(b.When)) })
	var out []annotations.EntityID
	for _, x := range all {
		if !x.When.IsZero() { // else the article may date it
			out = append(out, x.ID)
		}
	}
	return out
}

// soon is the first day that a date can mean, or where that is open the last.
func soon(d annotations.Date) time.Time {
	if d.Earliest().IsZero() {
		return d.Latest()
	}
	return d.Earliest()
}

func words(r *rand.Rand) string {
	var out []string
	for range 1 + r.IntN(40) {
		out = append(out, strings.Repeat("wide"[:1+r.IntN(4)], 1+r.IntN(4)))
	}
	if r.IntN(8) == 0 {
		out = append(out, strings.Repeat("unbreakable", 12))
	}
	return strings.Join(out, " ")
}

func randomDate(t testing.TB, r *rand.Rand) annotations.Date {
	t.Helper()
	one := func(from, to int) string {
		y := from + r.IntN(to-from)
		s := [...]string{
			fmt.Sprintf("%d", y), fmt.Sprintf("%d-%02d", y, 1+r.IntN(12)), fmt.Sprintf("%d-%02d-%02d", y, 1+r.IntN(12), 1+r.IntN(28)),
			fmt.Sprintf("%d-%02d-%02d", y, 1+r.IntN(12), 1+r.IntN(28)), fmt.Sprintf("%d-2%d", y, 1+r.IntN(4)), fmt.Sprintf("%dX", y/10),
		}[r.IntN(6)]
		return s + [...]string{"", "", "", "?", "~", "%"}[r.IntN(6)]
	}
	switch r.IntN(6) {
	case 0:
		return date(t, one(1990, 2010)+"/"+one(2020, 2030))
	case 1:
		return date(t, one(2010, 2022)+"/..")
	case 2:
		return date(t, "/"+one(2010, 2022))
	}
	return date(t, one(2000, 2025))
}
