package tagger

import (
	"cmp"
	"slices"

	"sidelight/annotations/annotator/found"
)

// agree makes the names of a document agree with each other and with what is known for
// certain: exact countries, nationalities and well-known bodies are what they are; a
// string has one kind; a surname is that of its person; initials are of the kind of
// what they stand for; and a name that was passed over elsewhere is found there too.
func (m *Model) agree(s *scratch, d *found.Doc, names []name) []name {
	names = s.trim(s.story(d, names))
	for i := range names {
		s.lettered(&names[i])
		s.lawful(&names[i])
		s.given(&names[i])
		s.certain(&names[i])
		s.speaks(&names[i])
		s.plays(&names[i])
		s.visits(&names[i])
	}
	votes := s.vote(names)
	if parts, any := s.split(names, votes); any {
		names, votes = parts, s.vote(parts)
	}
	return s.together(s.revisit(names, votes), votes)
}

// together joins two names that stand side by side where both are one person elsewhere:
// "ADA LOW", the head of what Ada Low says.
func (s *scratch) together(names []name, votes []vote) []name {
	kept := names[:0]
	for _, n := range names {
		if i := len(kept) - 1; i >= 0 && kept[i].last == n.first && kept[i].part == n.part {
			if v := lookUp(votes, s.key(int(kept[i].first), int(n.last))); v != nil && v.whole[Person] > 0 && v.class == Person {
				kept[i].last, kept[i].class, kept[i].key, kept[i].how = n.last, Person, v.key, agreed
				continue
			}
		}
		kept = append(kept, n)
	}
	return kept
}

// certain sets the class of a name that is exactly a country, a nationality or a body
// that everybody knows.
func (s *scratch) certain(n *name) {
	exact := s.exact(int(n.first), int(n.last))
	one := &s.looks[n.first]
	switch {
	case exact&(1<<listNation) != 0 && n.class != Person:
		n.fix(Misc)
	case exact&(1<<listCountry) != 0 && (n.class != Person || one.lists&(1<<listFirst) == 0):
		n.fix(Place)
	case exact&(1<<listBody) != 0 && (n.last-n.first > 1 || one.form == formCapital || one.form == formInitial || n.class == Misc):
		n.fix(Organisation)
	}
}

// fix settles the class of a name.
func (n *name) fix(c Class) {
	n.class, n.fixed, n.how = c, true, certain
}

// exact are the lists that hold exactly the tokens from first to last.
func (s *scratch) exact(first, last int) (bits listBits) {
	for l := range lists {
		if p := s.looks[first].places[l]; p == 0 {
			continue
		} else if p == unit+1 && last-first == 1 || p == begin+1 && last-first > 1 && s.looks[last-1].places[l] == lastOf {
			bits |= 1 << l
		}
	}
	return bits
}

const lastOf = last + 1

// vote is what the places of one string say of its class together.
type vote struct {
	key    uint32
	weight [Classes]int64
	whole  [Classes]int32 // how often it stands as a name by itself
	tail   int32          // how often it ends the name of a person
	head   int32          // how often it begins one
	fixed  bool
	class  Class
}

// vote counts for each string, and for the first and last words of persons. The votes
// are in the order of their keys.
func (s *scratch) vote(names []name) []vote {
	votes := s.votes[:0]
	for i := range names {
		n := &names[i]
		n.key = s.key(int(n.first), int(n.last))
		v := vote{key: n.key, fixed: n.fixed, class: n.class}
		v.weight[n.class] = int64(max(1, n.margin))
		v.whole[n.class] = 1
		votes = append(votes, v)
		if n.class == Person && n.last-n.first > 1 {
			votes = append(votes, vote{key: s.key(int(n.last)-1, int(n.last)), tail: 1})
			votes = append(votes, vote{key: s.key(int(n.first), int(n.first)+1), head: 1})
		}
		if h, ok := initialsOf(s.looks[n.first:n.last]); ok && n.class == Organisation && n.last-n.first > 1 {
			v := vote{key: join(0, h)}
			v.weight[Organisation] = int64(max(1, n.margin)) / 2
			votes = append(votes, v)
		}
	}
	slices.SortStableFunc(votes, func(a, b vote) int { return cmp.Compare(a.key, b.key) })
	s.votes = votes
	return fuse(votes)
}

