package prose

import (
	"strings"

	"sidelight/ui/look"
)

// FirstWords returns as many whole words from the beginning of a text as fit into
// width pixels.
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

// LastWords returns as many whole words from the end of a text as fit into width
// pixels.
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
