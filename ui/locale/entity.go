package locale

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
)

// Name is what an entity is called: a quotation by its words, in quotation marks.
func Name(x *annotations.Entity) string {
	if first, _ := utf8.DecodeRuneInString(x.Name); x.Kind == annotations.Quote && !strings.ContainsRune(`"“”„«»`, first) {
		return "“" + x.Name + "”"
	}
	return x.Name
}

// Mentions counts mentions: "3 mentions". The singular is a key of its own: the
// toolkit reports an error for every plural whose forms have not been translated.
func Mentions(n int) string {
	if n == 1 {
		return X("mention", "1 mention")
	}
	return X("mentions", "{{.Count}} mentions", map[string]any{"Count": n})
}
