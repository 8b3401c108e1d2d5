package page_test

import (
	"image"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

func TestClickTakesTheInnermostMark(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	blank := 0
	p.OnBlank = func() { blank++ }

	inner := mention(t, e, "Gaza Strip").ID()
	test.TapCanvas(w.Canvas(), middle(p, inner))
	if !slices.Equal(asked.clicked, []annotations.MentionID{inner}) {
		t.Errorf("a click on “Gaza Strip” gives %v, want %v", asked.clicked, inner)
	}
	outer, ok := e.Parent(inner)
	if !ok || e.Article().Slice(outer.Span) != "war in the Gaza Strip" {
		t.Fatalf("around “Gaza Strip” lies %v", outer)
	}
	// "war in the", which the place does not cover, stands before the place.
	r := p.MentionRects(inner)[0]
	test.TapCanvas(w.Canvas(), fyne.NewPos(r.X-30, r.Y+r.H/2))
	if got := asked.clicked; len(got) != 2 || got[1] != outer.ID() {
		t.Errorf("a click beside it gives %v, want the mark around it, %v", got, outer.ID())
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 300))
	if blank != 1 || len(asked.clicked) != 2 {
		t.Errorf("a click in the margin counts %d times as blank and gives %v", blank, asked.clicked)
	}
}

func TestHover(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	leavitt := mention(t, e, "Karoline Leavitt").ID()
	test.MoveMouse(w.Canvas(), middle(p, leavitt))
	test.MoveMouse(w.Canvas(), middle(p, leavitt).AddXY(3, 0))
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 300))
	if want := []annotations.MentionID{leavitt, ""}; !slices.Equal(asked.hovered, want) {
		t.Errorf("hovering gives %q, want %q", asked.hovered, want)
	}
}

// TestHoverFollowsScrolling: the wheel moves the text under a pointer that
// rests, and no mouse event comes with it.
func TestHoverFollowsScrolling(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	leavitt := mention(t, e, "Karoline Leavitt").ID()
	at := middle(p, leavitt)
	test.MoveMouse(w.Canvas(), at)
	if lit := p.Shown().Hovered; lit != leavitt {
		t.Fatalf("hovering gives %q, want %q", lit, leavitt)
	}
	test.Scroll(w.Canvas(), at, 0, -45)
	if p.Shown().Hovered == leavitt {
		t.Error("the mark stays lit after it has been scrolled away")
	}
}

func TestRevealKeepsWhatIsInView(t *testing.T) {
	p, e, _, _ := show(t, look.Light)
	p.SetStill(true)
	before := p.Place()
	p.ScrollToSpan(e.Mentions()[0].Span)
	if p.Place() != before {
		t.Errorf("a passage in view moves the page from %v to %v", before, p.Place())
	}
	boehler := e.MentionsOf("adam-boehler")[0]
	p.ScrollToSpan(boehler.Span)
	for _, r := range p.MentionRects(nth(t, e, "adam-boehler", 0).ID()) {
		if r.Y < 36 || r.Y+r.H > 772 {
			t.Errorf("after ScrollToSpan the mention stands at %v", r)
		}
	}
}

func TestPlaceSurvivesWidthAndSize(t *testing.T) {
	p, e, _, _ := show(t, look.Light)
	p.SetStill(true)
	par := e.Article().Paragraph(4)
	p.ScrollToSpan(annotations.Span{Start: par.End - 10, End: par.End})
	want := p.Place()
	_, roles := uitest.App(t, look.Light)
	for _, f := range []page.Format{
		page.FormatFor(roles, look.Setting{}, 1000, 640), page.FormatFor(roles, look.Setting{}, 1920, 1500), page.FormatFor(roles, look.Setting{}, 700, 700),
	} {
		p.SetFormat(f)
		got := p.Place()
		i := e.Article().Slice(annotations.Span{Start: min(got.Offset, want.Offset), End: max(got.Offset, want.Offset)})
		if len(i) > 90 { // a line at most
			t.Errorf("in a column of %v the view begins at byte %d, want about %d", f.Column, got.Offset, want.Offset)
		}
	}
}

