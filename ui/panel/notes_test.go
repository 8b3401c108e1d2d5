package panel_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// noted is a rig on the bundled edition with notes, whose panel shows them.
func noted(t testing.TB, roles look.Roles, all []notes.Placed) *rig {
	t.Helper()
	r := newRig(uitest.Edition(t), roles)
	r.Margin = r
	r.showNotes(all)
	r.OpenNotes()
	return r
}

func TestPanel_NotesLookAsDesigned(t *testing.T) {
	for _, s := range []look.Scheme{look.Light, look.Dark} {
		p := noted(t, themed(t, s), uitest.Notes(t, bundled(t)))
		win := open(t, p.Panel, 376, 772)
		p.update(func(s *session.State) { s.Note = "n5" })
		test.AssertImageMatches(t, "notes-"+string(s)+".png", win.Canvas().Capture())
	}
}

// listed are the notes that the panel shows, in their order, by their first words.
func listed(p *rig, all []notes.Placed) []notes.ID {
	var out []notes.ID
	for _, d := range tree(p.Panel) {
		a, ok := d.CanvasObject.(fyne.Accessible)
		for i := range all {
			if ok && strings.HasPrefix(a.AccessibilityLabel(), all[i].Target.Quote.Exact) {
				out = append(out, all[i].ID)
			}
		}
	}
	return out
}

func TestPanel_NotesAreFiltered(t *testing.T) {
	all := uitest.Notes(t, bundled(t))
	p := noted(t, themed(t, look.Light), all)
	win := open(t, p.Panel, 376, 900)
	tap := func(label string) { test.TapCanvas(win.Canvas(), labelled(t, p.Panel, label).middle()) }
	want := func(step string, ids ...notes.ID) {
		t.Helper()
		if got := listed(p, all); !slices.Equal(got, ids) {
			t.Errorf("%s: the list has %v, want %v", step, got, ids)
		}
	}
	want("at first", "n1", "n2", "n3", "n4", "n5", "n6")
	tap("With a note 4")
	want("with a note", "n2", "n3", "n4", "n5")
	tap("to check 2")
	want("with a tag too", "n2", "n5")
	tap("All 6")
	want("all", "n1", "n2", "n3", "n4", "n5", "n6")

	styles := labelled(t, p.Panel, "Only one style: Marker")
	test.TapCanvas(win.Canvas(), styles.at.AddXY(4*32+10, 10))
	want("one style", "n4", "n6")
	test.TapCanvas(win.Canvas(), styles.at.AddXY(4*32+10, 10))
	want("every style", "n1", "n2", "n3", "n4", "n5", "n6")

	tap("Order: by place")
	want("by date", "n1", "n2", "n3", "n4", "n5", "n6") // the fixture's are older from one to the next
	younger := slices.Clone(all)
	younger[5].Made = younger[5].Made.Add(100 * time.Hour)
	p.showNotes(younger)
	want("by date, the last one young", "n6", "n1", "n2", "n3", "n4", "n5")
	tap("Order: by date")

	win.Canvas().Focus(p.Search())
	for _, c := range []struct {
		typed string
		want  []notes.ID
	}{
		{"WARNING", []notes.ID{"n3"}},
		{"ask whích", []notes.ID{"n2"}},
		{"#to ch", []notes.ID{"n2", "n5"}},
		{"“last”", []notes.ID{"n3"}},
		{"nowhere", nil},
	} {
		test.Type(win.Canvas().Focused(), c.typed)
		want("typed "+c.typed, c.want...)
		win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	want("nothing typed", "n1", "n2", "n3", "n4", "n5", "n6")

	p.update(func(s *session.State) { s.Selected = "israel" })
	win.Canvas().Capture()
	tap("Israel")
	want("about Israel", "n2", "n4") // a mention in one, a link in the other
	p.update(func(s *session.State) { s.Note = "n1" })
	want("pointed at another", "n1", "n2", "n3", "n4", "n5", "n6")
}

func TestPanel_NotesByKey(t *testing.T) {
	all := uitest.Notes(t, bundled(t))
	p := noted(t, themed(t, look.Light), all)
	win := open(t, p.Panel, 376, 400)
	var menu command.Target
	p.OnMenu = func(t command.Target, _ fyne.Position) { menu = t }
	press := func(k fyne.KeyName) { win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	win.Canvas().Focus(p.Search())
	for range all {
		press(fyne.KeyDown)
	}
	if target, _, _ := p.Target(); target.On != command.OnNote || target.Note != "n6" || target.Passage != all[5].Span {
		t.Errorf("six steps down the target is %+v", target)
	}
	press(fyne.KeyDown)
	press(fyne.KeyUp)
	press(fyne.KeyUp)
	press(fyne.KeyReturn)
	if !slices.Equal(p.notes, []notes.ID{"n4"}) || len(p.asked) > 0 {
		t.Errorf("Enter led to %v and asked for %v", p.notes, p.asked)
	}
	p.update(func(s *session.State) { s.Note = "n4" }) // as the shell does
	press(fyne.KeyReturn)
	press(fyne.KeyN)
	press(fyne.KeyDelete)
	if got, want := p.asked, []string{"edit n4", "edit n4", "remove n4"}; !slices.Equal(got, want) {
		t.Errorf("asked for %q, want %q", got, want)
	}
	p.showNotes(slices.Delete(slices.Clone(all), 3, 4))
	if target, at, size := p.Target(); target.Note != "n5" {
		t.Errorf("after the removal the keyboard is at %+v", target)
	} else if uitest.RightClick(win.Canvas(), at.AddXY(size.Width/2, 4)); menu != target {
		t.Errorf("the menu is about %+v, the keyboard at %+v", menu, target)
	}
}

func TestPanel_NamesInNotesOpenCards(t *testing.T) {
	p := noted(t, themed(t, look.Light), uitest.Notes(t, bundled(t)))
	win := open(t, p.Panel, 376, 900)
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "[[Israel]]", 0).middle())
	if len(p.notes) > 0 || !slices.Equal(p.entities, []annotations.EntityID{"israel"}) {
		t.Errorf("opened the notes %v and the cards %v", p.notes, p.entities)
	}
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "One of three", 0).middle())
	if !slices.Equal(p.notes, []notes.ID{"n4"}) {
		t.Errorf("beside the link it opened %v", p.notes)
	}
}

