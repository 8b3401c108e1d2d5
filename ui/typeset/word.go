package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/text"
)

// WordAt returns the word of src that holds a byte, or the character at that byte if
// no word does, as a half-open range of bytes. In scripts without blanks between words
// it is what is most likely one: letters of one sort of kana, Han letters among kana,
// Thai and Lao syllables up to where the next word may begin; else one letter.
func WordAt(src string, at int) (start, end int) {
	if at >= len(src) {
		return len(src), len(src)
	}
	start, end, ok := text.WordAt(src, at)
	if !ok {
		return at, NextCluster(src, at)
	}
	if r, _ := utf8.DecodeRuneInString(src[start:]); text.IsSingle(r) {
		return together(src, start, end, r)
	}
	return start, end
}

// wordReach is how far from a letter of a script without blanks the ends of its word
// are looked for, in bytes.
const wordReach = 96

// together returns the bytes around the letter r of src, which has the bytes [start, end),
// that are likely one word.
func together(src string, start, end int, r rune) (from, to int) {
	first, last := max(start-wordReach, 0), min(end+wordReach, len(src))
	r = lengthened(src, start, r)
	switch {
	case unicode.In(r, unicode.Thai, unicode.Lao):
		return syllables(src, start, end, first, last)
	case unicode.Is(unicode.Han, r):
		if !strings.ContainsFunc(src[first:last], isKana) {
			return start, end
		}
	case !isKana(r):
		return start, end
	}
	for start > first {
		before, n := utf8.DecodeLastRuneInString(src[:start])
		if !sameSort(r, lengthened(src, start-n, before)) {
			break
		}
		start -= n
	}
	for end < last {
		next, n := utf8.DecodeRuneInString(src[end:])
		if !sameSort(r, next) {
			break
		}
		end += n
	}
	return start, end
}

// longVowel lengthens the kana before it, of either sort.
const longVowel = 'ー'

// lengthened returns the rune r of src, which stands at a byte, or the one before it if
// r lengthens that.
func lengthened(src string, at int, r rune) rune {
	if before, _ := utf8.DecodeLastRuneInString(src[:at]); r == longVowel && isKana(before) {
		return before
	}
	return r
}

func isKana(r rune) bool { return r == longVowel || unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// sameSort reports whether b is Han as a is, or a kana of the same sort.
func sameSort(a, b rune) bool {
	if b == longVowel {
		return isKana(a)
	}
	for _, sort := range []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana} {
		if unicode.Is(sort, a) {
			return unicode.Is(sort, b)
		}
	}
	return false
}

// syllables widens the bytes [start, end) of src to where a Thai or Lao syllable begins
// for certain, within the bytes [first, last).
func syllables(src string, start, end, first, last int) (from, to int) {
	begins, _ := utf8.DecodeRuneInString(src[start:])
	for !leads(begins) && start > first {
		r, n := utf8.DecodeLastRuneInString(src[:start])
		if !inSyllable(r) {
			break
		}
		begins = r
		start -= n
	}
	for end < last {
		r, n := utf8.DecodeRuneInString(src[end:])
		if !inSyllable(r) || leads(r) {
			break
		}
		end += n
	}
	return start, end
}

func inSyllable(r rune) bool {
	return unicode.In(r, unicode.Thai, unicode.Lao) && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// leads reports whether a rune is a vowel of Thai or Lao that is written before the
// consonant that it follows.
func leads(r rune) bool { return r >= 'เ' && r <= 'ไ' || r >= 'ເ' && r <= 'ໄ' }
