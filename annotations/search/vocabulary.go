package search

import (
	"maps"
	"slices"
	"sort"
	"strings"
)

// vocabulary is every word of a segment once, with the records that hold it.
// Words are sorted by their bytes. Those that begin with initialMark are initials
// of names; they come before all others.
type vocabulary struct {
	words   wordList
	masks   []uint32    // the letters of each word, see maskOf
	names   postings    // by word: the records that have it in a name
	texts   postings    // by word: the records that have it elsewhere
	own     []bool      // by word: it is in the edition, not only in titles of sources or commands
	plain   int         // the first word that is not initials
	spelled []respelled // words that keyboards write otherwise, by what is typed
	// guessable are the words of names that a misspelt word may mean.
	guessable []uint32
}

// wordList is words one behind the other.
type wordList struct {
	text string
	ends []uint32 // the byte of text at which each word ends
}

func (l *wordList) len() int { return len(l.ends) }

func (l *wordList) at(i int) string {
	if i == 0 {
		return l.text[:l.ends[0]]
	}
	return l.text[l.ends[i-1]:l.ends[i]]
}

// initialMark precedes initials in the vocabulary. No folded word holds it.
const initialMark = "*"

// find returns the index of w in the vocabulary, and whether w is there.
func (v *vocabulary) find(w string) (int, bool) {
	return sort.Find(v.words.len(), func(i int) int { return strings.Compare(w, v.words.at(i)) })
}

func (v *vocabulary) has(w string) bool {
	_, found := v.find(w)
	return found
}

// beginning returns the range of the words that begin with w.
func (v *vocabulary) beginning(w string) (from, to int) {
	from, _ = v.find(w)
	n := sort.Search(v.words.len()-from, func(i int) bool { return !strings.HasPrefix(v.words.at(from+i), w) })
	return from, from + n
}

// knows reports whether the edition has a word that begins with w, and whether a
// name has such a word or has w inside one.
func (v *vocabulary) knows(w string) (known, inName bool) {
	from, to := v.beginning(w)
	for i := from; i < to; i++ {
		known = known || v.own[i]
		if inName = v.names.has(i); inName {
			return true, true
		}
	}
	if len(w) < shortestInside {
		return known, false
	}
	mask := maskOf(w)
	for _, i := range v.guessable {
		if mask&^v.masks[i] == 0 && strings.Contains(v.words.at(int(i)), w) {
			return known, true
		}
	}
	return known, false
}

// maskOf returns one bit for each letter from a to z in w, one for all digits and
// one for everything else. A word that holds w has all its bits.
func maskOf(w string) uint32 {
	var m uint32
	for i := range len(w) {
		switch c := w[i]; {
		case c >= 'a' && c <= 'z':
			m |= 1 << (c - 'a')
		case c >= '0' && c <= '9':
			m |= 1 << 26
		default:
			m |= 1 << 27
		}
	}
	return m
}

// collector gathers the words of records for a vocabulary.
type collector struct {
	ids          map[string]uint32
	words        []string
	bytes        int // of all words
	own          []bool
	names, texts gathered

	spelled map[respelled]bool
}

func newCollector() *collector {
	return &collector{ids: make(map[string]uint32), spelled: make(map[respelled]bool)}
}

// add adds the words of f to a record, as words of a name or others.
func (c *collector) add(record uint32, f folded, inName, own bool) {
	for w := range strings.FieldsSeq(string(f)) {
		c.word(record, []byte(w), inName, own)
	}
}

func (c *collector) word(record uint32, w []byte, inName, own bool) {
	id, known := c.ids[string(w)]
	if !known {
		id = uint32(len(c.words))
		word := string(w)
		c.ids[word] = id
		c.words = append(c.words, word)
		c.bytes += len(w)
		c.own = append(c.own, false)
	}
	c.own[id] = c.own[id] || own
	if inName {
		c.names.add(id, record)
	} else {
		c.texts.add(id, record)
	}
}

// vocabulary returns the collected words, sorted. The collector is of no use
// afterwards.
func (c *collector) vocabulary() vocabulary {
	order := make([]uint32, len(c.words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(c.words[a], c.words[b]) })
	c.ids = nil
	v := vocabulary{masks: make([]uint32, len(order)), own: make([]bool, len(order))}
	rank := make([]uint32, len(order))
	v.words.ends = make([]uint32, len(order))
	var text strings.Builder
	text.Grow(c.bytes)
	for i, id := range order {
		text.WriteString(c.words[id])
		v.words.ends[i] = uint32(text.Len())
		v.masks[i], v.own[i], rank[id] = maskOf(c.words[id]), c.own[id], uint32(i)
	}
	v.words.text = text.String()
	c.words = nil
	v.names, v.texts = c.names.postings(rank), c.texts.postings(rank)
	v.spelled = slices.SortedFunc(maps.Keys(c.spelled), compareRespelled)
	v.plain, _ = v.find(initialMark + "\xff")
	for i := v.plain; i < v.words.len(); i++ {
		if w := v.words.at(i); v.names.has(i) && len(w) >= shortestInside && !isIdle(w) {
			v.guessable = append(v.guessable, uint32(i))
		}
	}
	return v
}
