package edition

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"sidelight/annotations"
)

// checkNotes refuses a note that tells in its own words of a time after the article:
// what came later has a place of its own.
func (b *book) checkNotes() {
	published := b.m.head.Published
	for _, n := range b.notes {
		for _, t := range []text{n.title, n.text} {
			if words, ok := laterThan(t.value, published); ok {
				b.l.fault(t.at, "the note %s tells of %s, which is after the article (%s): put what came later under since", n.ID, words, published)
			}
		}
	}
}

// spelled matches a date with its year as an English text writes it, in lower case:
// "10 march 2025", "march 10, 2025", "march 2025", "2025".
var spelled = sync.OnceValue(func() *regexp.Regexp {
	months := strings.ToLower(strings.Join(annotations.English.Months[:], "|"))
	return regexp.MustCompile(`(?:(?:(\d{1,2}) )?(` + months + `) (?:(\d{1,2}), )?)?\b(\d{4})\b`)
})

// laterThan returns the first date in an English text that certainly lies after a
// day, in the text's words. Words between quotation marks do not count.
func laterThan(s string, day annotations.Date) (string, bool) {
	own := ownWords(s)
	for _, m := range spelled().FindAllStringSubmatch(own, -1) {
		edtf := m[4]
		for i, name := range annotations.English.Months {
			if m[2] != "" && strings.ToLower(name) == m[2] {
				edtf += fmt.Sprintf("-%02d", i+1)
			}
		}
		if on := m[1] + m[3]; on != "" {
			edtf += fmt.Sprintf("-%02s", on)
		}
		if d, err := annotations.ParseDate(edtf); err == nil && day.Before(d) {
			return d.Words(), true
		}
	}
	return "", false
}
