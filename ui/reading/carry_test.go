package reading_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

func copied() string { return fyne.CurrentApp().Clipboard().Content() }

// TestCopyTakesWhatHasTheKeyboard: the selected words, else the chosen result, else
// the row with the focus.
func TestCopyTakesWhatHasTheKeyboard(t *testing.T) {
	r, e, w := reader(t, look.Light)
	w.Canvas().Capture()
	for key, copy := range map[string]fyne.Shortcut{
		"the source": command.Named(fyne.KeyC, fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift).Shortcut(),
		"":           &fyne.ShortcutCopy{},
	} {
		r.RunCommand(command.Search)
		w.Canvas().Capture()
		uitest.TypeIn(w, "boehler")
		w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(copy)
		if got := copied(); !strings.HasPrefix(got, "Adam Boehler") || (key != "") != strings.Contains(got, e.Title()) {
			t.Errorf("with %q, the result is copied as %q", key, got)
		}
		uitest.Press(w, fyne.KeyEscape)
	}
	text := e.Article().Text
	i := strings.Index(text, "no progress was made")
	r.Page().Select(annotations.Span{Start: i, End: i + len("no progress was made")})
	if r.RunCommand(command.Copy); copied() != "no progress was made" {
		t.Errorf("the selected words are copied as %q", copied())
	}
}

// TestTrayCollects three pieces, shows how many they are, and copies them as a list.
func TestTrayCollects(t *testing.T) {
	r, e, w := reader(t, look.Light)
	w.Canvas().Capture()
	words := []string{"no progress was made", "talk to anyone", "approximately 24"}
	for _, s := range words {
		i := strings.Index(e.Article().Text, s)
		r.Page().Select(annotations.Span{Start: i, End: i + len(s)})
		r.RunCommand(command.Collect)
	}
	if got := copied(); strings.Count(got, "\n\n") != 2 || !strings.Contains(got, words[0]) {
		t.Errorf("what was collected is not on the clipboard: %q", got)
	}
	w.Canvas().Capture()
	if !uitest.Shows(w, "3") {
		t.Error("the number of pieces is not shown")
	}
	r.RunCommand(command.ShowTray)
	w.Canvas().Capture()
	tapOnCard(t, w, "Copy all")
	got := copied()
	for _, s := range words {
		if !strings.Contains(got, "“"+s+"”") {
			t.Errorf("%q is not in what was copied:\n%s", s, got)
		}
	}
	if strings.Count(got, e.Title()) != 3 {
		t.Errorf("not each piece has its source:\n%s", got)
	}
	r.RunCommand(command.ShowTray)
	w.Canvas().Capture()
	tapOnCard(t, w, "Empty")
	if r.RunCommand(command.ShowTray); w.Canvas().Overlays().Top() != nil {
		t.Error("an empty tray has a card")
	}
}

// tapOnCard taps the button of a name on the card that floats over the window.
func tapOnCard(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	done := false
	uitest.Each(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*control.Text); ok && b.AccessibilityLabel() == name && !done {
			done = true
			test.Tap(b)
		}
	})
	if !done {
		t.Fatalf("there is no button %q", name)
	}
}

// TestThreeQuotationsInSixSteps: a click on each and a key, and they can be pasted with
// who said them.
func TestThreeQuotationsInSixSteps(t *testing.T) {
	r, e, w := reader(t, look.Light)
	w.Canvas().Capture()
	n := 0
	for _, m := range e.Mentions() {
		x, _ := e.Entity(m.Entity)
		if x.Words == nil || x.Words.Published == "" || n == 3 {
			continue
		}
		n++
		r.Page().ScrollToSpan(m.Span)
		w.Canvas().Capture()
		r.Session().Update(func(s *session.State) { s.Select(m.Entity, m.ID()) }) // as a click on it does
		w.Canvas().Focus(r.Page())
		r.RunCommand(command.Collect)
		got := copied()
		if !strings.Contains(got, strings.Trim(e.Article().Slice(m.Span), `"”“`)) || !strings.Contains(got, x.Words.Setting) {
			t.Errorf("%s is collected as %q", m.ID(), got)
		}
	}
	if got := copied(); strings.Count(got, e.Title()) != 3 {
		t.Errorf("three quotations with their sources are %q", got)
	}
}

// TestCopyTakesTheRowThatWasClicked: a click leaves the keyboard nowhere, and the keys
// that copy mean what was clicked.
func TestCopyTakesTheRowThatWasClicked(t *testing.T) {
	r, e, w := reader(t, look.Light)
	w.Canvas().Capture()
	r.Session().Update(func(s *session.State) { // as a click on its row in the index does
		m, _ := e.FirstNamed("adam-boehler")
		s.Select("adam-boehler", m.ID())
	})
	w.Canvas().Unfocus()
	w.Canvas().Capture()
	if r.RunCommand(command.CopyWithSource); !strings.HasPrefix(copied(), "Adam Boehler\n") {
		t.Errorf("after a click on its row, the entity is copied as %q", copied())
	}
	facts := e.FactsOf("adam-boehler", annotations.InArticle)
	tapNamed(t, w, facts[1].Text)
	w.Canvas().Unfocus()
	if r.RunCommand(command.Copy); copied() != facts[1].Text {
		t.Errorf("after a click on a fact, %q is copied", copied())
	}
	w.Canvas().Focus(r.Field())
	if r.RunCommand(command.Copy); copied() != facts[1].Text {
		t.Errorf("from an empty search, %q is copied", copied())
	}
}

// TestEscDropsTheWordsOfACard before it closes the card.
func TestEscDropsTheWordsOfACard(t *testing.T) {
	r, _, w := reader(t, look.Light)
	r.Session().Update(func(s *session.State) { s.Select("adam-boehler", "") })
	w.Canvas().Capture()
	uitest.Each(w.Content(), func(o fyne.CanvasObject) {
		if p, ok := o.(*panel.Panel); ok { // over the name
			p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(346, 97)}, Dragged: fyne.Delta{DX: 320, DY: 5}})
			p.DragEnd()
		}
	})
	if r.RunCommand(command.Copy); !strings.Contains(copied(), "Adam Boehler") {
		t.Fatalf("the drag selects %q", copied())
	}
	if r.RunCommand(command.Leave); r.Session().State().Selected == "" {
		t.Error("Esc closes the card while its words are selected")
	}
	if r.RunCommand(command.Leave); r.Session().State().Selected != "" {
		t.Error("Esc keeps the card when no words are selected any more")
	}
}
