package page_test

import (
	"fmt"
	"image"
	"image/color"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// margin does with the notes of a page what it is asked for, and says what that was.
type margin struct {
	view.Margin // the rest: a call fails
	page        *page.Page
	acts        []string
}

func (m *margin) did(format string, a ...any)       { m.acts = append(m.acts, fmt.Sprintf(format, a...)) }
func (m *margin) Write(s annotations.Span)          { m.did("write %v", s) }
func (m *margin) Edit(id notes.ID)                  { m.did("edit %v", id) }
func (m *margin) StyleName(s notes.Style) string    { return locale.Style(s) }
func (m *margin) Restyle(i notes.ID, s notes.Style) { m.did("restyle %v %v", i, s) }

func (m *margin) Highlight(s annotations.Span, style notes.Style) { m.did("highlight %v %v", s, style) }

func (m *margin) Stretch(id notes.ID, to annotations.Span) {
	m.did("stretch %v %v", id, to)
	now := m.page.Shown()
	all := slices.Clone(now.Notes.All())
	for i := range all {
		if all[i].ID == id {
			all[i].Span = to
		}
	}
	now.Notes = notes.NewSet(all)
	m.page.Follow(m.page.Shown(), now)
}

// noted opens a page with the sample notes, or others.
func noted(t testing.TB, scheme look.Scheme, all ...notes.Placed) (*page.Page, *annotations.Edition, fyne.Window, *asked, *margin) {
	t.Helper()
	p, e, w, asked := show(t, scheme)
	p.SetStill(true)
	if all == nil {
		all = uitest.Notes(t, e)
	}
	m := &margin{page: p}
	p.Margin = m
	now := p.Shown()
	now.Notes = notes.NewSet(all)
	p.Follow(p.Shown(), now)
	return p, e, w, asked, m
}

// at is the point in the middle of the words of a span's first line, after they have been
// brought into view.
func at(p *page.Page, s annotations.Span) fyne.Position {
	p.ScrollToSpan(s)
	r := p.SpanRects(s)[0]
	return fyne.NewPos(r.X+r.W/2, r.Y+r.H/2)
}

func spanOf(t testing.TB, e *annotations.Edition, words string) annotations.Span {
	t.Helper()
	return uitest.Noted(t, e.Article(), "", words, 0).Span
}

// A click takes the innermost of marks and notes, the next one the one around it, and
// after the outermost the innermost again.
func TestClicksGoOutwardsThroughMarksAndNotes(t *testing.T) {
	p, e, w, asked, _ := noted(t, look.Light)
	name := mention(t, e, "Benjamin Netanyahu") // and around it his office
	sentence := e.Article().SentenceAt(name.Start).Span
	now := p.Shown()
	var all []notes.Placed
	for id, s := range map[notes.ID]annotations.Span{
		"in": {Start: name.Start + 1, End: name.Start + 8}, "same": name.Span, "out": sentence,
	} {
		all = append(all, notes.Placed{Note: notes.Note{ID: id}, Span: s})
	}
	now.Notes = notes.NewSet(all)
	p.Follow(p.Shown(), now)
	point := at(p, annotations.Span{Start: name.Start + 3, End: name.Start + 4})
	var got []string
	for range 6 {
		before := len(asked.clicked)
		test.TapCanvas(w.Canvas(), point)
		if len(asked.clicked) > before {
			id := asked.clicked[before]
			got = append(got, "mark")
			m, _ := e.Mention(id)
			tell(p, func(s *session.State) { s.Select(m.Entity, id) })
		} else {
			got = append(got, string(asked.own[len(asked.own)-1]))
		}
		p.Select(annotations.Span{})
	}
	if want := []string{"in", "mark", "same", "mark", "out", "in"}; !slices.Equal(got, want) {
		t.Errorf("six clicks give %v, want %v", got, want)
	}
	test.TapCanvas(w.Canvas(), at(p, spanOf(t, e, "briefly")))
	if last := asked.own[len(asked.own)-1]; last != "out" {
		t.Errorf("a click beside the name gives %q", last)
	}
}

func TestNotesAreOpenedFromDotsAndRail(t *testing.T) {
	p, e, w, asked, _ := noted(t, look.Light)
	point := at(p, spanOf(t, e, "final warning"))
	dot := fyne.NewPos(p.Format().Left+p.Format().Column+17, point.Y)
	test.MoveMouse(w.Canvas(), dot)
	if !p.TipShown() {
		t.Error("the dot of a note says nothing")
	}
	test.TapCanvas(w.Canvas(), dot)
	if !slices.Equal(asked.own, []notes.ID{"n3"}) {
		t.Errorf("a click on the dot opens %q", asked.own)
	}
	var dots []fyne.Position
	uitest.Each(p, func(o fyne.CanvasObject) {
		if c, ok := o.(*canvas.Circle); ok && c.Size().Width == 5 {
			dots = append(dots, c.Position())
		}
	})
	if len(dots) != 6 {
		t.Fatalf("%d dots on the scroll rail for 6 notes", len(dots))
	}
	onRail := fyne.NewPos(904-7, dots[4].Y+2)
	test.MoveMouse(w.Canvas(), onRail)
	if !p.TipShown() {
		t.Error("the dot on the scroll rail says nothing")
	}
	test.TapCanvas(w.Canvas(), onRail)
	if !slices.Equal(asked.ledTo, []notes.ID{"n5"}) {
		t.Errorf("a click on the scroll rail leads to %q", asked.ledTo)
	}
}

// In a wide window the words of notes stand beside the text, apart from each other and
// from the headings of remarks, and none is left out.
func TestNotesStandBesideTheText(t *testing.T) {
	p, e, w, asked, _ := noted(t, look.Light)
	_, roles := uitest.App(t, look.Light)
	w.Resize(fyne.NewSize(1244, 6000))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1920, 1244))
	w.Canvas().Capture()
	left, end := p.Format().Left+p.Format().Column+40, float32(0)
	words := map[string]float32{}
	uitest.Each(p, func(o fyne.CanvasObject) {
		x, ok := o.(*canvas.Text)
		if !ok || x.Position().X < left-1 || x.Position().X > left+228 {
			return
		}
		words[x.Text] = x.Position().Y
		if x.Position().X == left {
			if x.Position().Y < end {
				t.Errorf("%q stands over what ends at %v", x.Text, end)
			}
			end = x.Position().Y + x.TextSize
		}
	})
	for _, want := range []string{"Before or after? Not said. Ask", "lesson", "to check", "numbers"} {
		if _, ok := words[want]; !ok {
			t.Errorf("the margin does not say %q: %v", want, words)
		}
	}
	line := p.SpanRects(spanOf(t, e, "Israel had been informed"))[0]
	if y := words["Before or after? Not said. Ask"]; y < line.Y || y > line.Y+line.H/2 {
		t.Errorf("a note stands at %v, its words at %v", y, line.Y)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(left+20, words["lesson"]+5))
	if !slices.Equal(asked.own, []notes.ID{"n3"}) {
		t.Errorf("a click on words in the margin opens %q", asked.own)
	}
}

