package links

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sidelight/annotations/text"
)

// sex is what is known of a person's sex: bits, so that both may be possible.
type sex uint8

const (
	male sex = 1 << iota
	female
)

// agrees reports whether two sexes do not exclude each other.
func (s sex) agrees(o sex) bool { return s == 0 || o == 0 || s&o != 0 }

// honorific returns whether a folded word is a short title that belongs to how a person is
// called ("Ms. Leavitt") without being part of the name, and the sex that it tells.
func honorific(w string) (sex, bool) {
	switch w {
	case "mr", "sir", "mister", "herr", "monsieur", "senor", "signor":
		return male, true
	case "mrs", "ms", "miss", "mme", "madame", "dame", "frau", "lady", "madam", "senora", "signora", "mademoiselle":
		return female, true
	case "dr", "prof", "professor", "mx", "lord":
		return 0, true
	}
	return 0, false
}

// rank returns whether a folded word is a title that stands before a name and is no part
// of it ("President Donald Trump"), and the sex that it tells.
func rank(w string) (sex, bool) {
	switch w {
	case "chairman", "congressman", "businessman", "spokesman", "actor", "king", "prince", "father", "brother",
		"emperor", "tsar", "czar", "sheikh", "sultan", "shah", "rabbi", "imam", "fr", "pope", "policeman", "fisherman", "salesman", "cameraman", "anchorman":
		return male, true
	case "chairwoman", "congresswoman", "businesswoman", "spokeswoman", "actress", "queen", "princess", "sister",
		"duchess", "baroness", "countess", "empress", "waitress", "hostess", "heiress", "policewoman", "first-lady":
		return female, true
	case "president", "minister", "secretary", "senator", "sen", "representative", "rep", "congressperson",
		"governor", "gov", "mayor", "judge", "justice", "chancellor", "premier", "ambassador", "envoy", "general", "gen",
		"colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "corporal", "cpl",
		"private", "pvt", "admiral", "adm", "commander", "cmdr", "officer", "detective", "inspector", "sheriff", "chief",
		"marshal", "bishop", "archbishop", "cardinal", "reverend", "rev", "pastor", "ayatollah",
		"director", "chair", "chairperson", "chairwomen", "spokesperson", "speaker", "coach", "manager", "editor", "commissioner", "attorney",
		"prosecutor", "counsel", "leader", "deputy", "vice", "ex-president", "vice-president", "treasurer", "provost", "councillor", "councilor",
		"comptroller", "astronaut", "author", "writer", "poet", "singer", "composer", "artist", "painter", "scientist",
		"biologist", "physicist", "chemist", "economist", "historian", "lawyer", "analyst", "reporter", "correspondent",
		"journalist", "footballer", "player", "striker", "goalkeeper", "midfielder", "defender", "pitcher", "quarterback",
		"drummer", "guitarist", "pianist", "trumpeter", "saxophonist", "vocalist", "bassist", "rapper", "comedian",
		"producer", "founder", "co-founder", "ceo", "cfo", "coo", "cto", "candidate", "nominee", "lawmaker", "legislator", "spokespeople", "adviser",
		"advisor", "aide", "expert", "professor", "researcher", "engineer", "architect", "activist", "critic", "novelist",
		"philosopher", "mathematician", "psychologist", "sociologist", "photographer", "diplomat", "negotiator", "mediator", "citizen", "catcher", "outfielder", "keyboardist",
		"conductor", "choreographer", "designer", "dramatist", "playwright", "explorer", "pilot", "physician", "surgeon", "nurse", "doctor", "chef", "farmer", "entrepreneur", "investor", "billionaire", "banker":
		return 0, true
	}
	return 0, false
}

// office reports whether a folded word inside what was marked as a person's name ends a
// title: "Editorial Manager Ada Lopez". No given name is such a word.
func office(w string) bool {
	switch w {
	case "president", "minister", "secretary", "manager", "director", "officer", "chairman", "chairwoman", "editor", "spokesman",
		"spokeswoman", "senator", "governor", "general", "attorney", "envoy", "ambassador", "commissioner", "leader", "coach",
		"analyst", "professor", "congressman", "congresswoman", "lieutenant", "colonel", "sergeant", "commander":
		return true
	}
	return false
}

