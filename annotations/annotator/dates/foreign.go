package dates

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations/annotator/found"
)

// grammar is how a language other than English writes dates in full: always the day
// first.
type grammar struct {
	language string
	months   [12]string // in lower case, each with its other forms, between blanks
	of       string     // between day, month and year
	years    string     // words that a year stands behind
}

var grammars = []*grammar{
	{"de", [12]string{"januar jänner jan", "februar feber feb febr", "märz mär mrz", "april apr", "mai", "juni jun", "juli jul",
		"august aug", "september sep sept", "oktober okt", "november nov", "dezember dez"}, "", "jahr jahre jahres jahren seit ab sommer winter herbst frühjahr anfang ende mitte"},
	{"fr", [12]string{"janvier janv", "février fevrier févr", "mars", "avril avr", "mai", "juin", "juillet juil",
		"août aout", "septembre sept", "octobre oct", "novembre nov", "décembre déc"}, "", "en depuis année dès l'an été hiver printemps automne"},
	{"es", [12]string{"enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
		"agosto ago", "septiembre setiembre sep sept", "octubre oct", "noviembre nov", "diciembre dic"}, "de del", "en desde año hasta"},
	{"it", [12]string{"gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug",
		"agosto ago", "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic"}, "di del", "nel dal anno al"},
	{"nl", [12]string{"januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
		"augustus aug", "september sep sept", "oktober okt", "november nov", "december dec"}, "", "in sinds jaar vanaf"},
	{"pt", [12]string{"janeiro jan", "fevereiro fev", "março marco mar", "abril abr", "maio mai", "junho jun", "julho jul",
		"agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez"}, "de do", "em desde ano até"},
	{"sv", [12]string{"januari jan", "februari feb", "mars", "april apr", "maj", "juni jun", "juli jul",
		"augusti aug", "september sep sept", "oktober okt", "november nov", "december dec"}, "", "år sedan"},
	{"da", [12]string{"januar jan", "februar feb", "marts", "april apr", "maj", "juni jun", "juli jul",
		"august aug", "september sep sept", "oktober okt", "november nov", "december dec"}, "", "i år siden"},
	{"nb", [12]string{"januar jan", "februar feb", "mars", "april apr", "mai", "juni jun", "juli jul",
		"august aug", "september sep sept", "oktober okt", "november nov", "desember des"}, "", "i år siden"},
	{"pl", [12]string{"stycznia styczeń styczniu", "lutego luty lutym", "marca marzec marcu", "kwietnia kwiecień kwietniu", "maja maj maju",
		"czerwca czerwiec czerwcu", "lipca lipiec lipcu", "sierpnia sierpień sierpniu", "września wrzesień wrześniu",
		"października październik październiku", "listopada listopad listopadzie", "grudnia grudzień grudniu"}, "", "roku"},
}

// digitsOnly is the grammar of a language that is not known.
var digitsOnly = &grammar{}

// baseOf is the language of a BCP 47 tag without its script and region.
func baseOf(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	base, _, _ = strings.Cut(base, "_")
	switch base = strings.ToLower(base); base {
	case "no", "nn":
		return "nb"
	}
	return base
}

// languageOf is the language of an article as it is told, or else as its words tell it.
// A text too short for that is read as English.
func languageOf(d *found.Doc) string {
	if d.Language != "" {
		return d.Language
	}
	return found.Language(d.Text)
}

// grammarFor is the grammar of a language by its base; nil for English.
func grammarFor(language string) *grammar {
	if language == "" || language == "en" {
		return nil
	}
	for _, g := range grammars {
		if g.language == language {
			return g
		}
	}
	return digitsOnly
}

// order tells how a language and its region write the numbers of a date with strokes,
// the day or the month first; neither for an English of no region.
func order(language string) (dayMonth, monthDay bool) {
	_, region, _ := strings.Cut(strings.ReplaceAll(language, "_", "-"), "-")
	switch {
	case strings.EqualFold(region, "US"), strings.EqualFold(region, "PH"):
		return false, true
	case baseOf(language) == "en" && (region == "" || strings.EqualFold(region, "CA")), language == "":
		return false, false
	}
	return true, false
}

