package panel

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

// placeWords says which of n mentions is the current one, by its index: "2 of 3". If
// none is, it counts the mentions: "3 mentions".
func placeWords(mention, n int) string {
	switch {
	case n == 0:
		return locale.X("panel.not-mentioned", "not named")
	case n == 1 || mention < 0:
		return locale.Mentions(n)
	}
	return locale.X("panel.place", "{{.At}} of {{.Count}}", map[string]any{"At": mention + 1, "Count": n})
}

// paragraphSign returns the number of the paragraph in which a span begins: "¶5".
func paragraphSign(a *annotations.Article, s annotations.Span) string {
	return "¶" + strconv.Itoa(a.SignAt(s.Start))
}

// unbroken returns words with blanks at which no line ends.
func unbroken(words string) string { return strings.ReplaceAll(words, " ", "\u00a0") }

// shortDate writes a date for a column that is width pixels wide: months are cut to
// three letters beside a day, and where the whole month would not fit.
func shortDate(d annotations.Date, role look.Role, width float32) string {
	full := locale.Date(d)
	if strings.Count(full, " ") < 2 && role.Face.Width(full, role.Size) <= width {
		return full
	}
	return locale.ShortDate(d)
}
