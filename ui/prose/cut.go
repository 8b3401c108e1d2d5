package prose

import (
	"strings"

	"sidelight/ui/look"
)

// FirstWords is as much of the beginning of text as fits width pixels, in whole words.
func FirstWords(role look.Role, text string, width float32) string {
	fit := ""
	for i := 1; i <= len(text); i++ {
		if i < len(text) && text[i] != ' ' {
			continue
		}
		if role.Face.Width(text[:i], role.Size) > width {
			break
		}
		fit = text[:i]
	}
	return strings.TrimRight(fit, " ")
}

// LastWords is as much of the end of text as fits width pixels, in whole words.
func LastWords(role look.Role, text string, width float32) string {
	text = strings.TrimRight(text, " ")
	fit := ""
	for i := len(text) - 1; i >= 0; i-- {
		if i > 0 && text[i-1] != ' ' {
			continue
		}
		if role.Face.Width(text[i:], role.Size) > width {
			break
		}
		fit = text[i:]
	}
	return fit
}
