// Package cite writes a source as it is cited elsewhere: as a note of the Chicago
// Manual of Style, as BibTeX and as CSL-JSON.
package cite

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"sidelight/annotations"
)

// Note returns a source as a note of the Chicago Manual of Style, 17th edition,
// chapter 14: title, publisher, date and address, each as far as it is known. The
// note names no author, for an edition knows none. It is plain text: what the manual
// sets in italics stands without them.
func Note(s *annotations.Source) string {
	date := chicagoDate(s)
	var parts []string
	switch s.Type {
	case "report", "dataset", "document", "book", "thesis": // stand alone: 14.84, 14.220
		imprint := date
		if s.Publisher != "" {
			imprint = s.Publisher + ", " + date
		}
		parts = []string{curled(s.Title, false) + " (" + imprint + ")"}
	case "entry-encyclopedia", "entry-dictionary", "entry": // "under the word": 14.232
		if s.Publisher != "" {
			parts = []string{s.Publisher}
		}
		parts = append(parts, "s.v. “"+curled(s.Title, true)+",” "+date)
	default: // a part of a newspaper or a site: 14.191, 14.206
		title := "“" + curled(s.Title, true) + ",”"
		if strings.HasPrefix(s.Title, "[") { // a description, for want of a title: 14.85
			title = curled(s.Title, false) + ","
		}
		if s.Publisher != "" {
			title += " " + s.Publisher + ","
		}
		parts = []string{title + " " + date}
	}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.TrimSuffix(strings.Join(parts, ", "), ".") + "."
}

// chicagoDate is the date of a source as the manual writes it: March 5, 2025. It is
// "n.d." where none is known.
func chicagoDate(s *annotations.Source) string {
	switch {
	case s.Issued.IsZero() && s.IssuedRaw != "":
		return s.IssuedRaw
	case s.Issued.IsZero():
		return "n.d."
	}
	from, to, interval := strings.Cut(s.Issued.String(), "/")
	a, ok := american(from)
	if ok && interval {
		var b string
		b, ok = american(to)
		a += "–" + b
	}
	if !ok { // with doubts, or an open end
		return s.Issued.Words()
	}
	return a
}

// american writes 2025-03-05 as March 5, 2025, and 2025-03 as March 2025.
func american(edtf string) (words string, ok bool) {
	p := strings.Split(edtf, "-")
	number := func(i int) int {
		n, err := strconv.Atoi(p[i])
		if err != nil {
			return 0
		}
		return n
	}
	if len(p) > 3 || number(0) <= 0 {
		return "", false
	}
	words = p[0]
	if len(p) > 1 {
		m := time.Month(number(1))
		if m < time.January || m > time.December {
			return "", false
		}
		words = m.String() + " " + words
		if len(p) > 2 {
			d := number(2)
			if d < 1 {
				return "", false
			}
			words = m.String() + " " + strconv.Itoa(d) + ", " + p[0]
		}
	}
	return words, true
}

// Curled returns words that stand within quotation marks as print has them: their own
// marks are curly, and double ones are single.
func Curled(words string) string { return curled(words, true) }

// curled returns a title with the quotation marks and apostrophes of print. Inside
// quotation marks, its own double ones become single: 6.124.
func curled(title string, inside bool) string {
	double := [2]rune{'“', '”'}
	if inside {
		double = [2]rune{'‘', '’'}
	}
	var b strings.Builder
	opens := true
	for _, c := range title {
		side := 1
		if opens {
			side = 0
		}
		switch {
		case c == '"':
			b.WriteRune(double[side])
		case c == '\'':
			b.WriteRune([2]rune{'‘', '’'}[side])
		case inside && c == '“':
			b.WriteRune('‘')
		case inside && c == '”':
			b.WriteRune('’')
		default:
			b.WriteRune(c)
		}
		opens = unicode.IsSpace(c) || strings.ContainsRune("([{—–\"“", c)
	}
	return b.String()
}
