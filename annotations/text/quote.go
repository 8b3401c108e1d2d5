package text

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// Closers returns the marks that close a quotation which r opens; "" if r opens
// none.
func Closers(r rune) string {
	switch r {
	case '"':
		return `"`
	case '“':
		return "”"
	case '„':
		return "“”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '「':
		return "」"
	case '『':
		return "』"
	}
	return ""
}

// Quotations yields the start and end of what stands between quotation marks in
// s, without the marks. A quotation that s does not close runs to its end.
func Quotations(s string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		closers, start := "", 0
		for i, r := range s {
			switch {
			case closers != "" && strings.ContainsRune(closers, r):
				if !yield(start, i) {
					return
				}
				closers = ""
			case closers == "":
				closers, start = Closers(r), i+utf8.RuneLen(r)
			}
		}
		if closers != "" {
			yield(start, len(s))
		}
	}
}
