package reading

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// Screen readers hear what is selected, from the root and from the page.
func TestSelectionHasAName(t *testing.T) {
	uitest.App(t, look.Light)
	theme, err := look.New(look.Light)
	if err != nil {
		t.Fatal(err)
	}
	e := uitest.Edition(t)
	r, err := New(theme)
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: e})
	s := newStatus(r)
	check := func(what fyne.Accessible, want string) {
		t.Helper()
		if got := what.AccessibilityLabel(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(s, "Nothing is selected")
	check(r.page, e.Title())
	uitest.Select(r.session, "adam-boehler", 0)
	check(s, "Selected: Adam Boehler, Person, 1 mention")
	check(r.page, "Adam Boehler, Person, 1 mention")
	// The mark that the keyboard is at comes first.
	r.page.FocusGained()
	hamas := e.MentionsOf("hamas")[0]
	r.session.Update(func(s *session.State) { s.Focused = hamas.ID() })
	check(r.page, "Hamas, Organisation, 14 mentions")
	check(s, "Selected: Adam Boehler, Person, 1 mention")
}
