package edition

import (
	"embed"
	"strings"
	"unicode"

	letter "sidelight/annotations/text"
)

// loaded.yaml lists words that an edition does not use in its own voice, each with
// its reason, so that an author can argue with it.
//
//go:embed loaded.yaml
var loadedFiles embed.FS

const loadedFile = "loaded.yaml"

// loadedTerm is an entry of loaded.yaml; words and phrases are in lower case.
type loadedTerm struct {
	words           []text
	reason, instead text
	except          []text
}

func readLoadedTerm(r *record) loadedTerm {
	t := loadedTerm{words: r.texts("words"), reason: r.need("reason"), instead: r.need("instead")}
	for _, n := range r.list("except") {
		x := r.l.record(n, "an exception")
		t.except = append(t.except, x.need("phrase"))
		x.need("reason")
		x.done()
	}
	return t
}

// loadedTerms reads the list that comes with the program. What is wrong with it
// becomes a fault of the edition that l reads.
func loadedTerms(l *loader) []loadedTerm {
	own := &loader{ctx: l.ctx, fsys: loadedFiles}
	terms := entries(own, "terms", []text{{value: loadedFile}}, readLoadedTerm)
	l.faults.addAll(own.faults)
	return terms
}

// ownWords is the text without what stands between quotation marks, in lower
// case: each blank is one " ", and what is taken out is one "\x00" for each
// character, which is no part of a word.
func ownWords(s string) string {
	runes := []rune(s)
	unclosed := make(map[rune]bool) // if one is never closed, neither is a later one
	for i := 0; i < len(runes); i++ {
		closers := closersOf(runes[i])
		if closers == "" || unclosed[runes[i]] {
			continue
		}
		end := closing(runes, i+1, closers)
		if end < 0 {
			unclosed[runes[i]] = true
			continue
		}
		for ; i < end; i++ {
			runes[i] = 0
		}
	}
	for i, r := range runes {
		if runes[i] = unicode.ToLower(r); unicode.IsSpace(r) {
			runes[i] = ' '
		}
	}
	return string(runes)
}

// closersOf returns the marks that can close a quotation opened by r, "" if r opens
// none.
func closersOf(r rune) string {
	if r == '‘' {
		return "’"
	}
	return letter.Closers(r)
}

// closing returns the index of the first of closers at or after index i, or -1. An
// apostrophe inside a word closes nothing.
func closing(runes []rune, i int, closers string) int {
	for ; i < len(runes); i++ {
		inWord := runes[i] == '’' && i+1 < len(runes) && unicode.IsLetter(runes[i+1])
		if strings.ContainsRune(closers, runes[i]) && !inWord {
			return i
		}
	}
	return -1
}

// find returns the first of the term's words that the text holds outside its
// exceptions; own is the text as [ownWords] has it.
func (t loadedTerm) find(own string) (string, bool) {
	for _, x := range t.except {
		own = without(own, x.value)
	}
	for _, w := range t.words {
		if len(wholeWords(own, w.value)) > 0 {
			return w.value, true
		}
	}
	return "", false
}

// without returns the text with each byte of each occurrence of phrase replaced by
// "\x00".
func without(own, phrase string) string {
	places := wholeWords(own, phrase)
	if len(places) == 0 {
		return own
	}
	b := []byte(own)
	for _, s := range places {
		clear(b[s.Start:s.End])
	}
	return string(b)
}
