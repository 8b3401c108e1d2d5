package panel_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/field"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// draft is a note that is being written on the last of the words "last month".
func draft(t testing.TB, e *annotations.Edition) notes.Draft {
	t.Helper()
	return notes.Draft{Placed: uitest.Noted(t, e.Article(), "new", "last month", 0), New: true}
}

// showDraft shows the document with another draft, or none.
func (r *rig) showDraft(d *notes.Draft) {
	doc := r.session.Snapshot().Document
	doc.Revision++
	doc.Draft = d
	r.session.Show(doc)
}

// composing is a rig whose panel shows the note that is being written.
func composing(t testing.TB, roles look.Roles) *rig {
	t.Helper()
	r := noted(t, roles, uitest.Notes(t, uitest.Edition(t)))
	d := draft(t, r.session.Edition())
	r.showDraft(&d)
	r.update(func(s *session.State) { s.Turn(session.Writing, "") })
	return r
}

// store brings what was typed back as the shell does, once it is kept.
func (r *rig) store(kept bool) {
	d := *r.session.Snapshot().Draft
	d.Note, d.Kept = r.drafts[len(r.drafts)-1], kept
	r.showDraft(&d)
}

func TestPanel_WritingLooksAsDesigned(t *testing.T) {
	for name, c := range map[string]struct {
		scheme look.Scheme
		width  float32
	}{"writing-light": {look.Light, 376}, "writing-dark": {look.Dark, 360}} {
		p := composing(t, themed(t, c.scheme))
		win := open(t, p.Panel, c.width, 772)
		d := *p.session.Snapshot().Draft
		d.Text = "The article carries no date, so “last month” cannot be placed on its own. Compare with a dated report before quoting it."
		d.Tags, d.About, d.Kept = []string{"to check", "dates"}, []annotations.EntityID{"d-last-month", "us-hamas-talks"}, true
		d.ID = "other"
		p.showDraft(&d)
		win.Canvas().Focus(p.Area())
		test.AssertImageMatches(t, name+".png", win.Canvas().Capture())
	}
}

func TestPanel_TypedIsToldAndKept(t *testing.T) {
	p := composing(t, themed(t, look.Light))
	win := open(t, p.Panel, 376, 900)
	if win.Canvas().Focused() != fyne.Focusable(p.Area()) {
		t.Fatalf("the focus is on %T", win.Canvas().Focused())
	}
	test.Type(p.Area(), "Why #now? [[Hamas]]")
	last := p.drafts[len(p.drafts)-1]
	if len(p.drafts) != 19 || last.Text != "Why #now? [[Hamas]]" || last.ID != "new" {
		t.Errorf("told %d times, at last %+v", len(p.drafts), last)
	}
	labelled(t, p.Panel, "Take away the tag now")
	labelled(t, p.Panel, "Take away Hamas")
	if strings.Contains(all(p.Panel), "Draft kept") {
		t.Error("it says kept before it is")
	}
	p.store(true)
	if !strings.Contains(all(p.Panel), "Draft kept") {
		t.Errorf("it does not say that the draft is kept: %s", all(p.Panel))
	}
	test.Type(p.Area(), "!")
	p.store(false) // what is typed on meanwhile is not lost to it
	test.Type(p.Area(), "?")
	if got := p.Area().Text(); got != "Why #now? [[Hamas]]!?" || strings.Contains(all(p.Panel), "Draft kept") {
		t.Errorf("the box holds %q, and the panel says: %s", got, all(p.Panel))
	}
	if win.Canvas().Focused() != fyne.Focusable(p.Area()) {
		t.Errorf("the focus has gone to %T", win.Canvas().Focused())
	}

	p.store(true)
	p.OpenNotes()
	p.update(func(s *session.State) { s.Turn(session.Writing, "") })
	if got := p.Area().Text(); got != "Why #now? [[Hamas]]!?" {
		t.Errorf("coming back, the box holds %q", got)
	}
	elsewhere := *p.session.Snapshot().Draft
	elsewhere.Text = "changed by an undo"
	p.showDraft(&elsewhere)
	if got := p.Area().Text(); got != elsewhere.Text {
		t.Errorf("changed elsewhere, the box holds %q", got)
	}
}

func TestPanel_WritingByKey(t *testing.T) {
	p := composing(t, themed(t, look.Light))
	open(t, p.Panel, 376, 900)
	press := func(k fyne.KeyName) { p.Area().TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyEscape) // nothing is lost
	test.Type(p.Area(), "a")
	p.Area().TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	press(fyne.KeyEscape)
	if want := []string{"discard", "save"}; !slices.Equal(p.asked, want) {
		t.Errorf("asked for %q, want %q", p.asked, want)
	}
	if f := p.session.State().Panel.Face; f != session.Notes {
		t.Errorf("Esc with words leads to the face %d", f)
	}
	if !strings.Contains(all(p.Panel), "Go on with the note") {
		t.Errorf("the list does not offer the draft: %s", all(p.Panel))
	}
}

