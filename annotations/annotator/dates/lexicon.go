package dates

import (
	"strings"
	"sync"
)

// class is what a word can be in an expression of time.
type class uint8

const (
	none class = iota
	month
	weekday
	unit
	weekend
	part   // of a day: "morning"
	clockw // "noon", "midnight"
	season
	num      // digits, or a number in words
	ordinal  // "5th", "fifth"
	scale    // "hundred", "million"
	vagueNum // "few", "several"
	deictic  // "today"
	mod      // "last", "this"
	edge     // "early", "end"
	hedge    // "about", "nearly"
	the
	article // "a", "an"
	of
	in
	on
	at
	to
	and
	from
	between
	until // "until", "through"
	prep  // any other preposition before a date
	ago
	than // "more than"
	more // "more", "less", "at least"
	every
	frequency // "daily"
	times     // "once", "twice"
	vague     // "now"
	recent
	era    // "BC"
	fiscal // "fiscal", "FY"
	tens   // "nineties"
	decade // "1990s", "90s"
	quarter
	holiday
	clock   // "9:30"
	meridem // "am"
	zone    // "GMT"
	numeric // "05.03.2025"
	iso     // "05T10:00" at the end of an ISO date
	old
	half
	future // "will"
	plan   // "expects"
	past   // "said"
	is
	stop // ends a clause: "that", "but"
	poss // "his"
	dash
	slash
	comma
	point
	mark     // any other sign
	currency // "$"
	classes
)

// Flags of a lexeme.
const (
	weak    = 1 << iota // has another meaning too: "may", "sat", "fall"
	plural              // "Tuesdays", "years"
	short               // an abbreviation
	grouped             // a number with a comma or a decimal point
	upper               // begins with a capital
	letters             // a word, no sign or number
	spelled             // a number in words
)

// lexeme is what a token can be in an expression of time.
type lexeme struct {
	class class
	flags uint8
	len   uint8 // of the digits of a number
	n     int32
}

func (l lexeme) is(flag uint8) bool { return l.flags&flag != 0 }

// Units of time, in order of length.
const (
	second = iota
	minute
	hour
	day
	week
	fortnight
	months
	quarters
	year
	decades
	century
	millennium
)

// Modifiers.
const (
	last = iota
	pastly
	previous
	next
	coming
	this
	following
	that
	same
	these
)

// Edges.
const (
	early = iota
	late
	mid
	beginning
	closing
	earlier
	later
)

