package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	stops     = ".!?…।॥؟۔"
	wideStops = "。！？｡" // no blank follows these
	closers   = "\"'“”‘’»«›‹)]}」』）】〉》"
	openers   = "\"'“‘„‚«»‹›([{¿¡「『（【"
)

// stopLead[b] reports whether a stop begins with the byte b.
var stopLead = func() (lead [256]bool) {
	for _, r := range stops + wideStops {
		lead[string(r)[0]] = true
	}
	return lead
}()

// Sentences yields the start and end of each sentence of the paragraph s,
// without the blanks around it. All of s but blanks belongs to a sentence.
//
// A sentence ends at . ! ? or … with the closing quotation marks and brackets
// after it, when a blank follows and then what can begin a sentence: a capital, a
// digit, or a letter of a script without capitals. The stop of an abbreviation,
// of initials ("U.S.") or of an ordinal number ("3. Mai") ends none. The sign of a note
// behind the stop belongs to the sentence. Nor does a
// closed quotation inside a sentence. The stops of Chinese and Japanese need no
// blank.
func Sentences(s string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		start := 0
		for i := 0; i < len(s); {
			end := i + 1
			if stopLead[s[i]] { // nearly no byte is
				var ends bool
				if end, ends = stop(s, start, i); ends {
					if a, b := trim(s, start, end); a < b && !yield(a, b) {
						return
					}
					start = end
				}
			}
			i = end
		}
		if a, b := trim(s, start, len(s)); a < b {
			yield(a, b)
		}
	}
}

// stop returns the byte after the character at byte i of s or, if that is a
// stop, after all stops and closing marks there; and whether a sentence that
// began at start ends with them.
func stop(s string, start, i int) (end int, ends bool) {
	r, n := utf8.DecodeRuneInString(s[i:])
	end = i + n
	wide := strings.ContainsRune(wideStops, r)
	if !wide && !strings.ContainsRune(stops, r) {
		return end, false
	}
	if r == '.' && abbreviated(s[start:i], s[end:]) {
		return end, false
	}
	closed := false
	for end < len(s) {
		c, n := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(stops+wideStops+closers, c) {
			break
		}
		wide = wide || strings.ContainsRune(wideStops, c)
		closed = strings.ContainsRune(closers, c)
		end += n
	}
	if wide {
		return end, !closed || !goesOn(s[end:])
	}
	if behind := signsEnd(s, i, end); behind > end && opens(s[behind:]) {
		return behind, true
	}
	return end, opens(s[end:])
}

// signsEnd returns the byte behind the signs of notes that stand at byte end of s, right
// behind a stop at byte i: "It was old.1 It fell." and "It was old.[2] It fell." There are
// none behind a number, which may go on.
func signsEnd(s string, i, end int) int {
	if before, _ := utf8.DecodeLastRuneInString(s[:i]); !unicode.IsLetter(before) && !strings.ContainsRune(closers, before) {
		return end
	}
	for {
		n := signLength(s[end:])
		if n == 0 {
			return end
		}
		end += n
	}
}

// signLength returns the length of the sign of a note with which s begins: one to three
// digits, which may be raised or stand in square brackets.
func signLength(s string) int {
	const most = 3
	body, bracketed := strings.CutPrefix(s, "[")
	n, digits := 0, 0
	for _, r := range body {
		if !strings.ContainsRune("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹", r) {
			break
		}
		n += utf8.RuneLen(r)
		digits++
	}
	switch {
	case digits == 0 || digits > most, bracketed && !strings.HasPrefix(body[n:], "]"):
		return 0
	case bracketed:
		return n + len("[]")
	}
	return n
}

// goesOn reports whether the sentence goes on with rest after a quotation:
// 「行こう。」と言った。
func goesOn(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || strings.ContainsRune("，、,", r)
}

// opens reports whether rest begins with a blank and then what a sentence can
// begin with.
func opens(rest string) bool {
	body := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(body) == len(rest) || body == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(body, openers))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r)
}

// trim returns the bytes [start, end) of s without the blanks around them.
func trim(s string, start, end int) (int, int) {
	t := strings.TrimLeftFunc(s[start:end], unicode.IsSpace)
	start = end - len(t)
	return start, start + len(strings.TrimRightFunc(t, unicode.IsSpace))
}
