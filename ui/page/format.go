package page

import (
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
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
	Wide         bool    // the margins of a wide window: headings of notes at the right
}

const (
	// gutter is the space at the right of the text in the design, pixels; the
	// scroll bar stands in it.
	gutter = 44
	// The least that gutters give way to a wide column, pixels: paragraph
	// numbers and voice bars stand in the left one.
	leastLeft, leastRight = 56, 40
	leastColumn           = 160
	// The room at the left of the text in which speakers are named, pixels: in the
	// margin of a wide window, and wherever else the column leaves it.
	namesWide, namesLeft = 200, 240
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
	if f.Wide = windowWidth >= 1600; f.Wide {
		f.Left = max(f.Left, min(namesWide, width-f.Column-right))
	}
	return f.At(f.Left)
}

// flow returns how the column of a text is set, without its title.
func (f Format) flow(r *look.Roles) flow.Format {
	x := &r.Fonts
	return flow.Format{
		Style: f.Reading.Style(), Width: f.Column, Gap: f.ParagraphGap,
		Faces: flow.Faces{
			Italic: x.Italic.Face, Strong: x.Strong.Face, StrongItalic: x.StrongItalic.Face,
			Mono: x.Mono.Face, Sans: x.Sans.Face, SansMedium: x.SansMedium.Face,
		},
	}
}

// At returns the format with its text at another distance from the page's left edge
// in pixels. The lines stay as they are; speakers are named where there is room.
func (f Format) At(left float32) Format {
	f.Left = left
	f.Names = left >= namesLeft || f.Wide && left >= namesWide
	return f
}

// Middle returns the distance of the text from the left edge of a page of width
// pixels in whose middle it stands.
func (f Format) Middle(width float32) float32 { return float32(int((width - f.Column) / 2)) }

// sameLines reports whether the text breaks into the same lines, at the same heights,
// in another format.
func (f Format) sameLines(g Format) bool {
	g.Numbers, g.Wide, g.Right = f.Numbers, f.Wide, f.Right
	return f.At(0) == g.At(0)
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