// lexicon names the words of each class; a number before a colon goes for all of the
// words behind it up to the next, otherwise words count up from there.
var lexicon = []struct {
	class class
	flags uint8
	words string
}{
	{month, 0, "=1 january february =4 april =6 june july august september october november december"},
	{month, weak, "=3 march =5 may"},
	{month, short | weak, "=1 jan feb mar apr =6 jun jul aug sep oct nov dec =9 sept"},
	{weekday, 0, "=0 monday tuesday wednesday thursday friday saturday sunday"},
	{weekday, plural, "=0 mondays tuesdays wednesdays thursdays fridays saturdays sundays"},
	{weekday, short | weak, "=0 mon tue wed thu fri sat sun =1 tues =3 thur =3 thurs"},
	{unit, 0, "=0 second minute hour day week fortnight month quarter year decade century millennium"},
	{unit, plural, "=0 seconds minutes hours days weeks fortnights months quarters years decades centuries millennia"},
	{weekend, 0, "=0 weekend"},
	{weekend, plural, "=0 weekends"},
	{part, 0, "=0 morning afternoon evening night =3 overnight"},
	{part, plural, "=0 mornings afternoons evenings nights"},
	{clockw, 0, "=12 noon =12 midday =0 midnight"},
	{season, weak, "=21 spring =23 fall"},
	{season, 0, "=22 summer =23 autumn =24 winter"},
	{num, spelled, `=0 zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty =30 thirty =40 forty =50 fifty =60 sixty =70 seventy =80 eighty =90 ninety`},
	{ordinal, spelled, `=1 first =3 third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
		fifteenth sixteenth seventeenth eighteenth nineteenth twentieth =30 thirtieth`},
	{scale, 0, "=2 hundred thousand =6 million =9 billion =12 trillion"},
	{scale, 0, "=1 dozen"},
	{vagueNum, 0, "=0 few several many couple numerous various countless multiple"},
	{deictic, 0, "=-1 yesterday today tomorrow =0 tonight"},
	{mod, 0, "=9 these =0 last past previous next coming this following that same =2 prior =4 upcoming =5 current =2 preceding =6 ensuing =4 forthcoming"},
	{edge, 0, "=0 early late mid beginning end earlier later =2 middle =3 start =4 close"},
	{hedge, 0, "=0 about around nearly almost roughly approximately over under circa some =8 ca only just"},
	{the, 0, "=0 the"},
	{article, 0, "=0 a an"},
	{of, 0, "=0 of"},
	{in, 0, "=0 in"},
	{on, 0, "=0 on"},
	{at, 0, "=0 at"},
	{to, 0, "=0 to"},
	{and, 0, "=0 and"},
	{from, 0, "=0 from"},
	{between, 0, "=0 between"},
	{until, 0, "=0 until till through thru"},
	{prep, 0, "=0 by since during before after for within throughout into towards toward as per without or like beyond"},
	{ago, 0, "=0 ago"},
	{than, 0, "=0 than"},
	{more, 0, "=0 more less fewer least up longer most"},
	{every, 0, "=0 every each"},
	{frequency, 0, "=3 daily =4 weekly =6 monthly =8 yearly annually =7 quarterly =2 hourly =3 nightly =4 biweekly =5 fortnightly =8 biannually"},
	{frequency, 0, "=3 weekdays weeknights"},
	{times, 0, "=1 once twice"},
	{vague, 0, "=0 now currently recently nowadays presently"},
	{recent, 0, "=0 recent"},
	{era, 0, "=-1 bc bce =1 ad ce"},
	{fiscal, 0, "=0 fiscal fy"},
	{tens, 0, "=20 twenties =30 thirties =40 forties =50 fifties =60 sixties =70 seventies =80 eighties =90 nineties"},
	{quarter, 0, "=1 q1 q2 q3 q4"},
	{holiday, 0, `=0 christmas new halloween valentine independence boxing juneteenth veterans armistice remembrance
		easter thanksgiving labor memorial good palm ash st bastille christmastime epiphany groundhog all martin
		=3 valentines =12 labour`},
	{zone, 0, "=0 gmt utc et est edt cet cest bst pst pdt pt ist jst"},
	{meridem, 0, "=0 am =12 pm"},
	{old, 0, "=0 old"},
	{half, 0, "=0 half"},
	{future, 0, "=0 will shall won't won’t going gonna"},
	{future, weak, "=0 would should could might must can"},
	{plan, 0, `=0 scheduled due slated begins starts opens ends expires meets votes arrives returns resumes airs runs payable
		effective go goes`},
	{plan, weak, `=0 plans plan planned planning expects expect expected hopes hope hoped intends intended wants want wanted agreed
		agree promised vowed aims set takes likely ready prepares threatens threatened pledged offered`},
	{past, 0, `=0 said was were had did has have been told went met made took came began held won lost gave got saw wrote found left
		led fell rose killed sent spoke became brought put kept ran broke built bought sold struck shot drew grew knew
		thought felt paid taught spent stood hit cut beat flew chose drove hurt born wasn't weren't didn't hadn't says
		tore rang sang ate drank slept wore swore fled fought caught hung laid lay read rode sank shook sought spread stole
		stuck swept swung threw understood woke withdrew overthrew shut split quit cast dealt dug fed forgot froze heard hid
		lent lost meant sat shone shrank slid sped sprang swam undertook got set fired won hosted`},
	{is, 0, "=0 is are am be being isn't aren't"},
	{stop, 0, "=0 that which who whom whose whether but because although though while if where when"},
	{poss, 0, "=0 his her their my your our its"},
}

// table finds the lexeme of a word: open addressing by a hash of its folded letters.
type table struct {
	lengths [256]uint32 // by the first letter, a bit for each length that a word has
	words   [tableSize]string
	lexemes [tableSize]lexeme
}

const (
	tableSize = 2048
	longest   = 14 // letters of a word of the lexicon
)

var words = sync.OnceValue(func() *table {
	t := new(table)
	for _, l := range lexicon {
		n := int32(0)
		for _, w := range strings.Fields(l.words) {
			if w[0] == '=' {
				n = parseInt(w[1:])
				continue
			}
			t.add(w, lexeme{l.class, l.flags | letters, 0, n})
			n++
		}
	}
	return t
})

func parseInt(s string) int32 {
	n, sign := int32(0), int32(1)
	if s[0] == '-' {
		s, sign = s[1:], -1
	}
	for i := 0; i < len(s); i++ {
		n = 10*n + int32(s[i]-'0')
	}
	return sign * n
}

func (t *table) add(w string, l lexeme) {
	h := hash(w)
	for t.words[h] != "" && t.words[h] != w {
		h = (h + 1) % tableSize
	}
	if t.words[h] == "" {
		t.words[h], t.lexemes[h] = w, l
		t.lengths[w[0]] |= 1 << len(w)
		t.lengths[w[0]-'a'+'A'] |= 1 << len(w)
	}
}

// find is the lexeme of a word, whatever the case of its letters.
func (t *table) find(w string) lexeme {
	if len(w) > longest || t.lengths[w[0]]>>len(w)&1 == 0 {
		return lexeme{}
	}
	for h := hash(w); t.words[h] != ""; h = (h + 1) % tableSize {
		if folds(w, t.words[h]) {
			return t.lexemes[h]
		}
	}
	return lexeme{}
}

// hash of the letters of a word, without their case (FNV-1a).
func hash(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i]|0x20)) * 16777619
	}
	return (h ^ h>>15) % tableSize
}

// folds reports whether w is the word low, which is in lower case.
func folds(w, low string) bool {
	if len(w) != len(low) {
		return false
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != low[i] {
			return false
		}
	}
	return true
}

// set is a set of classes.
type set uint64

func setOf(cs ...class) (s set) {
	for _, c := range cs {
		s |= 1 << c
	}
	return s
}
