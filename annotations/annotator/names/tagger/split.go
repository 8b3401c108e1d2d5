package tagger

// split takes names apart that a hyphen joins, such as "U.S.-Hamas", where both sides
// are known by themselves: from lists, or as names elsewhere in the document.
func (s *scratch) split(names []name, votes []vote) ([]name, bool) {
	any := false
	for i := 0; i < len(names); i++ {
		n := names[i]
		at := s.hyphenIn(&n)
		if at < 0 {
			continue
		}
		left, right := n, n
		left.last, right.first = int32(at), int32(at+1)
		if !s.stands(&left, votes) || !s.stands(&right, votes) {
			continue
		}
		names = append(names, name{})
		copy(names[i+1:], names[i:])
		names[i], names[i+1] = left, right
		any = true
		i++
	}
	return names, any
}

func (s *scratch) hyphenIn(n *name) int {
	for j := int(n.first) + 1; j < int(n.last)-1; j++ {
		if w := s.looks[j].word; w == wordHyphen || w == wordDash {
			return j
		}
	}
	return -1
}

var wordDash = Hash("–")

// stands reports whether a part of a name is a name by itself, and gives it its class.
func (s *scratch) stands(n *name, votes []vote) bool {
	exact := s.exact(int(n.first), int(n.last))
	switch {
	case exact&(1<<listNation) != 0:
		n.fix(Misc)
	case exact&(1<<listCountry|1<<listRegion) != 0:
		n.fix(Place)
	case exact&(1<<listBody) != 0:
		n.fix(Organisation)
	default:
		v := lookUp(votes, s.key(int(n.first), int(n.last)))
		if v == nil || v.whole == [Classes]int32{} || v.class == Person {
			return false
		}
		n.class = v.class
	}
	return true
}
