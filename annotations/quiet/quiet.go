// Package quiet chooses which marks of an article show at rest: all that the reader
// needs to see what is spoken of, and no more than leave a page quiet. A mark that
// does not show is there all the same and lights up with its entity.
package quiet

import (
	"cmp"
	"math"
	"slices"

	"sidelight/annotations"
)

// What a paragraph may show at rest. Names, numbers, dates and quotations show even
// where they are more.
const (
	WordsToMark = 5 // words of the paragraph for each of its marks, at least
	Storeys     = 2 // marks with a line that lie within each other, at most
)

const (
	fewWords = 8 // within which an alias repeats what was said
	deepest  = 8 // marks around a mark that is weighed at all
)

// Reason says why a mark does not show at rest.
type Reason uint8

// The reasons.
const (
	Shown       Reason = iota // the mark does show
	Pronoun                   // “she”
	Description               // “the group”, after what the words describe was mentioned
	Title                     // a description beside the name: “President” in “President Donald Trump”
	Inside                    // lies within a name, a number, a date or a quotation that shows
	Repeated                  // another name, a few words after the entity was mentioned
	Crowded                   // would make the marks of the paragraph too many, or the lines too high
	Around                    // found by the program, around another mark with a line that shows
)

// Choice is a mention and whether its mark shows at rest.
type Choice struct {
	Mention *annotations.Mention
	Why     Reason
}

// Choose says of each mention that begins in a paragraph, by position, whether its
// mark shows at rest. The rules, in their order:
//
//  1. A name, a number, a date and a quotation shows.
//  2. A pronoun does not show. A description shows only if nothing has mentioned its
//     entity before and it does not stand beside the name.
//  3. Another name (a short one, a demonym, the word for a term) does not show inside
//     what shows by the first rule or inside another such name, nor a few words after
//     a mention of its entity. Inside a description it shows only if it is of a
//     person, an organisation or a place.
//  4. What is left is added as long as the paragraph has [WordsToMark] words for each
//     mark and no more than [Storeys] lines lie within each other: first the other
//     names outside of descriptions, those whose entity was mentioned longest ago
//     before the others; then those inside descriptions, likewise; then
//     descriptions, by position.
//  5. What the program found has lines on one level only: around a line that shows
//     none of its own does.
func Choose(e *annotations.Edition, p annotations.Paragraph) []Choice {
	c := chooser{e: e}
	for m := range e.MentionsIn(p.Span) {
		if m.Start >= p.Start {
			c.enter(m)
		}
	}
	room := e.Article().Words(p.Span)/WordsToMark - c.measure()
	for _, i := range c.candidates() {
		m := &c.all[i]
		if room > 0 && c.fits(i) {
			m.Why = Shown
			c.raise(i)
			room--
		}
	}
	c.clear()
	out := make([]Choice, len(c.all))
	for i, m := range c.all {
		out[i] = m.Choice
	}
	return out
}

// class is how a mention is weighed.
type class uint8

const (
	none        class = iota // it does not show
	always                   // by the first rule
	name                     // another name outside of descriptions
	insideName               // one inside a description
	description              // the first mention of its entity
)

// weighed is a mention on the way to its choice.
type weighed struct {
	Choice
	kind   annotations.Kind
	class  class
	parent int // index of the innermost mention around it in this paragraph, or -1
	depth  int // how many lie around it
	since  int // bytes since its entity was mentioned
	height int // how many marks with lines that show lie within each other inside it
}

// line is how many lines the mark has: one, or none if it is that of a quotation.
func (w *weighed) line() int {
	if w.kind == annotations.Quote {
		return 0
	}
	return 1
}

type chooser struct {
	e    *annotations.Edition
	all  []weighed // outer ones before those inside them
	open []int     // indices of those around the next
}

// clear hides what the program found around a line that shows.
func (c *chooser) clear() {
	lined := make([]bool, len(c.all)) // by index: a line shows inside
	for i := len(c.all) - 1; i >= 0; i-- {
		w := &c.all[i]
		if lined[i] && w.Why == Shown && w.line() > 0 && w.Mention.Origin == annotations.Found {
			w.Why = Around
		}
		if w.parent >= 0 && (lined[i] || w.Why == Shown && w.line() > 0) {
			lined[w.parent] = true
		}
	}
}

// enter adds a mention.
func (c *chooser) enter(m *annotations.Mention) {
	x, _ := c.e.Entity(m.Entity)
	for len(c.open) > 0 && c.all[c.open[len(c.open)-1]].Mention.End <= m.Start {
		c.open = c.open[:len(c.open)-1]
	}
	w := weighed{Choice: Choice{Mention: m}, kind: x.Kind, parent: -1, depth: len(c.open)}
	if len(c.open) > 0 {
		w.parent = c.open[len(c.open)-1]
	}
	w.since = c.since(m)
	w.class, w.Why = c.classOf(&w)
	c.open = append(c.open, len(c.all))
	c.all = append(c.all, w)
}

