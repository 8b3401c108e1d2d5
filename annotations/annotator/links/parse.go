package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// piece is a word of a name: its bytes in the text and its number in the resolver's list of words.
type piece struct {
	annotations.Span
	id int32
}

// ref is one name of the article that may refer to an entity.
type ref struct {
	annotations.Span     // as it is marked
	first, last      int // tokens, half-open
	score            float32
	ground           annotations.Span
	form             int32
	group            int32   // -1 until it is settled
	factor           float32 // how sure the link is
	sex              sex     // as a title beside the name tells
	titled           bool    // a short title stands before the name
	the              bool    // "the" stands before it
}

// form is a sequence of words that names of one kind have.
type form struct {
	words  []int32
	kind   annotations.Kind
	nation int16 // index in the list of nations, or -1
	people bool  // the word is one of nationality
	family bool  // "the Caloi family"
	junior int32 // the word "Jr." or "III" at its end, else -1
	count  int
	first  int // index of the first ref
	weight float32
	sex    sex
	group  int32
	factor float32
	choice []int32 // groups among which each mention is settled by itself
	near   bool    // the choice goes to the one named last
	titled bool    // never without a short title
}

// maxWords is the number of words of a name that are looked at.
const maxWords = 12

// word returns the number of a word of the text in the resolver's list.
func (r *resolver) word(raw string) int32 {
	if id, ok := r.raw[raw]; ok {
		return id
	}
	f := fold(raw)
	id, ok := r.ids[f]
	if !ok {
		id = int32(len(r.words))
		r.words = append(r.words, f)
		r.ids[strings.Clone(f)] = id
	}
	r.raw[raw] = id
	return id
}

// pieces divides a span at blanks into words without the signs around them.
func (r *resolver) pieces(s annotations.Span) []piece {
	out := r.buffer[:0]
	for i := s.Start; i < s.End && len(out) < maxWords; {
		c, n := utf8.DecodeRuneInString(r.d.Text[i:s.End])
		if unicode.IsSpace(c) {
			i += n
			continue
		}
		end := i
		for end < s.End {
			c, n := utf8.DecodeRuneInString(r.d.Text[end:s.End])
			if unicode.IsSpace(c) {
				break
			}
			end += n
		}
		if p := r.bare(annotations.Span{Start: i, End: end}); !p.Empty() {
			out = append(out, piece{p, r.word(r.d.Text[p.Start:p.End])})
		}
		i = end
	}
	r.buffer = out
	return out
}

// bare returns a span without the signs around it and a possessive end.
func (r *resolver) bare(s annotations.Span) annotations.Span {
	t := r.d.Text
	for s.Start < s.End {
		c, n := utf8.DecodeRuneInString(t[s.Start:s.End])
		if solid(c) {
			break
		}
		s.Start += n
	}
	for {
		for s.Start < s.End {
			c, n := utf8.DecodeLastRuneInString(t[s.Start:s.End])
			if solid(c) || c == '.' {
				break
			}
			s.End -= n
		}
		cut := strings.TrimSuffix(strings.TrimSuffix(t[s.Start:s.End], "'s"), "’s")
		if s.Start+len(cut) == s.End {
			return s
		}
		s.End = s.Start + len(cut)
	}
}

func solid(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '&'
}

