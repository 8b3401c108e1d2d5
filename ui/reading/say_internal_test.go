package reading

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/session"
)

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
	r.session.Update(func(s *session.State) { s.Focused = annotations.MentionID(r.edition().Mentions()[0].ID()) })
	press(fyne.KeySpace)
	if r.page.CardMention() != "" {
		t.Error("Space shows the card of a mark that Tab has not reached")
	}
}
