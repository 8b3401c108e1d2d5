package tagger

// lawful makes what the form of a company in law stands in or behind the name of an
// organisation, of which the form is a part: "Halden Robotics N.V.", "Acme Widgets, Inc.".
func (s *scratch) lawful(n *name) {
	if n.fixed {
		return
	}
	last := n.last
	if !s.legal(last-1) || n.last-n.first < 2 {
		if last = s.legalBehind(n); last == n.last || n.class == Place {
			return
		}
	}
	n.last, n.class, n.how = last, Organisation, certain
}

// legalBehind is the token behind the form in law that follows a name, perhaps a comma
// between; the end of the name if none does.
func (s *scratch) legalBehind(n *name) int32 {
	end, i := s.bounds[n.part+1], n.last
	if i+1 < end && s.looks[i].word == wordComma {
		i++
	}
	if i < end && s.legal(i) {
		return i + 1
	}
	return n.last
}

// legal reports whether a token is the form of a company in law, as it is written.
func (s *scratch) legal(i int32) bool {
	k := &s.looks[i]
	return company[k.word] && (k.form.capital() || k.word == wordPLC)
}

var wordPLC = Hash("plc")

// company are forms of companies that are no other words.
var company = wordsOf("inc ltd plc llc llp gmbh corp n.v. s.a. s.p.a. b.v. nv bv kgaa ag oyj asa a.g.")
