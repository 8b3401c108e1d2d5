package search

import "strings"

// bitset is a set of records, one bit for each place.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }

func (b bitset) and(o bitset) {
	for i := range b {
		b[i] &= o[i]
	}
}

func (b bitset) or(o bitset) {
	for i := range b {
		b[i] |= o[i]
	}
}

func (b bitset) isEmpty() bool {
	for _, w := range b {
		if w != 0 {
			return false
		}
	}
	return true
}

// everything returns the set of all records.
func (x *Index) everything() bitset {
	b := newBitset(x.places)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n := x.places % 64; n > 0 {
		b[len(b)-1] = 1<<n - 1
	}
	return b
}

// holders are the records that hold a word in a name, and those that hold it
// elsewhere.
type holders struct {
	names, texts bitset
	// brief says that a very short word counts in texts as the beginning of
	// one, as it may where it goes on from the word before it.
	brief bool
}

func (x *Index) noHolders(brief bool) holders {
	return holders{newBitset(x.places), newBitset(x.places), brief}
}

func (h *holders) clear() {
	clear(h.names)
	clear(h.texts)
}

// add adds those of both.
func (b bitset) add(h *holders) {
	b.or(h.names)
	b.or(h.texts)
}

// termHolders are the records that hold a term; and of those in names and in texts
// together, the ones that hold it as whole words, where a word begins, in a form
// that a reading has, for certain, and wherever it stands.
type termHolders struct {
	holders
	whole, begun, read, sure, loose bitset

	one holders // those of one form
}

func (x *Index) noTermHolders(brief bool) *termHolders {
	set := func() bitset { return newBitset(x.places) }
	return &termHolders{x.noHolders(brief), set(), set(), set(), set(), set(), x.noHolders(brief)}
}

func (in *termHolders) clear() {
	in.holders.clear()
	for _, set := range []bitset{in.whole, in.begun, in.read, in.sure, in.loose} {
		clear(set)
	}
}

// termHolders finds the records that hold a term. It returns the sense in which
// the term has to be taken at least, because no record holds it in a tamer one,
// and the wildest in which it may be taken.
func (x *Index) termHolders(in *termHolders, t *term, alone bool) (needs, may sense) {
	in.clear()
	found := false
	for i := range t.forms {
		f := &t.forms[i]
		in.one.clear()
		x.formOfTerm(in, f, i == 0)
		in.names.or(in.one.names)
		in.texts.or(in.one.texts)
		if i < mostReadings {
			copy(in.read, in.begun)
		}
		in.loose.or(in.sure)
		if !found {
			found = !in.names.isEmpty() || !in.texts.isEmpty()
			needs = f.sense
		}
		may = max(may, f.sense)
	}
	if w := t.forms[0].text; alone && len(w) <= longestInitials {
		for i := range x.parts {
			p := &x.parts[i]
			if i, found := p.vocab.find(initialMark + w); found {
				p.vocab.names.addTo(in.names, p.first, i, i+1)
			}
		}
	}
	return needs, may
}

// formOfTerm finds the records that hold one form of a term. Words that have to stand
// side by side are certain of none, nor are words shorter than shortestText bytes
// that a word begins with. A form as typed may stand in the middle of a word.
func (x *Index) formOfTerm(in *termHolders, f *form, typed bool) {
	w := f.text
	if strings.Contains(w, " ") {
		x.formHolders(in.one, f)
		in.whole.add(&in.one)
		in.begun.add(&in.one)
		in.loose.add(&in.one)
		return
	}
	x.exactly(in.one, w)
	in.whole.add(&in.one)
	if !f.whole {
		if len(w) < shortestText {
			in.sure.add(&in.one)
		}
		x.beginning(in.one, w)
	}
	in.begun.add(&in.one)
	if f.whole || len(w) >= shortestText {
		in.sure.add(&in.one)
	}
	if typed && !f.whole && len(w) >= shortestInside {
		x.inside(in.one, w)
		if len(w) >= shortestMiddle {
			in.sure.add(&in.one)
		}
	}
}

// formHolders adds the records that hold a form of a term where a word begins.
func (x *Index) formHolders(in holders, f *form) {
	words := strings.Fields(f.text)
	if len(words) == 1 {
		x.wordHolders(in, f.text, f.whole)
		return
	}
	both := holders{names: x.everything(), texts: x.everything()}
	one := x.noHolders(true)
	for i, w := range words {
		one.clear()
		x.wordHolders(one, w, f.whole || i+1 < len(words))
		both.names.and(one.names)
		both.texts.and(one.texts)
	}
	in.names.or(both.names)
	in.texts.or(both.texts)
}

func (x *Index) wordHolders(in holders, w string, whole bool) {
	if x.exactly(in, w); !whole {
		x.beginning(in, w)
	}
}

// exactly adds the records that hold a word.
func (x *Index) exactly(in holders, w string) {
	for i := range x.parts {
		p := &x.parts[i]
		if i, found := p.vocab.find(w); found {
			p.vocab.names.addTo(in.names, p.first, i, i+1)
			p.vocab.texts.addTo(in.texts, p.first, i, i+1)
		}
	}
}

// beginning adds the records that hold a word that begins with w.
func (x *Index) beginning(in holders, w string) {
	for i := range x.parts {
		p := &x.parts[i]
		from, to := p.vocab.beginning(w)
		p.vocab.names.addTo(in.names, p.first, from, to)
		if in.brief || len(w) >= shortestText {
			p.vocab.texts.addTo(in.texts, p.first, from, to)
		}
	}
}

// inside adds the records that hold a word with w in it.
func (x *Index) inside(in holders, w string) {
	mask := maskOf(w)
	for i := range x.parts {
		p := &x.parts[i]
		v := &p.vocab
		for i := v.plain; i < v.words.len(); i++ {
			if mask&^v.masks[i] != 0 || !strings.Contains(v.words.at(i), w) {
				continue
			}
			v.names.addTo(in.names, p.first, i, i+1)
			if len(w) >= shortestMiddle {
				v.texts.addTo(in.texts, p.first, i, i+1)
			}
		}
	}
}
