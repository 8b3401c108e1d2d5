package speech

import (
	"context"
	"strings"
	"unicode"
)

// Voice speaks.
type Voice interface {
	// Say speaks words and returns when it has spoken them, or soon after the context
	// is done: then it is silent. It is called on any goroutine, and one call at a time
	// is enough: a second one waits for the end of the first.
	Say(ctx context.Context, words string, how Manner) error
}

// Manner is how words are spoken.
type Manner struct {
	Rate     float64 // 1 is the usual speed of the voice, 2 is twice as fast
	Language string  // BCP 47, for example "en-US"; empty for the voice's own
}

// Rates returns the speeds to choose from, ascending. The usual one is 1.
func Rates() []float64 { return []float64{0.75, 1, 1.25, 1.5} }

// tag returns a language if it looks like one: it becomes an argument of a command, and
// it comes from a file.
func tag(language string) string {
	if len(language) > 35 || strings.HasPrefix(language, "-") || strings.ContainsFunc(language, func(r rune) bool {
		return r != '-' && (r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	}) {
		return ""
	}
	return language
}

// aLine returns words on one line, without what is obeyed rather than spoken.
func aLine(words string) string {
	return strings.Join(strings.FieldsFunc(words, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}
