package dates

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// DocumentDate is the date of an article: what its file says, in EDTF or in words, or
// else a dateline among its first three blocks, or one of them that is only a date.
// It is zero if there is none.
func DocumentDate(a *annotations.Article) annotations.Date {
	language := a.Meta.Language.Text
	if d := dateOf(a.Meta.Published.Text, language); !d.IsZero() {
		return d
	}
	const blocks = 3
	for i := range min(blocks, a.Len()) {
		const longLine = 120 // bytes: a line that is only a date is shorter
		p := a.Paragraph(i)
		s := a.Slice(p.Span)
		if head, rest, ok := dateline(s); ok || placed(head, rest, language) {
			s = head
		} else if len(s) > longLine {
			continue
		} else if !onlyDate(s, language) {
			continue
		}
		if d := dateOf(s, language); !d.IsZero() {
			return d
		}
	}
	return annotations.Date{}
}

// dateOf is the first date in full in a short text.
func dateOf(s, language string) annotations.Date {
	s = strings.TrimSpace(s)
	const most = 200 // bytes
	if s == "" || len(s) > most {
		return annotations.Date{}
	}
	if d, err := annotations.ParseDate(s); err == nil {
		return d
	}
	for _, x := range inWords(s, language) {
		if !x.Value.IsZero() && !x.Relative && !x.Duration {
			return x.Value
		}
	}
	return annotations.Date{}
}

func inWords(s, language string) []found.Date {
	d := found.DivideText(s, []annotations.Span{{Start: 0, End: len(s)}})
	d.Language = language
	all, err := Find(context.Background(), d)
	if err != nil {
		return nil
	}
	return all
}

// dateline is the beginning of a paragraph up to the dash behind its place and date:
// "CAIRO, March 5, 2025 (Agency) — ".
func dateline(s string) (head, rest string, ok bool) {
	const most = 80 // bytes
	for _, sign := range [...]string{" — ", " – ", " - ", "— ", " -- "} {
		if i := strings.Index(s, sign); i > 0 && i <= most {
			head = s[:i]
			return head, s[i+len(sign):], capitalPlace(head)
		}
	}
	return "", "", false
}

// capitalPlace reports whether a text begins with a word in capitals, as the place of a
// dateline does.
func capitalPlace(s string) bool {
	n := strings.IndexAny(s, " ,(")
	if n < 3 {
		return false
	}
	return strings.ToUpper(s[:n]) == s[:n] && strings.ToLower(s[:n]) != s[:n]
}

// placed reports whether the words before a dash are a place and a date in full, as in
// "Rotterdam, 3 June 2025 – ". Behind the dash of a life stands a date too.
func placed(head, rest, language string) bool {
	place, date, ok := strings.Cut(head, ",")
	const most = 3 // words
	words := strings.Fields(place)
	if !ok || len(words) == 0 || len(words) > most || !onlyDate(date, language) || dateOf(date, language).IsZero() {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	next, _, _ := strings.Cut(rest, " ")
	r, _ := utf8.DecodeRuneInString(next)
	return len(inWords(place, language)) == 0 && !unicode.IsDigit(r) && len(inWords(next, language)) == 0
}

// onlyDate reports whether nothing but a date, and words of its publication, stand in a
// line.
func onlyDate(s, language string) bool {
	all := inWords(s, language)
	if len(all) == 0 {
		return false
	}
	left := s
	for i := len(all) - 1; i >= 0; i-- {
		left = left[:all[i].Start] + " " + left[all[i].End:]
	}
	for w := range strings.FieldsSeq(left) {
		switch strings.ToLower(strings.Trim(w, ",.:;|()–—-•·")) {
		case "", "published", "updated", "posted", "last", "on", "date", "dated", "first", "modified", "at", "am", "pm", "gmt", "utc", "est", "et",
			"by", "stand", "vom", "am:", "veröffentlicht", "publié", "le", "publicado", "el":
		default:
			return false
		}
	}
	return true
}
