package says

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/annotator/found"
)

// event is a place of the text that names an event.
type event struct {
	first, last int // tokens
	score       float32
}

// Events adds the events that have a name to a cast: wars, battles, treaties, summits,
// games, elections of a year, storms, attacks known by their date. "The talks" is none. It
// ends with the context's error soon after the context ends.
func Events(ctx context.Context, d *found.Doc, names []found.Name, dates []found.Date, c *found.Cast) error {
	s := &spotter{d: d, names: names, dates: dates}
	for i := range d.Sentences {
		if i%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.sentence(i)
	}
	s.add(c)
	return ctx.Err()
}

// spotter finds the names of events, sentence by sentence.
type spotter struct {
	d           *found.Doc
	names       []found.Name
	dates       []found.Date
	name, date  int // the first that may begin in the sentence
	first, last int
	free        int // the token behind the last event
	all         []event
}

func (s *spotter) word(i int) string {
	if i < s.first || i >= s.last {
		return ""
	}
	return s.d.Word(i)
}

// sentence looks at the words of a sentence that can be the head of an event's name.
func (s *spotter) sentence(n int) {
	x := &s.d.Sentences[n]
	s.first, s.last = int(x.First), int(x.Last)
	begin := len(s.all)
	s.dated()
	dated := s.all[begin:len(s.all):len(s.all)]
	s.free = s.first
	for i := s.first; i < s.last; i++ {
		w := s.d.Word(i)
		if i < s.free || w != "9" && (len(w) < 3 || w[0] < 'A' || w[0] >= 'a' && !common(w)) {
			continue
		}
		if e, ok := s.at(i, w, headline(s.d, n)); ok && !slices.ContainsFunc(dated, func(o event) bool { return o.first < e.last && e.first < o.last }) {
			s.all = append(s.all, e)
			s.free = e.last
		}
	}
	slices.SortStableFunc(s.all[begin:], func(a, b event) int { return a.first - b.first })
}

// common reports whether a word in small letters may end the name of an event.
func common(w string) bool {
	switch w {
	case "pandemic", "epidemic", "massacre", "genocide", "earthquake", "tsunami", "war":
		return true
	}
	return false
}

// at is the event whose name has its head at a token.
func (s *spotter) at(i int, w string, capitals bool) (event, bool) {
	if w == "World" && s.word(i+1) == "War" {
		return s.worldWar(i)
	}
	switch {
	case !capital(w) && common(w):
		return s.lowHead(i, w)
	case opens(w) && s.word(i+1) == "of":
		return s.ofPlace(i)
	case storm(w):
		return s.storm(i, w)
	case closes(w) && !capitals:
		return s.closed(i, w)
	case alone(w):
		return event{i, i + 1, 0.85}, true
	case w == "9" && s.word(i+1) == "/" && s.word(i+2) == "11":
		return event{i, i + 3, 0.9}, true
	}
	return event{}, false
}

// alone reports whether a word names an event by itself.
func alone(w string) bool {
	switch w {
	case "Holocaust", "WWII", "WWI", "WW2", "Brexit":
		return true
	}
	return false
}

// opens reports whether a word begins the name of an event with "of": "Battle of Hastings".
func opens(w string) bool {
	switch w {
	case "Battle", "Siege", "Treaty", "Battles", "Peace", "Congress", "Fall", "Massacre", "Invasion", "Partition", "Annexation", "Edict", "Sack", "Storming", "War", "Wars", "Surrender", "Raid":
		return true
	}
	return false
}

// ofPlace is an event such as "Battle of Hastings" or "War of the Roses", with the number
// or adjective before it.
func (s *spotter) ofPlace(i int) (event, bool) {
	end := i + 2
	if w := s.word(end); w == "the" {
		end++
	}
	from := end
	for end < s.last && end < from+4 {
		w := s.word(end)
		if capital(w) || end > from && (w == "'s" || w == "’s") && capital(s.word(end+1)) {
			end++
			continue
		}
		break
	}
	if end == from || weak(s.d.Word(i)) && !s.named(i, end) {
		return event{}, false
	}
	for i > s.first && i > s.free && ordinal(s.word(i-1)) {
		i--
	}
	return event{i, end, 0.9}, true
}

