package pattern

import "sidelight/annotations"

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
