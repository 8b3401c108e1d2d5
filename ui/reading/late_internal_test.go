package reading

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/field"
	"sidelight/ui/look"
)

// The first picture of an article does not wait for what it does not show. What is made
// later is made once, and has what the reader's own fields have.
func TestWhatIsNotShownIsMadeLater(t *testing.T) {
	r, _, _ := five(t, look.Light, 1280, 820)
	if r.find.bar != nil || r.search.palette != nil || r.looks.settings != nil || r.sheet != nil {
		t.Fatal("what is not shown is made")
	}
	for _, c := range []struct {
		id     command.ID
		made   func() any
		typing func() fyne.Focusable // nil where nothing is typed
	}{
		{command.Find, func() any { return r.find.bar }, func() fyne.Focusable { return r.find.bar.FocusTarget() }},
		{command.Search, func() any { return r.search.palette }, func() fyne.Focusable { return r.search.palette.FocusTarget() }},
		{command.Settings, func() any { return r.looks.settings }, nil},
	} {
		r.commands.Run(c.id)
		first := c.made()
		if c.typing != nil {
			if e, ok := c.typing().(*field.Entry); !ok || e.OnMenu == nil || e.OnMiddle == nil {
				t.Errorf("%s: the field has no menu", c.id)
			}
		}
		r.commands.Run(command.Leave)
		if r.commands.Run(c.id); c.made() != first {
			t.Errorf("%s: made twice", c.id)
		}
		r.commands.Run(command.Leave)
	}
}
