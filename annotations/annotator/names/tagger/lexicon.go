package tagger

// entry is what the lexicon says of a word: its clusters, each counted from 1, and the
// lists of [handWords] that hold it.
type entry struct {
	c64, c256, c1024 uint16
	bits             wordBits
}

func (e entry) is(b wordBits) bool { return e.bits&b != 0 }

// listBits says which lists of names hold a sequence of words; prefix says that a
// longer one goes on.
type listBits uint16

// The lists of names, in the order of their bits.
const (
	listCity = iota
	listBigCity
	listFirst
	listBody // international organisations
	listUniversity
	listClub
	listCompany
	listCountry
	listNation
	listRegion
	lists
)

const prefix listBits = 1 << 15

// listNames are the names of the lists in the data.
var listNames = [lists]string{"city", "citybig", "first", "intorg", "uni", "club", "company", "country", "nation", "region"}

// Lexicon is what is known of words and of sequences of words: two flat tables that are
// read without taking memory.
type Lexicon struct {
	words   table[entry]
	phrases table[listBits]
}

// table is a hash table with open addressing, at most half full.
type table[V any] struct {
	keys   []uint32
	values []V
	n      int
}

func newTable[V any](n int) table[V] {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return table[V]{keys: make([]uint32, size), values: make([]V, size)}
}

// find is the place of a key, or of the gap where it belongs.
func (t *table[V]) find(key uint32) int {
	mask := uint32(len(t.keys) - 1)
	i := key & mask
	for t.keys[i] != key && t.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return int(i)
}

func (t *table[V]) get(key uint32) (v V) {
	mask := uint32(len(t.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.values[i]
		case 0:
			return v
		}
	}
}

// at is the value of a key, put there if there is none.
func (t *table[V]) at(key uint32) *V {
	i := t.find(key)
	if t.keys[i] == 0 {
		if 2*(t.n+1) > len(t.keys) {
			t.grow()
			i = t.find(key)
		}
		t.keys[i] = key
		t.n++
	}
	return &t.values[i]
}

func (t *table[V]) grow() {
	bigger := newTable[V](len(t.keys))
	for i, k := range t.keys {
		if k != 0 {
			*bigger.at(k) = t.values[i]
		}
	}
	*t = bigger
}
