package markup

import (
	"strings"

	"sidelight/annotations/lazy"
)

// isoDate is how a date begins that is also one in EDTF.
var isoDate = lazy.Regexp{Source: `^(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T ])`}

// Date returns a date in EDTF, or words that are no such date as they are.
func Date(s string) string {
	if d := isoDate.Get().FindStringSubmatch(s); d != nil {
		return d[1] + "-" + d[2] + "-" + d[3]
	}
	return s
}

// bcp47 is how the name of a language looks.
var bcp47 = lazy.Regexp{Source: `^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`}

// Language returns the name of a language in BCP 47, or "" for what is none.
func Language(s string) string {
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "_", "-"), ",")
	if s = strings.TrimSpace(s); !bcp47.Get().MatchString(s) {
		return ""
	}
	return s
}
