package found

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// languageBytes is how much of a text [Language] looks at.
const languageBytes = 20_000

// Language is the language of a text as the base of a BCP 47 tag ("en", "de"), or ""
// if it is not known: the one whose commonest words the text uses most, among those of
// its script. A text of fewer than twenty words has one only if nearly every other
// word says so. It looks at the beginning of a long text.
func Language(text string) string {
	if len(text) > languageBytes {
		n := languageBytes
		for n > languageBytes-utf8.UTFMax && !utf8.RuneStart(text[n]) {
			n--
		}
		text = text[:n]
	}
	var s languageScore
	s.read(text)
	if script := s.script(); script != scriptLatin {
		return s.byScript(script)
	}
	return s.byWords()
}

type script uint8

const (
	scriptLatin script = iota
	scriptCyrillic
	scriptGreek
	scriptArabic
	scriptHebrew
	scriptDevanagari
	scriptThai
	scriptHan
	scriptKana
	scriptHangul
	scripts
)

// scriptTables name the scripts that are told apart, but for the Latin one.
var scriptTables = [scripts]*unicode.RangeTable{
	scriptCyrillic: unicode.Cyrillic, scriptGreek: unicode.Greek, scriptArabic: unicode.Arabic,
	scriptHebrew: unicode.Hebrew, scriptDevanagari: unicode.Devanagari, scriptThai: unicode.Thai,
	scriptHan: unicode.Han, scriptKana: unicode.Hiragana, scriptHangul: unicode.Hangul,
}

// languageWords are the commonest words of languages in Latin letters, about as many
// of each, so that their shares in a text compare.
var languageWords = [...]struct{ tag, words string }{
	{"en", `the of and to in a is that it was for on with as he be at by his from are this had not but they which you were her she has have an or one been their who will would its said more about`},
	{"de", `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch ich wir`},
	{"fr", `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son aux ou mais comme elle cette ont été nous vous je tout fait leur être deux même d l qu n s c`},
	{"es", `de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante fue ha son`},
	{"it", `di e il la che in a per un è del non una della sono con le i si da al come dei nel ma più alla ha anche gli lo delle se dal o questo nella suo sua essere stato tra cui dopo era ed l d dell nell all`},
	{"nl", `de van het een en in is dat op te zijn met voor niet aan er om had ook als dan maar uit bij nog naar heeft ze was door over werd wordt hij worden tot geen deze dit ik hebben kan meer of zich die haar`},
	{"pt", `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre era depois sem mesmo são`},
	{"sv", `och i att det som en på är av för med till den har de inte om ett men var sig så från vi man kan när år han under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla`},
	{"da", `og i at det som en på er af for med til den har de ikke om et men var sig så fra vi man kan når år han under også efter eller nu sin der ved mod skal skulle kommer ud får blev være havde alle jeg hun`},
	{"nb", `og i at det som en på er av for med til den har de ikke om et men var seg så fra vi man kan når år han under også etter eller nå sin der ved mot skal skulle kommer ut får ble være hadde alle jeg hun`},
	{"pl", `w i na z się nie do to że jest o jak po co za od ale przez dla są by już tak tylko oraz jego może być ich przed które który która także był była tym tego lub jednak ma pod czy roku było`},
	{"cs", `a se v na je že s z do o i to k ve pro za by ale jako po od jsou jeho které jsem však bylo být který si už tak také jen nebo byl která má své až při roku není aby před`},
	{"ro", `de și în a la cu că nu o pe din care mai un se este pentru sunt prin fi au ce al le sau dar să lui ca după fost dintre acest această fiind doar până când`},
	{"hu", `a az és hogy nem is egy ez meg de volt ha csak már mint van vagy még el ki mert azt ezt kell lesz aki ami amely után majd szerint pedig minden`},
	{"fi", `ja on ei se että oli hän mutta ovat joka myös kun niin kuin tai vain sen jos mukaan sekä jo ole olla nyt ollut vuoden ettei sitä he jotka voi sitten kanssa`},
	{"tr", `ve bir bu da de için ile çok olarak daha en gibi kadar ne var sonra olan ama o ya ki mi değil her olduğunu göre tarafından oldu yeni iki`},
}

// languageIndex tells for each of those words, as bits, the languages that have it.
var languageIndex = sync.OnceValue(func() map[string]uint32 {
	m := make(map[string]uint32, 600)
	for i, l := range &languageWords {
		for _, w := range strings.Fields(l.words) {
			m[w] |= 1 << i
		}
	}
	return m
})

// languageScore counts what tells a language.
type languageScore struct {
	letters [scripts]int
	words   int // in Latin letters
	hits    [len(languageWords)]int
	marks   [128]int // letters of Cyrillic and Arabic that only some languages have
}