// read turns a name into a ref and its form. It leaves out a name that can name no entity
// here.
func (r *resolver) read(n *found.Name) {
	if !r.readable(n) {
		return
	}
	ps := r.pieces(n.Span)
	x := ref{score: n.Score, ground: n.Ground, group: -1, factor: 1}
	if len(ps) > 1 && r.words[ps[0].id] == "the" {
		ps, x.the = ps[1:], true
	}
	if !r.aside(n) {
		ps = r.unopened(ps)
	}
	if len(ps) == 0 {
		return
	}
	f := form{kind: n.Kind, nation: -1, junior: -1, group: -1, factor: 1, titled: true}
	ok := false
	if n.Kind == annotations.Person {
		ps, ok = r.readPerson(n, ps, &x, &f), true
	} else {
		ok = r.readBody(n, ps, &x, &f)
	}
	if !ok {
		return
	}
	x.the = x.the || isThe(r.near(x.first-1))
	if n.Kind == annotations.Organisation {
		ps = r.lawful(ps)
	}
	f.words = make([]int32, len(ps))
	for i, p := range ps {
		f.words[i] = p.id
		if n.Kind != annotations.Person && f.nation < 0 && len(ps) > 1 {
			f.words[i] = r.plainNation(p.id)
		}
	}
	x.form = r.formOf(&f)
	r.end = n.End
	r.refs = append(r.refs, x)
}

// unopened drops the words before a name that open a clause.
func (r *resolver) unopened(ps []piece) []piece {
	for len(ps) > 1 && opening(r.words[ps[0].id]) {
		ps = ps[1:]
	}
	return ps
}

// aside reports whether a person's name stands between commas, so that no word of it opens
// a clause: "One of them, Sunday Bello, told me".
func (r *resolver) aside(n *found.Name) bool {
	return n.Kind == annotations.Person && r.near(n.First-1) == "," && r.near(n.Last) == ","
}

// readable reports whether a name is a span of the text behind the names before it.
func (r *resolver) readable(n *found.Name) bool {
	return n.ValidIn(r.d.Text) && n.First >= 0 && n.First < n.Last && n.Last <= len(r.d.Tokens) && n.Start >= r.end
}

// readPerson sets what is marked as the name of a person, and returns the words of the name.
func (r *resolver) readPerson(n *found.Name, ps []piece, x *ref, f *form) []piece {
	ps, start := r.untitled(ps, x)
	r.mark(n, x, start, ps[len(ps)-1].End)
	r.before(x)
	f.family = len(ps) == 1 && !x.titled && kin(r.near(x.last))
	if k := len(ps) - 1; k > 0 && generation(r.words[ps[k].id]) {
		f.junior, ps = ps[k].id, ps[:k]
	}
	return ps
}

// readBody sets what is marked as the name of an organisation or place, or as a
// nationality. It reports false if the name is none of these.
func (r *resolver) readBody(n *found.Name, ps []piece, x *ref, f *form) bool {
	r.mark(n, x, ps[0].Start, ps[len(ps)-1].End)
	if len(ps) == 1 && r.words[ps[0].id] == "hague" && x.first > 0 && isThe(r.near(x.first-1)) {
		x.first-- // the article is part of the name
		x.Start = int(r.d.Tokens[x.first].Start)
	}
	if !r.country(ps, f) && n.Kind == found.Misc || f.people && language(r.near(x.first-1), r.near(x.last)) {
		return false
	}
	if n.Kind == found.Misc || f.nation >= 0 {
		f.kind = annotations.Place
	}
	return true
}

// lawful returns the words of an organisation's name without those that say under what
// law it stands: "Acme" of "Acme Corp."
func (r *resolver) lawful(ps []piece) []piece {
	for k := len(ps) - 1; k > 0 && (legal(r.words[ps[k].id]) || ps[k].Len() == 1); k-- {
		ps = ps[:k]
	}
	return ps
}

// mark sets the span and the tokens of what is marked of a name.
func (r *resolver) mark(n *found.Name, x *ref, start, end int) {
	x.Span = annotations.Span{Start: start, End: end}
	x.first, x.last = r.tokens(x.Span, n.First, n.Last)
}

// near is the word at a token, "" where there is none.
func (r *resolver) near(token int) string {
	if token < 0 || token >= len(r.d.Tokens) {
		return ""
	}
	return r.d.Word(token)
}

