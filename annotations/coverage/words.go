package coverage

import (
	"slices"
	"strings"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// Class is a class of words that ought to lie in a mark.
type Class struct {
	Name string // in the plural: "capitalised words"
	All  int
	Bare []annotations.Span // those of All that lie in no mark, by position
}

// The names of the classes. Each is counted in the whole article.
const (
	Capitalised = "capitalised words" // but for those that open a sentence
	Numbers     = "numbers"           // digits and number words; an ordinal counts nothing
	Times       = "words of time"     // "month", "yesterday"; names of months have capitals
	Quoted      = "quoted words"      // they ought to lie in the mark of a quotation
)

var numberWords = wordSet(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
	fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
	hundreds thousand thousands million millions billion billions dozen dozens half quarter quarters`)

var timeWords = wordSet(`today yesterday tomorrow tonight day days night nights week weeks weekend month months
	year years decade decades century centuries morning afternoon evening midnight noon hour hours minute minutes`)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func classes(e *annotations.Edition) []Class {
	a := e.Article()
	capitals, numbers, times, quoted := Class{Name: Capitalised}, Class{Name: Numbers}, Class{Name: Times}, Class{Name: Quoted}
	for _, p := range a.Paragraphs() {
		quotes := quotations(a, p.Span)
		for s := range a.Sentences(p) {
			first := true // a word that opens the sentence
			for start, end := range text.Parts(a.Slice(s.Span)) {
				w := annotations.Span{Start: s.Start + start, End: s.Start + end}
				word := a.Slice(w)
				inMark := marked(e, w, nil)
				if !first && strings.IndexFunc(word, unicode.IsUpper) >= 0 {
					capitals.add(w, inMark)
				}
				if strings.IndexFunc(word, unicode.IsDigit) >= 0 || numberWords[strings.ToLower(word)] {
					numbers.add(w, inMark)
				}
				if timeWords[strings.ToLower(word)] {
					times.add(w, inMark)
				}
				if slices.ContainsFunc(quotes, func(q annotations.Span) bool { return q.Covers(w) }) {
					quoted.add(w, marked(e, w, isQuotation))
				}
				first = false
			}
		}
	}
	return []Class{capitals, numbers, times, quoted}
}

func (c *Class) add(word annotations.Span, inMark bool) {
	c.All++
	if !inMark {
		c.Bare = append(c.Bare, word)
	}
}

func isQuotation(x *annotations.Entity) bool { return x.Kind == annotations.Quote }

// marked reports whether the whole word lies in a mark. If wanted is not nil, the
// mark must be of an entity that it accepts.
func marked(e *annotations.Edition, word annotations.Span, wanted func(*annotations.Entity) bool) bool {
	return slices.ContainsFunc(e.MentionsAt(word.Start), func(m *annotations.Mention) bool {
		x, ok := e.Entity(m.Entity)
		return ok && m.Covers(word) && (wanted == nil || wanted(x))
	})
}

// quotations returns the stretches between quotation marks in a paragraph. One
// that the paragraph does not close, as where a quotation goes on in the next,
// runs to its end.
func quotations(a *annotations.Article, p annotations.Span) []annotations.Span {
	var out []annotations.Span
	for start, end := range text.Quotations(a.Slice(p)) {
		out = append(out, annotations.Span{Start: p.Start + start, End: p.Start + end})
	}
	return out
}