func TestPanel_NoNotes(t *testing.T) {
	p := noted(t, themed(t, look.Light), nil)
	open(t, p.Panel, 376, 600)
	if got := all(p.Panel); !strings.Contains(got, "Select words in the text and press H") {
		t.Errorf("an empty list says: %s", got)
	}
}

// adrift are notes after a change of the text.
func adrift(t *testing.T, e *annotations.Edition) []notes.Placed {
	t.Helper()
	all := uitest.Notes(t, e)[2:6]
	all[0].Status = anchor.Moved
	all[1].Status, all[1].Target.Quote.Exact = anchor.Approximate, "Four more American hostages were declared dead"
	all[2].Status, all[2].Offers = anchor.Unanchored, []annotations.Span{all[0].Span, all[3].Span}
	all[2].Span = annotations.Span{}
	return all
}

func TestPanel_Tray(t *testing.T) {
	e := bundled(t)
	for _, s := range []look.Scheme{look.Light, look.Dark} {
		p := noted(t, themed(t, s), adrift(t, e))
		p.Chosen = func() annotations.Span { return annotations.Span{} }
		win := open(t, p.Panel, 360, 900)
		p.showNotes(adrift(t, e))
		test.AssertImageMatches(t, "tray-"+string(s)+".png", win.Canvas().Capture())
	}
}

