package text

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Count returns the number of words in s: what stands between blanks and holds a
// letter or a digit, and each letter of a script without blanks.
func Count(s string) int {
	n := 0
	counted := false // the word at hand
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf { // nearly all
			switch asciiInWord[c] {
			case blank:
				counted = false
			case inWord:
				if !counted {
					n++
					counted = true
				}
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case unicode.IsSpace(r):
			counted = false
		case IsSingle(r):
			n++
			counted = false
		case !counted && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			n++
			counted = true
		}
	}
	return n
}

// What an ASCII character is to a word.
const (
	blank  = 1 + iota // ends it
	inWord            // is part of it
)

// asciiInWord is what each ASCII character is to a word; 0 for what neither ends it nor is part
// of it. To look it up takes half the time of comparing.
var asciiInWord = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		switch {
		case isBlank(byte(c)): //nolint:gosec // less than 128
			table[c] = blank
		case InWord(rune(c)):
			table[c] = inWord
		}
	}
	return table
}()

func isBlank(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// WordAt returns the word of s that holds the byte at, and whether there is one.
// A word is a run of letters, digits and the marks on them; an apostrophe, a
// stop, a comma or a hyphen between two of them is part of it. In a script
// without blanks a word is one letter.
func WordAt(s string, at int) (start, end int, ok bool) {
	if at >= len(s) || !inside(s, at) {
		return at, at, false
	}
	start = base(s, at)
	if single(s, start) {
		return start, wordEnd(s, start), true
	}
	for start > 0 {
		before := base(s, previous(s, start))
		if !inside(s, before) || single(s, before) {
			break
		}
		start = before
	}
	return start, wordEnd(s, start), true
}

// NextWord returns the byte after the word at byte at of s, or after the next
// one if none is there; the length of s if there is no more.
func NextWord(s string, at int) int {
	for at < len(s) && !inside(s, at) {
		at = next(s, at)
	}
	if at < len(s) {
		at = wordEnd(s, at)
	}
	return at
}

// PreviousWord returns the byte at which the word before byte at of s begins, or
// 0 if there is none.
func PreviousWord(s string, at int) int {
	for at > 0 && !inside(s, previous(s, at)) {
		at = previous(s, at)
	}
	if at > 0 {
		at, _, _ = WordAt(s, previous(s, at))
	}
	return at
}

// Parts yields the start and end of each part of a word in s. The parts of a
// word are divided by its hyphens and apostrophes: "Israel’s" has two, "U.S." and
// "1,200" are one each.
func Parts(s string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !InWord(r) {
				i += n
				continue
			}
			start := i
			i = partEnd(s, i)
			if !yield(start, i) {
				return
			}
		}
	}
}

func partEnd(s string, at int) int {
	if single(s, at) {
		return wordEnd(s, at)
	}
	for at < len(s) && !single(s, at) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !InWord(r) && !((r == '.' || r == ',') && joins(s, at, n)) {
			break
		}
		at += n
	}
	return at
}

// wordEnd returns the end of the word at byte at of s, where a letter stands.
func wordEnd(s string, at int) int {
	if single(s, at) {
		for at = next(s, at); at < len(s); at = next(s, at) {
			if r, _ := utf8.DecodeRuneInString(s[at:]); !unicode.IsMark(r) {
				break
			}
		}
		return at
	}
	for at < len(s) && inside(s, at) && !single(s, at) {
		at = next(s, at)
	}
	return at
}

// inside reports whether the rune at byte at of s is part of a word.
func inside(s string, at int) bool {
	r, n := utf8.DecodeRuneInString(s[at:])
	switch {
	case InWord(r):
		return true
	case r == '.', r == ',', r == '-', r == '\u2010', r == '\u2011', IsApostrophe(r), unicode.Is(unicode.Cf, r):
		return joins(s, at, n)
	}
	return false
}

// joins reports whether the rune of n bytes at byte at of s stands between two
// that are parts of words longer than a letter.
func joins(s string, at, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+n:])
	return InWord(before) && InWord(after) && !IsSingle(before) && !IsSingle(after)
}

func single(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return IsSingle(r)
}

// base returns the byte of the letter on which the mark at byte at of s stands,
// or at if no mark does.
func base(s string, at int) int {
	for i := at; ; i = previous(s, i) {
		r, _ := utf8.DecodeRuneInString(s[i:])
		switch {
		case !unicode.IsMark(r) && InWord(r):
			return i
		case !unicode.IsMark(r) || i == 0:
			return at
		}
	}
}

func next(s string, at int) int {
	_, n := utf8.DecodeRuneInString(s[at:])
	return at + n
}

func previous(s string, at int) int {
	_, n := utf8.DecodeLastRuneInString(s[:at])
	return at - n
}
