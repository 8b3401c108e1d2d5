package finder_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/finder"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// found is what the finders of these tests find: the four results of the design
// for "netnyahu", two of them as guesses for "netanyhau", two commands for
// "sources", n names for "n" times a, and nothing else.
func found(_ context.Context, query string, only search.Group) (search.Answer, error) {
	var a search.Answer
	add := func(g search.Group, results ...search.Result) {
		if only == 0 || only == g {
			a.Sections = append(a.Sections, search.Section{Group: g, Results: results, Total: len(results)})
			a.Total += len(results)
		}
	}
	if query == "netnyahu" {
		add(search.Names,
			search.Result{Type: search.Entity, ID: "netanyahu", Title: "Benjamin Netanyahu", Detail: search.Detail{Text: "Person · mentioned once, in paragraph 4"},
				Kind: annotations.Person, Entity: "netanyahu", Matches: []annotations.Span{{Start: 9, End: 12}, {Start: 13, End: 18}}},
			search.Result{Type: search.Entity, ID: "office", Title: "Netanyahu's office", Detail: search.Detail{Text: "Organisation · speaks once, in paragraph 4"},
				Kind: annotations.Organisation, Entity: "office", Matches: []annotations.Span{{Start: 0, End: 3}, {Start: 4, End: 9}}})
		add(search.Facts,
			search.Result{Type: search.Fact, ID: "f1", Title: "Netanyahu's office acknowledged the U.S.–Hamas talks", Detail: search.Detail{Text: "Official statement · paragraph 4"},
				Span: annotations.Span{Start: 10, End: 20}, Matches: []annotations.Span{{Start: 0, End: 3}, {Start: 4, End: 9}}, Voice: annotations.Official})
		add(search.Passages,
			search.Result{Type: search.Passage, ID: "p4s2", Detail: search.Detail{Paragraph: 1, By: "White House"},
				Title: `…Israeli Prime Minister Benjamin Netanyahu's office briefly acknowledged the U.S.-Hamas talks, stating that "Israel has conveyed its position…`,
				Span:  annotations.Span{Start: 10, End: 20}, Matches: []annotations.Span{{Start: 35, End: 38}, {Start: 39, End: 44}}})
	}
	if query == "netanyhau" {
		why := search.Reason{How: search.Spelling, Edits: 1}
		a.Sections = []search.Section{{Group: search.Names, Close: true, Total: 2, Results: []search.Result{
			{Type: search.Entity, ID: "netanyahu", Title: "Benjamin Netanyahu", Detail: search.Detail{Text: "Person · mentioned once, in paragraph 4"},
				Kind: annotations.Person, Entity: "netanyahu", Matches: []annotations.Span{{Start: 9, End: 18}}, Reason: why},
			{Type: search.Entity, ID: "office", Title: "Netanyahu's office", Detail: search.Detail{Text: "Organisation · speaks once, in paragraph 4"},
				Kind: annotations.Organisation, Entity: "office", Matches: []annotations.Span{{Start: 0, End: 9}}, Reason: why},
		}}}
		a.Total = 2
	}
	if query == "netanyhau spokesman" {
		dropped := []string{"spokesman"}
		a.Sections = []search.Section{{Group: search.Names, Close: true, Total: 2, Results: []search.Result{
			{Type: search.Entity, ID: "netanyahu", Title: "Benjamin Netanyahu", Detail: search.Detail{Text: "Person · named once, in paragraph 4"},
				Kind: annotations.Person, Entity: "netanyahu", Matches: []annotations.Span{{Start: 9, End: 18}},
				Reason: search.Reason{How: search.Partly, Edits: 1}, Dropped: dropped},
			{Type: search.Fact, ID: "f1", Title: "Netanyahu's office acknowledged the U.S.–Hamas talks", Detail: search.Detail{Text: "Official statement · paragraph 4"},
				Matches: []annotations.Span{{Start: 0, End: 9}}, Reason: search.Reason{How: search.Partly}, Dropped: append([]string{"press"}, dropped...)},
		}}}
		a.Total = 2
	}
	if query == "kind:" { // a filter that is still being typed
		a.Query.Filters = []search.Filter{{Key: "kind"}}
	}
	if query == "kind:person zebra" {
		a.Query.Filters = []search.Filter{{Key: "kind", Value: "person"}}
	}
	a.Query.Common = query == "was"
	if query == "sources" {
		add(search.Commands, search.Result{Type: search.Command, ID: "resting", Title: "Resting sources"},
			search.Result{Type: search.Command, ID: "sources", Title: "Sources"})
	}
	if query != "" && strings.Trim(query, "a") == "" {
		var out []search.Result
		for i := range len(query) {
			out = append(out, search.Result{
				Type: search.Entity, ID: fmt.Sprint("e", i), Title: fmt.Sprint("Entity number ", i),
				Detail: search.Detail{Text: "Term"}, Kind: annotations.Term,
			})
		}
		add(search.Names, out...)
	}
	return a, nil
}

