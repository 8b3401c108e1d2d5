package tagger

import "sidelight/annotations/annotator/found"

// What the body of a document says of how a word is written.
const (
	bodyLower docBits = 1 << iota
	bodyTitle
	bodyCapital
	bodyFirst // at the beginning of a sentence
)

// recase takes the capitals of headlines, where they tell nothing, for what the body
// of the document writes: a word that the body has in lower case is no name, and one
// that a line of capitals shouts is written as the body writes it.
func (s *scratch) recase(x *Lexicon, d *found.Doc) {
	any := false
	for _, n := range d.Sentences {
		any = any || n.Capitals
	}
	if !any {
		return
	}
	s.body.reset(len(s.looks))
	for _, n := range d.Sentences {
		if !n.Capitals {
			s.bodyOf(s.looks[n.First:n.Last])
		}
	}
	for _, n := range d.Sentences {
		if n.Capitals {
			s.recaseSentence(x, s.looks[n.First:n.Last])
		}
	}
}

func (s *scratch) bodyOf(sentence []look) {
	for i := range sentence {
		switch k := &sentence[i]; k.form {
		case formLower:
			s.body.add(k.word, bodyLower)
		case formTitle, formMixed:
			if i > 0 && sentence[i-1].form != formPunct {
				s.body.add(k.word, bodyTitle)
			} else {
				s.body.add(k.word, bodyFirst)
			}
		case formCapital, formInitial:
			s.body.add(k.word, bodyCapital)
		}
	}
}

func (s *scratch) recaseSentence(x *Lexicon, sentence []look) {
	shouted, lower := 0, 0
	for i := range sentence {
		switch f := sentence[i].form; {
		case f == formCapital:
			shouted++
		case f == formLower || f == formTitle && sentence[i].runes > 1:
			lower++
		}
	}
	for i := range sentence {
		k := &sentence[i]
		if !k.form.capital() {
			continue
		}
		k.rewrite(x.recased(k, s.body.of(k.word), shouted > 2*lower))
	}
}

// recased is the form of a word of a headline, from what the body says of it.
func (x *Lexicon) recased(k *look, body docBits, shouts bool) form {
	named := body&(bodyTitle|bodyFirst) != 0 && body&bodyLower == 0 && !k.entry.is(isSmall)
	switch {
	case named && shouts && k.form == formCapital:
		return formTitle
	case body&bodyCapital != 0 && body&bodyLower == 0:
		return k.form
	case body&bodyLower != 0 && body&bodyTitle == 0:
		return formLower
	case body&bodyTitle != 0 || !shouts:
		return k.form
	}
	return x.shouted(k)
}

// shouted is the form of a word of a line of capitals of which the body says nothing.
func (x *Lexicon) shouted(k *look) form {
	const known = 1<<listBigCity | 1<<listCountry | 1<<listRegion | 1<<listNation
	switch {
	case x.phrases.get(join(0, k.word))&known != 0:
		return formTitle
	case k.entry.is(isSmall|isCalendar|isSpeech) || k.entry.c64 != 0 && !k.entry.is(isFirst|isNation|isCountry):
		return formLower
	case k.form == formCapital:
		return formTitle
	}
	return k.form
}

func (k *look) rewrite(f form) {
	if f == k.form {
		return
	}
	k.form, k.shape = f, shapeLower
	if f == formTitle {
		k.shape = shapeTitle
	}
}

var shapeLower, shapeTitle = shapeOf("xx"), shapeOf("Xxx")

func shapeOf(s string) uint32 {
	var k look
	k.scan(s)
	return k.shape
}