// read counts the letters and words of a text.
func (s *languageScore) read(text string) {
	index := languageIndex()
	var folded [16]byte
	word := folded[:0]
	for _, r := range text {
		if r < utf8.RuneSelf && !wordRune(r) || r >= utf8.RuneSelf && !unicode.IsLetter(r) {
			s.word(index, word)
			word = folded[:0]
			continue
		}
		s.letter(r)
		if len(word)+utf8.UTFMax <= cap(word) { // what is longer is no word of the table
			word = utf8.AppendRune(word, unicode.ToLower(r))
		}
	}
	s.word(index, word)
}

func (s *languageScore) word(index map[string]uint32, word []byte) {
	if len(word) == 0 || '0' <= word[0] && word[0] <= '9' {
		return
	}
	s.words++
	mask := index[string(word)]
	for i := 0; mask != 0; i, mask = i+1, mask>>1 {
		s.hits[i] += int(mask & 1)
	}
}

func (s *languageScore) letter(r rune) {
	if r < 0x250 {
		if r > '9' {
			s.letters[scriptLatin]++
		}
		return
	}
	for i, table := range &scriptTables {
		if table != nil && unicode.Is(table, r) {
			s.letters[i]++
			s.mark(r)
			return
		}
	}
	if unicode.Is(unicode.Katakana, r) {
		s.letters[scriptKana]++
	}
}

// Letters of Cyrillic and Arabic that tell a language.
const (
	markUkrainian = iota
	markRussian
	markBulgarian
	markSerbian
	markPersian
	markUrdu
)

func (s *languageScore) mark(r rune) {
	switch unicode.ToLower(r) {
	case 'і', 'ї', 'є', 'ґ':
		s.marks[markUkrainian]++
	case 'ы', 'э', 'ё':
		s.marks[markRussian]++
	case 'ъ':
		s.marks[markBulgarian]++
	case 'ј', 'љ', 'њ', 'ћ', 'ђ', 'џ':
		s.marks[markSerbian]++
	case 'پ', 'چ', 'ژ', 'گ', 'ک', 'ی':
		s.marks[markPersian]++
	case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں', 'ہ':
		s.marks[markUrdu]++
	}
}

// script is the one of most letters. Japanese writes Chinese characters too, but
// Chinese no kana.
func (s *languageScore) script() script {
	if s.letters[scriptKana] > 0 && 10*s.letters[scriptKana] >= s.letters[scriptHan] {
		s.letters[scriptKana] += s.letters[scriptHan]
	}
	best := scriptLatin
	for i, n := range &s.letters {
		if n > s.letters[best] {
			best = script(i)
		}
	}
	return best
}

// byScript is the language of a text that is not in Latin letters.
func (s *languageScore) byScript(of script) string {
	const least = 6 // letters: a word or two
	if s.letters[of] < least {
		return ""
	}
	switch of {
	case scriptCyrillic:
		return s.cyrillic()
	case scriptArabic:
		switch n := s.letters[of]; {
		case 50*s.marks[markUrdu] > n:
			return "ur"
		case 50*s.marks[markPersian] > n:
			return "fa"
		}
		return "ar"
	}
	return [scripts]string{
		scriptGreek: "el", scriptHebrew: "he", scriptDevanagari: "hi", scriptThai: "th",
		scriptHan: "zh", scriptKana: "ja", scriptHangul: "ko",
	}[of]
}

func (s *languageScore) cyrillic() string {
	tags := [...]string{markUkrainian: "uk", markRussian: "ru", markBulgarian: "bg", markSerbian: "sr"}
	best, sum := 0, 0
	for i := range tags {
		sum += s.marks[i]
		if s.marks[i] > s.marks[best] {
			best = i
		}
	}
	if 2*s.marks[best] <= sum || best == markBulgarian && s.marks[markRussian] > 0 {
		if s.marks[markRussian] > 0 && s.marks[markUkrainian] == 0 {
			return "ru"
		}
		return ""
	}
	return tags[best]
}

// byWords is the language of a text in Latin letters: the one that has most of its
// words, if they are many enough and more than those of any other.
func (s *languageScore) byWords() string {
	best, second := 0, -1
	for i := 1; i < len(s.hits); i++ {
		switch {
		case s.hits[i] > s.hits[best]:
			best, second = i, best
		case second < 0 || s.hits[i] > s.hits[second]:
			second = i
		}
	}
	hits, other := s.hits[best], s.hits[second]
	const few = 20
	if s.words < few {
		if hits >= 3 && 5*hits >= 2*s.words && 3*other <= 2*hits {
			return languageWords[best].tag
		}
		return ""
	}
	if hits < 4 || 8*hits < s.words || 20*other > 19*hits {
		return ""
	}
	return languageWords[best].tag
}
