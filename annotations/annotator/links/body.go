package links

import (
	"slices"
	"strings"
	"unicode"

	"sidelight/annotations"
)

// linkBody finds the organisation or place of a form.
func (r *resolver) linkBody(i int32) {
	r.linkShort(i)
	f := &r.forms[i]
	if f.group < 0 && len(f.choice) == 0 && len(f.words) > 1 {
		if r.linkOther(i); f.group < 0 && len(f.choice) == 0 {
			r.open(i)
		}
	}
}

// linkShort finds the organisation or place of which a form is a short name.
func (r *resolver) linkShort(i int32) {
	f := &r.forms[i]
	best, fits, near := 0, []int32(nil), false
	for _, g := range r.holding(f) {
		q, n := 0, false
		for k, o := range r.groups[g].forms {
			if k >= most {
				break
			}
			if oq, on := r.short(f, &r.forms[o]); oq > q {
				q, n = oq, on
			}
		}
		switch {
		case q == 0 || q < best:
		case q > best:
			best, fits, near = q, []int32{g}, n
		default:
			fits, near = append(fits, g), near || n
		}
	}
	if len(fits) > 1 && f.count > 2 && r.comesFirst(f, fits) {
		return // it is a name by itself
	}
	r.take(i, fits, [...]float32{1, 0.7, 0.85, 0.95}[best], near)
}

// comesFirst reports whether the article has a form before the first name of any of some
// groups.
func (r *resolver) comesFirst(f *form, groups []int32) bool {
	return !slices.ContainsFunc(groups, func(g int32) bool { return r.forms[r.groups[g].head].first < f.first })
}

// holding are the groups that may have a longer form: those that hold the rarest of the
// form's first and last words, or that word with another ending.
func (r *resolver) holding(f *form) []int32 {
	a, b := f.words[0], f.words[len(f.words)-1]
	x, y := r.holds[bodyKey(f.kind, a)], r.holds[bodyKey(f.kind, b)]
	if len(y) > 0 && len(y) < len(x) || len(x) == 0 {
		x = y
	}
	if o := r.otherNumber(b); o >= 0 {
		if z := r.holds[bodyKey(f.kind, o)]; len(z) > 0 {
			x = slices.Clone(x)
			for _, g := range z {
				if !slices.Contains(x, g) {
					x = append(x, g)
				}
			}
		}
	}
	return x
}

// otherNumber returns the plural of a word, or the word of which it is the plural, if the
// article has that; else -1.
func (r *resolver) otherNumber(w int32) int32 {
	s := r.words[w]
	if t, ok := strings.CutSuffix(s, "s"); ok {
		if id, ok := r.ids[t]; ok {
			return id
		}
		return -1
	}
	r.key = append(append(r.key[:0], s...), 's')
	if id, ok := r.ids[string(r.key)]; ok {
		return id
	}
	return -1
}

// short returns how well a form can be a short form of another, from 0, not at all, to 3,
// and whether the one named last should have it where several fit.
func (r *resolver) short(f, o *form) (quality int, near bool) {
	n, m := len(f.words), len(o.words)
	if m < n || o.kind != f.kind {
		return 0, false
	}
	lead, tail := r.align(f.words, o.words[:n]), r.align(f.words, o.words[m-n:])
	switch {
	case m == n && lead:
		return 3, false // in another number
	case m == n:
		return 0, false
	case f.kind == annotations.Place:
		return r.shortPlace(f, o, lead), false
	case tail && (m == n+1 || !small(r.words[o.words[m-n-1]])):
		return r.tailOf(f, o)
	case lead:
		return r.leadOf(f, o)
	}
	return 0, false
}

// align reports whether two sequences of words are the same but for the number of the
// last word.
func (r *resolver) align(a, b []int32) bool {
	k := len(a) - 1
	return same(a[:k], b) && (a[k] == b[k] || a[k] == r.otherNumber(b[k]))
}

// tailOf is the quality of a form that ends another: "the Port Authority" of "Harbour
// Port Authority".
func (r *resolver) tailOf(f, o *form) (int, bool) {
	if len(o.words) == len(f.words)+1 && counts(r.words[o.words[0]]) {
		return 0, false
	}
	if !r.general(f) {
		return 3, true
	}
	if m := len(o.words) - len(f.words); m == 1 && r.nationWord(o.words[0]) {
		return 3, false
	}
	if r.theRefs(f) {
		return 1, true
	}
	return 0, false
}

// leadOf is the quality of a form that begins another: "Norcem" of "Norcem Vest".
func (r *resolver) leadOf(f, o *form) (int, bool) {
	rest := o.words[len(f.words):]
	last := r.words[f.words[len(f.words)-1]]
	switch {
	case after(r.words[rest[0]]):
		return r.leadBefore(f, r.words[rest[0]]), true
	case head(last):
		if !slices.ContainsFunc(rest, func(w int32) bool { return !corporate(r.words[w]) }) {
			return 3, true
		}
		return 0, false
	case !slices.ContainsFunc(rest, func(w int32) bool { return !head(r.words[w]) }):
		return 3, true
	}
	for len(rest) > 1 && corporate(r.words[rest[len(rest)-1]]) {
		rest = rest[:len(rest)-1]
	}
	if len(rest) == 1 || len(rest) == 2 && head(r.words[rest[1]]) && !small(r.words[rest[0]]) {
		return 2, true
	}
	return 0, false
}

