package opener

import (
	"unicode"
	"unicode/utf8"
)

// rank says how well a name matches, the least best.
type rank uint8

const (
	begins   rank = iota // with the fragment
	contains             // the fragment
	spread               // the letters of the fragment, in their order
	none
)

// mark is a stretch of a name, in bytes.
type mark struct{ start, end int }

// match returns the stretches of a name that match a fragment in either case, and how
// well they do. An empty fragment matches every name.
func match(name, fragment string) ([]mark, rank) {
	if fragment == "" {
		return nil, begins
	}
	for i := range name {
		if n, ok := prefix(name[i:], fragment); ok {
			r := contains
			if i == 0 {
				r = begins
			}
			return []mark{{i, i + n}}, r
		}
	}
	var marks []mark
	rest := fragment
	for i, r := range name {
		want, n := utf8.DecodeRuneInString(rest)
		if rest == "" || fold(r) != fold(want) {
			continue
		}
		rest = rest[n:]
		end := i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			end = i + 1
		}
		if last := len(marks) - 1; last >= 0 && marks[last].end == i {
			marks[last].end = end
		} else {
			marks = append(marks, mark{i, end})
		}
	}
	if rest != "" {
		return nil, none
	}
	return marks, spread
}

// prefix returns how many bytes of s are the fragment, in either case, and whether s
// begins with it.
func prefix(s, fragment string) (n int, ok bool) {
	for _, want := range fragment {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || fold(r) != fold(want) {
			return 0, false
		}
		n += size
	}
	return n, true
}

func fold(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }
