package prose

import (
	"sort"
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

// CutMiddle returns a text that takes at most so many lines at a width in pixels. Of
// one that needs more, as much as fits is left at either end of an ellipsis: a little
// more before it, where an address has its host.
func CutMiddle(role look.Role, text string, lines int, width float32) string {
	over := func(text string) bool {
		t := NewText(role, look.ColorText, text)
		return t.HeightFor(width) > float32(lines)*role.Leading
	}
	if !over(text) {
		return text
	}
	all := []rune(text)
	cut := func(left int) string {
		tail := left * 2 / 5
		return strings.TrimRight(string(all[:left-tail]), " ") + "…" + strings.TrimLeft(string(all[len(all)-tail:]), " ")
	}
	left := sort.Search(len(all), func(n int) bool { return over(cut(n)) })
	return cut(max(left-1, 0))
}
