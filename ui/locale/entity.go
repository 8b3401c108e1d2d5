package locale

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
)

// Name returns what the reader calls an entity: its name, or for a quotation its
// words in quotation marks.
func Name(x *annotations.Entity) string {
	if first, _ := utf8.DecodeRuneInString(x.Name); x.Kind == annotations.Quote && !strings.ContainsRune(`"“”„«»`, first) {
		return "“" + x.Name + "”"
	}
	return x.Name
}

// Mentions counts n mentions in words: "3 mentions". The singular has a key of its
// own, because the toolkit logs an error for each plural form that a catalogue
// lacks.
func Mentions(n int) string {
	if n == 1 {
		return X("mention", "1 mention")
	}
	return X("mentions", "{{.Count}} mentions", map[string]any{"Count": n})
}
