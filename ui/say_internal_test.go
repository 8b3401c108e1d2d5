package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// A theme that a key chooses is named, at the foot of the panel, and the name goes
// after its time unless the pointer is on it.
func TestThemeIsNamed(t *testing.T) {
	d, w := atSample(t)
	queue := uitest.NewQueue()
	d.Do = queue.Do
	d.reader.RunCommand(command.NextTheme)
	w.Canvas().Capture()
	n := d.notice
	if n == nil || n.AccessibilityLabel() != "Dark" {
		t.Fatalf("%v is told, not the name of the theme", n)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(n)
	if at.X != 1280-376+24 || at.Y+n.Size().Height != 820-16 {
		t.Errorf("it stands at %v, %v high", at, n.Size().Height)
	}
	n.MouseIn(nil)
	n.expire()
	if !n.Visible() {
		t.Error("it goes from under the pointer")
	}
	if n.MouseOut(); n.Visible() {
		t.Error("it stays after its time when the pointer has gone")
	}

	d.setTheme(d.theme.Scheme())
	d.reader.RunCommand(command.TogglePanel)
	d.Say("check", "Copied")
	w.Canvas().Capture()
	at = fyne.CurrentApp().Driver().AbsolutePositionForObject(d.notice)
	if at.X+d.notice.Size().Width != 1280-16 {
		t.Errorf("without a panel it ends at %v", at.X+d.notice.Size().Width)
	}
	shown := d.notice
	queue.RunUntil(t, func() bool { return !shown.Visible() })
}

// Space shows what a mark is about right after Tab has reached it. Later it turns the
// page, as it does where no mark has the keyboard.
func TestSpacePagesUnlessTabHasJustReachedAMark(t *testing.T) {
	d, w := atSample(t)
	r := d.reader
	now := time.Now()
	r.marks.clock = func() time.Time { return now }
	w.Canvas().Capture()
	w.Canvas().Focus(r.page)
	press := func(k fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }

	press(fyne.KeyTab)
	press(fyne.KeySpace)
	if r.page.CardMention() == "" {
		t.Error("Space right after Tab shows no card")
	}
	press(fyne.KeyEscape)
	top := r.page.Place()
	now = now.Add(3 * time.Second)
	press(fyne.KeySpace)
	if r.page.CardMention() != "" || r.page.Place() == top {
		t.Error("Space long after Tab does not turn the page")
	}
	r.page.ScrollToY(0)
	r.session.Update(func(s *session.State) { s.Focused = annotations.MentionID(r.edition().Mentions()[0].ID) })
	press(fyne.KeySpace)
	if r.page.CardMention() != "" {
		t.Error("Space shows the card of a mark that Tab has not reached")
	}
}
