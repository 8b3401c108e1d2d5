package export

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sidelight/annotations"
)

// card is what the page says of an entity.
type card struct {
	Number                 int
	Class, Kind, Name      string
	Lines                  []string
	Identity, Summary      string
	Details                []detail
	InArticle, Back, Since []pageFact
	Remarks                []remark
	Connected              []connection
	SeeAlso                []int
	Mentions               []reference
}

// longCard is the number of lines from which on a card may go on in the next column.
const longCard = 8

// Long reports whether the card has so many lines that it may be divided.
func (c card) Long() bool {
	return len(c.Details)+3*(len(c.InArticle)+len(c.Back)+len(c.Since)+len(c.Remarks))+len(c.Connected) > longCard
}

// detail is a labelled line about a quotation or a number.
type detail struct {
	Label, Text string
	Card        int  // to which the text leads, or 0
	Words       bool // the text is a wording
	Sources     []int
}

type pageFact struct {
	When, Text, AsOf string
	Evidence         []string
	Voice            string
	Paragraph        int // 0 for none
	Unverified       bool
	Sources          []int
}

type remark struct {
	Paragraph   int
	Title, Text string
	Sources     []int
	Since       []pageFact
}

type connection struct {
	Label     string
	Other     reference
	Paragraph int
	Sources   []int
}

// reference is a link to a card or to a mention.
type reference struct {
	To    int
	Words string
}

// cards are the cards of all entities by their numbers, and the editor's notes that
// are about none of them.
func (x *paper) cards() (all []card, others []remark) {
	for _, id := range x.order {
		if n, ok := x.e.Entity(id); ok {
			all = append(all, x.card(n))
		}
	}
	for _, n := range x.e.Remarks() {
		if len(n.About) == 0 {
			others = append(others, x.remark(n))
		}
	}
	return all, others
}

func (x *paper) card(n *annotations.Entity) card {
	c := card{
		Number: x.number[n.ID], Class: n.Kind.String(), Kind: x.by.Kind(n.Kind), Name: x.line(x.by.Name(n)),
		Identity: x.line(n.Identity), Summary: x.line(n.Summary),
	}
	if n.Printed != "" && n.Printed != n.Name {
		c.Lines = append(c.Lines, x.line(x.by.PrintedAs(n.Printed)))
	}
	if when := x.by.Date(n.When); when != "" && when != n.Name {
		c.Lines = append(c.Lines, when)
	}
	c.Mentions = x.mentions(n.ID)
	if len(c.Mentions) == 0 && (n.Quantity == nil || n.Quantity.Computed == "") {
		c.Lines = append(c.Lines, x.by.NotNamed)
	}
	c.Details = append(x.quotation(n), x.quantity(n)...)
	c.InArticle, c.Back, c.Since = x.facts(n.ID, annotations.InArticle), x.facts(n.ID, annotations.Background), x.since(n.ID)
	for _, note := range x.e.RemarksOf(n.ID) {
		if note.About[0] == n.ID {
			c.Remarks = append(c.Remarks, x.remark(note))
		}
	}
	c.Connected = x.connected(n)
	c.SeeAlso = x.seeAlso(n.ID)
	return c
}

// facts are the facts in one state that stand on the card of an entity.
func (x *paper) facts(id annotations.EntityID, state annotations.State) []pageFact {
	var out []pageFact
	for _, f := range x.e.FactsOf(id, state) {
		if f.About[0] == id {
			out = append(out, x.fact(f))
		}
	}
	return out
}

// since are the facts that are later than the article, by date.
func (x *paper) since(id annotations.EntityID) []pageFact {
	all := slices.Clone(x.e.FactsOf(id, annotations.Since))
	slices.SortStableFunc(all, func(a, b *annotations.Fact) int {
		return cmp.Or(a.Date.Earliest().Compare(b.Date.Earliest()), a.Date.Latest().Compare(b.Date.Latest()))
	})
	var out []pageFact
	for _, f := range all {
		if f.About[0] == id {
			out = append(out, x.fact(f))
		}
	}
	return out
}

func (x *paper) fact(f *annotations.Fact) pageFact {
	out := pageFact{When: x.by.ShortDate(f.Date), Text: x.line(f.Text), Unverified: f.Unverified, Sources: x.cited(f.Sources)}
	if !f.AsOf.IsZero() {
		out.AsOf = x.by.AsOf(x.by.ShortDate(f.AsOf))
	}
	for _, s := range f.Evidence {
		out.Evidence = append(out.Evidence, x.words(s))
	}
	if len(f.Evidence) > 0 {
		out.Paragraph = x.paragraphOf(f.Evidence[0])
		out.Voice = x.by.UnknownVoice
		if p, ok := x.e.VoiceOf(f.Evidence[0]); ok {
			out.Voice = x.line(x.by.Attribution(x.e, p))
		}
	}
	return out
}

// words are those of a span of the article on one line.
func (x *paper) words(s annotations.Span) string { return x.line(x.e.Article().Slice(s)) }

// paragraphOf is the number of the paragraph in which a span begins.
func (x *paper) paragraphOf(s annotations.Span) int {
	return x.e.Article().SignAt(s.Start)
}

func (x *paper) remark(n annotations.Remark) remark {
	return remark{
		Paragraph: x.paragraphOf(n.Span), Title: x.line(n.Title), Text: x.line(n.Text), Sources: x.cited(n.Sources),
		Since: each(n.Since, func(l annotations.Later) pageFact {
			return pageFact{When: x.by.ShortDate(l.Date), Text: x.line(l.Text), Sources: x.cited(l.Sources)}
		}),
	}
}

