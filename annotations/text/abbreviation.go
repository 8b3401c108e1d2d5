package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// UAX #29 ends a sentence after each of these words where a capital follows,
// which is why its rule is not used here.
var (
	// abbreviations end no sentence, whatever follows.
	abbreviations = set(`mr mrs ms mx dr prof st jr sr gen col lt sgt capt cmdr adm maj sen rep gov pres hon rev cllr messrs vs etc
		mme mlle hr fr frl dipl ing bzw vgl ca evtl ggf sog geb gest hrsg inkl bspw usf`)
	// beforeNumbers end no sentence where a number follows: "Nr. 5", but "He said no."
	beforeNumbers = set(`no nos nr nrn vol vols fig figs p pp s c art abs bd kap ch sec ed op cf ver tel anm
		jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez`)
	// afterOrdinals are what a German ordinal number stands before: "3. Mai".
	afterOrdinals = set(`januar jänner februar feber märz april mai juni juli august september oktober november dezember
		jan feb febr mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts jahrhunderte jahrhunderten jh jhd
		jahrtausend jahrtausends weltkrieg weltkriegs weltkrieges`)
	// beforeOrdinals are articles with which a German ordinal number goes: "der
	// 2. Platz". None of them is a word of English.
	beforeOrdinals = set(`der dem den des zum zur vom beim`)
	// afterTimes are words that begin a sentence and never go on behind "4 p.m."
	afterTimes = set(`The A An It He She They We You His Her Their There This That But And`)
)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// abbreviated reports whether the full stop between before and rest ends no
// sentence.
func abbreviated(before, rest string) bool {
	word := lastWord(before)
	if word == "" {
		return false
	}
	if word[0] >= '0' && word[0] <= '9' {
		return ordinal(before, word, rest)
	}
	if first, n := utf8.DecodeRuneInString(word); n == len(word) {
		// One letter, as the S of "U.S." or the g of "e.g."
		if halfDay(before) && afterTimes[firstWord(strings.TrimLeftFunc(rest, unicode.IsSpace))] {
			return false
		}
		return unicode.IsUpper(first) || strings.HasSuffix(before, "."+word) || beforeNumbers[word] && number(rest)
	}
	word = strings.ToLower(word)
	if word == "al" && strings.HasSuffix(before, "et al") {
		return strings.HasPrefix(strings.TrimLeftFunc(rest, unicode.IsSpace), "(") // "Allen et al. (1998)"
	}
	return abbreviations[word] || beforeNumbers[word] && number(rest)
}

// halfDay reports whether before ends as "at 4 p.m" does.
func halfDay(before string) bool {
	return strings.HasSuffix(before, " p.m") || strings.HasSuffix(before, " a.m")
}

// ordinal reports whether the digits with which before ends are an ordinal
// number, as German writes it, of what rest says.
func ordinal(before, digits, rest string) bool {
	const longest = 3
	if len(digits) > longest {
		return false
	}
	next := firstWord(strings.TrimLeftFunc(rest, unicode.IsSpace))
	if afterOrdinals[strings.ToLower(next)] {
		return true
	}
	article := lastWord(strings.TrimRightFunc(before[:len(before)-len(digits)], unicode.IsSpace))
	return beforeOrdinals[strings.ToLower(article)]
}

// number reports whether rest is blanks and then a number.
func number(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	return unicode.IsDigit(r)
}

// lastWord returns the letters and digits with which s ends.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !InWord(r) })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

// firstWord returns the letters and digits with which s begins.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !InWord(r) }); i >= 0 {
		return s[:i]
	}
	return s
}
