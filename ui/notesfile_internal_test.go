package ui

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/export"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
	"sidelight/ui/locale"
	"sidelight/ui/uitest"
)

// Each form that the menu offers can be written, and has the words of the note in it.
func TestEveryFormatOfNotesIsWritten(t *testing.T) {
	e := uitest.Edition(t)
	span := annotations.Span{Start: 0, End: len("The")}
	set := notes.NewSet([]notes.Placed{{Note: notes.Note{ID: "n1", Text: "mindful words"}, Span: span}})
	sheet := margin.New(e, set, margin.Options{})
	for _, f := range export.Formats() {
		var out strings.Builder
		if err := f.Write(&out, e, notesIn(f, sheet), locale.Page(), sheet.Updated); err != nil || !strings.Contains(out.String(), "mindful words") {
			t.Errorf("%s: %v, %d bytes without the note", f.Name, err, out.Len())
		}
	}
}