// leadBefore is the quality of a form before a preposition or "and": "Carnegie Institution"
// of "Carnegie Institution of Washington".
func (r *resolver) leadBefore(f *form, w string) int {
	switch and := w == "and" || w == "&"; {
	case and && len(f.words) > 1 && !r.general(f):
		return 2
	case and || !slices.ContainsFunc(f.words, func(w int32) bool { return head(r.words[w]) }):
		return 0
	case !r.general(f):
		return 3
	case len(f.words) > 1:
		return 2
	case r.theRefs(f):
		return 1
	}
	return 0
}

// shortPlace is the quality of a form of a place: "Gaza" of "Gaza Strip".
func (r *resolver) shortPlace(f, o *form, lead bool) int {
	if !lead {
		return r.placeOf(f, o)
	}
	rest := o.words[len(f.words):]
	next := r.words[rest[0]]
	if len(rest) > 1 {
		if after(next) && next != "and" {
			return 2
		}
		return 0
	}
	switch {
	case region(next), next == "islands":
		return 3
	case next == "river" && len(f.words) > 1:
		return 2
	case next == "city" && len(f.words) == 2 && r.words[f.words[0]] == "new":
		return 3
	}
	return 0
}

// placeOf is the quality of a form that follows "of" in another: "Kerala" of "State of
// Kerala".
func (r *resolver) placeOf(f, o *form) int {
	m := len(o.words) - len(f.words)
	if m != 2 || !r.align(f.words, o.words[m:]) || r.words[o.words[1]] != "of" {
		return 0
	}
	switch r.words[o.words[0]] {
	case "state", "city", "republic", "kingdom", "province", "commonwealth", "town", "principality", "county":
		return 3
	}
	return 0
}

// general reports whether a form is made of words that only say what sort of body it is.
func (r *resolver) general(f *form) bool {
	return !slices.ContainsFunc(f.words, func(w int32) bool { return !head(r.words[w]) && !small(r.words[w]) })
}

// theRefs reports whether "the" stands before a form where it is first.
func (r *resolver) theRefs(f *form) bool { return r.refs[f.first].the }

func (r *resolver) nationWord(w int32) bool {
	_, name := r.lists.names[r.words[w]]
	_, people := r.lists.people[r.words[w]]
	return name || people
}

// initialsOf are the ways to write a form by its initials.
func (r *resolver) initialsOf(f *form) []string {
	all, few := make([]byte, 0, maxWords), make([]byte, 0, maxWords)
	for _, w := range f.words {
		s := r.words[w]
		if s == "" || s[0] >= 0x80 {
			return nil
		}
		for k := range len(s) { // the name of a nation may be several words
			if k > 0 && s[k-1] != ' ' {
				continue
			}
			all = append(all, s[k])
			if !small(s) {
				few = append(few, s[k])
			}
		}
	}
	if len(few) < 2 {
		return nil
	}
	if len(few) == len(all) {
		return []string{string(few)}
	}
	return []string{string(few), string(all)}
}

// acronym reports whether a form is written in capitals, as initials are.
func (r *resolver) acronym(f *form) bool {
	if len(f.words) != 1 || f.kind == annotations.Person {
		return false
	}
	s := r.refs[f.first].Span
	n := 0
	for _, c := range r.d.Text[s.Start:s.End] {
		if unicode.IsUpper(c) {
			n++
		} else if c != '.' && c != '&' {
			return false
		}
	}
	return n >= 2 && n <= 8
}

// linkInitials finds the organisation or place whose initials a form is.
func (r *resolver) linkInitials(i int32) {
	f := &r.forms[i]
	if !r.acronym(f) {
		return
	}
	fits := r.initials[r.words[f.words[0]]]
	own := slices.DeleteFunc(slices.Clone(fits), func(g int32) bool { return r.groups[g].kind != f.kind })
	if len(own) > 0 {
		fits = own
	}
	r.take(i, fits, 0.95, true)
}

// linkBrackets links a name to the one that follows it in brackets where one is short for
// the other: "World Health Organization (WHO)".
func (r *resolver) linkBrackets() {
	for i := 1; i < len(r.refs); i++ {
		a, b := &r.refs[i-1], &r.refs[i]
		if !r.bracketed(a, b) {
			continue
		}
		fa, fb := &r.forms[a.form], &r.forms[b.form]
		long, short := a, b
		if r.acronym(fa) {
			long, short = b, a
		}
		fl, fs := &r.forms[long.form], &r.forms[short.form]
		if fa.kind == annotations.Person || fb.kind == annotations.Person || fs.group >= 0 || fl.group < 0 || len(fs.choice) > 0 || !r.acronym(fs) {
			continue
		}
		short1, long1 := r.d.Text[short.Start:short.End], r.d.Text[long.Start:long.End]
		if _, ok := Abbreviates(short1, long1); ok || r.sameLetters(fs, fl) {
			r.join(short.form, fl.group, 0.97)
		}
	}
}

// bracketed reports whether a name in brackets follows another at once.
func (r *resolver) bracketed(a, b *ref) bool {
	if b.first-a.last > 3 || b.first <= a.last {
		return false
	}
	open := false
	for k := a.last; k < b.first; k++ {
		switch r.d.Word(k) {
		case "(":
			open = true
		case "the", "The", "\"", "“", ")":
		default:
			return false
		}
	}
	return open
}

// sameLetters reports whether a form is the initials of another in another order, as of a
// name that is translated.
func (r *resolver) sameLetters(short, long *form) bool {
	s := []byte(r.words[short.words[0]])
	slices.Sort(s)
	for _, k := range r.initialsOf(long) {
		l := []byte(k)
		slices.Sort(l)
		if len(l) > 2 && string(l) == string(s) {
			return true
		}
	}
	return false
}
