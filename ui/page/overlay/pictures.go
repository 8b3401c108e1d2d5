package overlay

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// Measures of a picture that cannot be shown, in pixels.
const (
	pictureRadius = 6
	pictureIcon   = 18
	picturePad    = 16
	altLines      = 3
)

// Pictures are the pictures of the article, or a box with what they show where they
// cannot be shown.
type Pictures struct {
	None
	*Sheet
	// Image returns a picture; nil while it is not at hand, with whether it never will
	// be.
	Image func(*annotations.Picture) (img image.Image, failed bool)
}

// Under draws the picture of a line.
func (x *Pictures) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	b := now.Edition.Article().Block(l.Block)
	if b.Picture == nil || !l.Opens {
		return nil
	}
	width, height := x.Column.PictureSize(b.Picture)
	top := l.Y
	if !b.Empty() { // its words stand below it
		top -= x.Column.Frame(l.Block).Top
	}
	img, failed := x.Image(b.Picture)
	if img != nil {
		o := canvas.NewImageFromImage(img)
		o.FillMode, o.ScaleMode, o.CornerRadius = canvas.ImageFillStretch, canvas.ImageScaleSmooth, pictureRadius
		o.Move(fyne.NewPos(l.Margin, top))
		o.Resize(fyne.NewSize(width, height))
		return []fyne.CanvasObject{o}
	}
	box := x.rectangle(l.Margin, top, width, top+height, look.Of(look.ColorSurface))
	box.CornerRadius = pictureRadius
	if !failed {
		return []fyne.CanvasObject{box}
	}
	return append([]fyne.CanvasObject{box}, x.described(b, l.Margin, top, width, height)...)
}

// described is what stands in the box of a picture that cannot be shown.
func (x *Pictures) described(b annotations.Block, left, top, width, height float32) []fyne.CanvasObject {
	icon := look.NewSign()
	look.ShowIcon(icon, "image", look.ColorTextFaint)
	words := prose.NewText(x.Roles.UI, look.ColorTextMuted, b.Picture.Alt)
	words.SetMaxLines(altLines)
	room := max(width-2*picturePad, 0)
	high := words.HeightFor(room)
	if b.Picture.Alt == "" || !b.Empty() || height < high+pictureIcon+2*picturePad {
		high = 0
	}
	y := top + float32(int((height-pictureIcon-high)/2))
	icon.Move(fyne.NewPos(left+picturePad, y))
	icon.Resize(fyne.NewSquareSize(pictureIcon))
	if high == 0 {
		icon.Move(fyne.NewPos(left+float32(int((width-pictureIcon)/2)), y))
		return []fyne.CanvasObject{icon}
	}
	words.Move(fyne.NewPos(left+picturePad, y+pictureIcon+6))
	words.Resize(fyne.NewSize(room, high))
	return []fyne.CanvasObject{icon, words}
}
