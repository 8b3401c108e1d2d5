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
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// newLong is a finder that finds 200 facts of one to three lines, in a window.
func newLong(t testing.TB) *Finder {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	f := New(Options{Roles: roles, Edition: uitest.Edition(t), Find: func(context.Context, string, search.Group) (search.Answer, error) {
		var out []search.Result
		for i := range 200 {
			out = append(out, search.Result{
				Type: search.Fact, ID: fmt.Sprint(i), Detail: "On record",
				Title: fmt.Sprintf("Fact %0*d was stated", 1+i%60, i),
			})
		}
		return search.Answer{Sections: []search.Section{{Group: search.Facts, Results: out, Total: len(out)}}, Total: len(out)}, nil
	}}, "Search", "Ctrl K")
	w := test.NewTempWindow(t, container.NewStack(f.Results()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(376, 400))
	f.SetQuery("fact")
	f.list.parts[0].whole = true
	f.show()
	return f
}

func TestChosenRowStaysInView(t *testing.T) {
	f := newLong(t)
	check := func() {
		t.Helper()
		l := f.results.list
		top, bottom := l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height
		if y := l.content.tops; y[f.chosen] < top || y[f.chosen+1] > bottom {
			t.Fatalf("row %d from %v to %v is not in view, %v to %v", f.chosen, y[f.chosen], y[f.chosen+1], top, bottom)
		}
		row := f.results.list.content.rows[f.chosen]
		if !row.choice.chosen {
			t.Fatalf("row %d does not look chosen", f.chosen)
		}
		shown := l.content.visible
		if len(shown) > 12 {
			t.Fatalf("%d rows are in the tree", len(shown))
		}
		for _, o := range shown {
			if o == row.Block {
				return
			}
		}
		t.Fatalf("row %d is not in the tree", f.chosen)
	}
	check()
	for range 198 {
		f.key(fyne.KeyDown)
		check()
	}
	for range 60 {
		f.key(fyne.KeyPageUp)
		check()
	}
	if y := f.results.list.scroll.Offset.Y; y != 0 {
		t.Errorf("back at the first row the list is at %v, which hides the heading", y)
	}
}

func TestOneRowLooksChosen(t *testing.T) {
	f := newLong(t)
	f.key(fyne.KeyPageDown)
	f.key(fyne.KeyUp)
	f.results.Resize(fyne.NewSize(300, 500))
	n := 0
	for _, r := range f.results.list.content.rows {
		if r.choice != nil && r.choice.chosen {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d rows look chosen", n)
	}
}

func TestRowsFollowEachOther(t *testing.T) {
	f := newLong(t)
	for _, width := range []float32{280, 376, 900} {
		f.results.Resize(fyne.NewSize(width, 500))
		y := float32(0)
		for i, r := range f.results.list.content.rows {
			if r.Position().Y != y || r.Size() != fyne.NewSize(width, r.HeightFor(width)) {
				t.Fatalf("at width %v row %d is at %v, %v", width, i, r.Position(), r.Size())
			}
			y += r.Size().Height
		}
	}
}

func TestHoverLightsARow(t *testing.T) {
	f := newLong(t)
	c := f.results.list.content.rows[2].choice
	r := test.WidgetRenderer(c).(*choiceRenderer)
	if !r.ground.Hidden {
		t.Error("a row at rest has a ground")
	}
	c.MouseIn(&desktop.MouseEvent{})
	if r.ground.Hidden || !r.bar.Hidden || c.Cursor() != desktop.PointerCursor {
		t.Error("a row under the pointer does not show it")
	}
	c.MouseOut()
	if !r.ground.Hidden {
		t.Error("the light stays on")
	}
}

func TestSigns(t *testing.T) {
	uitest.App(t, look.Light)
	w := words{uitest.Edition(t), func(string) *command.Command { return &command.Command{Icon: "info"} }}
	span := annotations.Span{Start: 1, End: 2}
	for _, c := range []struct {
		result search.Result
		want   string
	}{
		{search.Result{Type: search.Fact, Span: span}, "article"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.OnRecord}, "quotes"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.Official}, "bank"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.Anonymous}, "user-circle-dashed"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.Inference}, "pen-nib"},
		{search.Result{Type: search.Fact, Span: span, Voice: annotations.OwnAccount}, "article"},
		{search.Result{Type: search.Fact}, "book-open"},
		{search.Result{Type: search.Source}, "book-open"},
		{search.Result{Type: search.Note}, "note-pencil"},
		{search.Result{Type: search.Command}, "info"},
	} {
		got := w.icon(c.result)
		if got != c.want || look.Icon(got, look.ColorText) == nil {
			t.Errorf("%s: icon %q, want %q (there is one: %v)", c.result.Type, got, c.want, look.Icon(got, look.ColorText) != nil)
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
