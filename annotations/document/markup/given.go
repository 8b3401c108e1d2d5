package markup

import (
	"regexp"
	"strings"
)

// isoDate is how a date begins that is also one in EDTF.
var isoDate = regexp.MustCompile(`^(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T ])`)

// Date returns a date in EDTF, or words that are no such date as they are.
func Date(s string) string {
	if d := isoDate.FindStringSubmatch(s); d != nil {
		return d[1] + "-" + d[2] + "-" + d[3]
	}
	return s
}

// bcp47 is how the name of a language looks.
var bcp47 = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// Language returns the name of a language in BCP 47, or "" for what is none.
func Language(s string) string {
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "_", "-"), ",")
	if s = strings.TrimSpace(s); !bcp47.MatchString(s) {
		return ""
	}
	return s
}
