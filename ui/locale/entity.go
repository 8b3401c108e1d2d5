package locale

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// Name returns what the reader calls an entity: its name, or for a quotation its
// words in quotation marks.
func Name(x *annotations.Entity) string {
	if first, _ := utf8.DecodeRuneInString(x.Name); x.Kind == annotations.Quote && !text.IsQuote(first) {
		return "“" + x.Name + "”"
	}
	return x.Name
}

// ShortName returns what the reader calls an entity where there is little room: its
// short name or, if it has none, its name.
func ShortName(x *annotations.Entity) string {
	if x.Short != "" {
		return x.Short
	}
	return Name(x)
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

// Passages counts n passages in words, as [Mentions] counts mentions.
func Passages(n int) string {
	if n == 1 {
		return X("passage", "1 passage")
	}
	return X("passages", "{{.Count}} passages", map[string]any{"Count": Count(n)})
}

// Claims counts n facts that a voice states in words, as [Mentions] counts mentions.
func Claims(n int) string {
	if n == 1 {
		return X("claim", "1 claim")
	}
	return X("claims", "{{.Count}} claims", map[string]any{"Count": n})
}

// Duration writes a time of n minutes: "42 min", "3 h 12 min".
func Duration(n int) string {
	words := map[string]any{"H": n / 60, "Min": n % 60}
	switch {
	case n < 60:
		return X("duration.min", "{{.Min}} min", words)
	case n%60 == 0:
		return X("duration.h", "{{.H}} h", words)
	}
	return X("duration", "{{.H}} h {{.Min}} min", words)
}

// Foreign says in which language an edition is written, if that is known and is not
// the language of the program's own words: "in English".
func Foreign(e *annotations.Edition) string {
	language, _, _ := strings.Cut(e.Language(), "-")
	if language == X("language", "en") {
		return ""
	}
	switch language {
	case "en":
		return X("language.en", "in English")
	case "de":
		return X("language.de", "in German")
	}
	return ""
}

// Publisher returns who published a source, or the title of a source whose
// publisher is unknown.
func Publisher(s *annotations.Source) string {
	if s.Publisher == "" {
		return s.Title
	}
	return s.Publisher
}

// Issued writes the date of a source in words, or as the edition has it if that is
// not a date; it is empty if the edition has none.
func Issued(s *annotations.Source) string {
	if s.Issued.IsZero() {
		return s.IssuedRaw
	}
	return Date(s.Issued)
}