// since is how many bytes before a mention the one before it of its entity ends that
// is no pronoun.
func (c *chooser) since(m *annotations.Mention) int {
	const pronouns = 8 // that are passed over, at most
	all, i := c.e.MentionsOf(m.Entity), c.e.Ordinal(m.ID())-1
	for n := 0; i >= 0 && n < pronouns && all[i].Form == annotations.Pronoun; n++ {
		i--
	}
	if i < 0 {
		return math.MaxInt
	}
	return max(m.Start-all[i].End, 0)
}

// classOf is the class of a mention by the first three rules, and why it does not
// show if it does not.
func (c *chooser) classOf(w *weighed) (class, Reason) {
	switch m := w.Mention; {
	case m.Form == annotations.Pronoun:
		return none, Pronoun
	case m.Form == annotations.Name, m.Form == annotations.Alias && counts(w.kind):
		return always, Shown
	case m.Form == annotations.Description:
		return c.described(w)
	}
	return c.otherwise(w)
}

// described is [chooser.classOf] for a description.
func (c *chooser) described(w *weighed) (class, Reason) {
	of, repeats := c.e.Repeats(w.Mention.ID())
	switch {
	case repeats && of.Form.Names():
		return none, Title
	case w.since < math.MaxInt:
		return none, Description
	case c.within(w) == always:
		return none, Inside
	}
	return description, Crowded
}

// otherwise is [chooser.classOf] for another name.
func (c *chooser) otherwise(w *weighed) (class, Reason) {
	switch within := c.within(w); {
	case within == always:
		return none, Inside
	case c.near(w):
		return none, Repeated
	case within == none:
		return name, Crowded
	case w.kind == annotations.Person || w.kind == annotations.Organisation || w.kind == annotations.Place:
		return insideName, Crowded
	}
	return none, Inside
}

// counts reports whether a mention of an entity of that kind by another name shows as
// one by its name does.
func counts(k annotations.Kind) bool {
	return k == annotations.Time || k == annotations.Number || k == annotations.Quote
}

// within says what a mention lies in: always is a name, however it is weighed itself,
// or more marks than are looked at; description is nothing but descriptions, and none
// is nothing.
func (c *chooser) within(w *weighed) class {
	if w.depth > deepest {
		return always
	}
	in := none
	for i := w.parent; i >= 0; i = c.all[i].parent {
		if c.all[i].Mention.Form.Names() {
			return always
		}
		in = description
	}
	return in
}

// near reports whether a mention stands a few words after another of its entity.
func (c *chooser) near(w *weighed) bool {
	const longest = 32 // bytes of a word and what follows it
	if w.since > fewWords*longest {
		return false
	}
	s := w.Mention.Start
	return c.e.Article().Words(annotations.Span{Start: s - w.since, End: s}) <= fewWords
}

// measure counts the marks that show by the first rule, and measures how high they
// stand.
func (c *chooser) measure() int {
	n := 0
	for i := len(c.all) - 1; i >= 0; i-- { // inner ones first
		w := &c.all[i]
		if w.Why == Shown {
			n++
		}
		if w.parent >= 0 {
			c.all[w.parent].height = max(c.all[w.parent].height, w.top())
		}
	}
	return n
}

// top is the height of the mark with what lies inside it.
func (w *weighed) top() int {
	if w.Why == Shown {
		return w.height + w.line()
	}
	return w.height
}

// candidates are the indices of the mentions that the fourth rule weighs, in its
// order.
func (c *chooser) candidates() []int {
	var some []int
	for i, w := range c.all {
		if w.class > always {
			some = append(some, i)
		}
	}
	slices.SortStableFunc(some, func(i, j int) int {
		a, b := &c.all[i], &c.all[j]
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(b.since, a.since))
	})
	return some
}

// fits reports whether no more than [Storeys] lines would lie within each other if
// mention i showed.
func (c *chooser) fits(i int) bool {
	w := &c.all[i]
	lines := w.height + w.line()
	for i = w.parent; i >= 0; i = c.all[i].parent {
		if around := &c.all[i]; around.Why == Shown {
			lines += around.line()
		}
	}
	return lines <= Storeys
}

// raise measures the marks around mention i anew, which shows now.
func (c *chooser) raise(i int) {
	for p := c.all[i].parent; p >= 0; i, p = p, c.all[p].parent {
		c.all[p].height = max(c.all[p].height, c.all[i].top())
	}
}
