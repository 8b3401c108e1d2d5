// Package locale puts the program into words, in the reader's language: it looks up
// labels in the catalogues, names kinds, voices and entities, and writes numbers
// and dates.
package locale

import (
	"strconv"
	"strings"

	"sidelight/annotations"
)

// Count writes a whole number with its thousands set apart: "1,234", in German
// "1.234".
func Count(n int) string { return Number(float64(n)) }

// Number writes a number with its thousands set apart and no digits beyond those
// that it needs: "1,200", "0.5".
func Number(v float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + X("number.thousands", ",") + whole[i:]
	}
	if fraction != "" {
		whole += X("number.point", ".") + fraction
	}
	return sign + whole
}

// Date writes a date in words: "6 March 2025", in German "6. März 2025".
func Date(d annotations.Date) string { return d.In(language()) }

// ShortDate writes a date in words with its months cut to three letters: "6 Mar
// 2025".
func ShortDate(d annotations.Date) string {
	l := language()
	for i, m := range l.Months {
		if letters := []rune(m); len(letters) > 3 {
			l.Months[i] = string(letters[:3])
		}
	}
	return d.In(l)
}

func language() annotations.DateLanguage {
	return annotations.DateLanguage{
		Months: [12]string{
			X("date.january", "January"), X("date.february", "February"), X("date.march", "March"),
			X("date.april", "April"), X("date.may", "May"), X("date.june", "June"),
			X("date.july", "July"), X("date.august", "August"), X("date.september", "September"),
			X("date.october", "October"), X("date.november", "November"), X("date.december", "December"),
		},
		Seasons: [4]string{X("date.spring", "spring"), X("date.summer", "summer"),
			X("date.autumn", "autumn"), X("date.winter", "winter")},
		Day:    X("date.day", "%s"),
		Decade: X("date.decade", "%ss"),
		Before: X("date.before", "%s BC"),
		About:  X("date.about", "about %s"),
		Unsure: X("date.unsure", "probably %s"),
		Until:  X("date.until", "until %s"),
		Since:  X("date.since", "since %s"),
		To:     X("date.to", "to"),
	}
}