// connected are the relations that are read from an entity. That to the speaker of a
// quotation is left out: the card names the speaker.
func (x *paper) connected(n *annotations.Entity) []connection {
	var out []connection
	for _, l := range x.e.TiesOf(n.ID) {
		other, ok := x.e.Entity(l.Other)
		if !ok || l.Relation.From != n.ID || n.Words != nil && l.Other == n.Words.Speaker {
			continue
		}
		c := connection{Label: x.line(l.Label), Other: x.reference(other)}
		if len(l.Relation.Evidence) > 0 {
			c.Paragraph = x.paragraphOf(l.Relation.Evidence[0])
		} else {
			c.Sources = x.cited(l.Relation.Sources)
		}
		out = append(out, c)
	}
	return out
}

func (x *paper) reference(n *annotations.Entity) reference {
	return reference{x.number[n.ID], x.line(x.by.Name(n))}
}

// seeAlso are the numbers of the cards on which more about an entity stands: facts,
// notes, and relations that are read from there. Those to which its relations lead
// already are left out.
func (x *paper) seeAlso(id annotations.EntityID) []int {
	there := map[int]bool{}
	add := func(other annotations.EntityID) {
		if n := x.number[other]; n > 0 && other != id {
			there[n] = true
		}
	}
	for _, state := range []annotations.State{annotations.InArticle, annotations.Background, annotations.Since} {
		for _, f := range x.e.FactsOf(id, state) {
			add(f.About[0])
		}
	}
	for _, n := range x.e.RemarksOf(id) {
		add(n.About[0])
	}
	for _, l := range x.e.TiesOf(id) {
		add(l.Relation.From)
	}
	for _, l := range x.e.TiesOf(id) {
		if l.Relation.From == id {
			delete(there, x.number[l.Other])
		}
	}
	return slices.Sorted(maps.Keys(there))
}

// mentions lead to the places where the page mentions an entity: "¶5", and where a
// paragraph has several "¶5", "2", "3".
func (x *paper) mentions(id annotations.EntityID) []reference {
	var out []reference
	last, n := 0, 0
	for _, m := range x.e.MentionsOf(id) {
		to := x.anchor[m.ID()]
		if to == 0 {
			continue // in no paragraph
		}
		words := "¶" + strconv.Itoa(x.paragraphOf(m.Span))
		if p := x.paragraphOf(m.Span); p == last {
			n++
			words = strconv.Itoa(n)
		} else {
			last, n = p, 1
		}
		out = append(out, reference{to, words})
	}
	return out
}

// quotation says who said the words of a quotation, where and when, and how they
// were published.
func (x *paper) quotation(n *annotations.Entity) []detail {
	q := n.Words
	if q == nil {
		return nil
	}
	by := detail{Label: x.by.SaidBy, Text: x.line(q.Said)}
	if speaker, ok := x.e.Entity(q.Speaker); ok {
		by.Text, by.Card = x.line(x.by.Name(speaker)), x.number[speaker.ID]
	}
	standing := x.by.OffRecord
	if q.OnRecord {
		standing = x.by.OnRecord
	}
	all := []detail{
		by,
		{Label: x.by.Standing, Text: standing},
		{Label: x.by.Setting, Text: x.line(q.Setting)},
		{Label: x.by.When, Text: x.by.Date(q.Date)},
	}
	if m := x.e.MentionsOf(n.ID); len(m) > 0 {
		all = append(all, detail{Label: x.by.AsPrinted, Text: quoted(x.words(m[0].Span)), Words: true})
	}
	all = append(all,
		detail{Label: x.by.AsPublished, Text: quoted(x.line(q.Published)), Words: true},
		detail{Label: x.by.Difference, Text: x.line(q.Difference)})
	return said(all, x.cited(q.Sources))
}

// quantity says what a number counts, who gives it, and how others report it.
func (x *paper) quantity(n *annotations.Entity) []detail {
	q := n.Quantity
	if q == nil {
		return nil
	}
	computed := x.line(q.Computed)
	if computed != "" {
		computed += " (" + x.by.NotPrinted + ")"
	}
	return said([]detail{
		{Label: x.by.Value, Text: strings.TrimSpace(x.by.Number(q.Value) + " " + x.line(q.Unit))},
		{Label: x.by.Computed, Text: computed},
		{Label: x.by.Counted, Text: x.line(q.Counted)},
		{Label: x.by.Hedge, Text: x.line(q.Hedge)},
		{Label: x.by.GivenBy, Text: x.line(q.GivenBy)},
		{Label: x.by.NumberAsOf, Text: x.by.Date(q.AsOf)},
		{Label: x.by.Others, Text: x.line(q.Others)},
	}, x.cited(q.Sources))
}

// said are the details that say something. The last of them names the sources.
func said(all []detail, sources []int) []detail {
	all = slices.DeleteFunc(all, func(d detail) bool { return d.Text == "" })
	if len(all) > 0 {
		all[len(all)-1].Sources = sources
	}
	return all
}

// quoted puts words in quotation marks, unless they are in such marks already.
func quoted(words string) string {
	if words = strings.Trim(words, `"“”`); words == "" {
		return ""
	}
	return "“" + words + "”"
}
