package notes

import (
	"encoding/binary"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	shingle    = 2   // how many words in a row are one piece of a sketch
	sketchSize = 256 // how many pieces a sketch has at most
	pieceBytes = 4
	hashStart  = 14695981039346656037 // FNV-1a of 64 bits
	hashPrime  = 1099511628211
	hashMix    = 0x9E3779B97F4A7C15
)

// sketch returns the number of words of a text, and a sample of its pairs of
// words: the smallest of their hashes, each four bytes, ascending. Two texts that share
// a part of their words in order share about such a part of their samples.
func sketch(text string) (words int, sample []byte) {
	least := make([]uint32, 0, 2*sketchSize)
	bound := uint32(math.MaxUint32) // no hash from here on is among the smallest
	words = pieces(text, func(h uint32) {
		if h >= bound {
			return
		}
		if least = append(least, h); len(least) < 2*sketchSize {
			return
		}
		if least = smallest(least); len(least) == sketchSize {
			bound = least[sketchSize-1]
		}
	})
	for _, h := range smallest(least) {
		sample = binary.BigEndian.AppendUint32(sample, h)
	}
	return words, sample
}

// smallest returns the smallest numbers of a list, ascending, each once.
func smallest(list []uint32) []uint32 {
	slices.Sort(list)
	list = slices.Compact(list)
	return list[:min(len(list), sketchSize)]
}

// pieces calls f for each two words in a row of a text, and returns the number of words.
func pieces(text string, f func(uint32)) int {
	var last [shingle]uint64
	n := 0
	for w := range wordsOf(text) {
		copy(last[:], last[1:])
		last[shingle-1] = hashOf(w)
		if n++; n < shingle {
			continue
		}
		h := uint64(0)
		for _, x := range last {
			h = (h ^ x) * hashMix
			h ^= h >> 29
		}
		f(uint32(h >> 32))
	}
	return n
}

// shared returns which part of a sample another text has, by all its pieces.
func shared(sample []byte, all map[uint32]struct{}) float64 {
	n, in := 0, 0
	for ; len(sample) >= pieceBytes; sample = sample[pieceBytes:] {
		n++
		if _, ok := all[binary.BigEndian.Uint32(sample)]; ok {
			in++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(in) / float64(n)
}

// wordsOf yields the words of a text: runs of letters, marks and digits, and each
// letter of a script that does not divide its words.
func wordsOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range text {
			switch {
			case r >= firstIdeograph && unbroken(r):
				if start >= 0 && !yield(text[start:i]) || !yield(text[i:i+utf8.RuneLen(r)]) {
					return
				}
				start = -1
			case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
				if start < 0 {
					start = i
				}
			case start >= 0:
				if !yield(text[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

// firstIdeograph comes before all scripts that do not divide their words but Thai, Lao,
// Khmer and Burmese, in which the signs between words do.
const firstIdeograph = 0x2E80

func unbroken(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// hashOf returns a hash of a word; capitals make no difference.
func hashOf(word string) uint64 {
	h := uint64(hashStart)
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			word = strings.ToLower(word)
			break
		}
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * hashPrime
	}
	return h
}