// The bar over selected words highlights them, and gives the highlight on them another
// style.
func TestTheBarHighlights(t *testing.T) {
	p, e, w, _, m := noted(t, look.Light)
	_, roles := uitest.App(t, look.Light)
	p.SetActions([]page.Action{{Icon: "copy", Label: "Copy", Do: func() {}}, {Icon: "quotes", Label: "Cite", Lead: true, Do: func() {}}})
	menu := command.Target{}
	p.OnMenu = func(x command.Target, _ fyne.Position) { menu = x }
	span := spanOf(t, e, "last month")
	tap := func(s annotations.Span, name string) {
		t.Helper()
		p.ScrollToSpan(s)
		p.Select(s)
		w.Canvas().Capture()
		found := false
		uitest.Each(p, func(o fyne.CanvasObject) {
			if b, ok := o.(fyne.Accessible); ok && !found && b.AccessibilityLabel() == name {
				found = true
				o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			}
		})
		if !found {
			t.Fatalf("the bar has no %q", name)
		}
	}
	tap(span, "Wave")
	if !p.Selection().Empty() {
		t.Error("the words stay selected after they have been highlighted")
	}
	tap(spanOf(t, e, "final warning"), "Brackets")
	tap(span, "Note")
	tap(spanOf(t, e, "final warning"), "Note")
	tap(span, "More for these words")
	want := []string{fmt.Sprintf("highlight %v wave", span), "restyle n3 brackets", fmt.Sprintf("write %v", span), "edit n3"}
	if !slices.Equal(m.acts, want) {
		t.Errorf("the bar asked for %q, want %q", m.acts, want)
	}
	if menu.On != command.OnSelection || menu.Passage != span {
		t.Errorf("the last button opens the menu of %+v", menu)
	}
	names := func() (out []string) {
		p.Select(annotations.Span{})
		p.Select(span)
		uitest.Each(p, func(o fyne.CanvasObject) {
			if b, ok := o.(fyne.Accessible); ok && o != fyne.CanvasObject(p) {
				out = append(out, b.AccessibilityLabel())
			}
		})
		return out
	}
	if got, want := names(), []string{"Marker", "Half band", "Wave", "Brackets", "Side line", "Note", "Cite", "More for these words"}; !slices.Equal(got, want) {
		t.Errorf("the bar has %q, want %q", got, want)
	}
	for _, width := range []float32{360, 420, 520, 600} {
		w.Resize(fyne.NewSize(width, 772))
		p.SetFormat(page.FormatFor(roles, look.Setting{}, width, width))
		p.ScrollToSpan(span)
		names()
		uitest.Fits(t, p)
	}
	w.Resize(fyne.NewSize(904, 772))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1280, 904))
	p.Margin = nil
	if got := names(); !slices.Equal(got, []string{"Copy", "Cite"}) {
		t.Errorf("without a margin the bar has %q", got)
	}
}