// log notes what a finder reports.
type log struct {
	queries, chosen, pointed []string
	cancelled                int
}

// hear notes what a finder reports from now on.
func (l *log) hear(f *finder.Finder) {
	f.OnQuery = func(q string) { l.queries = append(l.queries, q) }
	f.OnChosen = func(r search.Result, stay bool) {
		if stay {
			r.ID += " and stay"
		}
		l.chosen = append(l.chosen, r.ID)
	}
	f.OnPoint = func(r *search.Result) {
		if r == nil {
			r = &search.Result{ID: "nothing"}
		}
		l.pointed = append(l.pointed, r.ID)
	}
	f.OnCancel = func() { l.cancelled++ }
}

// snapshot shows an edition with nothing selected.
func snapshot(e *annotations.Edition) session.Snapshot {
	return session.Snapshot{Document: session.Document{Edition: e}}
}

func newFinder(t *testing.T, scheme look.Scheme) (*finder.Finder, *log) {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	l := &log{}
	f := finder.New(finder.Options{Roles: roles, Find: found}, "Search names, facts, passages", "Ctrl K")
	f.Follow(session.Snapshot{}, snapshot(uitest.Edition(t)))
	l.hear(f)
	return f, l
}

// show puts the field above the results, as wide as the side panel, and gives
// the field the focus.
func show(t *testing.T, f *finder.Finder, width, height float32) fyne.Window {
	t.Helper()
	both := &fyne.Container{Objects: []fyne.CanvasObject{f.Field(), f.Results()}}
	f.Field().Move(fyne.NewPos(16, 8))
	f.Field().Resize(fyne.NewSize(width-33, 32))
	f.Results().Move(fyne.NewPos(0, 48))
	f.Results().Resize(fyne.NewSize(width, height-48))
	w := test.NewTempWindow(t, both)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	w.Canvas().Focus(f.FocusTarget())
	return w
}

func press(f *finder.Finder, keys ...fyne.KeyName) {
	for _, k := range keys {
		f.FocusTarget().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func times(n int, k fyne.KeyName) []fyne.KeyName { return slices.Repeat([]fyne.KeyName{k}, n) }

func TestTypingSearches(t *testing.T) {
	f, l := newFinder(t, look.Light)
	show(t, f, 376, 600)
	test.Type(f.FocusTarget(), "aa ")
	if f.Query() != "aa " {
		t.Errorf("query %q", f.Query())
	}
	if want := []string{"a", "aa", "aa "}; !slices.Equal(l.queries, want) {
		t.Errorf("reported %q, want %q", l.queries, want)
	}
	if f.Query() != "aa " {
		t.Errorf("query %q", f.Query())
	}
	f.SetQuery("aa ")
	if len(l.queries) != 3 {
		t.Errorf("setting the same query was reported: %q", l.queries)
	}
	press(f, fyne.KeyBackspace, fyne.KeyBackspace)
	if f.Query() != "a" || l.queries[len(l.queries)-1] != "a" {
		t.Errorf("after two backspaces: %q, reported %q", f.Query(), l.queries)
	}
}

func TestKeysMoveAndOpen(t *testing.T) {
	for _, c := range []struct {
		name  string
		query string
		keys  []fyne.KeyName
		want  string // the result that Enter opens then; empty: none
	}{
		{"first", "netnyahu", nil, "netanyahu"},
		{"second", "netnyahu", times(1, fyne.KeyDown), "office"},
		{"over a heading", "netnyahu", times(2, fyne.KeyDown), "f1"},
		{"stops at the end", "netnyahu", times(9, fyne.KeyDown), "p4s2"},
		{"stops at the beginning", "netnyahu", times(3, fyne.KeyUp), "netanyahu"},
		{"back over a heading", "netnyahu", append(times(2, fyne.KeyDown), fyne.KeyUp), "office"},
		{"page", "aaaaaa", times(1, fyne.KeyPageDown), "e5"},
		{"page and back", "aaaaaa", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp}, "e0"},
		{"nothing to open", "zebra", times(1, fyne.KeyDown), ""},
		{"nothing typed", "", times(1, fyne.KeyDown), ""},
		{"the rest of the group", "aaaaaaaaaaaa", append(times(5, fyne.KeyDown), fyne.KeyReturn), "e5"},
		{"the last of the rest", "aaaaaaaaaaaa", slices.Concat(times(5, fyne.KeyDown), times(1, fyne.KeyReturn), times(9, fyne.KeyDown)), "e11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, l := newFinder(t, look.Light)
			show(t, f, 376, 600)
			test.Type(f.FocusTarget(), c.query)
			press(f, c.keys...)
			press(f, fyne.KeyEnter)
			var want []string
			if c.want != "" {
				want = append(want, c.want)
			}
			if !slices.Equal(l.chosen, want) {
				t.Errorf("opened %q, want %q", l.chosen, want)
			}
			if f.Query() != c.query {
				t.Errorf("the keys changed the query to %q", f.Query())
			}
		})
	}
}

