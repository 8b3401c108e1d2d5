package text

import "unicode"

// InWord reports whether r can be part of a word: a letter, a number, or a mark
// that combines with one. An apostrophe is none of these, even where Unicode
// calls it a letter.
func InWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)) && !IsApostrophe(r)
}

// IsSingle reports whether the letter r counts as a word of its own, because its
// script sets no blanks between words: Han, kana, Thai, Lao, Khmer and Burmese.
func IsSingle(r rune) bool {
	switch {
	case r < 0x0e00: // the first of Thai
		return false
	case 0x4e00 <= r && r <= 0x9fff: // most of Han
		return true
	case 0x3041 <= r && r <= 0x30ff: // kana and the sign that lengthens them
		return unicode.IsLetter(r)
	case r < 0x3000 && r >= 0x1e00, 0xac00 <= r && r <= 0xd7a3: // accented letters, printer's marks, Hangul
		return false
	}
	return unicode.IsLetter(r) && unicode.In(r, unicode.Han, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Hiragana, unicode.Katakana)
}

// IsQuote reports whether r is a double quotation mark, straight, curly, angled
// or cornered.
func IsQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '″', '「', '」', '『', '』', '〝', '〞', '〟', '＂':
		return true
	}
	return false
}

// IsApostrophe reports whether r is a mark that is read as an apostrophe, or a
// single quotation mark.
func IsApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‚', '‛', '‹', '›', '′', 'ʹ', 'ʻ', 'ʼ', 'ʾ', 'ʿ', '＇':
		return true
	}
	return false
}

// IsHyphen reports whether r is a hyphen, a dash or a minus sign.
func IsHyphen(r rune) bool {
	return r == '-' || r == '−' || r >= 0x80 && unicode.Is(unicode.Pd, r)
}

const softHyphen = '\u00ad'

// isUnseen reports whether r changes nothing about which letters a text has: an
// accent, or a character that is not drawn, as a soft hyphen. The marks of Thai,
// kana and the scripts of India are no accents but vowels and consonants.
func isUnseen(r rune) bool {
	switch {
	case r < 0x300:
		return r == softHyphen
	case r < 0x370:
		return true // the accents of Latin, Greek and Cyrillic
	case r < 0x483, 0x30a0 <= r && r < 0xa66f, 0xac00 <= r && r < 0xd800: // letters alone, as katakana and Han
		return false
	case unicode.Is(unicode.Cf, r):
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me) && !isVoicing(r) &&
		unicode.In(r, unicode.Inherited, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Syriac)
}

// isVoicing reports whether r is one of the two marks that make another kana of
// the one before it: か is ka, か with the mark is ga.
func isVoicing(r rune) bool { return r == '\u3099' || r == '\u309a' }