// handle is where the handle at the end of a span is.
func handle(p *page.Page, s annotations.Span) fyne.Position {
	all := p.SpanRects(s)
	r := all[len(all)-1]
	return fyne.NewPos(r.X+r.W+3, r.Y+r.H/2)
}

func TestHandlesMoveTheEndsOfANote(t *testing.T) {
	p, e, w, _, m := noted(t, look.Light)
	tell(p, func(s *session.State) { s.Note = "n5"; s.Turn(session.Notes, "") })
	span := spanOf(t, e, "no progress was made")
	p.ScrollToSpan(span)
	drag := func(from, to fyne.Position) {
		test.MoveMouse(w.Canvas(), from)
		test.Drag(w.Canvas(), to, to.X-from.X, to.Y-from.Y) // the place is that after the first move
	}
	shorter := annotations.Span{Start: span.Start, End: span.Start + len("no progress")}
	from, to := handle(p, span), handle(p, shorter)
	drag(from, fyne.NewPos(to.X-4, to.Y))
	if want := []string{fmt.Sprintf("stretch n5 %v", shorter)}; !slices.Equal(m.acts, want) {
		t.Fatalf("a drag asked for %q, want %q", m.acts, want)
	}
	drag(handle(p, shorter), fyne.NewPos(20, 60)) // far before the beginning
	last := annotations.Span{Start: span.Start, End: span.Start + 1}
	if got := m.acts[len(m.acts)-1]; got != fmt.Sprintf("stretch n5 %v", last) {
		t.Errorf("a drag beyond the beginning asked for %q, want one character", got)
	}
	if !p.Selection().Empty() {
		t.Error("the drag of a handle selects words")
	}
}

// While a handle is dragged the page shows where the note would end; Esc leaves it.
func TestADragOfAHandleCanBeGivenUp(t *testing.T) {
	p, e, w, _, m := noted(t, look.Light)
	tell(p, func(s *session.State) { s.Note = "n5"; s.Turn(session.Notes, "") })
	span := spanOf(t, e, "no progress was made")
	p.ScrollToSpan(span)
	before := w.Canvas().Capture()
	from := handle(p, span)
	keys := 0
	p.OnKey = func(*fyne.KeyEvent) { keys++ }
	mouse := page.PointerOf(p)
	mouse.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	if mouse.Cursor() != desktop.HResizeCursor {
		t.Error("a handle has the cursor of the text")
	}
	mouse.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	for dx := float32(0); dx < 100; dx += 20 {
		mouse.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.SubtractXY(dx, 0)}, Dragged: fyne.NewDelta(-20, 0)})
	}
	if reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("a drag shows nothing")
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	mouse.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.SubtractXY(120, 0)}})
	mouse.DragEnd()
	if len(m.acts) != 0 || keys != 0 || !p.Selection().Empty() {
		t.Errorf("after Esc the drag asked for %q, %d keys went on, %v is selected", m.acts, keys, p.Selection())
	}
	mouse.MouseOut()
	if !reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("what was given up is still shown")
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if keys != 1 {
		t.Error("the page keeps the next Esc too")
	}
}

func TestGrowNote(t *testing.T) {
	p, e, _, _, m := noted(t, look.Light)
	if _, _, ok := p.GrowNote(page.Character, 1, false); ok {
		t.Error("a note grows that nobody has chosen")
	}
	tell(p, func(s *session.State) { s.FocusedNote = "n5" })
	src := e.Article()
	for _, c := range []struct {
		unit  page.Unit
		delta int
		start bool
		want  string
	}{
		{page.Character, 1, false, "no progress was made,"},
		{page.Word, 1, false, "no progress was made, but"},
		{page.Word, -1, false, "no progress was made,"},
		{page.Word, -1, false, "no progress was"},
		{page.Character, 1, true, "o progress was"},
		{page.Word, 1, true, "progress was"},
		{page.Word, -1, true, "no progress was"},
	} {
		id, to, ok := p.GrowNote(c.unit, c.delta, c.start)
		if !ok || id != "n5" || src.Slice(to) != c.want {
			t.Fatalf("%v: %q of %q, %v; want %q", c, src.Slice(to), id, ok, c.want)
		}
		if c.unit == page.Word { // the character before it is not seen yet
			m.Stretch(id, to)
		}
	}
	for range 30 {
		p.GrowNote(page.Character, -1, false)
	}
	id, to, ok := p.GrowNote(page.Character, -1, false)
	if ok || id != "n5" || src.Slice(to) != "n" {
		t.Errorf("a note shrinks to %q, %v", src.Slice(to), ok)
	}
}