// untitled drops the titles at the beginning of a person's name. A short title stays in
// what is marked, and so does "Pope" before a name of one word.
func (r *resolver) untitled(ps []piece, x *ref) (rest []piece, start int) {
	for k := len(ps) - 3; k > 0; k-- {
		if office(r.words[ps[k].id]) {
			ps = ps[k:]
			break
		}
	}
	start = ps[0].Start
	for len(ps) > 1 {
		w := r.words[ps[0].id]
		s, short := honorific(w)
		if !short {
			var ok bool
			if s, ok = rank(w); !ok {
				break
			}
		}
		x.sex |= s
		ps = ps[1:]
		if short || royal(w) && (len(ps) == 1 || numeral(r.words[ps[1].id])) {
			x.titled = x.titled || short
			return ps, start
		}
		start = ps[0].Start
	}
	return ps, start
}

// before looks at the titles that stand before a person's name outside of it.
func (r *resolver) before(x *ref) {
	sentence := int(r.d.Sentences[r.d.SentenceOf(x.first)].First)
	for k := x.first - 1; k >= sentence && k >= x.first-8; k-- {
		t := r.d.Word(k)
		if t == "." || t == "-" {
			continue
		}
		if c := t[0]; c < 'A' || c > 'z' || len(t) > 14 {
			return
		}
		w := r.words[r.word(t)]
		s, short := honorific(w)
		if short && unicode.IsUpper(rune(t[0])) && k >= x.first-2 && !x.titled {
			x.titled, x.sex = true, x.sex|s
			x.Start, x.first = int(r.d.Tokens[k].Start), k
			continue
		}
		s, ok := rank(w)
		if !ok {
			return
		}
		x.sex |= s
	}
}

// tokens narrows the tokens of a name to those of a span inside it.
func (r *resolver) tokens(s annotations.Span, first, last int) (int, int) {
	for first < last-1 && int(r.d.Tokens[first].End) <= s.Start {
		first++
	}
	for last > first+1 && int(r.d.Tokens[last-1].Start) >= s.End {
		last--
	}
	return first, last
}

// country looks a name up in the list of nations.
func (r *resolver) country(ps []piece, f *form) bool {
	if len(ps) > 8 {
		return false
	}
	r.key = r.key[:0]
	for i, p := range ps {
		if i > 0 {
			r.key = append(r.key, ' ')
		}
		r.key = append(r.key, r.words[p.id]...)
	}
	if id, ok := r.lists.names[string(r.key)]; ok {
		f.nation = id
		return true
	}
	if id, ok := r.lists.people[string(r.key)]; ok && f.kind != annotations.Organisation {
		f.nation, f.people = id, true
		return true
	}
	return false
}

// plainNation returns for a word of nationality the first word of the nation's name, so
// that "Dutch East Indies" and "Netherlands East Indies" are one form.
func (r *resolver) plainNation(w int32) int32 {
	id, ok := r.lists.people[r.words[w]]
	if !ok {
		if id, ok = r.lists.names[r.words[w]]; !ok {
			return w
		}
	}
	return r.word(r.lists.nations[id].name)
}

// formOf returns the number of a form, and adds it if it is new.
func (r *resolver) formOf(f *form) int32 {
	k := append(r.key[:0], byte(f.kind), b2(f.family), byte(f.junior), byte(f.junior>>8), byte(f.junior>>16))
	for _, w := range f.words {
		k = append(k, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
	}
	r.key = k
	id, ok := r.known[string(k)]
	if !ok {
		id = int32(len(r.forms))
		r.known[string(k)] = id
		f.first = len(r.refs)
		r.forms = append(r.forms, *f)
	}
	return id
}

func b2(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func generation(w string) bool {
	switch w {
	case "jr", "sr", "ii", "iii", "iv", "junior", "senior":
		return true
	}
	return false
}

// numeral reports whether a folded word is a Roman numeral as kings have it.
func numeral(w string) bool {
	return w != "" && strings.Trim(w, "ivx") == ""
}

func isThe(w string) bool { return w == "the" || w == "The" || w == "THE" }
