package flow

import (
	"image"

	"sidelight/annotations"
)

// pictureFrame is the frame of a picture: of one without words the picture is its only
// line, of one with words they stand below it.
func (s *setting) pictureFrame(b annotations.Block) Frame {
	f := &s.format
	_, height := s.pictureSize(b.Picture)
	out := Frame{Style: f.Style, Before: f.Gap, After: f.px(22)}
	if b.Empty() {
		out.Style.Leading = height
		return out
	}
	out.Style, out.Top, out.Muted = f.style(f.Faces.Sans, 13, 19), height+f.px(8), true
	return out
}

// missing is the height of the box in place of a picture that cannot be shown.
const missing = 120

// Sizes are the sizes of pictures in pixels, where the article does not give them.
type Sizes map[*annotations.Picture]image.Point

// PictureSize is how large a picture is drawn, in pixels: as wide as the column at
// most and never enlarged.
func (c *Column) PictureSize(p *annotations.Picture) (width, height float32) {
	return c.layout.pictureSize(p)
}

func (s *setting) pictureSize(p *annotations.Picture) (width, height float32) {
	size := image.Pt(p.Width, p.Height)
	if size.X <= 0 || size.Y <= 0 {
		size = s.sizes[p]
	}
	room := s.format.Width
	if p.Load == nil || size.X <= 0 || size.Y <= 0 {
		return room, s.format.px(missing)
	}
	width, height = float32(size.X), float32(size.Y)
	if width > room {
		width, height = room, height*room/width
	}
	return width, max(float32(int(height+0.5)), 1)
}

// SetSizes tells the sizes of pictures that were not known. The article is to be set
// again.
func (c *Column) SetSizes(sizes Sizes) { c.sizes = sizes }
