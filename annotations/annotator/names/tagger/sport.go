package tagger

import "strings"

// plays makes the places that a verb of winning or losing stands between teams: "Ellery
// beat Dorn 4-2". Countries stay what they are.
func (s *scratch) plays(n *name) {
	if n.class != Place || n.fixed {
		return
	}
	from, end := s.bounds[n.part], s.bounds[n.part+1]
	won := n.last < end && contest[s.looks[n.last].word]
	lost := n.first > from && contest[s.looks[n.first-1].word]
	if won && n.last+1 < end && s.opponent(n.last+1, end) || lost {
		n.class, n.how = Organisation, agreed
	}
}

// opponent reports whether a name, or "the" and a name, begins at a token.
func (s *scratch) opponent(i, end int32) bool {
	if s.looks[i].word == wordThe && i+1 < end {
		i++
	}
	return s.looks[i].form.capital()
}

var contest = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields("beat beats defeated edged routed thrashed crushed downed trounced outlasted blanked") {
		m[Hash(w)] = true
	}
	return m
}()