// weak reports whether a word needs the tagger to say that what it begins is a name.
func weak(w string) bool {
	switch w {
	case "Congress", "Fall", "Invasion", "Partition", "Annexation", "Peace", "Surrender", "Raid", "Storming", "Sack":
		return true
	}
	return false
}

// named reports whether the tagger found a name of no other kind that covers the tokens.
func (s *spotter) named(first, last int) bool {
	for s.name < len(s.names) && s.names[s.name].Last <= s.first {
		s.name++
	}
	for k := s.name; k < len(s.names) && s.names[k].First < last; k++ {
		if n := &s.names[k]; n.First <= first && n.Last >= last {
			return n.Kind == found.Misc
		}
	}
	return false
}

func ordinal(w string) bool {
	switch w {
	case "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "1st", "2nd", "3rd", "4th", "Great":
		return true
	}
	return false
}

// worldWar is "World War II" or "First World War".
func (s *spotter) worldWar(i int) (event, bool) {
	switch s.word(i + 2) {
	case "I", "II", "III", "One", "Two", "1", "2":
		return event{i, i + 3, 0.95}, true
	}
	if i > s.first && ordinal(s.word(i-1)) {
		return event{i - 1, i + 2, 0.95}, true
	}
	return event{}, false
}

func storm(w string) bool {
	switch w {
	case "Hurricane", "Typhoon", "Cyclone", "Superstorm":
		return true
	}
	return false
}

// storm is "Hurricane Katrina" or "Tropical Storm Allison".
func (s *spotter) storm(i int, w string) (event, bool) {
	next := s.word(i + 1)
	if len(next) < 3 || !capital(next) || strings.ToUpper(next) == next || i+2 < s.last && capital(s.word(i+2)) && s.word(i+2) != "Category" {
		return event{}, false
	}
	switch next {
	case "Center", "Centre", "Season", "Warning", "Watch", "Research", "Relief":
		return event{}, false
	}
	return event{i, i + 2, 0.85}, true
}

// closes reports whether a word in capitals may end the name of an event.
func closes(w string) bool {
	switch w {
	case "War", "Wars", "Revolution", "Uprising", "Rebellion", "Revolt", "Massacre", "Genocide", "Crisis", "Accords", "Accord", "Treaty", "Pact", "Summit", "Olympics",
		"Games", "Cup", "Bowl", "Intifada", "Earthquake", "Tsunami", "Famine", "Depression", "Pandemic", "Campaign", "Offensive", "Crusade", "Crusades", "Inquisition",
		"Reformation", "Renaissance", "Armistice", "Spring", "Trials", "Festival", "Championships", "Championship", "Open", "Prix", "Marathon", "Storm", "Expo", "Protocol", "Ultimatum", "Fire", "Riots", "Purge", "Bombing", "Blockade", "Airlift":
		return true
	}
	return false
}

// closed is an event such as "Vietnam War", "2012 Summer Olympics" or "Oslo Accords".
func (s *spotter) closed(i int, w string) (event, bool) {
	first := s.before(i)
	if first == i {
		return event{}, false
	}
	if next := s.word(i + 1); capital(next) && next != "of" && !numeral(next) || next == "-" {
		return event{}, false // "War Memorial"
	}
	last := i + 1
	if numeral(s.word(last)) {
		last++
	}
	score := float32(0.85)
	if !s.proper(i, w, i-first) {
		return event{}, false
	}
	if doubtful(w) {
		if year(s.word(first-1)) && first-1 >= s.free {
			first--
		}
		if !year(s.word(first)) && !s.named(first, last) {
			return event{}, false
		}
		score = 0.75
	}
	return event{first, last, score}, true
}