// foreign reads the sentence in another language than English.
func (r *reader) foreign(g *grammar) {
	for i := 0; i < len(r.w); {
		f, first, end := r.foreignAt(i, g)
		if end == 0 {
			i++
			continue
		}
		r.settle(expression{form: f, first: first, last: end})
		i = max(end, i+1)
	}
}

// foreignAt reads a date around the number at i.
func (r *reader) foreignAt(i int, g *grammar) (f form, first, end int) {
	switch l := r.at(i); {
	case l.class == numeric:
		f, end = r.inStops(i)
	case l.class == num && !l.is(grouped|spelled), l.class == ordinal && l.len > 0:
		if f, end = r.foreignDay(i, g); end == 0 {
			f, end = r.inDigits(i)
		}
		if end == 0 && r.foreignYearAlone(i, g) {
			return form{op: fixed, date: date{grain: byYear, y: int(l.n)}, score: 0.9}, i, i + 1
		}
	case l.is(letters) && g.month(r.word(i)) > 0:
		f, end = r.foreignMonth(i, g)
	}
	return f, i, end
}

// foreignYearAlone reports whether the number at i is a year by the word before it.
func (r *reader) foreignYearAlone(i int, g *grammar) bool {
	l := r.at(i)
	return l.class == num && l.len == 4 && l.n >= 1500 && l.n <= 2100 && g.has(g.years, r.word(i-1)) && !r.percent(i+1) && !r.measured(i+1)
}

// foreignDay reads "5. März 2025", "1er mars 2025" and "5 de marzo de 2025".
func (r *reader) foreignDay(i int, g *grammar) (f form, end int) {
	l := r.at(i)
	d, j := int(l.n), i+1
	if l.len > 2 || d < 1 || d > 31 {
		return f, 0
	}
	if r.is(j, point) && r.joined(j) || r.word(j) == "º" || r.word(j) == "°" {
		j++
	}
	if g.has(g.of, r.word(j)) {
		j++
	}
	m := g.month(r.word(j))
	if m == 0 {
		return f, 0
	}
	end = r.foreignStop(j + 1)
	if y, e := r.foreignYear(end, g); e > 0 {
		return form{op: fixed, date: date{grain: byDay, y: y, m: m, d: d}, score: 0.97}, e
	}
	return form{op: open, score: 0.85}, j + 1
}

func (r *reader) foreignStop(i int) int {
	if r.is(i, point) && r.joined(i) && r.is(i+1, num) {
		return i + 1
	}
	return i
}

// foreignMonth reads "März 2025" and "marzo de 2025".
func (r *reader) foreignMonth(i int, g *grammar) (f form, end int) {
	if y, e := r.foreignYear(r.foreignStop(i+1), g); e > 0 {
		return form{op: fixed, date: date{grain: byMonth, y: y, m: g.month(r.word(i))}, score: 0.95}, e
	}
	return f, 0
}

func (r *reader) foreignYear(i int, g *grammar) (y, end int) {
	if g.has(g.of, r.word(i)) {
		i++
	}
	if l := r.at(i); l.class == num && l.len == 4 && !l.is(grouped) && l.n >= 1000 && l.n <= 2200 {
		return int(l.n), i + 1
	}
	return 0, 0
}

// month is the number of a month by its name, 0 if it is none.
func (g *grammar) month(w string) int {
	if len(w) < 3 || len(w) > 16 || !g.begins(w) {
		return 0
	}
	for i, names := range &g.months {
		if g.has(names, w) {
			return i + 1
		}
	}
	return 0
}

// begins reports whether a month begins as w does.
func (g *grammar) begins(w string) bool {
	c := w[0]
	if c < utf8.RuneSelf {
		c |= 0x20
	}
	for i := range &g.months {
		if len(g.months[i]) > 0 && (g.months[i][0] == c || c >= utf8.RuneSelf) {
			return true
		}
	}
	return false
}

// has reports whether a word is one of a list, which stands in lower case.
func (g *grammar) has(list, w string) bool {
	if w == "" {
		return false
	}
	for list != "" {
		var one string
		one, list, _ = strings.Cut(list, " ")
		if len(one) == len(w) && strings.EqualFold(one, w) {
			return true
		}
	}
	return false
}
