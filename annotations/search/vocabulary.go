package search

import (
	"maps"
	"slices"
	"strings"
)

// vocabulary is every word of a segment once, with the records that hold it.
// Words are sorted by their bytes. Those that begin with initialMark are initials
// of names; they come before all others.
type vocabulary struct {
	words   []string
	masks   []uint32    // the letters of each word, see maskOf
	names   postings    // by word: the records that have it in a name
	texts   postings    // by word: the records that have it elsewhere
	own     []bool      // by word: it is in the edition, not only in titles of sources or commands
	plain   int         // the first word that is not initials
	spelled []respelled // words that keyboards write otherwise, by what is typed
	// guessable are the words of names that a misspelt word may mean.
	guessable []uint32
}

// initialMark precedes initials in the vocabulary. No folded word holds it.
const initialMark = "*"

// postings are lists of records, one for each word.
type postings struct {
	start []uint32 // list i is docs[start[i]:start[i+1]]
	docs  []uint32
}

func (p *postings) of(word int) []uint32 { return p.docs[p.start[word]:p.start[word+1]] }

// find returns the index of w in the vocabulary, and whether w is there.
func (v *vocabulary) find(w string) (int, bool) { return slices.BinarySearch(v.words, w) }

func (v *vocabulary) has(w string) bool {
	_, found := v.find(w)
	return found
}

// beginning returns the range of the words that begin with w.
func (v *vocabulary) beginning(w string) (from, to int) {
	from, _ = v.find(w)
	n, _ := slices.BinarySearchFunc(v.words[from:], w, func(word, w string) int {
		if strings.HasPrefix(word, w) {
			return -1
		}
		return 1
	})
	return from, from + n
}

// knows reports whether the edition has a word that begins with w, and whether a
// name has such a word or has w inside one.
func (v *vocabulary) knows(w string) (known, inName bool) {
	from, to := v.beginning(w)
	for i := from; i < to; i++ {
		known = known || v.own[i]
		if inName = len(v.names.of(i)) > 0; inName {
			return true, true
		}
	}
	if len(w) < shortestInside {
		return known, false
	}
	mask := maskOf(w)
	for _, i := range v.guessable {
		if mask&^v.masks[i] == 0 && strings.Contains(v.words[i], w) {
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
	ids    map[string]uint32
	words  []string
	own    []bool
	tokens [2][]token // of names, of texts
	last   [2][]uint32

	spelled map[respelled]bool
}

type token struct{ word, doc uint32 }

func newCollector() *collector {
	return &collector{ids: make(map[string]uint32), spelled: make(map[respelled]bool)}
}

// add adds the words of f to a record, as words of a name or others.
func (c *collector) add(doc uint32, f folded, inName, own bool) {
	for w := range strings.FieldsSeq(string(f)) {
		c.word(doc, w, inName, own)
	}
}

func (c *collector) word(doc uint32, w string, inName, own bool) {
	id, known := c.ids[w]
	if !known {
		id = uint32(len(c.words))
		c.ids[w] = id
		c.words = append(c.words, w)
		c.own = append(c.own, false)
		c.last[0], c.last[1] = append(c.last[0], 0), append(c.last[1], 0)
	}
	c.own[id] = c.own[id] || own
	list := 1
	if inName {
		list = 0
	}
	if c.last[list][id] == doc+1 {
		return
	}
	c.last[list][id] = doc + 1
	c.tokens[list] = append(c.tokens[list], token{id, doc})
}

// vocabulary returns the collected words, sorted.
func (c *collector) vocabulary() vocabulary {
	order := make([]uint32, len(c.words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(c.words[a], c.words[b]) })
	v := vocabulary{
		words: make([]string, len(order)), masks: make([]uint32, len(order)), own: make([]bool, len(order)),
	}
	rank := make([]uint32, len(order))
	for i, id := range order {
		v.words[i] = strings.Clone(c.words[id]) // lets go of the text around it
		v.masks[i], v.own[i], rank[id] = maskOf(c.words[id]), c.own[id], uint32(i)
	}
	v.names, v.texts = lists(c.tokens[0], rank), lists(c.tokens[1], rank)
	v.spelled = slices.SortedFunc(maps.Keys(c.spelled), compareRespelled)
	v.plain, _ = v.find(initialMark + "\xff")
	for i := v.plain; i < len(v.words); i++ {
		if len(v.names.of(i)) > 0 && len(v.words[i]) >= shortestInside && !isIdle(v.words[i]) {
			v.guessable = append(v.guessable, uint32(i))
		}
	}
	return v
}

// lists returns the records of each word. Rank is the index of each word in the
// sorted vocabulary.
func lists(tokens []token, rank []uint32) postings {
	p := postings{start: make([]uint32, len(rank)+1), docs: make([]uint32, len(tokens))}
	for _, t := range tokens {
		p.start[rank[t.word]+1]++
	}
	for i := range rank {
		p.start[i+1] += p.start[i]
	}
	next := slices.Clone(p.start)
	for _, t := range tokens {
		r := rank[t.word]
		p.docs[next[r]] = t.doc
		next[r]++
	}
	return p
}
