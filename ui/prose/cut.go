package prose

import (
	"sort"
	"strings"

	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

// aLine is about as many bytes of a text as stand on a line: of a longer text no more than
// that is measured at first.
const aLine = 64

// FirstWords returns as many whole words from the beginning of a text as fit into
// width pixels.
func FirstWords(role look.Role, text string, width float32) string {
	for n := aLine; ; n *= 2 {
		part := text
		if n < len(text) {
			if k := strings.IndexByte(text[n:], ' '); k >= 0 {
				part = text[:n+k]
			}
		}
		line, fit := onOne(role, part), 0
		for i := 1; i <= len(part); i++ {
			if i < len(part) && part[i] != ' ' {
				continue
			}
			if line.Reach(i) > width {
				return strings.TrimRight(part[:fit], " ")
			}
			fit = i
		}
		if len(part) == len(text) {
			return strings.TrimRight(text, " ")
		}
	}
}

// LastWords returns as many whole words from the end of a text as fit into width
// pixels.
func LastWords(role look.Role, text string, width float32) string {
	text = strings.TrimRight(text, " ")
	for n := aLine; ; n *= 2 {
		part := text
		if n < len(text) {
			part = text[strings.LastIndexByte(text[:len(text)-n], ' ')+1:]
		}
		line, fit := onOne(role, part), len(part)
		for i := len(part) - 1; i >= 0; i-- {
			if i > 0 && part[i-1] != ' ' {
				continue
			}
			if line.Width-line.Reach(i) > width {
				return part[fit:]
			}
			fit = i
		}
		if len(part) == len(text) {
			return text
		}
	}
}

// onOne sets a text, as it stands, on one line.
func onOne(role look.Role, text string) typeset.Line {
	style := role.Style()
	style.Straight = true
	return typeset.NewText(text, 0, style).Break(1 << 20)[0]
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
