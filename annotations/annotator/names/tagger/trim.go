package tagger

import "strings"

// trim takes signs and forms of address from the ends of names, and leaves out what is
// then empty.
func (s *scratch) trim(names []name) []name {
	kept := names[:0]
	for _, n := range names {
		s.addressed(&n)
		for n.first < n.last && s.looks[n.first].form == formPunct {
			n.first++
		}
		for n.first < n.last && s.looks[n.last-1].form == formPunct && !s.closes(&n) {
			n.last--
		}
		if n.first < n.last {
			kept = append(kept, n)
		}
	}
	return kept
}

// closes reports whether the sign at the end of a name may be part of it.
func (s *scratch) closes(n *name) bool {
	switch s.looks[n.last-1].word {
	case wordStop, wordCall, wordAsk:
		return true
	case wordShut:
		for i := n.first; i < n.last; i++ {
			if s.looks[i].word == wordOpen {
				return true
			}
		}
	}
	return false
}

var wordCall, wordAsk = Hash("!"), Hash("?")

// addressed makes what stands behind a form of address a person, whose name does not
// hold it: "Mrs B. Jones" is B. Jones.
func (s *scratch) addressed(n *name) {
	switch {
	case n.last-n.first > 1 && address[s.looks[n.first].word]:
		n.first++
		if n.first < n.last-1 && s.looks[n.first].word == wordStop {
			n.first++
		}
	case n.first > s.bounds[n.part] && address[s.looks[n.first-1].word] ||
		n.first > s.bounds[n.part]+1 && s.looks[n.first-1].word == wordStop && address[s.looks[n.first-2].word]:
	default:
		return
	}
	if n.class != Person && !s.looks[n.last-1].entry.is(isOrg|isSite|isNation) && s.looks[n.first].form.capital() {
		n.class, n.how = Person, agreed
	}
}

var address = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields("mr mrs ms miss dr prof cllr sen rep gov rev hon capt sgt lt col messrs") {
		m[Hash(w)] = true
		m[Hash(w+".")] = true
	}
	return m
}()
