package tagger

import (
	"unicode"
	"unicode/utf8"
)

// form is how a word is written.
type form uint8

const (
	formPunct   form = iota
	formLower        // "word"
	formTitle        // "Word"
	formCapital      // "WORD"
	formMixed        // "iPhone", "McDonald"
	formInitial      // "W", "W.", "U.S."
	formDigit        // "1990", "3rd"
)

func (f form) capital() bool { return f >= formTitle && f <= formInitial }

// look is what the engine knows of a token before it looks at its neighbours.
type look struct {
	word    uint32 // hash in lower case
	shape   uint32
	entry   entry // what the lexicon says of the word
	lists   listBits
	places  [lists]uint8 // of the token in an entry of each list, as a position, from 1
	doc     docBits
	form    form
	rich    richness
	first   int32 // of the run of capitalised words that holds the token, or its own index
	last    int32 // half-open
	wide    int32 // the end of the run with the small words that join names
	wideOf  int32 // the beginning of it
	head    byte  // the first letter in lower case, if it is ASCII
	runes   uint8 // length, at most 255
	numeral bool
	apart   bool // a blank stands before it
}

// richness is how closely a token is looked at.
type richness uint8

const (
	plain  richness = iota // far from any capital: in no name
	narrow                 // a small word or sign beside a capital
	rich
)

// scan reads the letters of a word once.
func (k *look) scan(s string) {
	h, shape := uint64(fnvOffset), uint64(fnvOffset)
	var upper, lower, digit, dots, run int
	previous := byte(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		class := classes[c]
		if c < utf8.RuneSelf {
			h = (h ^ uint64(lowered(c))) * fnvPrime
		} else {
			r, n := utf8.DecodeRuneInString(s[i:])
			i += n - 1
			if r == softHyphen {
				continue
			}
			h, class = hashRune(h, r), classOf(r)
		}
		switch class {
		case 'x':
			lower++
		case 'X':
			upper++
		case 'd':
			digit++
		case '.':
			dots++
		}
		if class != previous {
			previous, run = class, 0
		}
		if run++; run <= 2 {
			shape = (shape ^ uint64(class)) * fnvPrime
		}
	}
	k.word, k.shape, k.head = fold(h), fold(shape), s[0]|0x20
	k.runes = uint8(min(255, upper+lower+digit+dots))
	k.numeral = digit > 0
	k.form = formOf(s, upper, lower, digit)
}

// classes are the classes of ASCII for the shape of a word: letters, digits, and each
// sign by itself.
var classes = func() (t [256]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = 'x'
		case 'A' <= c && c <= 'Z':
			t[c] = 'X'
		case '0' <= c && c <= '9':
			t[c] = 'd'
		default:
			t[c] = byte(c)
		}
	}
	return t
}()

func classOf(r rune) byte {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return '.'
}

func formOf(s string, upper, lower, digit int) form {
	switch {
	case upper+lower+digit == 0 || lower == 1 && len(s) == 2 && s[0] == '\'':
		return formPunct
	case upper == 0 && digit > 0:
		return formDigit
	case upper == 0:
		return formLower
	case lower == 0 && digit == 0 && (upper == 1 || len(s) == 2*upper):
		return formInitial
	case lower == 0:
		return formCapital
	case upper == 1 && beginsUpper(s):
		return formTitle
	}
	return formMixed
}

func beginsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