// language reports whether words of nationality stand for a language rather than a people:
// "taught English at", "the English lexicon"; before and behind are the words beside them.
func language(before, behind string) bool {
	switch behind {
	case "language", "languages", "translation", "translations", "lexicon", "grammar", "word", "words", "verb", "verbs", "noun", "nouns",
		"alphabet", "dialect", "dialects", "version", "title", "subtitles", "phrase", "spelling", "vocabulary", "dictionary", "syntax":
		return true
	}
	switch before {
	case "in", "into", "speak", "speaks", "spoke", "spoken", "speaking", "taught", "teach", "teaches", "learn", "learned", "learnt", "learning",
		"fluent", "read", "reads", "study", "studied", "translated", "from", "sung", "written":
	default:
		return false
	}
	switch behind {
	case "", ",", ".", ";", ":", ")", "(", "and", "or", "at", "in", "to", "as", "is", "was", "by", "with", "from", "for", "on", "than", "but", "?", "!", "\"", "”":
		return true
	}
	return false
}

// royal reports whether a title stays with a name of one word: "Pope Francis".
func royal(w string) bool {
	switch w {
	case "king", "queen", "prince", "princess", "pope", "emperor", "empress", "tsar", "czar", "sultan", "shah", "sheikh", "saint", "st", "father", "sister":
		return true
	}
	return false
}

// kin reports whether a word after a surname says that it names a family.
func kin(w string) bool {
	switch w {
	case "family", "brothers", "sisters", "dynasty", "clan", "siblings", "household", "couple":
		return true
	}
	return false
}

// corporate reports whether a folded word may end the name of an organisation and be
// dropped from it.
func corporate(w string) bool {
	switch w {
	case "inc", "corp", "corporation", "company", "co", "ltd", "limited", "llc", "llp", "plc", "ag", "gmbh", "sa", "spa", "nv", "bv", "ab", "asa", "oy",
		"group", "holdings", "holding", "records", "industries", "enterprises", "partners", "international", "technologies", "systems", "motors",
		"motor", "airlines", "airways", "entertainment", "studios", "pictures", "media", "fc", "afc", "cf", "sc", "club", "platforms", "pharmaceuticals", "foods", "stores", "brothers", "sons":
		return true
	}
	return false
}

// legal reports whether a folded word says only under what law a company stands.
func legal(w string) bool {
	switch w {
	case "inc", "incorporated", "corp", "corporation", "co", "ltd", "limited", "llc", "llp", "plc", "ag", "gmbh", "nv", "bv", "asa", "oy":
		return true
	}
	return false
}

// opening reports whether a folded word before a name has its capital because it begins a
// sentence, or is a day.
func opening(w string) bool {
	switch w {
	case "but", "and", "on", "in", "at", "when", "while", "as", "after", "before", "if", "so", "yet", "then", "since", "with", "for", "from", "by", "although", "because",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "meanwhile", "however", "yesterday", "today":
		return true
	}
	return false
}

// counts reports whether a folded word tells bodies of one name apart: "Second Army".
func counts(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "new", "old":
		return true
	}
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// head reports whether a folded word says what sort of body an organisation is.
func head(w string) bool {
	if corporate(w) {
		return true
	}
	switch w {
	case "university", "college", "school", "institute", "institution", "academy", "laboratory", "laboratories", "lab", "department", "ministry", "agency",
		"authority", "administration", "bureau", "office", "commission", "committee", "council", "court", "parliament", "congress",
		"senate", "assembly", "house", "board", "bank", "fund", "foundation", "trust", "society", "association", "federation",
		"confederation", "union", "league", "party", "movement", "front", "army", "navy", "corps", "division", "brigade",
		"regiment", "battalion", "squadron", "police", "force", "forces", "guard", "service", "services", "hospital", "church", "museum", "library",
		"theatre", "theater", "orchestra", "band", "team", "press", "news", "times", "post", "journal", "network", "channel", "hotel",
		"center", "centre", "organization", "organisation", "conference", "district", "station", "government", "cabinet", "hall", "high", "national", "state", "states", "federal", "central", "royal", "supreme", "alliance", "coalition", "project", "program", "programme":
		return true
	}
	return false
}

