package tagger

// longest is the number of tokens of the longest name of a list that is looked for.
const longest = 8

// mark finds the names of the lists in a sentence and says of each token where it
// stands in them. Of the names that begin at a token the longest counts.
func (x *Lexicon) mark(looks []look) {
	for i := range looks {
		k := &looks[i]
		if !k.form.capital() && k.form != formDigit {
			continue
		}
		x.markFrom(looks, i)
	}
}

func (x *Lexicon) markFrom(looks []look, i int) {
	var ends [lists]int
	sequence := uint32(0)
	for j := i; j < len(looks) && j < i+longest; j++ {
		sequence = join(sequence, looks[j].word)
		bits := x.phrases.get(sequence)
		if looks[j].form == formCapital || looks[j].form == formInitial {
			if j == i {
				bits |= x.phrases.get(join(capitals, looks[j].word))
			}
		}
		for l := range lists {
			if bits&(1<<l) != 0 {
				ends[l] = j + 1
			}
		}
		if bits&prefix == 0 {
			break
		}
	}
	for l, end := range ends {
		if end == 0 || looks[i].places[l] != 0 {
			continue
		}
		for j := i; j < end; j++ {
			looks[j].places[l] = placeIn(j-i, end-i)
			looks[j].lists |= 1 << l
		}
	}
}

// capitals stands before a word that is in a list only where it is all capitals:
// "WHO", "AU".
const capitals = 0x5EED

func placeIn(i, n int) uint8 {
	switch {
	case n == 1:
		return unit + 1
	case i == 0:
		return begin + 1
	case i == n-1:
		return last + 1
	}
	return inside + 1
}