func TestPanel_OffersWhileTyping(t *testing.T) {
	p := composing(t, themed(t, look.Light))
	win := open(t, p.Panel, 376, 900)
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			p.Area().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	test.Type(p.Area(), "See #LE")
	if got := p.Offered(); !slices.Equal(got, []string{"lesson"}) || !p.Area().AcceptsTab() {
		t.Errorf("for #LE it offers %q", got)
	}
	press(fyne.KeyTab)
	test.Type(p.Area(), "and [[boe")
	if got := p.Offered(); len(got) == 0 || got[0] != "Adam Boehler" {
		t.Errorf("for [[boe it offers %q", got)
	}
	press(fyne.KeyReturn)
	if got := p.Area().Text(); got != "See #lesson and [[Adam Boehler]]" || p.Area().AcceptsTab() {
		t.Errorf("taken, the box holds %q", got)
	}
	test.Type(p.Area(), " #t")
	press(fyne.KeyDown, fyne.KeyEnter) // a tag of two words comes beside the text
	last := p.drafts[len(p.drafts)-1]
	if !slices.Equal(last.Tags, []string{"to check"}) || strings.Contains(last.Text, "#t") {
		t.Errorf("the draft has the tags %q and the text %q", last.Tags, last.Text)
	}
	test.Type(p.Area(), "[[h")
	if got := p.Offered(); got[0] != "Hamas" {
		t.Errorf("for [[h it offers %q first", got[0])
	}
	words := texts(p.Panel) // the offers are above all else
	row := words[len(words)-len(p.Offered())]
	test.TapCanvas(win.Canvas(), row.middle())
	if got := p.Area().Text(); !strings.HasSuffix(got, "]]") {
		t.Errorf("clicked, the box holds %q", got)
	}
	test.Type(p.Area(), " [[h")
	press(fyne.KeyEscape)
	if len(p.Offered()) > 0 || len(p.asked) > 0 {
		t.Errorf("Esc leaves %q open and asks for %q", p.Offered(), p.asked)
	}
	for range 100 {
		p.Area().TypedShortcut(&fyne.ShortcutUndo{})
	}
	if p.Area().Text() != "" {
		t.Errorf("undone, the box holds %q", p.Area().Text())
	}
}

func TestPanel_TagsAndNamesBesideTheText(t *testing.T) {
	p := composing(t, themed(t, look.Light))
	win := open(t, p.Panel, 376, 900)
	tap := func(label string) { test.TapCanvas(win.Canvas(), labelled(t, p.Panel, label).middle()) }
	typed := func(s string) {
		t.Helper()
		e, ok := win.Canvas().Focused().(*field.Entry)
		if !ok {
			t.Fatalf("the focus is on %T", win.Canvas().Focused())
		}
		test.Type(e, s)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	tap("Add a tag")
	typed("quite new")
	tap("Add a tag")
	typed("nu") // the offer is taken
	tap("Add a name")
	typed("gaza")
	last := p.drafts[len(p.drafts)-1]
	if !slices.Equal(last.Tags, []string{"quite new", "numbers"}) || !slices.Equal(last.About, []annotations.EntityID{"gaza-strip"}) {
		t.Errorf("the draft has the tags %q, and is about %v", last.Tags, last.About)
	}
	test.Type(p.Area(), "x #numbers [[Gaza]]")
	tap("Take away the tag numbers")
	tap("Take away Gaza Strip")
	last = p.drafts[len(p.drafts)-1]
	if last.Text != "x numbers Gaza" || len(last.About) > 0 || !slices.Equal(last.Tags, []string{"quite new"}) || p.Area().Text() != last.Text {
		t.Errorf("without them the draft is %+v", last)
	}
	styles := labelled(t, p.Panel, "Style: Marker")
	test.TapCanvas(win.Canvas(), styles.at.AddXY(2*40+10, 10))
	if last = p.drafts[len(p.drafts)-1]; last.Style != notes.Wave || !strings.Contains(all(p.Panel), "Wave") {
		t.Errorf("the style is %v", last.Style)
	}
	tap("Cancel")
	if !slices.Equal(p.asked, []string{"discard"}) {
		t.Errorf("asked for %q", p.asked)
	}
}

// The faces of notes keep their order at any width, and follow the theme.
func TestPanel_NoteFacesFitAndFollowTheTheme(t *testing.T) {
	e := bundled(t)
	for name, show := range map[string]func(look.Roles) *rig{
		"list":    func(r look.Roles) *rig { return noted(t, r, uitest.Notes(t, e)) },
		"tray":    func(r look.Roles) *rig { return noted(t, r, adrift(t, e)) },
		"writing": func(r look.Roles) *rig { return composing(t, r) },
	} {
		p := show(themed(t, look.Light))
		win := open(t, p.Panel, 376, 700)
		for _, size := range []fyne.Size{{Width: 280, Height: 88}, {Width: 280, Height: 600}, {Width: 900, Height: 700}, {Width: 376, Height: 700}} {
			win.Resize(size)
			win.Canvas().Capture()
			uitest.NoNegativeSizes(t, p.Panel)
			for _, d := range texts(p.Panel) {
				if size.Height > 88 && d.at.X+d.Size().Width > size.Width+1 { // else nothing is in view
					t.Errorf("%s, %v wide: %q ends at %v", name, size.Width, wordsOf(d), d.at.X+d.Size().Width)
				}
			}
		}
		win.Canvas().Unfocus()
		dark, err := look.New(look.Dark)
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(dark)
		got := win.Canvas().Capture()
		fresh := show(dark.Roles())
		other := open(t, fresh.Panel, 376, 700)
		other.Canvas().Unfocus()
		if n := differing(got, other.Canvas().Capture()); n > 0 {
			t.Errorf("%s: %d pixels differ from a panel made in the new theme", name, n)
		}
	}
}
