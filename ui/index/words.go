package index

import (
	"strings"

	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

// label returns the words of a row.
func (r row) label() string {
	switch r.part {
	case head:
		return locale.Kinds(r.kind)
	case entry:
		return r.name
	case speaker:
		return locale.Voice(r.voice)
	case own:
		return ownName()
	case caption:
		return locale.X("speaking", "Who is speaking")
	case nearly:
		return locale.X("finder.close", "Close to what you typed")
	case nothing:
		return locale.X("index.nothing", "No name is like that")
	}
	return ""
}

// ownName returns what the reader's highlights and notes are called.
func ownName() string { return locale.X("index.own", "Highlights and notes") }

// whole returns the words of a row, of an entity its whole name.
func (r row) whole() string {
	if r.part == entry {
		return r.full
	}
	return r.label()
}

// indexName returns what screen readers call the rail.
func indexName() string { return locale.X("index.name", "Index") }

// setText sets a text in a role at x, in the middle of a row that is height pixels
// high, and returns the width of the words in pixels.
func setText(t *canvas.Text, role look.Role, x, height float32) float32 {
	return lineText(t, role, x, 0, height)
}

// lineText is [setText] for a line of a row, which is height pixels high and begins y
// pixels below the top of the row. A text is placed once: one that moves away and back has
// the window drawn anew.
func lineText(t *canvas.Text, role look.Role, x, y, height float32) float32 {
	t.FontSource, t.TextSize = role.Resource, role.Size
	_, box := role.Face.Metrics(role.Size)
	w := role.Face.Width(t.Text, role.Size)
	control.Place(t, x, y+float32(int((height-box)/2+0.5)), w+1, box)
	return w
}

// endText is [setText] for words that end at x.
func endText(t *canvas.Text, role look.Role, x, height float32) float32 {
	return setText(t, role, x-role.Face.Width(t.Text, role.Size), height)
}

// cut returns s, with its end left out where it is wider than width pixels.
func cut(role look.Role, s string, width float32) string {
	s = typeset.Visible(s)
	if role.Face.Width(s, role.Size) <= width {
		return s
	}
	letters := []rune(s)
	for len(letters) > 0 && role.Face.Width(string(letters)+"…", role.Size) > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimSpace(string(letters)) + "…"
}

// cutLeft returns s, with its beginning left out where it is wider than width
// pixels.
func cutLeft(role look.Role, s string, width float32) string {
	letters := []rune(typeset.Visible(s))
	for len(letters) > 1 && role.Face.Width(string(letters), role.Size) > width {
		letters = letters[1:]
	}
	return string(letters)
}

// hidden says after the name of a layer that it is off.
func hidden(name string) string {
	return locale.X("index.hidden", "{{.Name}}, hidden", map[string]any{"Name": name})
}
