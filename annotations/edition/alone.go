package edition

import (
	"embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/lazy"
	letter "sidelight/annotations/text"
)

// alone.yaml lists beginnings that lean on a sentence before.
//
//go:embed alone.yaml
var aloneFiles embed.FS

const aloneFile = "alone.yaml"

// openings reads one of the two lists of alone.yaml. What is wrong with the list
// becomes a fault of the edition that l reads.
func openings(l *loader, list string) []loadedTerm {
	own := &loader{ctx: l.ctx, fsys: aloneFiles}
	var terms []loadedTerm
	own.walk([]text{{value: aloneFile}}, func(root *record) {
		root.list("pronouns")
		root.list("descriptions")
		for _, n := range root.list(list) {
			r := own.record(n, "an entry of "+list)
			terms = append(terms, readLoadedTerm(r))
			r.done()
		}
	})
	l.faults.addAll(own.faults)
	return terms
}

// checkAlone refuses a fact that cannot stand by itself: one that leans on a sentence
// before, or speaks of a person before it names one.
func (b *book) checkAlone() {
	pronouns, descriptions := openings(b.l, "pronouns"), openings(b.l, "descriptions")
	names := b.wordsOfNames()
	for _, f := range b.facts {
		if b.l.ctx.Err() != nil {
			return
		}
		if term, words, ok := f.leans(pronouns, descriptions); ok {
			b.l.fault(f.text.at, "the fact %s begins with “%s” (%s): write %s, since it is shown on other cards and in the search", f.ID, words, term.reason.value, term.instead.value)
		} else if w, ok := strayPronoun(f.Text, names); ok {
			b.l.fault(f.text.at, "the fact %s says “%s” before it names anybody: write the name, since it is shown on other cards and in the search", f.ID, w)
		} else if !b.namesSubject(f) {
			b.l.fault(f.text.at, "the fact %s names nothing that it is about (%s): write the name, since it is shown in the search by itself", f.ID, f.About[0])
		}
	}
}

// namesSubject reports whether a fact about somebody or something with a name of its
// own names one of the entities that it is about, by any of their names or by a word
// of one.
func (b *book) namesSubject(f *fact) bool {
	first := len(f.About) > 0 && b.byID[f.About[0]] != nil
	if !first || !slices.Contains([]annotations.Kind{annotations.Person, annotations.Organisation, annotations.Place}, b.byID[f.About[0]].Kind) {
		return true
	}
	said := letter.Plain.Fold(f.Text)
	return slices.ContainsFunc(f.About, func(id annotations.EntityID) bool {
		x := b.byID[id]
		return x != nil && slices.ContainsFunc(x.allNames(), func(n string) bool { return saysName(f.Text, said, n) })
	})
}

// saysName reports whether a text says a name or a word of it that has four letters
// or more, in any form; said is the text, folded.
func saysName(s, said, name string) bool {
	if len(wholeWords(s, name)) > 0 {
		return true
	}
	return slices.ContainsFunc(strings.Fields(letter.Plain.Fold(name)), func(w string) bool {
		w = strings.TrimFunc(w, func(r rune) bool { return !letter.InWord(r) })
		return utf8.RuneCountInString(w) > 3 && strings.Contains(said, strings.TrimSuffix(w, "s"))
	})
}

// leans returns what the fact begins with, if that leans on a sentence before.
func (f *fact) leans(pronouns, descriptions []loadedTerm) (loadedTerm, string, bool) {
	own := ownWords(f.Text)
	for _, term := range pronouns {
		if w, ok := term.opens(own); ok {
			return term, w, true
		}
	}
	for _, term := range descriptions {
		if w, ok := term.opens(own); ok && len(f.About) > 1 && !determined(f.Text[len(w):]) {
			return term, w, true
		}
	}
	return loadedTerm{}, "", false
}

// opens returns the first of the term's words with which a text begins, unless it
// begins with one of the exceptions; own is the text as [ownWords] has it.
func (t loadedTerm) opens(own string) (string, bool) {
	for _, x := range t.except {
		if beginsWith(own, x.value) {
			return "", false
		}
	}
	for _, w := range t.words {
		if beginsWith(own, w.value) {
			return w.value, true
		}
	}
	return "", false
}

// beginsWith reports whether a text begins with words and no letter follows them.
func beginsWith(s, words string) bool {
	rest, ok := strings.CutPrefix(s, words)
	next, _ := utf8.DecodeRuneInString(rest)
	return ok && (rest == "" || !letter.InWord(next))
}

// allNames returns every name of an entity that is given.
func (e *entity) allNames() []string {
	all := append([]string{e.Name, e.Printed, e.Short}, e.Aliases...)
	return slices.DeleteFunc(all, func(n string) bool { return n == "" })
}

var determining = lazy.Regexp{Source: `^ (of|that|who|whom|whose|which|in|from)\b`}

// determined reports whether what follows a description says who is meant: a name, or
// a clause.
func determined(rest string) bool {
	return isCapital(strings.TrimPrefix(rest, " ")) || determining.Get().MatchString(rest)
}

var personal = lazy.Regexp{Source: `\b(he|she|him|her|his|hers|himself|herself)\b`}

// wordsOfNames returns the words with a capital of all entities' names.
func (b *book) wordsOfNames() map[string]bool {
	out := make(map[string]bool)
	for _, x := range b.entities {
		for _, n := range x.allNames() {
			for w := range strings.FieldsFuncSeq(n, func(r rune) bool { return !letter.InWord(r) }) {
				if w != "The" && isCapital(w) {
					out[w] = true
				}
			}
		}
	}
	return out
}

// isCapital reports whether a word begins with a capital.
func isCapital(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first)
}

// named matches a clause that the name of whom it speaks follows: "before his post of
// 5 March, Trump met …".
var named = lazy.Regexp{Source: `^[^,.;:!?]*, \p{Lu}`}

// strayPronoun returns the first pronoun of a text that stands for a person, if no
// name stands before it: none of the words of names, and no word with a capital but
// the first of a sentence. Nor does one stand right behind the clause that holds the
// pronoun. What stands between quotation marks has no such pronoun.
func strayPronoun(s string, names map[string]bool) (string, bool) {
	own := ownWords(s)
	at := personal.Get().FindStringIndex(own)
	if at == nil {
		return "", false
	}
	runes := []rune(s)
	first := utf8.RuneCountInString(own[:at[0]])
	before := string(runes[:first])
	if named.Get().MatchString(string(runes[first:])) {
		return "", false
	}
	for start, end := range letter.Sentences(before) {
		opening := true
		for w := range strings.FieldsFuncSeq(before[start:end], func(r rune) bool { return !letter.InWord(r) }) {
			if isCapital(w) && (!opening || names[w]) {
				return "", false
			}
			opening = false
		}
	}
	return own[at[0]:at[1]], true
}
