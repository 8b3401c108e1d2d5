package search

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sidelight/annotations/lazy"
)

var small = []string{
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// scales are the words that multiply a number, largest first.
var scales = []struct {
	word  string
	value int64
}{{"billion", 1e9}, {"million", 1e6}, {"thousand", 1e3}, {"hundred", 100}}

// largestNumber is the largest number that is read as one; longer rows of digits
// are identifiers.
const largestNumber = 1e12

// number reads the number with which words begin, in digits or in words. It
// returns the value and how many words it takes; 0 words if there is no number.
func number(words []string) (value int64, n int) {
	if v, ok := digits(words[0]); ok {
		value, n = v, 1
		for n < len(words) && len(words[n]) == 3 && value > 0 && len(words[0]) <= 3 { // "1 200"
			v, ok := digits(words[n])
			if !ok || value > largestNumber/1000 {
				break
			}
			value, n = value*1000+v, n+1
		}
		if v, m := scaled(words[n:]); m > 0 && value <= largestNumber/v {
			return value * v, n + m
		}
		return value, n
	}
	return spelled(words)
}

// isNumber reports whether a word is a number or the scale of one.
func isNumber(w string) bool {
	_, n := number([]string{w})
	_, m := scaled([]string{w})
	return n+m > 0
}

// scaled returns the value of a scale word with which words begin, and 1 for the
// word; 0 if there is none.
func scaled(words []string) (value int64, n int) {
	if len(words) > 0 {
		for _, s := range scales {
			if words[0] == s.word {
				return s.value, 1
			}
		}
	}
	return 0, 0
}

// spelled reads a number in words: "two thousand and five", "twelve hundred".
func spelled(words []string) (value int64, n int) {
	var total, part int64 // of the thousands that are done, and since
	for i, w := range words {
		if w == "and" && i == n && total+part >= 100 {
			continue
		}
		v, unit := unitOf(w)
		scale, m := scaled(words[i:])
		switch {
		case unit && follows(part, v):
			part += v
		case m > 0 && part > 0 && part <= (largestNumber-total)/scale:
			part *= scale
		default:
			return total + part, n
		}
		if scale > 100 {
			total, part = total+part, 0
		}
		n = i + 1
	}
	return total + part, n
}

// follows reports whether the word for v can continue a number of which part has
// been read: "four" continues "twenty", "twenty" continues "hundred".
func follows(part, v int64) bool {
	return part%100 == 0 || v < 10 && part%10 == 0 && part%100 > 10
}

// unitOf returns the value of a word from "one" to "ninety".
func unitOf(w string) (int64, bool) {
	if i := slices.Index(small, w); i > 0 {
		return int64(i), true
	}
	if i := slices.Index(tens, w); i > 1 {
		return int64(10 * i), true
	}
	return 0, false
}

// digits reads a word of digits, with or without the ending of an ordinal.
func digits(w string) (int64, bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if s, found := strings.CutSuffix(w, end); found {
			w = s
			break
		}
	}
	if len(w) == 0 || len(w) > 12 || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	v, err := strconv.ParseInt(w, 10, 64)
	return v, err == nil
}

// dresses returns the ways in which a number may be written, folded: 2000 and
// "two thousand", 1200 and "twelve hundred", 5000000 and "5 million".
func dresses(v int64) []string {
	out := []string{strconv.FormatInt(v, 10)}
	for _, s := range scales[:3] {
		if v >= s.value && v%s.value == 0 {
			out = append(out, strconv.FormatInt(v/s.value, 10)+" "+s.word)
		}
	}
	if v >= 1100 && v < 10000 && v%100 == 0 && v%1000 != 0 {
		out = append(out, inWords(v/100)+" hundred")
	}
	return append(out, inWords(v))
}

var ordinalNames = []string{
	"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
}

// ordinals returns the words for a place in a row, from "first" to "tenth", by
// which parts of things are called.
func ordinals(v int64) []string {
	if v < 1 || v >= int64(len(ordinalNames)) {
		return nil
	}
	return []string{ordinalNames[v]}
}

// inWords spells a number from 0 to largestNumber.
func inWords(v int64) string {
	for _, s := range scales {
		if v >= s.value {
			out := inWords(v/s.value) + " " + s.word
			if rest := v % s.value; rest > 0 {
				out += " " + inWords(rest)
			}
			return out
		}
	}
	switch {
	case v < 20:
		return small[v]
	case v%10 == 0:
		return tens[v/10]
	}
	return tens[v/10] + " " + small[v%10]
}

var (
	isoDate   = lazy.Regexp{Source: `\b(\d{4})-(\d{1,2})-(\d{1,2})\b`}
	slashDate = lazy.Regexp{Source: `\b(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\b`}
	pointDate = lazy.Regexp{Source: `\b(\d{1,2})\.(\d{1,2})\.(?:(\d{4})\b)?`}
)

// dated returns s with its dates in figures written with the name of the month,
// as articles write them: 2023-10-07, 10/7/2023 with the month first, and
// 7.10.2023. [Index.Find] tries the other order too.
func dated(s string) string {
	s = rewrite(s, isoDate.Get(), 3, 2, 1)
	s = rewrite(s, slashDate.Get(), 2, 1, 3)
	return rewrite(s, pointDate.Get(), 1, 2, 3)
}

// dayFirst returns s with its dates in figures and strokes read with the day first,
// as most countries write them, where they can be read so: 7/10.
func dayFirst(s string) string { return rewrite(s, slashDate.Get(), 1, 2, 3) }

// rewrite replaces the dates that form matches; day, month and year are the
// numbers of its groups.
func rewrite(s string, form *regexp.Regexp, day, month, year int) string {
	return form.ReplaceAllStringFunc(s, func(date string) string {
		parts := form.FindStringSubmatch(date)
		d, _ := strconv.Atoi(parts[day])
		m, _ := strconv.Atoi(parts[month])
		if d < 1 || d > 31 || m < 1 || m > 12 {
			return date
		}
		return strconv.Itoa(d) + " " + time.Month(m).String() + " " + parts[year]
	})
}