func TestPanel_TrayAsks(t *testing.T) {
	e := bundled(t)
	notes := adrift(t, e)
	p := noted(t, themed(t, look.Light), slices.Clone(notes))
	chosen := annotations.Span{}
	p.Chosen = func() annotations.Span { return chosen }
	p.showNotes(slices.Clone(notes))
	win := open(t, p.Panel, 376, 1400)
	if got := normal(all(p.Panel)); !strings.Contains(got, "4 notes: 1 kept, 1 moved, 1 approximate, 1 unanchored") ||
		!strings.Contains(got, "To look at 2") || !strings.Contains(got, "final warning") || !strings.Contains(got, "moved ¶4") {
		t.Errorf("the list says %s", got)
	}
	tap := func(words string, n int) { test.TapCanvas(win.Canvas(), find(t, p.Panel, words, n).middle()) }
	tap("Keep", 0)
	tap("Set aside", 1)
	tap("Move here", 2)
	chosen = annotations.Span{Start: 3, End: 9}
	tap("Move here", 2)
	tap("Move here", 1) // the second offer, whatever is selected
	tap("Move to the selection", 0)
	chosen = annotations.Span{}
	tap("Move to the selection", 0)
	tap("Set aside", 0)
	want := []string{
		"agree n4", "aside n4", fmt.Sprint("move n4 ", notes[1].Span), "move n4 {3 9}",
		fmt.Sprint("move n5 ", notes[3].Span), "move n5 {3 9}", "aside n5",
	}
	if !slices.Equal(p.asked, want) {
		t.Errorf("asked for\n%q, want\n%q", p.asked, want)
	}
	if got := all(p.Panel); !strings.Contains(got, "Select the words in the text first") {
		t.Errorf("nothing says what to select: %s", got)
	}
	tap("Egyptian", 0)
	if len(p.passages) != 1 || p.passages[0] != notes[3].Span {
		t.Errorf("the offer led to %v", p.passages)
	}
}

// What a note without Margin would ask for is not offered.
func TestPanel_NotesWithoutAMargin(t *testing.T) {
	p := noted(t, themed(t, look.Light), adrift(t, bundled(t)))
	p.Margin = nil
	win := open(t, p.Panel, 376, 1400)
	p.showNotes(adrift(t, bundled(t)))
	if got := all(p.Panel); strings.Contains(got, "Keep") || strings.Contains(got, "Move") || strings.Contains(got, "Set aside") {
		t.Errorf("it offers: %s", got)
	}
	win.Canvas().FocusNext()
}

// many returns an edition and n notes on it, one on each paragraph.
func many(t testing.TB, n int) (*annotations.Edition, []notes.Placed) {
	t.Helper()
	e := often(t, n)
	all := make([]notes.Placed, n)
	for i, para := range e.Article().Paragraphs() {
		if i < n {
			all[i] = notes.Placed{Note: notes.Note{
				ID: notes.ID(fmt.Sprintf("%06d", i)), Text: fmt.Sprintf("Note %d says what to look up, and compares #tag%d with another report.", i, i%20),
			}, Span: annotations.Span{Start: para.Start, End: para.Start + 29}}
		}
	}
	return e, all
}

// A list of ten thousand notes draws those in view, and what it measures at once does
// not grow with the list.
func TestPanel_ManyNotes(t *testing.T) {
	const n = 10_000
	e, notes := many(t, n)
	p := newRig(e, themed(t, look.Light))
	p.Margin = p
	queue := p.QueueHeights()
	p.showNotes(notes)
	win := open(t, p.Panel, 376, 772)
	p.OpenNotes()
	if rows := strings.Count(all(p.Panel), "The talks"); rows < 5 || rows > 30 {
		t.Errorf("%d rows are drawn", rows)
	}
	if p.Measured() > 400 {
		t.Errorf("%d rows are measured at once", p.Measured())
	}
	(<-queue)() // measured in the background
	if p.Measured() < n {
		t.Errorf("%d rows are measured", p.Measured())
	}
	win.Canvas().Focus(p.Search())
	test.Type(win.Canvas().Focused(), "Note 9876 ")
	if got := all(p.Panel); strings.Count(got, "The talks") != 1 || !strings.Contains(got, "¶9877") {
		t.Errorf("the search finds: %s", got)
	}
}

