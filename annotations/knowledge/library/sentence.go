package library

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// maxSentence bounds the sentence that is shown, in bytes; the rest of a longer one is
// left out on both sides of the name.
const maxSentence = 360

// sentenceOf returns the sentence of a text that holds the span or, if that is empty,
// the first in which the name stands as a word; and where the name stands in it. It is
// empty if there is none.
func sentenceOf(s, name string, at annotations.Span) (string, annotations.Span) {
	if !stretch(s, at) {
		at = wordAt(s, name)
	}
	if at.End <= at.Start {
		return "", annotations.Span{}
	}
	first, last := strings.LastIndexByte(s[:at.Start], '\n')+1, len(s)
	if n := strings.IndexByte(s[at.End:], '\n'); n >= 0 {
		last = at.End + n
	}
	// A line without end is not divided as a whole.
	const most = 4 * maxSentence
	first, last = max(first, at.Start-most), min(last, at.End+most)
	for first < at.Start && !utf8.RuneStart(s[first]) {
		first++
	}
	for last > at.End && last < len(s) && !utf8.RuneStart(s[last]) {
		last--
	}
	for a, b := range text.Sentences(s[first:last]) {
		if first+b >= at.End {
			if first+a <= at.Start {
				return around(s, annotations.Span{Start: first + a, End: first + b}, at)
			}
			break
		}
	}
	return around(s, annotations.Span{Start: first, End: last}, at)
}

// stretch reports whether a span is one of whole characters of s.
func stretch(s string, at annotations.Span) bool {
	if at.Start < 0 || at.End <= at.Start || at.End > len(s) {
		return false
	}
	return utf8.RuneStart(s[at.Start]) && (at.End == len(s) || utf8.RuneStart(s[at.End]))
}

// around is a sentence of s, cut to what is near the name in it.
func around(s string, sentence, name annotations.Span) (string, annotations.Span) {
	const more = "…"
	before, behind := "", ""
	if room := maxSentence - (name.End - name.Start); sentence.End-sentence.Start > maxSentence {
		room = max(room, 0)
		if from := name.Start - room/2; from > sentence.Start {
			sentence.Start, before = blank(s, from, name.Start), more
		}
		if to := sentence.Start + maxSentence; to < sentence.End {
			sentence.End, behind = max(backToBlank(s, to, name.End), name.End), more
		}
	}
	shift := len(before) - sentence.Start
	return before + flat(s[sentence.Start:sentence.End]) + behind, annotations.Span{Start: name.Start + shift, End: name.End + shift}
}

// flat writes every line break and tab as a blank.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// blank is the byte behind the first blank from byte at on, or limit.
func blank(s string, at, limit int) int {
	if n := strings.IndexByte(s[at:limit], ' '); n >= 0 {
		return at + n + 1
	}
	return limit
}

// backToBlank is the last blank before byte at, or limit.
func backToBlank(s string, at, limit int) int {
	if at <= limit {
		return limit
	}
	if n := strings.LastIndexByte(s[limit:at], ' '); n >= 0 {
		return limit + n
	}
	return limit
}

// wordAt finds a name in a text, as it is spelt and not within a word.
func wordAt(s, name string) annotations.Span {
	if name == "" {
		return annotations.Span{}
	}
	for from := 0; ; {
		n := strings.Index(s[from:], name)
		if n < 0 {
			return annotations.Span{}
		}
		at := annotations.Span{Start: from + n, End: from + n + len(name)}
		before, _ := utf8.DecodeLastRuneInString(s[:at.Start])
		behind, _ := utf8.DecodeRuneInString(s[at.End:])
		if (at.Start == 0 || !inWord(before)) && (at.End == len(s) || !inWord(behind)) {
			return at
		}
		_, size := utf8.DecodeRuneInString(s[at.Start:])
		from = at.Start + size
	}
}
