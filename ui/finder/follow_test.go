package finder_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/finder"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// named answers with names, by their ids.
func named(ids ...string) search.Answer {
	s := search.Section{Group: search.Names, Total: len(ids)}
	for _, id := range ids {
		s.Results = append(s.Results, search.Result{Type: search.Entity, ID: id, Title: id, Kind: annotations.Term})
	}
	return search.Answer{Sections: []search.Section{s}, Total: len(ids)}
}

// A new revision of the edition leaves what is typed and what is chosen.
func TestFollowsRevisions(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	answer, l := named("a", "b", "c"), &log{}
	f := finder.New(finder.Options{
		Roles: roles,
		Find:  func(context.Context, string, search.Group) (search.Answer, error) { return answer, nil },
	}, "Search", "")
	now := snapshot(uitest.Edition(t))
	f.Follow(snapshot(nil), now)
	l.hear(f)
	w := show(t, f, 376, 600)
	test.Type(f.FocusTarget(), "names")
	press(f, fyne.KeyDown)
	revise := func(ids ...string) {
		t.Helper()
		next, err := now.Edition.With(annotations.AddEntity(annotations.Entity{
			ID: annotations.EntityID(fmt.Sprint("new", len(now.Edition.Entities()))), Kind: annotations.Term, Name: "New", Identity: "New.",
		}))
		if err != nil {
			t.Fatal(err)
		}
		answer = named(ids...)
		old := now
		now.Edition = next
		f.Follow(old, now)
		w.Canvas().Capture()
	}
	for _, c := range []struct {
		ids  []string
		want string
	}{
		{[]string{"a", "b", "c"}, "b"},
		{[]string{"first", "a", "b", "c"}, "b"},
		{[]string{"first", "a", "c"}, "c"}, // b is gone: what is in its place
		{[]string{"first"}, "first"},
	} {
		revise(c.ids...)
		if f.Query() != "names" || l.last() != c.want {
			t.Errorf("of %q, %q is chosen for %q, want %q", c.ids, l.last(), f.Query(), c.want)
		}
		l.chosen = nil
		if press(f, fyne.KeyReturn); !slices.Equal(l.chosen, []string{c.want}) {
			t.Errorf("of %q, Enter opens %q, want %q", c.ids, l.chosen, c.want)
		}
	}
	asked := len(l.pointed)
	f.Follow(now, now)
	if len(l.pointed) != asked || !slices.Equal(l.queries, []string{"n", "na", "nam", "name", "names"}) {
		t.Errorf("a snapshot of the same revision is asked about, or one told of queries: %q, %q", l.pointed, l.queries)
	}
}

// All results of a group that were unfolded stay so.
func TestFollowKeepsWhatIsUnfolded(t *testing.T) {
	f, l := newFinder(t, look.Light)
	show(t, f, 376, 600)
	test.Type(f.FocusTarget(), "aaaaaaaaaaaa")
	press(f, times(5, fyne.KeyDown)...)
	press(f, fyne.KeyReturn)
	press(f, times(6, fyne.KeyDown)...)
	e := uitest.Edition(t)
	next, err := e.With()
	if err != nil {
		t.Fatal(err)
	}
	f.Follow(snapshot(e), snapshot(next))
	if l.last() != "e11" {
		t.Errorf("chosen is %q, want the last of all", l.last())
	}
}
