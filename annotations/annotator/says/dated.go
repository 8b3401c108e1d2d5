package says

// dated finds the events of the sentence that a date names: "2024 presidential election",
// "September 11 attacks".
func (s *spotter) dated() {
	s.free = s.first
	for s.date < len(s.dates) && int(s.dates[s.date].Start) < int(s.d.Tokens[s.first].Start) {
		s.date++
	}
	end := int(s.d.Tokens[s.last-1].End)
	for ; s.date < len(s.dates) && s.dates[s.date].Start < end; s.date++ {
		x := &s.dates[s.date]
		if x.Duration || x.Recurs || x.End > end {
			continue
		}
		first, last := s.d.TokenFrom(x.Start), s.d.TokenFrom(x.End-1)+1
		if e, ok := s.datedAt(first, last); ok && first >= s.free {
			s.all, s.free = append(s.all, e), e.last
		}
	}
}

func (s *spotter) datedAt(first, last int) (event, bool) {
	if w := s.word(first); w == "the" || w == "The" {
		first++
	}
	switch s.word(last) {
	case "attack", "attacks", "bombing", "bombings", "massacre", "coup", "insurrection":
		return event{first, last + 1, 0.85}, last-first >= 2 && last-first <= 4 && capital(s.word(first)) && s.day(first, last)
	}
	return s.election(first, last)
}

// election is "2024 presidential election", with its year at the first token.
func (s *spotter) election(first, last int) (event, bool) {
	if last != first+1 || !year(s.word(first)) {
		return event{}, false
	}
	for i := last; i < last+6; i++ {
		switch w := s.word(i); {
		case w == "election" || w == "elections" || w == "referendum" || w == "Election" || w == "Elections":
			return event{first, i + 1, 0.85}, true
		case votes(w) || capital(w):
		default:
			return event{}, false
		}
	}
	return event{}, false
}

// day reports whether one of the tokens has a digit.
func (s *spotter) day(first, last int) bool {
	for i := first; i < last; i++ {
		if c := s.word(i); c != "" && c[0] >= '0' && c[0] <= '9' {
			return true
		}
	}
	return false
}

// votes reports whether a word says what sort of election one is.
func votes(w string) bool {
	switch w {
	case "presidential", "general", "parliamentary", "midterm", "federal", "mayoral", "gubernatorial", "local", "legislative", "congressional", "primary", "snap",
		"senate", "state", "municipal", "provincial", "regional", "leadership", "independence", "constitutional", "runoff":
		return true
	}
	return false
}
