package tagger

// visits makes a city that somebody leaves, reaches or visits a place, and no team of that
// name, where the sentence has no word of sport.
func (s *scratch) visits(n *name) {
	from, end := s.bounds[n.part], s.bounds[n.part+1]
	if n.class != Organisation || n.fixed || n.first == from || !travels[s.looks[n.first-1].word] ||
		s.exact(int(n.first), int(n.last))&(1<<listCity|1<<listBigCity) == 0 {
		return
	}
	for i := from; i < end; i++ {
		if s.looks[i].entry.is(isTeam) {
			return
		}
	}
	n.class, n.how = Place, agreed
}

var travels = wordsOf("left leaves reached reaches visited visits fled toured entered")