// proper reports whether a head with some words before it names one event: no prize, no
// world war without its number, no championship of the world without a sport or year.
func (s *spotter) proper(i int, w string, before int) bool {
	world := s.word(i-1) == "World"
	switch w {
	case "Cup":
		return world
	case "War", "Wars":
		return !world
	case "Championship", "Championships":
		return !world || before > 1
	}
	return true
}

// doubtful reports whether a head is as often part of another name: it needs the tagger.
func doubtful(w string) bool {
	switch w {
	case "Crisis", "Spring", "Trials", "Festival", "Championships", "Championship", "Open", "Marathon", "Storm", "Expo", "Protocol", "Ultimatum", "Fire",
		"Riots", "Purge", "Bombing", "Blockade", "Airlift", "Campaign", "Offensive", "Cup", "Bowl", "Games", "Treaty", "Pact", "Accord", "Depression", "Famine", "Pandemic", "Reformation", "Renaissance", "Summit":
		return true
	}
	return false
}

// before is where the words in capitals begin that stand before the head of a name.
func (s *spotter) before(i int) int {
	first := i
	for first > s.first && first > s.free && i-first < 6 {
		n := s.nameWord(first, i)
		if n == 0 {
			break
		}
		first -= n
	}
	return first
}

// nameWord is how many tokens before a token belong to the name whose head is at i.
func (s *spotter) nameWord(first, i int) int {
	switch w := s.word(first - 1); {
	case joins(w):
		if first-2 >= s.first && first-2 >= s.free && upperOrDigit(s.word(first-2)) {
			return 2
		}
	case capital(w) && !calendar(w) && !opening(w, first-1 == s.first), year(w) && first < i:
		return 1
	}
	return 0
}

// joins reports whether a sign or possessive end stands inside of a name.
func joins(w string) bool {
	switch w {
	case "-", "–", "'", "’", "'s", "’s":
		return true
	}
	return false
}

// opening reports whether a word in capitals is no part of a name: an article, or a word
// that stands so because the sentence begins with it.
func opening(w string, begins bool) bool {
	switch w {
	case "The", "A", "An", "This", "That", "His", "Her", "Its", "Their", "Our", "In", "On", "At", "By", "For", "During", "Since", "Until", "With", "From", "Of", "Both", "Every", "Each", "No", "Another":
		return true
	}
	return begins && (leads(lower(w)) || strings.HasSuffix(w, "ly"))
}

func upperOrDigit(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c) || unicode.IsDigit(c)
}

func year(w string) bool {
	return len(w) == 4 && (w[0] == '1' || w[0] == '2') && w[1] >= '0' && w[1] <= '9' && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}

func numeral(w string) bool { return w == "I" || w == "II" || w == "III" || w == "IV" || w == "V" }

// lowHead is an event whose head has a small letter: "COVID-19 pandemic", "Six-Day war",
// "2011 Tohoku earthquake".
func (s *spotter) lowHead(i int, w string) (event, bool) {
	if w == "pandemic" || w == "epidemic" {
		return s.disease(i)
	}
	first := s.before(i)
	if w == "war" {
		return event{first, i + 1, 0.75}, i-first >= 3 && (s.word(i-2) == "-" || s.word(i-2) == "–") && first > s.first
	}
	if year(s.word(first)) && first+1 < i {
		return event{first, i + 1, 0.85}, true
	}
	return event{first, i + 1, 0.75}, first < i && w != "earthquake" && w != "tsunami" && s.named(first, i)
}

// disease is "COVID-19 pandemic", with its head at a token.
func (s *spotter) disease(i int) (event, bool) {
	if s.word(i-1) == "19" && s.word(i-2) == "-" && strings.EqualFold(s.word(i-3), "covid") {
		return event{i - 3, i + 1, 0.9}, true
	}
	switch s.word(i - 1) {
	case "coronavirus", "Covid", "COVID", "Ebola":
		return event{i - 1, i + 1, 0.85}, true
	}
	return event{}, false
}
