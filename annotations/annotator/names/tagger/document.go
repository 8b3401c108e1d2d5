package tagger

// docBits is what the rest of the document says of a word: where else it stands.
type docBits uint16

const (
	docTitled   docBits = 1 << iota // in a run behind a title
	docNamed                        // behind a first name
	docIn                           // behind "in" or "near"
	docSays                         // before a verb of speech
	docLower                        // in lower case
	docInitials                     // the initials of a run
	docSurname                      // the last of a longer run
	docOrg                          // in a run that ends like an organisation
	docSite                         // in a run that ends like a place
	docMiddle                       // with a capital in the middle of a sentence
	docCountry                      // before a comma and a country or region
	docWho                          // before ", who" or a comma and an age
	docThe                          // behind "the" in the middle of a sentence
	docOwn                          // before "'s"
	docFirst                        // the first of a longer run
	docAlone                        // a run of its own in the middle of a sentence
)

const docFlags = 16

// gather writes what each sentence says of its words into the table.
func (s *scratch) gather() {
	for i := range s.owner {
		sentence := s.tokens(i)
		for j := 0; j < len(sentence); {
			k := &sentence[j]
			if !k.form.capital() {
				if k.form == formLower && !k.entry.is(isSmall) {
					s.told.add(k.word, docLower)
				}
				j++
				continue
			}
			s.gatherRun(sentence, int(k.first), int(k.last))
			j = int(k.last)
		}
	}
	for i := range s.owner {
		s.gatherInitials(s.tokens(i))
	}
}

func (s *scratch) gatherRun(sentence []look, first, last int) {
	from := first
	for from < last-1 && sentence[from].entry.is(isTitle) {
		from++
	}
	common := around(sentence, first, from, last)
	end := sentence[last-1].entry
	if end.is(isOrg) {
		common |= docOrg
	}
	if end.is(isSite) {
		common |= docSite
	}
	for j := from; j < last; j++ {
		s.told.add(sentence[j].word, common|within(sentence, from, j, last))
	}
}

// within is what the place of a word in its run says of it.
func within(sentence []look, from, j, last int) (b docBits) {
	long := last-from > 1
	if j > 0 {
		b |= docMiddle
		if !long {
			b |= docAlone
		}
	}
	if j > from && sentence[j-1].lists&(1<<listFirst) != 0 {
		b |= docNamed
	}
	if long && j == last-1 {
		b |= docSurname
	}
	if long && j == from && j > 0 {
		b |= docFirst
	}
	return b
}

// around is what the words before and behind a run say of it.
func around(sentence []look, first, from, last int) (b docBits) {
	if from > first || first > 0 && sentence[first-1].entry.is(isTitle) {
		b |= docTitled
	}
	if first > 0 {
		before := &sentence[first-1]
		if before.entry.is(isIn) {
			b |= docIn
		}
		if before.word == wordThe && first > 1 {
			b |= docThe
		}
	}
	if last < len(sentence) {
		b |= behind(sentence, last)
	}
	return b
}

func behind(sentence []look, last int) (b docBits) {
	next := &sentence[last]
	switch {
	case next.entry.is(isSpeech):
		b |= docSays
	case next.word == wordOwn:
		b |= docOwn
	case next.word == wordWho:
		b |= docWho
	}
	if next.word != wordComma || last+1 >= len(sentence) {
		return b
	}
	after := &sentence[last+1]
	if after.lists&(1<<listCountry|1<<listRegion) != 0 {
		b |= docCountry
	}
	if after.word == wordWho || after.form == formDigit && after.runes <= 2 && last+2 < len(sentence) && sentence[last+2].word == wordComma {
		b |= docWho
	}
	return b
}

var wordOwn = Hash("'s")

// gatherInitials tells a word that is made of the initials of a wide run of the
// sentence, if the document has it.
func (s *scratch) gatherInitials(sentence []look) {
	for j := 0; j < len(sentence); {
		k := &sentence[j]
		if !k.form.capital() {
			j++
			continue
		}
		if n := int(k.wide) - j; n >= 2 && n <= 12 {
			if h, ok := initialsOf(sentence[j:k.wide]); ok {
				s.told.join(h, docInitials)
			}
		}
		j = int(k.wide)
	}
}

// initialsOf is the hash of the word that the initials of a run make.
func initialsOf(run []look) (uint32, bool) {
	h, n := uint64(fnvOffset), 0
	for i := range run {
		if run[i].form.capital() {
			h = (h ^ uint64(run[i].head)) * fnvPrime
			n++
		}
	}
	return fold(h), n >= 2
}

// told is a table from words to what the document says of them, used again for the
// next document.
type told struct {
	keys []uint32
	bits []docBits
}

// reset makes room for n words.
func (t *told) reset(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if size > cap(t.keys) {
		t.keys, t.bits = make([]uint32, size), make([]docBits, size)
		return
	}
	t.keys, t.bits = t.keys[:cap(t.keys)][:size], t.bits[:cap(t.bits)][:size]
	clear(t.keys)
	clear(t.bits)
}

func (t *told) find(key uint32) int {
	mask := uint32(len(t.keys) - 1)
	i := key & mask
	for t.keys[i] != key && t.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return int(i)
}

func (t *told) add(key uint32, b docBits) {
	i := t.find(key)
	t.keys[i] = key
	t.bits[i] |= b
}

// join adds to a word that is there.
func (t *told) join(key uint32, b docBits) {
	if i := t.find(key); t.keys[i] == key {
		t.bits[i] |= b
	}
}

func (t *told) of(key uint32) docBits { return t.bits[t.find(key)] }
