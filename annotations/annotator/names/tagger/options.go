package tagger

// Options leaves parts of what the engine sees out, to measure what each gives.
type Options struct {
	NoClusters  bool // no word clusters
	NoOrgLists  bool // no universities, clubs and companies
	NoLists     bool // no list of names at all
	NoAgreement bool // no agreement of the names of a document
	NoDocument  bool // nothing of the rest of the document
}

const orgLists listBits = 1<<listUniversity | 1<<listClub | 1<<listCompany

// only is what is left of the lists that hold a word.
func (o *Options) only(l listBits) uint32 {
	switch {
	case o.NoLists:
		return 0
	case o.NoOrgLists:
		l &^= orgLists
	}
	return uint32(l)
}