func TestStepNote(t *testing.T) {
	p, e, _, asked, _ := noted(t, look.Light)
	for _, delta := range []int{1, -1} {
		p.StepNote(delta)
	}
	tell(p, func(s *session.State) { s.FocusedNote = "n6" })
	p.StepNote(1)
	p.StepNote(-1)
	if want := []notes.ID{"n1", "n6", "n1", "n5"}; !slices.Equal(asked.ledTo, want) {
		t.Errorf("steps lead to %q, want %q", asked.ledTo, want)
	}
	if id, ok := p.NoteOn(spanOf(t, e, "warning")); !ok || id != "n3" {
		t.Errorf("on “warning” stands %q", id)
	}
	if id, ok := p.CurrentNote(); !ok || id != "n6" {
		t.Errorf("the current note is %q", id)
	}
	p.FocusGained()
	if got, want := p.AccessibilityLabel(), "Highlight, Side line, “Egyptian and Qatari mediators helped arrange the talks,”"; got != want {
		t.Errorf("a screen reader says %q, want %q", got, want)
	}
	tell(p, func(s *session.State) { s.FocusedNote = "n3" })
	if got := p.AccessibilityLabel(); !strings.Contains(got, "“final warning”, The post says") {
		t.Errorf("a screen reader says %q", got)
	}
}

func TestTargetsAreNotes(t *testing.T) {
	p, e, w, _, _ := noted(t, look.Light)
	var got command.Target
	p.OnMenu = func(x command.Target, _ fyne.Position) { got = x }
	span := spanOf(t, e, "no progress was made")
	uitest.RightClick(w.Canvas(), at(p, span))
	if got.On != command.OnNote || got.Note != "n5" || got.Passage != span {
		t.Errorf("a right click on a highlight is about %+v", got)
	}
	uitest.RightClick(w.Canvas(), at(p, annotations.Span{Start: spanOf(t, e, "Israel had been informed").Start, End: spanOf(t, e, "Israel had been informed").Start + 6}))
	if got.On != command.OnMark || got.Note != "n2" {
		t.Errorf("a right click on a name in a highlight is about %+v", got)
	}
	tell(p, func(s *session.State) { s.FocusedNote = "n5" })
	p.ScrollToSpan(span)
	if x, _, _ := p.Target(); x.On != command.OnNote || x.Note != "n5" {
		t.Errorf("with the focus on a note the keyboard is at %+v", x)
	}
}

// Every style is told from every other and from bare words by its form alone, in every
// scheme: the greys of two are never the same.
func TestStylesAreToldApartInGrey(t *testing.T) {
	uitest.Sweep(t)
	for _, scheme := range look.Schemes()[1:] {
		seen := map[string]string{}
		p, e, w, _, _ := noted(t, scheme, []notes.Placed{}...)
		span := spanOf(t, e, "no progress was made")
		for i := range len(notes.Styles()) + 1 {
			name, now := "none", p.Shown()
			if i > 0 {
				n := uitest.Noted(t, e.Article(), "n", "no progress was made", 0)
				n.Style = notes.Styles()[i-1]
				name, now.Notes = n.Style.String(), notes.NewSet([]notes.Placed{n})
			}
			p.Follow(p.Shown(), now)
			p.ScrollToSpan(span)
			r := p.SpanRects(span)[0]
			shape := grey(w.Canvas().Capture(), image.Rect(int(r.X)-8, int(r.Y)-2, int(p.Format().Left+p.Format().Column)+10, int(r.Y+r.H)+2))
			if other, ok := seen[shape]; ok {
				t.Errorf("%v: %s and %s look the same", scheme, name, other)
			}
			seen[shape] = name
		}
	}
}

// grey is part of a picture in greys: a letter for each pixel, of the ground's or another.
func grey(img image.Image, part image.Rectangle) string {
	ground := color.GrayModel.Convert(img.At(part.Max.X-20, part.Min.Y)).(color.Gray).Y
	var out strings.Builder
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			d := int(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y) - int(ground)
			out.WriteByte(".#"[min(max(d, -d)/12, 1)])
		}
	}
	return out.String()
}
