package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// margin does with the notes of a page what it is asked for, and says what that was.
type margin struct {
	view.Margin // the rest: a call fails
	page        *page.Page
	acts        []string
	late        bool // what is asked for is kept when keep is called
	keep        func()
}

func (m *margin) did(format string, a ...any)       { m.acts = append(m.acts, fmt.Sprintf(format, a...)) }
func (m *margin) Write(s annotations.Span)          { m.did("write %v", s) }
func (m *margin) Edit(id notes.ID)                  { m.did("edit %v", id) }
func (m *margin) StyleName(s notes.Style) string    { return locale.Style(s) }
func (m *margin) Restyle(i notes.ID, s notes.Style) { m.did("restyle %v %v", i, s) }

func (m *margin) Highlight(s annotations.Span, style notes.Style) { m.did("highlight %v %v", s, style) }

func (m *margin) Stretch(id notes.ID, to annotations.Span) {
	m.did("stretch %v %v", id, to)
	m.keep = func() {
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
	if !m.late {
		m.keep()
	}
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
		if c, ok := o.(*shape.Box); ok && c.Size() == fyne.NewSquareSize(5) {
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

// A note in the margin stays in view line by line while the line of its words scrolls away.
func TestLongNotesInTheMarginScrollLineByLine(t *testing.T) {
	e := uitest.Edition(t)
	n := uitest.Noted(t, e.Article(), "n", "Following", 0)
	n.Text = strings.Repeat("A word on this and another one on that. ", 20)
	p, _, w, _, _ := noted(t, look.Light, n)
	_, roles := uitest.App(t, look.Light)
	w.Resize(fyne.NewSize(1244, 772))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1920, 1244))
	p.ScrollToY(0)
	lines := func() (out []string) {
		uitest.Each(p, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok && x.Position().X == p.Format().Left+p.Format().Column+40 && x.TextSize == 14 {
				out = append(out, x.Text)
			}
		})
		return out
	}
	p.ScrollToY(p.SpanRects(n.Span)[0].Y - 60)
	all := lines()
	if len(all) != 10 {
		t.Fatalf("the margin has %d lines of a long note: %q", len(all), all)
	}
	p.ScrollBy(160)
	if got := lines(); len(got) == 0 || len(got) >= len(all) || got[len(got)-1] != all[len(all)-1] {
		t.Errorf("after the first line has scrolled away the margin says %q", got)
	}
}
