package finder

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/assets"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// newLong is a finder that finds 200 facts of one to three lines, in a window.
func newLong(t testing.TB) *Finder {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	f := New(Options{Roles: roles, Find: func(context.Context, string, search.Group) (search.Answer, error) {
		var out []search.Result
		for i := range 200 {
			out = append(out, search.Result{
				Type: search.Fact, ID: fmt.Sprint(i), Detail: search.Detail{Text: "On record"},
				Title: fmt.Sprintf("Fact %0*d was stated", 1+i%60, i),
			})
		}
		return search.Answer{Sections: []search.Section{{Group: search.Facts, Results: out, Total: len(out)}}, Total: len(out)}, nil
	}}, "Search", "Ctrl K")
	f.Follow(session.Snapshot{}, session.Snapshot{Document: session.Document{Edition: uitest.Edition(t)}})
	w := test.NewTempWindow(t, container.NewStack(f.Results()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(376, 400))
	f.SetQuery("fact")
	f.list.parts[0].whole = true
	f.show(false)
	return f
}

// rowsInView are the rows of a finder that are drawn.
func rowsInView(f *Finder) []row {
	var out []row
	for i := range f.rows.items {
		if r := f.rows.made[i]; r.Block != nil && r.Size().Height > 0 {
			out = append(out, r)
		}
	}
	return out
}

func TestOneRowLooksChosen(t *testing.T) {
	f := newLong(t)
	f.key(fyne.KeyPageDown)
	f.key(fyne.KeyUp)
	f.results.Resize(fyne.NewSize(300, 500))
	n := 0
	for _, r := range rowsInView(f) {
		if r.choice != nil && r.choice.chosen {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d rows look chosen", n)
	}
}

func TestHoverLightsARow(t *testing.T) {
	f := newLong(t)
	c := f.rows.row(2).choice
	test.WidgetRenderer(c)
	if !c.Ground.Hidden {
		t.Error("a row at rest has a ground")
	}
	c.MouseIn(&desktop.MouseEvent{})
	if c.Ground.Hidden || !c.bar.Hidden || c.Cursor() != desktop.PointerCursor {
		t.Error("a row under the pointer does not show it")
	}
	c.MouseOut()
	if !c.Ground.Hidden {
		t.Error("the light stays on")
	}
}

func TestSigns(t *testing.T) {
	uitest.App(t, look.Light)
	l := rowLook{commands: func(string) *command.Command { return &command.Command{Icon: "info"} }}
	span := annotations.Span{Start: 1, End: 2}
	for _, c := range []struct {
		result search.Result
		want   string
	}{
		{search.Result{Type: search.Fact, Span: span}, "article"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.OnRecord}, "quotes"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.Official}, "bank"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.Unnamed}, "user-circle-dashed"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.Inference}, "pen-nib"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.OwnAccount}, "article"},
		{search.Result{Type: search.Fact}, "book-open"},
		{search.Result{Type: search.Source}, "book-open"},
		{search.Result{Type: search.Note}, "note-pencil"},
		{search.Result{Type: search.Command}, "info"},
	} {
		got := l.icon(c.result)
		if _, ok := assets.Icon(got); got != c.want || !ok {
			t.Errorf("%s: icon %q, want %q (there is one: %v)", c.result.Type, got, c.want, ok)
		}
	}
}

func BenchmarkKeystroke(b *testing.B) {
	f := newLong(b)
	f.list.parts[0].whole = false
	for b.Loop() {
		f.typed("fac")
		f.typed("fact")
	}
}