// fuse adds up the votes of one key.
func fuse(votes []vote) []vote {
	out := votes[:0]
	for _, v := range votes {
		if n := len(out); n > 0 && out[n-1].key == v.key {
			out[n-1].add(&v)
			continue
		}
		out = append(out, v)
	}
	for i := range out {
		out[i].settle()
	}
	return out
}

func (v *vote) add(o *vote) {
	for c := range Classes {
		v.weight[c] += o.weight[c]
		v.whole[c] += o.whole[c]
	}
	v.tail += o.tail
	v.head += o.head
	if o.fixed && !v.fixed {
		v.fixed, v.class = true, o.class
	}
}

// settle gives the string the class that most speaks for.
func (v *vote) settle() {
	if v.fixed {
		return
	}
	if v.tail > 0 {
		v.weight[Person] += int64(v.tail) * surnameWeight
	}
	for c := range Class(Classes) {
		if v.weight[c] > v.weight[v.class] {
			v.class = c
		}
	}
}

// surnameWeight is how much one full name of a person says of its last word alone.
const surnameWeight = 400

func (s *scratch) key(first, last int) uint32 {
	h := uint32(0)
	for i := first; i < last; i++ {
		h = join(h, s.looks[i].word)
	}
	return h
}

func lookUp(votes []vote, key uint32) *vote {
	i, ok := slices.BinarySearchFunc(votes, key, func(v vote, k uint32) int { return cmp.Compare(v.key, k) })
	if !ok {
		return nil
	}
	return &votes[i]
}

// revisit gives each name the class of its string, and finds the strings again where
// the search passed them over.
func (s *scratch) revisit(names []name, votes []vote) []name {
	for i := range names {
		n := &names[i]
		if v := lookUp(votes, n.key); v != nil && v.class != n.class && !n.fixed {
			n.class, n.how = v.class, agreed
			n.margin = int32(min(int64(n.margin), v.weight[v.class]))
		}
	}
	return s.missed(names, votes)
}

// missed adds names where a run of capitalised words in the middle of a sentence is
// outside of names, and is exactly a string that is one elsewhere.
func (s *scratch) missed(names []name, votes []vote) []name {
	next, added := 0, len(names)
	for i := range s.owner {
		from, end := int(s.bounds[i]), int(s.bounds[i+1])
		for j := from; j < end; {
			for next < added && int(names[next].last) <= j {
				next++
			}
			k := &s.looks[j]
			if !k.form.capital() {
				j++
				continue
			}
			last := from + int(k.last)
			if next < added && int(names[next].first) < last {
				j = max(j+1, min(last, int(names[next].last)))
				continue
			}
			if v := lookUp(votes, s.key(j, last)); v != nil {
				if c, ok := s.passed(v, j, last, from, end); ok {
					names = append(names, name{int32(i), int32(j), int32(last), c, missedMargin, v.key, false, agreed})
				}
			}
			j = last
		}
	}
	if len(names) > added {
		slices.SortFunc(names, func(a, b name) int { return cmp.Compare(a.first, b.first) })
	}
	return names
}

// passed is the class of a run of tokens of a sentence from first to last that the search
// passed over, and whether it is a name.
func (s *scratch) passed(v *vote, first, last, from, end int) (Class, bool) {
	k := &s.looks[first]
	if v.head > 0 && last == first+1 && weekday[k.word] {
		return Person, s.spoken(first, from, end)
	}
	return v.class, first > from && v.known() && !k.entry.is(isSmall|isCalendar)
}

// missedMargin is the margin of a name that was found only because its string is one
// elsewhere.
const missedMargin = 40

// known reports whether a string is surely enough a name to be looked for elsewhere.
func (v *vote) known() bool {
	return v.weight[v.class] >= 2*missedMargin || v.fixed || v.tail > 0 && v.class == Person
}