func TestOnlyLinesInViewAreInTheTree(t *testing.T) {
	p, _, _, _ := show(t, look.Light)
	for y := float32(0); y < 2000; y += 211 {
		p.ScrollToY(y)
		// A line is one text, or a few where quotation marks change the ink.
		if texts := len(linesInView(p)); texts > 2*(772/30+2) {
			t.Errorf("at %v there are %d texts", y, texts)
		}
	}
}

// TestRefreshFromNothing: the picture is a function of what the page was told.
func TestRefreshFromNothing(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	tell := func(p *page.Page) {
		selects(p, "hamas", nth(t, e, "hamas", 2).ID())
		tell(p, func(s *session.State) {
			s.Hovered, s.Focused = mention(t, e, "Karoline Leavitt").ID(), mention(t, e, "October 7, 2023").ID()
		})
	}
	tell(p)
	before := w.Canvas().Capture()
	p.Refresh()
	if !reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("Refresh changes the picture")
	}
	fresh, _, w2, _ := show(t, look.Light)
	fresh.SetStill(true)
	tell(fresh)
	if !reflect.DeepEqual(before, w2.Canvas().Capture()) {
		t.Error("a new page told the same gives another picture")
	}
}

func TestPictures(t *testing.T) {
	for _, scheme := range []look.Scheme{look.Light, look.Dark} {
		p, e, w, _ := show(t, scheme)
		p.SetStill(true)
		p.ScrollToSpan(e.MentionsOf("adam-boehler")[0].Span)
		selects(p, "adam-boehler", nth(t, e, "adam-boehler", 0).ID())
		test.AssertImageMatches(t, "boehler-"+string(scheme)+".png", w.Canvas().Capture())
	}
}

// TestScrollingMakesNothingForLinesThatStay: a step that brings no new line
// into view makes no object; one that brings a few makes theirs only.
func TestScrollingMakesNothingForLinesThatStay(t *testing.T) {
	p, _, _, _ := show(t, look.Light)
	p.SetStill(true)
	p.ScrollToY(700)
	before := linesInView(p)
	y := float32(700)
	allocs := testing.AllocsPerRun(50, func() {
		y = 1401 - y // between 700 and 701
		p.ScrollToY(y)
	})
	if allocs > 4 { // Fyne's own, for the event; a line would cost dozens
		t.Errorf("a step without new lines allocates %.0f times", allocs)
	}
	p.ScrollToY(760)
	kept := 0
	for o := range linesInView(p) {
		if before[o] {
			kept++
		}
	}
	if kept < 20 {
		t.Errorf("of the objects in view only %d are the same two lines further down", kept)
	}
}

// linesInView are the texts of the article that are in the tree.
func linesInView(p *page.Page) map[fyne.CanvasObject]bool {
	out := make(map[fyne.CanvasObject]bool)
	for _, o := range test.LaidOutObjects(p) {
		if x, ok := o.(*canvas.Text); ok && x.TextSize == p.Format().Reading.Size {
			out[o] = true
		}
	}
	return out
}

func TestFormatFor(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	for _, c := range []struct {
		window, width, column, size float32
	}{
		{1280, 904, 580, 19}, {1000, 640, 528, 18}, {1920, 1500, 640, 20}, {860, 860, 560, 18}, {400, 400, 340, 18},
	} {
		f := page.FormatFor(roles, look.Setting{}, c.window, c.width)
		if f.Column != c.column || f.Reading.Size != c.size {
			t.Errorf("%v: column %v at %v px, want %v at %v", c.window, f.Column, f.Reading.Size, c.column, c.size)
		}
		if f.Left+f.Column > c.width {
			t.Errorf("%v: the column ends at %v of %v", c.window, f.Left+f.Column, c.width)
		}
	}
}

