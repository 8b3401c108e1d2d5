package reading_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
)

// TestDragSelectsAndCopies drags over words, copies them, and drops them.
func TestDragSelectsAndCopies(t *testing.T) {
	r, e, w := reader(t, look.Light)
	text := e.Article().Text
	from := strings.Index(text, "remains uncertain")
	span := annotations.Span{Start: from, End: from + len("remains uncertain")}
	box := r.Page().SpanRects(span)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page())
	end := at.AddXY(box.X+box.W-1, box.Y+box.H/2)
	before := r.Session().State().Selected
	test.Drag(w.Canvas(), end, box.W-2, 0) // which takes the point where a drag ends
	if got := e.Article().Slice(r.Page().Selection()); got != "remains uncertain" {
		t.Fatalf("the drag selected %q", got)
	}
	if r.Session().State().Selected != before {
		t.Error("the drag opened a card")
	}
	r.RunCommand(command.Copy)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "remains uncertain" {
		t.Errorf("copied %q", got)
	}
	r.RunCommand(command.CopyWithSource)
	want := "“remains uncertain”\nArticle’s own account, no source named\n" + e.Title() + ", ¶1"
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	r.RunCommand(command.Leave)
	if !r.Page().Selection().Empty() {
		t.Error("Esc keeps the selection")
	}
}

// TestKeysSelect selects from the mark that has the focus on.
func TestKeysSelect(t *testing.T) {
	r, e, _ := reader(t, look.Light)
	words := func() string { return e.Article().Slice(r.Page().Selection()) }
	r.RunCommand(command.NextMark)
	for range 2 {
		r.RunCommand(command.SelectNextWord)
	}
	if got := words(); got != "White House" {
		t.Errorf("two words on: %q", got)
	}
	r.RunCommand(command.SelectPrevious)
	if got := words(); got != "White Hous" {
		t.Errorf("one character back: %q", got)
	}
	r.RunCommand(command.SelectNextLine)
	if got := words(); !strings.HasPrefix(got, "White House has confirmed") {
		t.Errorf("one line on: %q", got)
	}
	r.RunCommand(command.SelectAll)
	if got, all := words(), strings.TrimSpace(e.Article().Text); got != all {
		t.Errorf("everything is %d bytes of %d", len(got), len(all))
	}
	r.RunCommand(command.SelectNextLine) // there is none
	if end := r.Page().Selection().End; end > len(e.Article().Text) {
		t.Errorf("the selection ends at byte %d", end)
	}
}
