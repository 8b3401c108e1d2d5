package edition

import (
	"embed"
	"strings"
	"unicode"
)

// The words that an edition does not use in its own voice are data, each with
// its reason, so that one can argue with them.
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

// loadedTerms reads the list that comes with the program.
func loadedTerms() ([]loadedTerm, Errors) {
	l := &loader{fsys: loadedFiles}
	return entries(l, "terms", []text{{value: loadedFile}}, readLoadedTerm), l.faults
}

// ownWords is the text without what stands between quotation marks, in lower
// case: each blank is one " ", and what is taken out is one "\x00" for each
// character, which is no part of a word.
func ownWords(s string) string {
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		if end := closing(runes, i); end > i {
			for ; i < end; i++ {
				runes[i] = 0
			}
		}
	}
	for i, r := range runes {
		if runes[i] = unicode.ToLower(r); unicode.IsSpace(r) {
			runes[i] = ' '
		}
	}
	return string(runes)
}

// closing is the index of the quotation mark that closes the one at i, or -1 if
// there is none or i holds no opening one. An apostrophe inside a word closes
// nothing.
func closing(runes []rune, i int) int {
	pairs := map[rune]string{'"': `"`, '“': `”“`, '„': `“”`, '«': "»", '»': "«", '‘': "’"}
	closers, ok := pairs[runes[i]]
	if !ok {
		return -1
	}
	for j := i + 1; j < len(runes); j++ {
		inWord := runes[j] == '’' && j+1 < len(runes) && unicode.IsLetter(runes[j+1])
		if strings.ContainsRune(closers, runes[j]) && !inWord {
			return j
		}
	}
	return -1
}

// find returns the first of the term's words that the text holds outside its
// exceptions; own is the text as [ownWords] has it.
func (t loadedTerm) find(own string) (string, bool) {
	for _, x := range t.except {
		for _, s := range wholeWords(own, x.value) {
			own = own[:s.Start] + strings.Repeat("\x00", s.Len()) + own[s.End:]
		}
	}
	for _, w := range t.words {
		if len(wholeWords(own, w.value)) > 0 {
			return w.value, true
		}
	}
	return "", false
}