// small reports whether a folded word is left out of initials.
func small(w string) bool {
	switch w {
	case "of", "the", "and", "for", "in", "on", "at", "to", "de", "la", "le", "des", "du", "del", "der", "die", "und", "y", "e", "et", "&", "a", "an":
		return true
	}
	return false
}

// after reports whether a folded word begins what may be dropped from the end of a name:
// "Carnegie Institution of Washington", "Newcastle upon Tyne".
func after(w string) bool {
	switch w {
	case "of", "for", "in", "at", "on", "upon", "under", "against", "am", "an", "sur", "de", "di", "da", "do", "del", "der", "and", "&":
		return true
	}
	return false
}

// region reports whether a folded word may be dropped from the end of the name of a place.
func region(w string) bool {
	switch w {
	case "strip", "region", "province", "peninsula", "prefecture", "oblast", "governorate", "republic", "municipality", "canton", "voivodeship", "dc":
		return true
	}
	return false
}

//go:embed nations.txt
var nationsText string

// nation is a country of the list.
type nation struct {
	name string
	// demonyms begin at this index of the words of the list.
}

// lexicon is what is read from the lists, when it is first needed.
type lexicon struct {
	nations []nation
	names   map[string]int16 // of a nation, folded
	people  map[string]int16 // adjectives and nouns of nationality, folded
	sexes   map[string]sex   // of given names, folded
	short   map[string][]string
}

var lists = sync.OnceValue(func() *lexicon {
	l := &lexicon{names: map[string]int16{}, people: map[string]int16{}, sexes: map[string]sex{}, short: map[string][]string{}}
	for line := range strings.Lines(nationsText) {
		if parts := strings.Split(strings.TrimSpace(line), "|"); len(parts) == 3 && line[0] != '#' {
			l.nation(parts)
		}
	}
	for line := range strings.Lines(givenText) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0 || f[0] == "#":
		case f[0] == "s":
			for _, long := range f[2:] {
				l.short[fold(f[1])] = append(l.short[fold(f[1])], fold(long))
			}
		default:
			for _, n := range f[1:] {
				l.sexes[fold(n)] |= map[string]sex{"m": male, "f": female}[f[0]]
			}
		}
	}
	return l
})

func (l *lexicon) nation(parts []string) {
	id := int16(len(l.nations))
	l.nations = append(l.nations, nation{parts[0]})
	l.names[foldAll(parts[0])] = id
	for _, n := range strings.Split(parts[1], ",") {
		if n != "" {
			l.names[foldAll(n)] = id
		}
	}
	for _, n := range strings.Split(parts[2], ",") {
		if n != "" {
			l.people[foldAll(n)] = id
		}
	}
}

// demonym reports whether a name is an adjective or noun of nationality.
func (l *lexicon) demonym(name string) bool {
	_, ok := l.people[foldAll(name)]
	return ok
}

// nickname reports whether one folded given name is a short form of the other.
func (l *lexicon) nickname(a, b string) bool {
	return slices.Contains(l.short[a], b) || slices.Contains(l.short[b], a)
}

//go:embed given.txt
var givenText string

// fold returns a word as it is compared: small letters without accents, full stops and a
// possessive end.
func fold(w string) string {
	f := text.Plain.Fold(w)
	f = strings.TrimSuffix(strings.TrimSuffix(f, "'s"), "'")
	if strings.IndexByte(f, '.') >= 0 {
		f = strings.ReplaceAll(f, ".", "")
	}
	return f
}

// foldAll folds the words of a name.
func foldAll(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = fold(w)
	}
	return strings.TrimPrefix(strings.Join(words, " "), "the ")
}
