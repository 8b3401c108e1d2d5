package pattern

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/prose"
)

// VoiceIcon returns the name of a voice's icon, to be drawn by look.Icon.
func VoiceIcon(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return "quotes"
	case annotations.Official:
		return "bank"
	case annotations.Unnamed:
		return "user-circle-dashed"
	case annotations.Inference:
		return "pen-nib"
	}
	return "article"
}

// InLine makes a block of a sample of a kind, width pixels wide, for a line that is
// height pixels high. The sample stands at the left of the block, half way up.
func InLine(k annotations.Kind, width, height float32) prose.Block {
	s := NewSample(k, width)
	return prose.NewDrawing(height, func(fyne.Size) {
		s.Move(fyne.NewPos(0, (height-Height)/2))
		s.Resize(s.MinSize())
	}, func() {}, s)
}

// VoiceInLine makes a block of a sample of a voice for a line that is height pixels
// high. The sample stands in the middle of the block.
func VoiceInLine(v annotations.Voice, height float32) prose.Block {
	s := NewVoice(v)
	return prose.NewDrawing(height, func(size fyne.Size) {
		s.Move(fyne.NewPos((size.Width-VoiceWidth)/2, float32(int(height-VoiceHeight)/2)))
		s.Resize(s.MinSize())
	}, func() {}, s)
}
