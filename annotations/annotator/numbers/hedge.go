package numbers

import "strings"

// hedges are the words before a number that say how firmly it is said, longest first.
var hedges = [...][]string{
	{"no", "more", "than"}, {"no", "fewer", "than"}, {"no", "less", "than"}, {"not", "more", "than"},
	{"not", "less", "than"}, {"in", "excess", "of"}, {"a", "maximum", "of"}, {"a", "minimum", "of"},
	{"as", "many", "as"}, {"as", "much", "as"}, {"as", "few", "as"}, {"as", "little", "as"}, {"as", "high", "as"},
	{"as", "low", "as"}, {"at", "least"}, {"at", "most"}, {"more", "than"}, {"less", "than"}, {"fewer", "than"},
	{"greater", "than"}, {"up", "to"}, {"upwards", "of"}, {"upward", "of"}, {"close", "to"}, {"north", "of"},
	{"an", "estimated"}, {"estimated"}, {"nearly"}, {"almost"}, {"about"}, {"around"}, {"approximately"}, {"approx"},
	{"roughly"}, {"circa"}, {"over"}, {"under"}, {"some"}, {"maybe"}, {"perhaps"}, {"virtually"}, {"barely"},
}

// hedgeEnds are the last words of hedges, sorted.
var hedgeEnds = []string{
	"about", "almost", "approx", "approximately", "around", "as", "barely", "circa", "estimated", "least", "maybe", "most", "nearly",
	"of", "over", "perhaps", "roughly", "some", "than", "to", "under", "virtually",
}

// degreesOf are the words before a hedge that belong to it, sorted.
var degreesOf = []string{"far", "just", "little", "much", "only", "significantly", "slightly", "somewhat", "substantially", "well"}

// spoken are the words behind which "about" is no hedge, sorted.
var spoken = []string{
	"ask", "asked", "asking", "book", "concerned", "heard", "information", "know", "knows", "learn", "learned",
	"questions", "read", "reports", "speak", "spoke", "story", "talk", "talked", "talking", "talks", "think", "thinking",
	"what", "worried",
}

// hedge takes the words before a number that say how firmly it is said.
func (r *reader) hedge(x *reading) {
	if x.ranged && !x.joined && r.is(x.first-1, "between") && x.first-1 >= r.floor {
		x.first--
		return
	}
	if first := r.hedgeBefore(x.first, x); first < x.first {
		if x.hedge == "" {
			x.hedge = r.plain(first, x.first)
		}
		x.first = first
	}
}

// plain are the words of a hedge as they are said, in lower case, with single blanks.
func (r *reader) plain(first, last int) string {
	s := r.text[r.tokens[first].Start:r.tokens[last-1].End]
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// hedged reports whether a hedge stands before a token.
func (r *reader) hedged(i int) bool { return r.hedgeBefore(i, nil) < i }

// hedgeBefore returns the first token of the hedge that ends before a token, or the
// token itself.
func (r *reader) hedgeBefore(i int, x *reading) int {
	at := i - 1
	if at < r.floor {
		return i
	}
	switch r.sign(at) {
	case '~', '≈', '<', '>', '≤', '≥', '±', '∼':
		return at
	case '.':
		if at-1 >= r.floor && r.glued(at) && (r.is(at-1, "approx") || r.is(at-1, "ca") || r.is(at-1, "c")) {
			return at - 1
		}
		return i
	}
	if !r.english {
		return r.foreignHedge(i)
	}
	if !r.any(at, hedgeEnds) {
		return i
	}
	for _, h := range hedges {
		first := i - len(h)
		if first < r.floor || !r.row(first, h) {
			continue
		}
		if !r.meant(first, h[0], x) {
			return i
		}
		return r.degree(first, h[0])
	}
	return i
}

// degree takes the word before a hedge that belongs to it: "just over", "a little more
// than".
func (r *reader) degree(first int, h string) int {
	before := first - 1
	if h == "no" || h == "some" || before < r.floor || !r.any(before, degreesOf) {
		return first
	}
	if r.is(before, "little") && before-1 >= r.floor && r.is(before-1, "a") {
		before--
	}
	return before
}

// foreignHedges are the hedges of other languages, longest first.
var foreignHedges = []struct {
	language string
	words    []string
}{
	{"de", []string{"mehr", "als"}}, {"de", []string{"weniger", "als"}}, {"de", []string{"bis", "zu"}},
	{"de", []string{"rund"}}, {"de", []string{"etwa"}}, {"de", []string{"mindestens"}}, {"de", []string{"ungefähr"}},
	{"de", []string{"fast"}}, {"de", []string{"knapp"}}, {"de", []string{"über"}}, {"de", []string{"höchstens"}},
	{"es", []string{"más", "de"}}, {"es", []string{"al", "menos"}}, {"es", []string{"casi"}},
	{"fr", []string{"plus", "de"}}, {"fr", []string{"moins", "de"}}, {"fr", []string{"au", "moins"}},
	{"fr", []string{"environ"}}, {"fr", []string{"près", "de"}},
	{"it", []string{"più", "di"}}, {"it", []string{"circa"}}, {"it", []string{"quasi"}}, {"nl", []string{"ongeveer"}},
	{"nl", []string{"meer", "dan"}},
}

// foreignHedge is hedgeBefore in another language than English.
func (r *reader) foreignHedge(i int) int {
	for _, h := range foreignHedges {
		if first := i - len(h.words); h.language == r.language && first >= r.floor && r.row(first, h.words) {
			return first
		}
	}
	return i
}

// meant reports whether words are a hedge in their place.
func (r *reader) meant(first int, h string, x *reading) bool {
	switch h {
	case "some":
		return x != nil && x.value >= 10 && x.class != share && x.class != percent || x != nil && x.class == percent
	case "about", "around":
		return !r.any(first-1, spoken)
	case "over":
		return !r.is(first-1, "all")
	case "as", "up", "close":
		return true
	}
	return true
}

// row reports whether words stand from a token on.
func (r *reader) row(first int, words []string) bool {
	for k, w := range words {
		if !r.is(first+k, w) {
			return false
		}
	}
	return true
}
