package says

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// farthest is how many tokens a verb phrase has at most.
const farthest = 8

// relations notes the verb between each two names that follow each other in the current
// sentence, and the role between a name and one that it belongs to.
func (r *reader) relations() {
	for k := range r.here {
		r.belongs(k)
		n := k + 1
		for n < len(r.here) && r.c.Mentions[r.here[n]].First < r.beside[k] {
			n++
		}
		if n < len(r.here) && !r.spoken(r.c.Mentions[r.here[n]].First) {
			r.verb(k, n)
		}
	}
}

// verb notes a relation if nothing but a verb phrase stands between a name that is the
// subject of its clause and the next name.
func (r *reader) verb(k, n int) {
	a, b := &r.c.Mentions[r.here[k]], &r.c.Mentions[r.here[n]]
	from, to := r.beside[k], r.title[n]
	if w := r.word(to - 1); w == "the" || w == "The" {
		to--
	}
	if a.Entity == b.Entity || to <= from || to-from > farthest || !r.subject(r.title[k]) || r.supposed(a.First) {
		return
	}
	score, ok := r.phrase(from, to)
	if !ok || !r.object(n) {
		return
	}
	r.relate(a, b, from, to, score)
}

func (r *reader) relate(a, b *found.Mention, from, to int, score float32) {
	r.out = append(r.out, found.Relation{From: a.Entity, To: b.Entity, Verb: r.d.Span(from, to), Evidence: r.span, Score: score * min(a.Score, b.Score)})
}

// supposed reports whether a word before a token makes the sentence one of what may be.
func (r *reader) supposed(token int) bool {
	for i := r.first; i < token; i++ {
		switch r.word(i) {
		case "if", "If", "whether", "unless", "Unless", "Suppose", "Had", "Should", "Whether", "deny", "denied", "denies", "false", "falsely", "not", "never", "nor", "neither", "rumours", "rumors":
			return true
		}
	}
	return false
}

// object reports whether a name is an object by itself: no part of a longer phrase such
// as "Trump's aide" or "Israeli officials".
func (r *reader) object(k int) bool {
	m := &r.c.Mentions[r.here[k]]
	return r.closed(m.Last)
}

// phrase reports whether the tokens are a verb phrase that joins two names, and how sure
// that is: a negation or a verb such as "may" is part of the phrase.
func (r *reader) phrase(from, to int) (score float32, ok bool) {
	score = 0.9
	i := from
	for i < to {
		switch kind := helps(r.word(i)); kind {
		case 0:
			return r.main(i, to, score)
		case modal:
			score = 0.7
		}
		i++
	}
	return 0, false
}

// main reports whether the tokens are a verb with the preposition that it takes.
func (r *reader) main(i, to int, score float32) (float32, bool) {
	w := r.word(i)
	passive := i > 0 && isBe(r.word(i-1))
	if by := r.word(to - 1); by == "by" {
		return score, passive && to-i == 2 && transitive(w)
	}
	switch to - i {
	case 1:
		return score, transitive(w) && !passive
	case 2:
		return score, takes(w, r.word(i+1), passive)
	}
	return 0, false
}

// Kinds of words that stand before the main verb.
const (
	plain = 1 + iota
	modal
)

// helps is the kind of a word that may stand before the main verb of a phrase; 0 for any
// other.
func helps(w string) int {
	switch w {
	case "has", "had", "have", "is", "was", "were", "are", "been", "be", "being", "did", "does", "do", "also", "later", "then", "first", "once", "again", "already",
		"recently", "previously", "formally", "officially", "publicly", "repeatedly", "eventually", "finally", "immediately", "subsequently", "briefly", "personally", "soon", "twice", "himself", "herself", "itself", "since", "now", "still":
		return plain
	case "may", "might", "could", "would", "will", "can", "must", "should", "not", "never", "to", "n't", "reportedly", "allegedly", "apparently", "possibly", "probably",
		"plans", "planned", "plan", "hopes", "hoped", "wants", "wanted", "agreed", "declined", "refused", "refuses", "threatened", "vowed", "promised", "failed", "tried", "intends", "cannot", "hardly", "almost", "nearly":
		return modal
	}
	return 0
}

func isBe(w string) bool {
	switch w {
	case "is", "was", "were", "are", "been", "be", "being":
		return true
	}
	return false
}

