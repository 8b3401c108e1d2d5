package tagger

import (
	"unicode"
	"unicode/utf8"
)

// hash of a word is the 64-bit FNV-1a of Fowler, Noll and Vo over its letters in lower
// case, folded to 32 bits: words are known by it from there on.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func fold(h uint64) uint32 {
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return nonzero(uint32(h >> 32))
}

// nonzero keeps 0 for the empty place of a table.
func nonzero(h uint32) uint32 {
	if h == 0 {
		return 1
	}
	return h
}

// Hash is the hash of a word, its capitals and soft hyphens left out of account.
func Hash(s string) uint32 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint64(c)) * fnvPrime
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		h = hashRune(h, r)
	}
	return fold(h)
}

func hashRune(h uint64, r rune) uint64 {
	switch r {
	case softHyphen:
		return h
	case '’':
		r = '\''
	default:
		r = unicode.ToLower(r)
	}
	if r < utf8.RuneSelf {
		return (h ^ uint64(r)) * fnvPrime
	}
	for ; r > 0; r >>= 8 {
		h = (h ^ uint64(r&0xff)) * fnvPrime
	}
	return h
}

const softHyphen = '\u00ad'

// mix is the hash of a feature: its template and up to two values.
func mix(template, a, b uint32) uint32 {
	h := uint64(a)*0x9E3779B97F4A7C15 + uint64(b)*0xC2B2AE3D27D4EB4F + uint64(template)*0x165667B19E3779F9
	h ^= h >> 31
	h *= 0xD6E8FEB86659FD93
	return nonzero(uint32(h >> 32))
}

// join is the hash of a sequence of words, one word longer.
func join(sequence, word uint32) uint32 { return mix(1, sequence, word) }
