package quotes

import (
	"strings"
	"sync"
)

// class is what a word can be, a set of the values below.
type class uint64

const (
	speech  class = 1 << iota // a verb of saying in any of its forms
	past                      // "said": also the participle, for most
	third                     // "says"
	base                      // "say"
	gerund                    // "saying"
	inverts                   // its subject may follow: "said Smith"
	clause                    // a clause may follow without "that": "said he would"
	beside                    // tells a speaker only beside a quotation: "smiled"
	naming                    // its object is what is quoted: hailed "a new day"
	noun                      // base and third are nouns as well: "claims"
	thinks                    // a verb of thought
	senses                    // has other senses: "added sugar"

	aux      // "has", "would"
	be       // "was", "been"
	negation // "not"
	adverb
	determiner
	preposition
	subordinate // "that", "because", "who"
	relative    // "who", "which"
	conjunction
	pronoun
	male
	female
	plural
	firstPerson

	office   // speaks for an institution: "ministry"
	nameless // people who are not named: "officials"
	speaks   // "spokesman"
	paper    // "report", "statement"
	role     // what one person is: "mayor"
	asking   // the end of a question-and-answer label: "Q"
	honorific
	verb  // any other common finite verb
	modal // "may", "could"
	plain // no adverb, for all its end
	seat  // a role that one person holds at a time: "the mayor"
	trait // what somebody is who was named before: "striker"
)

// others holds the other words, a class a line.
var others = []struct {
	class class
	words string
}{
	{aux, "has have had having will would does do did 'd 've 'll"},
	{aux | modal, "could can may might must shall should"},
	{aux | be, "is are was were be been being am"},
	{negation, "not never n't neither hardly declined refused refuses declines didn't doesn't don't wouldn't won't hasn't haven't hadn't couldn't cannot can't isn't wasn't weren't aren't"},
	{adverb, "also later then now once first again further too still even just already twice often always soon instead there here yesterday today tomorrow tonight back simply only since more ago afterwards meanwhile however moreover nevertheless nonetheless therefore thus besides additionally furthermore finally perhaps maybe indeed"},
	{adverb, "monday tuesday wednesday thursday friday saturday sunday"},
	{determiner, "the a an this these those his her its their our my your some several many one two three four five both another any each every no other few most all"},
	{preposition, "of for in at from with on to by about after before during under over near outside inside into against between among through without within following despite amid via as per like than behind around across along toward towards upon until including citing since vs"},
	{subordinate, "that because while when if although though whether where unless so whereas why how what"},
	{subordinate | relative, "who which whom whose"},
	{conjunction, "and but or nor yet &"},
	{pronoun | male, "he"},
	{male, "his him himself man husband father son brother uncle grandfather boy businessman spokesman chairman policeman"},
	{female, "her herself woman wife mother daughter sister aunt grandmother girl businesswoman spokeswoman chairwoman policewoman lady"},
	{plain, "elderly family friendly early daily weekly monthly quarterly yearly lovely lonely ugly holy italy july supply assembly ally rally bully fly costly deadly scholarly unlikely curly billy sally kelly emily molly holly beverly kimberly"},
	{pronoun | female, "she"},
	{pronoun | plural, "they"},
	{pronoun | firstPerson, "i we"},
	{pronoun, "it you"},
	{office, "office ministry department government court company council agency military army police commission committee union bank board university hospital firm group authority authorities administration embassy parliament party association federation institute organisation organization foundation club corporation bureau service services navy force forces congress senate airline operator regulator prosecutors charity campaign headquarters palace cabinet delegation tribunal consulate society team developer retailer manufacturer newspaper broadcaster network centre center school trust coalition alliance junta militia fund exchange airport brigade utility carrier publisher label studio league brewery watchdog constabulary guard lab laboratory chancellery secretariat presidency panel judges jury mission observatory"},
	{nameless, "official officials source sources people person witness witnesses resident residents diplomat diplomats aide aides expert experts analyst analysts critic critics observer insider insiders man woman men women boy girl neighbour neighbours neighbor neighbors protester protesters activist activists lawmaker lawmakers soldier soldiers fighter fighters survivor survivors doctor doctors nurse teachers parents student students officer officers negotiator negotiators employee employees executive executives economists scientists researchers lawyers supporters opponents voter voters mediator mediators investigator investigators trader traders worker workers farmer farmers fans commander commanders historian historians passenger passengers driver colleague colleagues friend friends relative relatives someone detectives adviser advisers advisor advisors rescuers firefighters locals villagers shopkeeper academics participants"},
	{speaks, "spokesman spokeswoman spokesperson spokespeople spokesmen"},
	{paper, "statement report study paper survey document documents filing lawsuit complaint indictment memo letter email release poll review audit article notice ruling judgment judgement verdict book website post data figures records transcript communique announcement sign plaque message tweet inscription note slogan banner headline email emails resolution motion contract affidavit inquest inquiry investigation order draft guidance"},
	{role, "mayor president minister chairman chairwoman chair chairperson director coach captain judge prosecutor lawyer attorney senator governor secretary chief leader manager professor chancellor premier pope king queen prince princess bishop archbishop author writer singer actor actress founder owner editor head inspector sergeant general colonel major detective superintendent principal headteacher teacher councillor councilor congressman congresswoman mp ambassador envoy scientist researcher economist engineer architect curator conductor composer historian father mother brother sister son daughter wife husband widow grandmother grandfather uncle aunt ceo magistrate coroner clerk sheriff defendant plaintiff nominee candidate commissioner treasurer dean striker goalkeeper midfielder defender winger skipper pilot farmer baker chef producer photographer biologist physicist astronomer geologist ecologist librarian"},
	{nameless, "one another others some many several few"},
	{seat, "mayor president minister chairman chairwoman chair chairperson judge senator governor secretary treasurer chancellor premier pope king queen prince princess bishop archbishop sheriff coroner magistrate ambassador commissioner dean clerk headteacher principal ceo"},
	{trait, "striker goalkeeper midfielder defender winger skipper singer actor actress author writer artist painter novelist poet playwright comedian rapper star forward batsman bowler golfer cyclist sprinter swimmer boxer quarterback pitcher rider champion veteran teenager youngster newcomer pensioner millionaire billionaire musician pianist director filmmaker sculptor dancer climber"},
	{honorific, "mr mrs ms dr sir lady lord prof miss dame rev"},
	{verb, "went came got made took saw knew gave found left met held won lost led ran sat stood turned looked walked became remained seemed appeared closed opened moved worked lived died began told spoke goes comes gets makes takes sees knows gives finds leaves meets holds wins leads runs stands looks becomes remains seems appears works lives kept brought bought sold built sent paid grew fell rose launched joined signed helped used tried wanted needed loved liked played scored arrived returned visited followed killed injured arrested caused"},
}

