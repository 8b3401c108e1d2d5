package reading_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
)

// TestKeysSelectToLineEnds: the end of a line stays on its line, so that the
// same key again leaves it, and the other one comes back.
func TestKeysSelectToLineEnds(t *testing.T) {
	r, e, _ := reader(t, look.Light)
	words := func() string { return e.Article().Slice(r.Page().Selection()) }
	r.RunCommand(command.SelectLineEnd)
	line := words()
	if !strings.HasPrefix(line, "The White House") || line != strings.TrimSpace(line) || strings.Count(line, " ") > 20 {
		t.Fatalf("to the end of the line: %q", line)
	}
	r.RunCommand(command.SelectLineEnd)
	if got := words(); got != line {
		t.Errorf("once more: %q", got)
	}
	r.RunCommand(command.SelectLineStart)
	if got := words(); got != "" {
		t.Errorf("back to its beginning: %q", got)
	}
}

// TestSourceIsOfTheWords: blanks at the ends of a selection are not quoted, and
// all its paragraphs are named.
func TestSourceIsOfTheWords(t *testing.T) {
	r, e, _ := reader(t, look.Light)
	a := e.Article()
	end := strings.Index(a.Text, "strategy.")
	r.Page().Select(annotations.Span{Start: end - 1, End: a.Paragraph(1).Start + len("The ")})
	r.RunCommand(command.CopyWithSource)
	want := "“" + strings.TrimSpace(a.Text[end:a.Paragraph(1).Start+len("The")]) + "”\nWriter’s inference; Article’s own account, no source named\n" + e.Title() + ", ¶1–2"
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
}

// TestSelectionStaysInView: each key brings the line that it reaches into view,
// and the page moves no farther than that.
func TestSelectionStaysInView(t *testing.T) {
	r, _, _ := reader(t, look.Light)
	p := r.Page()
	for range 40 {
		from := p.Place()
		r.RunCommand(command.SelectNextLine)
		end := p.Selection().End
		boxes := p.SpanRects(annotations.Span{Start: end - 2, End: end})
		if last := boxes[len(boxes)-1]; last.Y < 0 || last.Y+last.H > p.Size().Height {
			t.Fatalf("the selection ends at %v of %v, scrolled from %v", last, p.Size(), from)
		}
	}
	if p.Place().Offset <= 0 {
		t.Error("forty lines on the page has not moved")
	}
}
