package page

import (
	"sidelight/ui/look"
)

// Format is the geometry of the page: how its text is set and where it stands.
type Format struct {
	Reading      look.Role
	Title        look.Role
	TitleCompact look.Role // of a title that would take more than two lines
	Standfirst   look.Role
	ParagraphGap float32 // between paragraphs, pixels
	Column       float32 // width of the text, pixels
	Left         float32 // distance of the text from the page's left edge, pixels
	Right        float32 // room at the right of the text beside an open panel, pixels
	Numbers      bool    // paragraph numbers in the gutter
	Names        bool    // the speakers' names in the gutter, right of the numbers
}

const (
	// gutter is the space at the right of the text in the design, pixels; the
	// scroll bar stands in it.
	gutter = 44
	// The least that gutters give way to a wide column, pixels: paragraph
	// numbers and voice bars stand in the left one.
	leastLeft, leastRight = 56, 40
	leastColumn           = 160
	namesLeft             = 200 // px at the left of the text that the speakers' names need
)

// FormatFor returns the format of a page of width pixels beside an open panel, in a
// window of windowWidth pixels, for a reader's setting. Width that column and
// gutters leave over is shared between both sides; a column that is too wide takes
// of the gutters first, then it gets narrower. When the panel closes, the caller
// keeps the format and widens the page: the text stays where it is.
func FormatFor(roles look.Roles, s look.Setting, windowWidth, width float32) Format {
	f, right := designed(roles, windowWidth)
	design := f.Reading.Size
	f.Reading = s.Reading(f.Reading)
	if f.Reading.Size != design {
		f.scale(f.Reading.Size / design)
	}
	f.Column = s.Column(f.Reading, f.Column, design)

	if f.Left+f.Column+right > width {
		f.Left, right = min(f.Left, leastLeft), min(right, leastRight)
	}
	f.Column, f.Right = max(min(f.Column, width-f.Left-right), leastColumn), right
	if spare := width - f.Left - f.Column - right; spare > 0 {
		f.Left += float32(int(spare / 2))
	}
	if windowWidth >= 1600 {
		f.Left = max(f.Left, min(namesLeft, width-f.Column-right))
		f.Names = f.Left >= namesLeft
	}
	return f
}

// designed returns the design's format for a window of a width in pixels, and the
// space at the right of the text in pixels.
func designed(roles look.Roles, windowWidth float32) (f Format, right float32) {
	f = Format{
		Reading: roles.Reading, Title: roles.Title, TitleCompact: roles.TitleCompact, Standfirst: roles.Standfirst,
		ParagraphGap: 18, Column: 580, Left: 64, Numbers: true,
	}
	switch {
	case windowWidth < 900:
		f.Reading, f.Title = set(roles.Reading, 18, 28), roles.TitleCompact
		f.ParagraphGap, f.Column, f.Left, f.Numbers = 16, 560, 32, false
		return f, 28
	case windowWidth < 1100:
		f.Reading, f.Title = set(roles.Reading, 18, 28), roles.TitleCompact
		f.ParagraphGap, f.Column, f.Left, f.Numbers = 16, 528, 40, false
		return f, 28
	case windowWidth >= 1600:
		f.Reading = set(roles.Reading, 20, 32)
		f.ParagraphGap, f.Column = 20, 640
		return f, 68
	}
	return f, gutter
}

// scale changes the sizes of title, standfirst and gaps by the same factor as the
// text's.
func (f *Format) scale(by float32) {
	for _, r := range []*look.Role{&f.Title, &f.TitleCompact, &f.Standfirst} {
		*r = r.At(float32(int(r.Size*by + 0.5)))
	}
	f.ParagraphGap = float32(int(f.ParagraphGap*by + 0.5))
}

func set(r look.Role, size, leading float32) look.Role {
	r.Size, r.Leading = size, leading
	return r
}
