// Package locale names kinds and writes numbers and dates in the reader's
// language, which is the one that the program's words are in.
package locale

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
)

// Count is a whole number with its thousands set apart: "1,234", "1.234".
func Count(n int) string { return Number(float64(n)) }

// Number is a number as a reader writes it: "1,200", "0.5".
func Number(v float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + lang.X("number.thousands", ",") + whole[i:]
	}
	if fraction != "" {
		whole += lang.X("number.point", ".") + fraction
	}
	return sign + whole
}

// Date is a date in words: "6 March 2025", "6. März 2025".
func Date(d annotations.Date) string { return d.In(language()) }

// ShortDate is a date in words with its months cut to three letters.
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
			lang.X("date.january", "January"), lang.X("date.february", "February"), lang.X("date.march", "March"),
			lang.X("date.april", "April"), lang.X("date.may", "May"), lang.X("date.june", "June"),
			lang.X("date.july", "July"), lang.X("date.august", "August"), lang.X("date.september", "September"),
			lang.X("date.october", "October"), lang.X("date.november", "November"), lang.X("date.december", "December"),
		},
		Seasons: [4]string{lang.X("date.spring", "spring"), lang.X("date.summer", "summer"),
			lang.X("date.autumn", "autumn"), lang.X("date.winter", "winter")},
		Day:    lang.X("date.day", "%s"),
		Decade: lang.X("date.decade", "%ss"),
		About:  lang.X("date.about", "about %s"),
		Unsure: lang.X("date.unsure", "%s (uncertain)"),
		Until:  lang.X("date.until", "until %s"),
		Since:  lang.X("date.since", "since %s"),
		To:     lang.X("date.to", "to"),
	}
}
