package links

import (
	"cmp"
	"context"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// group is an entity in the making: the forms that name it.
type group struct {
	kind   annotations.Kind
	nation int16
	forms  []int32
	sex    sex // as titles tell
	given  sex // as given names and pronouns tell
	begun  int // index of the first ref that named it, while refs are settled
	named  int // index of the last one; -1
	head   int32
}

// resolver holds what one call of [Resolve] knows.
type resolver struct {
	ctx   context.Context
	d     *found.Doc
	lists *lexicon

	raw, ids map[string]int32
	words    []string // folded
	known    map[string]int32
	forms    []form
	refs     []ref
	groups   []group
	end      int // of the last name that was read

	surname, given, part map[int32][]int32 // groups of people by a word of their names
	holds                map[int64][]int32 // groups of organisations or places by kind and a word of their names
	initials             map[string][]int32
	nations              map[int16]int32

	buffer []piece
	key    []byte
}

// most is the number of groups of one word that are looked at, so that the work stays
// linear in the number of names.
const most = 24

// Resolve returns who and what an article names: one entity for each referent, and every
// mention of it by name, description or pronoun. Names that are no person, organisation
// or place make no entity, unless they are nationalities. It ends with the context's
// error soon after the context ends.
func Resolve(ctx context.Context, d *found.Doc, names []found.Name, quotations []found.Quotation) (*found.Cast, error) {
	r := &resolver{
		ctx: ctx, d: d, lists: lists(), raw: map[string]int32{}, ids: map[string]int32{}, known: map[string]int32{},
		surname: map[int32][]int32{}, given: map[int32][]int32{}, part: map[int32][]int32{}, holds: map[int64][]int32{},
		initials: map[string][]int32{}, nations: map[int16]int32{},
	}
	if !slices.IsSortedFunc(names, byPosition) {
		names = slices.Clone(names)
		slices.SortStableFunc(names, byPosition)
	}
	names = r.joined(names)
	for i := range names {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r.divided(&names[i])
	}
	r.weigh()
	r.link()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.settle()
	c, index := r.cast()
	if err := r.describe(c, index, quotations); err != nil {
		return nil, err
	}
	return c, nil
}

func byPosition(a, b found.Name) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// weigh counts the refs of each form, and gives a form of doubtful kind to the form of
// the same words that is surer.
func (r *resolver) weigh() {
	for i := range r.refs {
		x := &r.refs[i]
		f := &r.forms[x.form]
		f.count++
		f.weight += x.score
		f.sex |= x.sex
		f.titled = f.titled && x.titled
	}
	best := map[string]int32{} // the weightiest form of these words
	for i := range r.forms {
		k := r.wordsKey(&r.forms[i])
		if j, ok := best[k]; !ok || r.forms[i].weight > r.forms[j].weight {
			best[k] = int32(i)
		}
	}
	for i := range r.refs {
		x := &r.refs[i]
		f := &r.forms[x.form]
		j := best[r.wordsKey(f)]
		if j == x.form || f.nation >= 0 || f.family || f.weight >= doubt*float32(f.count) {
			continue
		}
		f.count--
		x.form = j
		r.forms[j].count++
		x.factor = 0.9
	}
}

// doubt is the mean score below which the kind of a form is given up for that of a
// surer form of the same words.
const doubt = 0.75

func (r *resolver) wordsKey(f *form) string {
	k := append(r.key[:0], byte(f.junior), byte(f.junior>>8), byte(f.junior>>16))
	for _, w := range f.words {
		k = append(k, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
	}
	r.key = k
	return string(k)
}

// link finds the group of every form, the longest forms first.
func (r *resolver) link() {
	order := make([]int32, 0, len(r.forms))
	for i := range r.forms {
		if r.forms[i].count > 0 {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(len(r.forms[b].words), len(r.forms[a].words)) })
	for _, i := range order {
		f := &r.forms[i]
		switch {
		case f.nation >= 0:
			r.linkNation(i)
		case f.kind == annotations.Person:
			r.linkPerson(i)
		default:
			r.linkBody(i)
		}
	}
	r.linkBrackets()
	for _, pass := range [...]func(int32){r.linkInitials, r.linkOther} {
		for _, i := range order {
			if f := &r.forms[i]; f.group < 0 && len(f.choice) == 0 {
				pass(i)
			}
		}
	}
	for _, i := range order {
		if f := &r.forms[i]; f.group < 0 && len(f.choice) == 0 {
			r.open(i)
		}
	}
}

// dateline reports whether a form first says where a report comes from: "EDINBURGH, 14
// March —", which is short for no court of Edinburgh.
func (r *resolver) dateline(f *form) bool {
	x := &r.refs[f.first]
	if f.kind != annotations.Place || x.last >= len(r.d.Tokens) || !loud(r.d.Text[x.Start:x.End]) ||
		int(r.d.Sentences[r.d.SentenceOf(x.first)].First) != x.first {
		return false
	}
	switch r.d.Word(x.last) {
	case ",", "(", "-", "–", "—":
		return true
	}
	return false
}

// linkOther finds the entity of another kind of a form whose own kind is doubtful: the
// surname of a person, the short name of an organisation.
func (r *resolver) linkOther(i int32) {
	f := &r.forms[i]
	if f.family || f.nation >= 0 || f.weight >= sure*float32(f.count) || r.dateline(f) {
		return
	}
	kind := f.kind
	for _, o := range [...]annotations.Kind{annotations.Person, annotations.Organisation} {
		if o == kind || f.group >= 0 || len(f.choice) > 0 {
			continue
		}
		f.kind = o
		if o == annotations.Organisation {
			r.linkShort(i)
		} else if fits := r.fits(f, r.surname[f.words[len(f.words)-1]], func(of *form) bool { return tail(f.words, of.words) }); len(fits) > 0 {
			r.take(i, fits, 0.8, false)
		} else if len(f.words) == 1 {
			r.take(i, r.fits(f, r.given[f.words[0]], func(*form) bool { return true }), 0.7, false)
		}
		if f.group < 0 && len(f.choice) == 0 {
			f.kind = kind
		}
	}
}

// sure is the mean score from which on the kind of a form stays though a name of another
// kind holds its words.
const sure = 0.9

// open makes a group of a form.
func (r *resolver) open(i int32) int32 {
	f := &r.forms[i]
	g := int32(len(r.groups))
	r.groups = append(r.groups, group{kind: f.kind, nation: f.nation, named: -1, head: i})
	r.join(i, g, 1)
	return g
}

// join puts a form into a group.
func (r *resolver) join(i, g int32, factor float32) {
	f, to := &r.forms[i], &r.groups[g]
	f.group, f.factor = g, factor
	to.forms = append(to.forms, i)
	to.sex |= f.sex
	r.index(f, g)
}

// index makes a group known by the words of a form.
func (r *resolver) index(f *form, g int32) {
	n := len(f.words)
	if f.kind == annotations.Person {
		if n > 1 && !f.family {
			add(r.surname, f.words[n-1], g)
			add(r.given, f.words[0], g)
			for _, w := range f.words[1 : n-1] {
				add(r.part, w, g)
			}
			r.groups[g].given |= r.lists.sexes[r.words[f.words[0]]]
		}
		return
	}
	if n < 2 {
		return
	}
	for _, w := range f.words {
		add(r.holds, bodyKey(f.kind, w), g)
	}
	for _, k := range r.initialsOf(f) {
		add(r.initials, k, g)
	}
}

func bodyKey(k annotations.Kind, word int32) int64 { return int64(k)<<32 | int64(word) }

func add[K comparable](m map[K][]int32, k K, g int32) {
	if all := m[k]; len(all) < most && !slices.Contains(all, g) {
		m[k] = append(all, g)
	}
}

// linkNation puts the names of a country and its nationality together.
func (r *resolver) linkNation(i int32) {
	f := &r.forms[i]
	factor := float32(1)
	if f.people {
		factor = 0.8
	}
	if g, ok := r.nations[f.nation]; ok {
		r.join(i, g, factor)
		return
	}
	r.nations[f.nation] = r.open(i)
	f.factor = factor
}

// settle gives every ref its group. Where several groups fit a form, the one that the
// form stood for before goes on; else, of those named before, the person named first or
// the organisation named last.
func (r *resolver) settle() {
	before := map[int32]int32{} // the group that a form of several stood for last
	for i := range r.refs {
		x := &r.refs[i]
		f := &r.forms[x.form]
		if f.group >= 0 {
			x.group, x.factor = f.group, x.factor*f.factor
		} else {
			r.choose(x, f, before)
			before[x.form] = x.group
		}
		g := &r.groups[x.group]
		if g.named < 0 {
			g.begun = i
		}
		g.named = i
		g.sex |= x.sex
	}
}

// choose settles a ref whose form fits several groups.
func (r *resolver) choose(x *ref, f *form, before map[int32]int32) {
	var fits, named int
	pick := int32(-1)
	was, known := before[x.form]
	for _, g := range f.choice {
		to := &r.groups[g]
		if !x.sex.agrees(to.sex) || to.sex == 0 && !x.sex.agrees(to.given) {
			continue
		}
		fits++
		if to.named >= 0 {
			named++
		}
		if pick < 0 || r.nearer(f, to, &r.groups[pick]) {
			pick = g
		}
	}
	if pick < 0 {
		pick = f.choice[0]
	}
	x.group = pick
	if known && !f.near && fits > 1 && x.sex.agrees(r.groups[was].sex|r.groups[was].given) {
		x.group = was
	}
	switch {
	case fits == 1:
		x.factor *= f.factor
	case named == 1:
		x.factor *= 0.8 * f.factor
	default:
		x.factor *= 0.6 * f.factor
	}
}

// nearer reports whether a form goes to one group rather than to another: to the one that
// has been named, the person named first, the organisation named last.
func (r *resolver) nearer(f *form, g, to *group) bool {
	switch {
	case g.named < 0:
		return false
	case to.named < 0:
		return true
	case f.near:
		return g.named > to.named
	}
	return g.begun < to.begun
}
