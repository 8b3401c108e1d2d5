package page

import (
	"sidelight/ui/look"
)

// Format is the geometry of the page: how its text is set and where it stands.
type Format struct {
	Reading      look.Role
	Title        look.Role
	ParagraphGap float32 // between paragraphs, pixels
	Column       float32 // width of the text, pixels
	Left         float32 // distance of the text from the page's left edge, pixels
	Numbers      bool    // paragraph numbers in the gutter
	Names        bool    // the speakers' names in the gutter, right of the numbers
}

// gutter is the least space at the right of the text, pixels; the scroll bar
// stands in it.
const gutter = 44

// FormatFor is the format of a page of width pixels beside an open panel, in a
// window of windowWidth pixels (design section 3). The width that column and
// gutters leave over is shared between both sides. When the panel closes, the
// caller keeps the format and widens the page, so that the text stays put.
func FormatFor(roles look.Roles, windowWidth, width float32) Format {
	f := Format{
		Reading: roles.Reading, Title: roles.Title,
		ParagraphGap: 18, Column: 580, Left: 64, Numbers: true,
	}
	right := float32(gutter)
	switch {
	case windowWidth < 900:
		f.Reading, f.Title = set(roles.Reading, 18, 28), roles.TitleCompact
		f.ParagraphGap, f.Left, f.Numbers, right = 16, 32, false, 28
		f.Column = min(560, width-f.Left-right)
	case windowWidth < 1100:
		f.Reading, f.Title = set(roles.Reading, 18, 28), roles.TitleCompact
		f.ParagraphGap, f.Column, f.Left, f.Numbers, right = 16, 528, 40, false, 28
	case windowWidth >= 1600:
		f.Reading = set(roles.Reading, 20, 32)
		f.ParagraphGap, f.Column, right = 20, 640, 68
	}
	f.Column = max(min(f.Column, width-f.Left-right), 160)
	if spare := width - f.Left - f.Column - right; spare > 0 {
		f.Left += float32(int(spare / 2))
	}
	if windowWidth >= 1600 {
		f.Left = max(f.Left, min(namesLeft, width-f.Column-right))
		f.Names = f.Left >= namesLeft
	}
	return f
}

func set(r look.Role, size, leading float32) look.Role {
	r.Size, r.Leading = size, leading
	return r
}
