package pattern

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/prose"
)

// VoiceIcon is the name of the icon of a voice, for look.Icon.
func VoiceIcon(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return "quotes"
	case annotations.Official:
		return "bank"
	case annotations.Anonymous:
		return "user-circle-dashed"
	case annotations.Inference:
		return "pen-nib"
	}
	return "article"
}

// InLine is the sample of a kind, width pixels wide, at the left of a line that
// is height pixels high, and in its middle.
func InLine(k annotations.Kind, width, height float32) prose.Block {
	s := NewSample(k, width)
	return prose.NewDrawing(height, func(fyne.Size) {
		s.Move(fyne.NewPos(0, (height-Height)/2))
		s.Resize(s.MinSize())
	}, func() {}, s)
}

// VoiceInLine is the bar of a voice in the middle of a line that is height pixels
// high.
func VoiceInLine(v annotations.Voice, height float32) prose.Block {
	s := NewVoice(v)
	return prose.NewDrawing(height, func(size fyne.Size) {
		s.Move(fyne.NewPos((size.Width-VoiceWidth)/2, float32(int(height-VoiceHeight)/2)))
		s.Resize(s.MinSize())
	}, func() {}, s)
}
