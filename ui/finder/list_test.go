package finder

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/look"
)

// newLong is a finder that finds 200 facts of one to three lines, in a window.
func newLong(t testing.TB) *Finder {
	t.Helper()
	th, err := look.New(look.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(th)
	f := New(func(string) []search.Result {
		var out []search.Result
		for i := range 200 {
			out = append(out, search.Result{
				Type: search.Fact, ID: fmt.Sprint(i), Detail: "On record",
				Title: fmt.Sprintf("Fact %0*d was stated", 1+i%60, i),
			})
		}
		return out
	}, "Ctrl K", th.Roles())
	w := test.NewTempWindow(t, container.NewStack(f.Results()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(376, 400))
	f.SetQuery("fact")
	f.list.expand(search.Facts)
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
	speaking := func(v annotations.Voice) func(annotations.Span) annotations.Voice {
		return func(annotations.Span) annotations.Voice { return v }
	}
	span := annotations.Span{Start: 1, End: 2}
	for _, c := range []struct {
		result search.Result
		voice  func(annotations.Span) annotations.Voice
		want   string
	}{
		{search.Result{Type: search.Fact, Span: span}, nil, "article"},
		{search.Result{Type: search.Fact, Span: span}, speaking(annotations.OnRecord), "quotes"},
		{search.Result{Type: search.Fact, Span: span}, speaking(annotations.Official), "bank"},
		{search.Result{Type: search.Fact, Span: span}, speaking(annotations.Anonymous), "user-circle-dashed"},
		{search.Result{Type: search.Fact, Span: span}, speaking(annotations.Inference), "pen-nib"},
		{search.Result{Type: search.Fact, Span: span}, speaking(annotations.OwnAccount), "article"},
		{search.Result{Type: search.Fact}, speaking(annotations.Official), "book-open"},
		{search.Result{Type: search.Note}, nil, "note-pencil"},
		{search.Result{Type: search.Command}, nil, "keyboard"},
	} {
		got := iconName(c.result, c.voice)
		if got != c.want || look.Icon(got) == nil {
			t.Errorf("%s: icon %q, want %q (there is one: %v)", c.result.Type, got, c.want, look.Icon(got) != nil)
		}
	}
	for id, want := range map[string]int{"p4s2": 4, "p12s1": 12, "p4": 0, "": 0, "x4s2": 0} {
		if got := paragraph(id); got != want {
			t.Errorf("paragraph of %q is %d, want %d", id, got, want)
		}
	}
}

func TestMetaLine(t *testing.T) {
	for _, c := range []struct {
		result search.Result
		want   string
	}{
		{search.Result{Detail: "Person · named once, in paragraph 5"}, "Person · named once, in paragraph\u00a05"},
		{search.Result{Detail: "Person", Reason: search.Reason{How: search.Printed, Text: "Adam Bohler"}}, "Person · printed as “Adam Bohler”"},
		{search.Result{Reason: search.Reason{How: search.Alias, Text: "US"}}, "alias “US”"},
		{search.Result{Detail: "Person", Reason: search.Reason{How: search.Letters}}, "Person"},
		{search.Result{Detail: "Person", Reason: search.Reason{How: search.Alias, Text: "US"}, Matches: []annotations.Span{{Start: 0, End: 1}}}, "Person"},
		{search.Result{}, ""},
	} {
		if got := metaLine(c.result); got != c.want {
			t.Errorf("%+v: %q, want %q", c.result, got, c.want)
		}
	}
}

func BenchmarkKeystroke(b *testing.B) {
	f := newLong(b)
	f.list.open = nil
	for b.Loop() {
		f.typed("fac")
		f.typed("fact")
	}
}
