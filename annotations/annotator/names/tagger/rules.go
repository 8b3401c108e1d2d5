package tagger

// speaks makes a place that says something, or has somebody who speaks for it, an
// organisation, such as "the Castle said" and "Castle spokesman", if it is not in a list
// of places; and so a name of another kind that says something or is a newspaper's.
func (s *scratch) speaks(n *name) {
	if n.fixed || n.class != Place && n.class != Misc || n.class == Place && s.listed(n) {
		return
	}
	end, next := int(s.bounds[n.part+1]), int(n.last)
	for next < end && next < int(n.last)+2 && s.looks[next].entry.is(isSmall) && s.looks[next].form == formLower {
		next++
	}
	if next < end && s.speaksAt(n, next, end) {
		n.class = Organisation
	}
}

// speaksAt reports whether the token behind a name, or behind one and a small word, says
// that the name is an organisation's.
func (s *scratch) speaksAt(n *name, next, end int) bool {
	k, behind := &s.looks[next], next == int(n.last)
	if n.class == Place {
		return k.entry.is(isSpeech) || behind && s.office(next, end)
	}
	return behind && (k.entry.is(isSpeech) || k.form == formLower && k.entry.is(isPaper))
}

// listed reports whether a word of a name is in a list of places.
func (s *scratch) listed(n *name) bool {
	for i := n.first; i < n.last; i++ {
		if s.looks[i].lists&(1<<listCity|1<<listBigCity|1<<listCountry|1<<listRegion) != 0 {
			return true
		}
	}
	return false
}

// lettered makes "G. Low 105" the person G. Low: initials and a surname are a person's,
// and no number is part of it.
func (s *scratch) lettered(n *name) {
	first := &s.looks[n.first]
	if n.class == Person || n.class == Place || first.form != formInitial || first.runes < 2 || first.lists&^(1<<listFirst) != 0 {
		return
	}
	end := n.last
	for end > n.first && s.looks[end-1].form == formDigit {
		end--
	}
	if end-n.first < 2 || end-n.first > 4 {
		return
	}
	for i := n.first + 1; i < end; i++ {
		if !s.looks[i].mayBeSurname() {
			return
		}
	}
	n.last, n.class, n.how = end, Person, agreed
}

func (k *look) mayBeSurname() bool {
	return (k.form == formTitle || k.form == formInitial || k.form == formMixed) && !k.entry.is(isOrg|isSite|isSmall|isTitle|isNation)
}

// office reports whether a title of an office stands at a token: "spokesman", "Press
// Secretary".
func (s *scratch) office(i, end int) bool {
	if s.looks[i].entry.is(isOffice) && i+1 < end {
		i++
	}
	return s.looks[i].entry.is(isTitle)
}