func TestFormatForASetting(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	for _, c := range []struct {
		set             look.Setting
		window, width   float32
		column, leading float32
	}{
		{look.Setting{Leading: look.DesignLeading}, 1280, 904, 580, 30},
		{look.Setting{Leading: 1.5}, 1280, 904, 580, 29},
		{look.Setting{Leading: 1.7}, 1280, 904, 580, 32},
		{look.Setting{Measure: 62}, 1280, 904, 545, 30},
		{look.Setting{Measure: 72}, 1280, 904, 633, 30},
		{look.Setting{Measure: 72}, 1280, 688, 592, 30}, // the gutters give way first
		{look.Setting{Size: 16}, 1280, 904, 488, 25},
		{look.Setting{Size: 24}, 1280, 904, 733, 38},
		{look.Setting{Size: 18}, 1000, 596, 528, 28},
		{look.Setting{Size: 24}, 1000, 596, 528, 38}, // all there is
		{look.Setting{Size: 24, Measure: 72}, 1920, 1244, 799, 38},
		{look.Setting{Size: 24, Measure: 72}, 640, 300, 240, 38},
		{look.Setting{Size: 24, Measure: 72}, 640, 100, 160, 38},
	} {
		f := page.FormatFor(roles, c.set, c.window, c.width)
		if f.Column != c.column || f.Reading.Leading != c.leading {
			t.Errorf("%+v in %v: column %v, leading %v; want %v, %v",
				c.set, c.window, f.Column, f.Reading.Leading, c.column, c.leading)
		}
		if c.set.Size != 0 && f.Reading.Size != c.set.Size {
			t.Errorf("%+v gives a text of %v px", c.set, f.Reading.Size)
		}
	}
}

func TestHitGivesTheMentionOfEachRectangle(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	p.SetStill(true)
	for _, m := range e.Mentions() {
		if inner, _ := e.InnermostAt(m.Start); inner.ID() != m.ID() {
			continue // another mark lies inside its beginning
		}
		p.ScrollToSpan(m.Span)
		r := p.MentionRects(m.ID())[0]
		asked.clicked = nil
		test.TapCanvas(w.Canvas(), fyne.NewPos(r.X+2, r.Y+r.H/2))
		if !slices.Equal(asked.clicked, []annotations.MentionID{m.ID()}) {
			t.Errorf("a click on %q gives %v, want %v", e.Article().Slice(m.Span), asked.clicked, m.ID())
		}
	}
}

// TestHeaderComesBack: scrolling up by less than a line brings no new line into
// view, but may bring the header.
func TestHeaderComesBack(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	first := p.MentionRects(e.Mentions()[0].ID())[0].Y // of the first line, near the end of the header
	shows := func() bool {
		for _, o := range test.LaidOutObjects(w.Content()) {
			if x, ok := o.(*prose.Text); ok && x.Content() == e.Notice() {
				return true
			}
		}
		return false
	}
	for y := first + 10; y > first-60; y -= 3 {
		p.ScrollToY(y)
		if in := y < first; in != shows() && (y < first-32 || y > first+1) {
			t.Errorf("scrolled to %v, with the text at %v, the header shows: %v", y, first, shows())
		}
	}
}

// TestFlashesReplaceEachOther: a second passage, of fewer lines, leaves nothing
// of the first lit.
func TestFlashesReplaceEachOther(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true) // a flash is an outline then, and stays
	a := e.Article()
	p.Flash(a.Paragraph(1).Span)
	p.Flash(annotations.Span{Start: a.Paragraph(0).Start, End: a.Paragraph(0).Start + 9})
	outlined := 0
	for _, o := range test.LaidOutObjects(w.Content()) {
		if x, ok := o.(*shape.Box); ok && x.StrokeWidth == 2 {
			outlined++
		}
	}
	if outlined != 1 {
		t.Errorf("%d lines are outlined, want 1", outlined)
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !reflect.DeepEqual(w.Canvas().Capture(), fresh(t)) {
		t.Error("a key does not take the outline away")
	}
}

// fresh is the picture of a page that was told nothing.
func fresh(t *testing.T) image.Image {
	_, _, w, _ := show(t, look.Light)
	return w.Canvas().Capture()
}

// TestManyResizesKeepTheLine: the place is where the reader went, not where the
// last size left it.
func TestManyResizesKeepTheLine(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	p.ScrollToSpan(e.MentionsOf("adam-boehler")[0].Span)
	before := p.MentionRects(nth(t, e, "adam-boehler", 0).ID())[0]
	_, roles := uitest.App(t, look.Light)
	for i := range 40 {
		width := float32(904 - i%20*23)
		p.SetFormat(page.FormatFor(roles, look.Setting{}, width+376, width))
		w.Resize(fyne.NewSize(width, float32(772-i*11)))
	}
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1280, 904))
	w.Resize(fyne.NewSize(904, 772))
	if after := p.MentionRects(nth(t, e, "adam-boehler", 0).ID())[0]; after != before {
		t.Errorf("after forty sizes the mention stands at %v, was at %v", after, before)
	}
}
