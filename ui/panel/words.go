package panel

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

// placeWords is where the reader is among n mentions: "2 of 3", "3 mentions".
func placeWords(mention, n int) string {
	switch {
	case n == 0:
		return locale.X("panel.not-mentioned", "not named")
	case n == 1 || mention < 0:
		return locale.Mentions(n)
	}
	return locale.X("panel.place", "{{.At}} of {{.Count}}", map[string]any{"At": mention + 1, "Count": n})
}

// paragraphSign is "¶5" for the paragraph in which the span begins.
func paragraphSign(a *annotations.Article, s annotations.Span) string {
	return "¶" + strconv.Itoa(a.Paragraphs[a.ParagraphAt(s.Start)].Number)
}

// unbroken is the words with blanks at which no line ends.
func unbroken(words string) string { return strings.ReplaceAll(words, " ", "\u00a0") }

// shortDate is the date in words for a column that is width pixels wide: months
// are cut to three letters beside a day and where the whole would not fit.
func shortDate(d annotations.Date, role look.Role, width float32) string {
	full := locale.Date(d)
	if strings.Count(full, " ") < 2 && role.Face.Width(full, role.Size) <= width {
		return full
	}
	return locale.ShortDate(d)
}