// transitive reports whether a verb form takes a name as its object, and so joins the two
// names around it.
func transitive(w string) bool {
	switch w {
	case "met", "meet", "meets", "nominated", "nominates", "nominate", "appointed", "appoints", "appoint", "married", "marries", "marry", "defeated", "defeats", "defeat", "beat", "beats",
		"acquired", "acquires", "acquire", "bought", "buys", "buy", "sued", "sues", "sue", "founded", "founds", "killed", "kills", "kill", "attacked", "attacks", "attack", "invaded", "invades", "invade",
		"visited", "visits", "visit", "joined", "joins", "join", "led", "leads", "lead", "owns", "owned", "praised", "praises", "praise", "criticised", "criticises", "criticise", "criticized", "criticizes", "criticize", "endorsed", "endorses",
		"endorse", "succeeded", "succeeds", "replaced", "replaces", "replace", "hired", "hires", "hire", "fired", "fires", "dismissed", "dismisses", "dismiss", "invited", "invites", "invite", "hosted", "hosts",
		"interviewed", "interviews", "supported", "supports", "support", "opposed", "opposes", "oppose", "backed", "backs", "back", "condemned", "condemns", "condemn", "warned", "warns", "warn", "urged", "urges",
		"phoned", "thanked", "thanks", "thank", "designated", "designates", "designate", "sanctioned", "sanctions", "captured", "captures", "capture", "rescued", "rescues", "rescue", "released", "releases", "release", "arrested", "arrests",
		"arrest", "accused", "accuses", "accuse", "charged", "charges", "charge", "convicted", "sentenced", "elected", "elects", "elect", "directed", "directs", "created", "creates", "produced", "produces", "divorced", "divorces", "adopted", "fought", "fights", "fight",
		"attended", "attends", "represented", "represents", "represent", "recruited", "recruits", "promoted", "trained", "trains", "coached", "coaches", "taught", "teaches", "influenced", "influences", "helped", "helps", "blamed", "blames", "blame", "mentored",
		"recognised", "recognises", "recognized", "recognizes", "contacted", "contacts", "contact", "authorized", "authorised", "commissioned", "funded", "funds", "sponsored", "sponsors", "signed", "drafted", "wrote", "murdered", "assassinated", "assaulted", "robbed", "injured", "wounded", "saved", "saves",
		"freed", "frees", "liberated", "occupied", "occupies", "annexed", "conquered", "besieged", "governs", "governed", "rules", "ruled", "controls", "controlled", "control", "borders", "left", "quit", "leaves", "co-founded", "cofounded", "discovered", "voiced", "portrayed", "plays", "portrays", "edited", "published", "publishes", "built", "designed", "named", "detained", "deported", "extradited", "questioned", "pardoned", "impeached", "overthrew", "toppled", "outscored", "followed", "follows", "preceded", "summoned", "traded":
		return true
	}
	return false
}

// takes reports whether a verb form joins two names with a preposition.
func takes(w, prep string, passive bool) bool {
	if passive {
		return takesPassive(w, prep)
	}
	switch prep {
	case "with":
		return withVerb(w)
	case "to":
		switch w {
		case "spoke", "speaks", "speak", "talked", "moved", "moves", "move", "returned", "returns", "return", "traveled", "travelled", "travels", "travel", "belongs", "belonged",
			"emigrated", "fled", "flew", "flees", "flies", "surrendered", "lost", "relocated":
			return true
		}
	case "for":
		switch w {
		case "works", "worked", "work", "played", "plays", "play", "wrote", "writes", "campaigned", "voted", "signed", "coached", "pitched", "speaks", "left":
			return true
		}
	case "in", "at":
		return placeVerb(w)
	case "from":
		switch w {
		case "graduated", "graduates", "resigned", "withdrew", "withdraws", "fled", "seceded", "retired", "returned", "departed", "comes", "came", "hails", "separated":
			return true
		}
	case "against":
		switch w {
		case "fought", "fights", "played", "plays", "play", "ran", "testified", "testifies", "campaigned", "voted":
			return true
		}
	}
	return false
}

// takesPassive is [takes] behind a form of "be".
func takesPassive(w, prep string) bool {
	switch prep {
	case "with":
		return w == "allied"
	case "to":
		switch w {
		case "married", "transferred", "traded", "sold", "deported", "extradited", "appointed", "elected", "sent":
			return true
		}
	case "in":
		switch w {
		case "born", "based", "headquartered", "buried", "educated", "raised", "located", "held", "arrested", "detained", "killed":
			return true
		}
	case "at":
		return w == "educated" || w == "based" || w == "born"
	}
	return false
}

func withVerb(w string) bool {
	switch w {
	case "met", "meets", "meet", "spoke", "speaks", "speak", "talked", "talks", "talk", "negotiated", "negotiates", "negotiate", "merged", "merges", "merge", "works",
		"worked", "work", "collaborated", "collaborates", "signed", "toured", "sided", "clashed", "clashes", "competed", "partnered", "partners":
		return true
	}
	return false
}

func placeVerb(w string) bool {
	switch w {
	case "lives", "lived", "live", "died", "studied", "studies", "resides", "resided", "arrived", "served", "works", "worked", "settled", "landed", "taught", "teaches", "lectured", "performed":
		return true
	}
	return false
}

// belongs notes the role between a name and the one it belongs to in the apposition behind
// it: "the wife of B", "president of the CBC", "Trump's nominee".
func (r *reader) belongs(k int) {
	a := &r.c.Mentions[r.here[k]]
	end := r.beside[k]
	if end == a.Last || r.c.Entities[a.Entity].Kind != annotations.Person {
		return
	}
	for n := k + 1; n < len(r.here); n++ {
		b := &r.c.Mentions[r.here[n]]
		if b.First >= end {
			return
		}
		if b.Entity == a.Entity || a.Last+1 >= b.First {
			continue
		}
		from, to := a.Last+1, b.First
		if r.word(to-1) == "the" {
			to--
		}
		if r.word(to-1) == "of" && r.noneOf(from, to-1) && b.Last < end+1 && (r.closed(b.Last) || b.Last == end-1) {
			r.relate(a, b, from, to, 0.9)
		}
		return
	}
}

// noneOf reports whether the tokens from one to another are a role by itself.
func (r *reader) noneOf(from, to int) bool {
	if to <= from || to-from > 6 {
		return false
	}
	w := lower(r.word(to - 1))
	if !role(w) && !kin(w) {
		return false
	}
	for i := from; i < to; i++ {
		if r.word(i) == "," || r.word(i) == "of" {
			return false
		}
	}
	return true
}
