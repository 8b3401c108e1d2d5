package timeline_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/annotations/timeline"
	"sidelight/assets"
)

func bundled(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(context.Background(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func rowsOf(t testing.TB, e *annotations.Edition, w timeline.Way, asTold bool) []timeline.Row {
	t.Helper()
	rows, err := timeline.Rows(context.Background(), e, timeline.Moments(e, w), asTold)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// editions are the bundled one and 200 that are generated.
// Sound are those of which no stated order contradicts another or a date.
func editions(t *testing.T, each func(e *annotations.Edition, sound bool)) {
	t.Helper()
	each(bundled(t), true)
	for seed := range uint64(200) {
		each(generated(t, seed, 3+int(seed)%30), seed%3 < 2)
	}
}

var ways = []timeline.Way{{}, {Background: true}, {Since: true}, {Background: true, Since: true}}

func TestEveryDatedEventIsThereOnceInBothOrders(t *testing.T) {
	editions(t, func(e *annotations.Edition, _ bool) {
		for _, w := range ways {
			for _, asTold := range []bool{false, true} {
				count := map[string]int{}
				for _, r := range rowsOf(t, e, w, asTold) {
					count[r.Key]++
				}
				for key, n := range count {
					if n != 1 {
						t.Errorf("%s stands %d times", key, n)
					}
				}
				for _, x := range e.Entities() {
					if x.Kind == annotations.Event && !x.When.IsZero() && count["event:"+string(x.ID)] != 1 {
						t.Errorf("as told %v: the event %s stands %d times", asTold, x.ID, count["event:"+string(x.ID)])
					}
				}
			}
		}
	})
}

// TestNoRowStandsAgainstItsDate holds the sequence to all that dates know, whichever two
// rows they are, and the links to what is known.
func TestNoRowStandsAgainstItsDate(t *testing.T) {
	editions(t, func(e *annotations.Edition, sound bool) {
		rows := rowsOf(t, e, timeline.Way{Since: true}, false)
		for i := range rows {
			if rows[i].Back && sound {
				t.Errorf("%s came before the row above", rows[i].Key)
			}
			for j := i + 1; j < len(rows); j++ {
				if rows[j].When.Before(rows[i].When) && sound {
					t.Errorf("%s (%s) stands above %s (%s)", rows[i].Key, rows[i].When, rows[j].Key, rows[j].When)
				}
			}
		}
	})
}

func TestLinksClaimNoMoreThanIsKnown(t *testing.T) {
	editions(t, func(e *annotations.Edition, _ bool) {
		for _, asTold := range []bool{false, true} {
			rows := rowsOf(t, e, timeline.Way{Since: true, Background: true}, asTold)
			for i := 1; i < len(rows); i++ {
				a, b := rows[i-1], rows[i]
				if b.Back {
					a, b = b, a
				}
				switch rows[i].Link {
				case timeline.Then:
					if !a.When.Before(b.When) {
						t.Errorf("%s is said to be over before %s", a.When, b.When)
					}
				case timeline.Began:
					if timeline.Order(a.When, b.When) != timeline.Began {
						t.Errorf("%s is said to have begun before %s", a.When, b.When)
					}
				case timeline.Stated:
					if !stated(e, a.Entity, b.Entity) {
						t.Errorf("nothing states that %s came before %s", a.Key, b.Key)
					}
				}
			}
		}
	})
}

// stated reports whether a chain of stated orders leads from one event to another.
func stated(e *annotations.Edition, from, to annotations.EntityID) bool {
	reached := map[annotations.EntityID]bool{from: true}
	for range e.Facts() {
		for _, f := range e.Facts() {
			for i := 1; i < len(f.Order); i++ {
				if reached[f.Order[i-1]] {
					reached[f.Order[i]] = true
				}
			}
		}
	}
	return reached[to]
}

func TestTheSample(t *testing.T) {
	rows := rowsOf(t, bundled(t), timeline.Way{}, false)
	var got []string
	for _, r := range rows {
		printed := "-"
		if p := r.Printed(); p != nil {
			printed = p.Name
		}
		link := [...]string{"?", "began", "stated", "then"}[r.Link]
		got = append(got, strings.Join([]string{r.Key, printed, [...]string{"", "dated", "placed", "ahead"}[r.Sure], link}, " | "))
	}
	want := []string{
		"event:hamas-designation | 1997 | dated | ?",
		"event:october-7-attack | October 7, 2023 | dated | then",
		"event:war-in-gaza | - | placed | stated",
		"event:ceasefire-agreement | January 19 | dated | began",
		"event:first-phase-exchanges | - | placed | ?",
		"event:us-hamas-talks | last month | placed | ?",
		"event:new-proposal | - | placed | ?",
		"event:white-house-briefing | - | placed | then",
		"event:trump-post | - | placed | stated",
		"fact:office-acknowledged | - | placed | ?",
		"fact:talks-more-expected | - | ahead | ?",
		"fact:proposal-half | - | ahead | ?",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the rows are\n%s", strings.Join(got, "\n"))
	}
	for _, r := range rows {
		if strings.HasPrefix(r.Key, "date:") {
			t.Errorf("%s only dates an event", r.Key)
		}
	}
	for key, open := range map[string]timeline.Doubt{
		"event:ceasefire-agreement": timeline.NoYear, "event:us-hamas-talks": timeline.Open, "event:october-7-attack": timeline.NoDoubt,
	} {
		i := slices.IndexFunc(rows, func(r timeline.Row) bool { return r.Key == key })
		if rows[i].Doubt != open || rows[i].Recorded() != (open != timeline.NoDoubt) {
			t.Errorf("%s: doubt %v, recorded %v", key, rows[i].Doubt, rows[i].Recorded())
		}
	}
}

// TestADateAlone holds what is no event of its own but a date: one that dates nothing has
// a row, and one that an event begins in has none.
func TestADateAlone(t *testing.T) {
	e := generated(t, 1, 4)
	c := e.Content()
	c.Entities = []annotations.Entity{
		{ID: "fire", Kind: annotations.Event, Name: "Fire", Identity: "A fire", When: date(t, "2019-05-04/2019-05-06")},
		{ID: "may", Kind: annotations.Time, Name: "May 2019", Identity: "The month of the fire", When: date(t, "2019-05")},
		{ID: "june", Kind: annotations.Time, Name: "June 2019", Identity: "The month of the fair", When: date(t, "2019-06")},
		{ID: "market", Kind: annotations.Event, Name: "Market", Identity: "A market"},
	}
	in := func(id, about string) annotations.Fact {
		return annotations.Fact{
			ID: annotations.FactID(id), State: annotations.InArticle, Text: id, Evidence: []annotations.Span{{Start: 0, End: 6}},
			About: []annotations.EntityID{"fire", annotations.EntityID(about)},
		}
	}
	c.Mentions, c.Facts = nil, []annotations.Fact{in("burned", "may"), in("not-yet", "june")}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, r := range rowsOf(t, e, timeline.Way{}, false) {
		keys = append(keys, r.Key)
	}
	if want := []string{"event:fire", "date:june"}; !slices.Equal(keys, want) {
		t.Errorf("the rows are %v, want %v: the market is placed by nothing", keys, want)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	e := bundled(t)
	if _, err := timeline.Rows(ctx, e, timeline.Moments(e, timeline.Way{}), false); err == nil {
		t.Error("rows are made for nobody")
	}
}