// The card of an entity has the notes that touch it or name it, and begins one on the
// current mention.
func TestPanel_MyNotes(t *testing.T) {
	all := uitest.Notes(t, bundled(t))
	p := noted(t, themed(t, look.Light), all)
	p.SetNoteKey("N")
	win := open(t, p.Panel, 376, 3000)
	all[3].Text = "Compare [[Egypt]]"
	p.showNotes(slices.Clone(all))
	p.ShowEntity("egypt", 0)
	if got := normal(textsOf(p)); !strings.Contains(got, "My notes 2 Add a note N") || !strings.Contains(got, "Compare [[Egypt]]") || !strings.Contains(got, "Egyptian and Qatari mediators helped") {
		t.Errorf("the card says: %s", got)
	}
	test.TapCanvas(win.Canvas(), labelled(t, p.Panel, "Add a note").middle())
	m, _ := p.session.Edition().Nth("egypt", 0)
	if want := fmt.Sprint("write ", m.Span); !slices.Equal(p.asked, []string{want}) {
		t.Errorf("asked for %q, want %q", p.asked, want)
	}
	test.AssertImageMatches(t, "mynotes.png", cut(win.Canvas().Capture(), tail(p), 3000))
	p.showNotes(all[:1])
	if got := normal(textsOf(p)); !strings.Contains(got, "My notes 0 Add a note") {
		t.Errorf("without notes the card says: %s", got)
	}
	p.ShowEntity("rubio", -1) // not named in the article
	if got := textsOf(p); strings.Contains(got, "My notes") {
		t.Errorf("a card without a place for a note says: %s", got)
	}
}

// tail is where the last section begins, in pixels.
func tail(p *rig) int {
	tops := sectionTops(p.Panel)
	return tops[len(tops)-3] // two more rules stand above the notes
}

func textsOf(p *rig) string { return all(p.Panel) }

// A note that was set aside is listed and can be given a place again.
func TestPanel_SetAside(t *testing.T) {
	all := adrift(t, bundled(t))
	all[2].Target.Aside, all[2].Offers = true, nil
	p := noted(t, themed(t, look.Light), slices.Clone(all))
	p.Chosen = func() annotations.Span { return annotations.Span{Start: 3, End: 9} }
	p.showNotes(slices.Clone(all))
	win := open(t, p.Panel, 376, 1400)
	if got := normal(textsOf(p)); !strings.Contains(got, "To look at 1") || !strings.Contains(got, "no progress was made set aside") {
		t.Errorf("the list says: %s", got)
	}
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "Move to the selection", 0).middle())
	if !slices.Equal(p.asked, []string{"move n5 {3 9}"}) {
		t.Errorf("asked for %q", p.asked)
	}
}

// Who points at a note in the text sees its row, though a filter has left it out.
func TestPanel_PointedAtIsShown(t *testing.T) {
	all := adrift(t, bundled(t))
	p := noted(t, themed(t, look.Light), slices.Clone(all))
	open(t, p.Panel, 376, 300)
	p.Type("warning")
	for _, c := range []struct {
		id    notes.ID
		words string
	}{{"n6", "Egyptian and Qatari"}, {"n5", "no progress was made"}} {
		p.update(func(s *session.State) { s.Note = c.id })
		y := find(t, p.Panel, c.words, 0).at.Y
		if c.id == "n6" {
			y = labelled(t, p.Panel, all[3].Target.Quote.Exact).at.Y
		}
		if y < 150 || y > 290 {
			t.Errorf("%s lies at %v", c.id, y)
		}
	}
}