func TestEscapeClearsThenCancels(t *testing.T) {
	f, l := newFinder(t, look.Light)
	show(t, f, 376, 600)
	test.Type(f.FocusTarget(), "a")
	press(f, fyne.KeyEscape)
	if f.Query() != "" || l.cancelled != 0 || !slices.Equal(l.queries, []string{"a", ""}) {
		t.Errorf("after Esc: query %q, cancelled %d, reported %q", f.Query(), l.cancelled, l.queries)
	}
	press(f, fyne.KeyEscape)
	if l.cancelled != 1 {
		t.Errorf("after a second Esc: cancelled %d", l.cancelled)
	}
}

func TestWithoutListeners(t *testing.T) {
	f, _ := newFinder(t, look.Light)
	f.OnQuery, f.OnChosen, f.OnPoint, f.OnCancel = nil, nil, nil, nil
	show(t, f, 376, 600)
	test.Type(f.FocusTarget(), "netnyahu")
	press(f, fyne.KeyReturn, fyne.KeyF6, fyne.KeyEscape, fyne.KeyEscape)
	if f.Query() != "" {
		t.Errorf("query %q", f.Query())
	}
}

func TestClicks(t *testing.T) {
	f, l := newFinder(t, look.Light)
	w := show(t, f, 376, 600)
	test.Type(f.FocusTarget(), "netnyahu")
	w.Canvas().Unfocus() // as Fyne does for a click on a row
	test.TapCanvas(w.Canvas(), fyne.NewPos(200, 48+100))
	if !slices.Equal(l.chosen, []string{"office"}) {
		t.Errorf("a click on the second row opened %q", l.chosen)
	}
	f.SetQuery("aaaaaaa")
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 48+37+5*55+10)) // Show all 7
	if w.Canvas().Focused() != f.FocusTarget() {
		t.Error("a click on “Show all” does not give the field the focus back")
	}
	press(f, fyne.KeyReturn)
	if !slices.Equal(l.chosen, []string{"office", "e5"}) {
		t.Errorf("after “Show all” Enter opened %q", l.chosen)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(376-33, 24)) // the cross
	if f.Query() != "" {
		t.Errorf("a click on the cross leaves %q", f.Query())
	}
	w.Canvas().Unfocus()
	test.TapCanvas(w.Canvas(), fyne.NewPos(24, 24)) // the magnifying glass
	if w.Canvas().Focused() != f.FocusTarget() {
		t.Error("a click on the field’s icon does not focus it")
	}
}

func TestOtherKeysAndShortcuts(t *testing.T) {
	f, _ := newFinder(t, look.Light)
	show(t, f, 376, 600)
	var asked []string
	f.OnShortcut = func(s fyne.Shortcut) bool { asked = append(asked, s.ShortcutName()); return true }
	var keys []fyne.KeyName
	f.OnKey = func(e *fyne.KeyEvent) { keys = append(keys, e.Name) }
	test.Type(f.FocusTarget(), "aa")
	entry := f.FocusTarget().(fyne.Shortcutable)
	entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt})
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	press(f, fyne.KeyF6, fyne.KeyF, fyne.KeyHome)
	test.Type(f.FocusTarget(), "x") // in place of what was selected, or before it
	if len(asked) != 1 {
		t.Errorf("asked about %q, want Alt Left only", asked)
	}
	if !slices.Equal(keys, []fyne.KeyName{fyne.KeyF6}) {
		t.Errorf("heard of the keys %v, want F6 only", keys)
	}
	if f.Query() != "xaa" {
		t.Errorf("query %q: Home did not reach the field", f.Query())
	}
}

// A filter for a kind that is still to be typed, or that there is not, says which
// kinds there are; one that passes some does not.
func TestKindsAreNamed(t *testing.T) {
	for query, want := range map[string]bool{"kind:": true, "kind:animal": true, "kind:person zebra": false, "zebra": false} {
		f, _ := newFinder(t, look.Light)
		w := show(t, f, 376, 600)
		test.Type(f.FocusTarget(), query)
		w.Canvas().Capture()
		said := false
		uitest.Each(w.Content(), func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok {
				said = said || strings.Contains(x.Text, "After kind:")
			}
		})
		if said != want {
			t.Errorf("%q names the kinds: %v", query, said)
		}
	}
}