// entry is a word of the table.
type entry struct {
	word  string
	class class
}

const slots = 4096 // a power of two, at most half of them taken

// table returns the words in a table of open addresses, made at the first use.
var table = sync.OnceValue(func() *[slots]entry {
	var t [slots]entry
	add := func(word string, c class) {
		h := hash(word)
		for ; t[h].word != "" && t[h].word != word; h = (h + 1) % slots {
		}
		t[h].word, t[h].class = word, t[h].class|c
	}
	for line := range strings.Lines(verbs) {
		row, letters, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		c := speech | classes(letters)
		for i, word := range strings.Fields(row) {
			switch form := [...]class{base, third, gerund, past, past}[i]; {
			case form&(base|third) == 0:
				add(word, c&^noun|form)
			default:
				add(word, c|form)
			}
		}
	}
	add("read", past)
	add("put", past)
	for _, o := range others {
		for _, word := range strings.Fields(o.words) {
			add(word, o.class)
		}
	}
	return &t
})

// classes are the classes of the letters in a row of the verbs.
func classes(letters string) class {
	var c class
	for i := range len(letters) {
		switch letters[i] {
		case 'i':
			c |= inverts
		case 'c':
			c |= clause
		case 'b':
			c |= beside
		case 'n':
			c |= naming
		case 'x':
			c |= noun
		case 't':
			c |= thinks
		case 'w':
			c |= senses
		}
	}
	return c
}

// longest is the length of the longest word of the table, and a little more.
const longest = 16

func hash(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return (h ^ h>>15) % slots
}

// classOf returns what a word can be. Capitals are the same as small letters, a curly
// apostrophe the same as a straight one.
func classOf(t *[slots]entry, word string) class {
	var buf [longest + 2]byte
	if len(word) > longest+2 {
		return 0
	}
	b := lower(buf[:0], word)
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	for h = (h ^ h>>15) % slots; t[h].word != ""; h = (h + 1) % slots {
		if t[h].word == string(b) {
			return t[h].class
		}
	}
	n := len(b)
	if n > 4 && b[n-1] == 'y' && b[n-2] == 'l' {
		return adverb
	}
	if n > 3 && b[n-1] == 't' && b[n-2] == '\'' && b[n-3] == 'n' {
		return negation
	}
	return 0
}

// lower appends the word in small letters.
func lower(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xE2 && i+2 < len(word) && word[i+1] == 0x80 && word[i+2] == 0x99: // ’
			c, i = '\'', i+2
		}
		dst = append(dst, c)
	}
	return dst
}

// fold returns a short word in small letters.
func fold(word string) string {
	var buf [longest + 2]byte
	if len(word) > len(buf) {
		return word
	}
	return string(lower(buf[:0], word))
}
