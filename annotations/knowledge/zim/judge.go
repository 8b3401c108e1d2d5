package zim

import (
	"strings"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// ofNamesakes reports whether a first paragraph belongs to a list of what has one name,
// or tells of the name itself.
func ofNamesakes(s string) bool {
	l := text.Plain.Fold(s)
	if strings.HasSuffix(l, ":") {
		return true
	}
	for _, words := range []string{
		"may refer to", "may also refer to", "can refer to", "might refer to", "usually refers to", "most commonly refers to",
		"most often refers to", "is a surname", "is the surname", "is a family name", "is a given name", "is a masculine given name",
		"is a feminine given name", "is a unisex given name", "is a common name", "is the name of several", "is the name of:",
		"ist der name mehrerer", "ist der familienname", "steht fur:", "bezeichnet:", "ist ein familienname", "ist ein vorname",
	} {
		if strings.Contains(l, words) {
			return true
		}
	}
	return false
}

// maxJudged is how many words of a paragraph are looked at.
const maxJudged = 120

// judge says by the words of a first paragraph what it is about: "… was a Swedish
// chemist", "… is a city in …". It is 0 if they do not say.
func judge(s string) annotations.Kind {
	words := wordsOf(s)
	for i := 1; i+1 < len(words); i++ {
		switch words[i] {
		case "is", "was", "are", "were", "ist", "war", "sind", "waren":
			if kind := predicate(words[i+1:]); kind != 0 {
				return kind
			}
		}
	}
	return 0
}

// wordsOf are the first words of a text, folded, with commas and stops as words of their
// own. What stands in brackets is left out.
func wordsOf(s string) []string {
	var all []string
	depth, start := 0, -1
	flush := func(i int) {
		if start >= 0 && depth == 0 {
			all = append(all, text.Plain.Fold(s[start:i]))
		}
		start = -1
	}
	for i, r := range s {
		if len(all) >= maxJudged {
			break
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '\'' || r == '’':
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(depth-1, 0)
		case ',', '.', ';':
			if depth == 0 {
				all = append(all, string(r))
			}
		}
	}
	flush(len(s))
	return all
}

// predicate looks for the kind of the noun that a verb such as "is" leads to: the last
// known one before what only describes it, "city" in "the largest city in the north".
func predicate(words []string) annotations.Kind {
	if len(words) > 2 && words[0] == "one" && words[1] == "of" {
		words = words[2:]
	}
	const most = 16
	last := annotations.Kind(0)
	for i, w := range words {
		if w == "of" && i > 0 && measure(words[i-1]) {
			last = 0 // "a group of islands"
			continue
		}
		if i >= most || ends(w) && (last != 0 || i > 0 && w != "," && w != "of") {
			break
		}
		if kind := kindOf(w); kind != 0 {
			last = kind
		}
	}
	return last
}

// ends reports whether a word ends what is said to be, and begins what describes it.
func ends(w string) bool {
	switch w {
	case ",", ".", ";", "of", "in", "on", "at", "for", "from", "with", "by", "to", "that", "which", "who", "whose", "where", "when",
		"based", "located", "situated", "headquartered", "founded", "serving", "born", "about", "responsible", "between", "near",
		"under", "since", "as", "der", "die", "das", "des", "im", "am", "mit", "fur", "von", "aus", "sowie":
		return true
	}
	return false
}

// measure reports whether a word is only how much there is of what follows it.
func measure(w string) bool {
	switch w {
	case "group", "body", "chain", "series", "part", "area", "collection", "pair", "type", "kind", "one", "strip", "stretch", "name":
		return true
	}
	return false
}

// kindOf is the kind of what a noun names.
func kindOf(w string) annotations.Kind {
	if kind, ok := nouns()[w]; ok {
		return kind
	}
	if s, ok := strings.CutSuffix(w, "ies"); ok {
		if kind, ok := nouns()[s+"y"]; ok {
			return kind
		}
	}
	if s, ok := strings.CutSuffix(w, "s"); ok {
		if kind, ok := nouns()[s]; ok {
			return kind
		}
	}
	// "businesswoman", "vice-president", "Kleinstadt", "Politikerin"
	for _, x := range nounEnds {
		if strings.HasSuffix(w, x.end) {
			return x.kind
		}
	}
	return 0
}

var nounEnds = []struct {
	end  string
	kind annotations.Kind
}{
	{"woman", annotations.Person}, {"ologist", annotations.Person}, {"player", annotations.Person}, {"maker", annotations.Person},
	{"politiker", annotations.Person}, {"politikerin", annotations.Person}, {"schauspieler", annotations.Person},
	{"schauspielerin", annotations.Person}, {"spieler", annotations.Person}, {"spielerin", annotations.Person}, {"autorin", annotations.Person},
	{"stadt", annotations.Place}, {"insel", annotations.Place}, {"gemeinde", annotations.Place}, {"staat", annotations.Place},
	{"unternehmen", annotations.Organisation}, {"organisation", annotations.Organisation}, {"partei", annotations.Organisation},
	{"verband", annotations.Organisation}, {"behorde", annotations.Organisation},
}
