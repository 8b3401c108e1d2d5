package annotations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words before a full stop that do not end a sentence. UAX #29 breaks after
// each of them when a capital follows, which is why its rule is not used here.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "st": true,
	"gen": true, "col": true, "lt": true, "sgt": true, "sen": true, "rep": true,
	"gov": true, "jr": true, "sr": true, "vs": true, "no": true, "etc": true,
}

// sentences divides the paragraph p of text. A sentence ends at . ! ? or …,
// with the closing quotes and brackets after it, when a blank and then a
// capital, a digit or an opening quote follow, unless the stop belongs to an
// abbreviation or to initials ("U.S.").
func sentences(text string, p Span, paragraph int) []Sentence {
	var out []Sentence
	start := p.Start
	add := func(end int) {
		if s := trimSpan(text, Span{start, end}); !s.Empty() {
			out = append(out, Sentence{Span: s, Paragraph: paragraph, Number: len(out) + 1})
		}
		start = end
	}
	for i := p.Start; i < p.End; {
		if c := text[i]; c < '!' || c > '?' && c < utf8.RuneSelf { // nearly all: no stop
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:p.End])
		i += n
		if !strings.ContainsRune(".!?…", r) {
			continue
		}
		if r == '.' && abbreviated(text[start:i-n]) {
			continue
		}
		for i < p.End {
			c, n := utf8.DecodeRuneInString(text[i:p.End])
			if !strings.ContainsRune(".!?…\"'”’)]»", c) {
				break
			}
			i += n
		}
		if opensSentence(text[i:p.End]) {
			add(i)
		}
	}
	add(p.End)
	return out
}

// opensSentence reports whether rest begins with a blank and then something
// that a sentence can begin with.
func opensSentence(rest string) bool {
	body := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(body) == len(rest) || body == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(body, "\"'“‘([«"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// abbreviated reports whether the word that ends before is an abbreviation or a
// single capital, as the S of "U.S." is.
func abbreviated(before string) bool {
	i := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })
	_, n := utf8.DecodeRuneInString(before[max(i, 0):])
	word := before
	if i >= 0 {
		word = before[i+n:]
	}
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r)
	}
	return abbreviations[strings.ToLower(word)]
}
