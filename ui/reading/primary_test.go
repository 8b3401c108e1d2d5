package reading_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations"
	"sidelight/ui/field"
	"sidelight/ui/look"
)

// shared is a selection that programs share.
type shared struct{ words string }

func (s *shared) Selection() string   { return s.words }
func (s *shared) Select(words string) { s.words = words }

// What is selected on the page becomes the selection of the desktop, and the middle
// button inserts that where a field is clicked. Nothing happens where there is none.
func TestPrimarySelection(t *testing.T) {
	r, e, _ := reader(t, look.Light)
	entry := r.Field().(*field.Entry)
	middle := func() {
		entry.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonTertiary, PointEvent: fyne.PointEvent{}})
	}
	if middle(); entry.Text != "" {
		t.Errorf("without a selection the field has %q", entry.Text)
	}
	s := &shared{"from elsewhere"}
	r.SetPrimary(s)
	if middle(); entry.Text != "from elsewhere" {
		t.Errorf("the field has %q", entry.Text)
	}
	entry.SetText("")
	p := e.Article().Paragraph(0)
	r.Page().Select(annotations.Span{Start: p.Start, End: p.Start + 9})
	if want := e.Article().Text[p.Start : p.Start+9]; s.words != want {
		t.Errorf("selected is %q, want %q", s.words, want)
	}
	r.Page().Select(annotations.Span{})
	if s.words == "" {
		t.Error("to select nothing empties the desktop's selection")
	}
	entry.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if entry.Text != "" {
		t.Errorf("the first button inserts %q", entry.Text)
	}
}
