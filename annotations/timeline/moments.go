package timeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
)

// Way is which moments are wanted beside those of the article.
type Way struct {
	Background bool // what is not in the article and held when it was written
	Since      bool // what happened since
}

// Moments returns the moments of an edition, in its order: events, dates, and facts. An
// event is there if it has a date, if the article says what it came before or after, or
// if the article speaks of it. A date is there unless it only dates an event.
func Moments(e *annotations.Edition, w Way) []*Moment {
	c := &collector{e: e, ordered: map[annotations.EntityID]bool{}, dates: map[annotations.EntityID]bool{}}
	c.link()
	var out []*Moment
	for i := range e.Entities() {
		if x := &e.Entities()[i]; x.Kind == annotations.Event {
			if m := c.event(x); m != nil {
				out = append(out, m)
			}
		}
	}
	for i := range e.Entities() {
		if x := &e.Entities()[i]; x.Kind == annotations.Time && !c.dates[x.ID] {
			if m := c.date(x); m != nil {
				out = append(out, m)
			}
		}
	}
	for i := range e.Facts() {
		if m := c.fact(&e.Facts()[i], w); m != nil {
			out = append(out, m)
		}
	}
	return out
}

type collector struct {
	e       *annotations.Edition
	ordered map[annotations.EntityID]bool                   // the article says what they came before or after
	linked  map[annotations.EntityID][]annotations.EntityID // dates that share a statement of the article with an event
	dates   map[annotations.EntityID]bool                   // that only date an event
}

// link finds out which dates the article links to which events: a fact of the article is
// about both, or a relation that the article states connects them.
func (c *collector) link() {
	c.linked = map[annotations.EntityID][]annotations.EntityID{}
	for i := range c.e.Facts() {
		f := &c.e.Facts()[i]
		for _, id := range f.Order {
			c.ordered[id] = true
		}
		if f.State == annotations.InArticle {
			c.pair(f.About)
		}
	}
	for i := range c.e.Relations() {
		if r := &c.e.Relations()[i]; len(r.Evidence) > 0 {
			c.pair([]annotations.EntityID{r.From, r.To})
		}
	}
}

// pair links the dates among some entities to the events among them.
func (c *collector) pair(ids []annotations.EntityID) {
	for _, d := range ids {
		if x, ok := c.e.Entity(d); !ok || x.Kind != annotations.Time {
			continue
		}
		for _, id := range ids {
			if x, ok := c.e.Entity(id); ok && x.Kind == annotations.Event && !slices.Contains(c.linked[id], d) {
				c.linked[id] = append(c.linked[id], d)
			}
		}
	}
}

// event is the moment of an event, nil if nothing places it anywhere.
func (c *collector) event(x *annotations.Entity) *Moment {
	m := &Moment{Key: "event:" + string(x.ID), Entity: x.ID, Text: x.Identity, When: x.When, State: annotations.InArticle, event: true}
	for _, id := range c.linked[x.ID] {
		if d, _ := c.e.Entity(id); x.When.IsZero() || within(Begin(x.When), d.When) || within(End(x.When), d.When) {
			m.Dates = append(m.Dates, d)
			c.dates[id] = true
		}
	}
	slices.SortStableFunc(m.Dates, func(a, b *annotations.Entity) int {
		return cmp.Compare(endOnly(x.When, a.When), endOnly(x.When, b.When))
	})
	if m.When.IsZero() && len(m.Dates) > 0 {
		m.When = m.Dates[0].When
	}
	c.tell(m)
	if m.When.IsZero() && !c.ordered[x.ID] && m.Told() < 0 {
		return nil
	}
	m.Sure = c.sure(m)
	return m
}

// endOnly is 1 for a date that dates the end of an event and not its beginning, so that
// the date of the beginning comes first.
func endOnly(event, date annotations.Date) int {
	if !event.IsZero() && !within(Begin(event), date) {
		return 1
	}
	return 0
}

// tell chooses what tells of an event: a fact of the article that is about a date of the
// event too, else one that is about the event before all, else any; else the place where
// the article mentions the event first.
func (c *collector) tell(m *Moment) {
	best := 3
	for _, f := range c.e.FactsOf(m.Entity, annotations.InArticle) {
		if f.Moment != 0 {
			continue
		}
		rank := 2
		if f.About[0] == m.Entity {
			rank = 1
		}
		if slices.ContainsFunc(m.Dates, func(d *annotations.Entity) bool { return slices.Contains(f.About, d.ID) }) {
			rank = 0
		}
		if rank < best {
			best = rank
			c.by(m, f)
		}
	}
	if m.Fact == nil {
		if all := c.e.MentionsOf(m.Entity); len(all) > 0 {
			m.Span = all[0].Span
			if m.Text == "" {
				m.Text = c.sentence(all[0])
			}
		}
	}
}

// sentence returns the sentence around a mention that the program found, in quotation
// marks: nobody has said in other words what happened then. It is cut behind a word
// where it is long. Of any other mention it is empty.
func (c *collector) sentence(m *annotations.Mention) string {
	const longest = 200 // bytes
	if m.Origin != annotations.Found {
		return ""
	}
	a := c.e.Article()
	words := strings.Join(strings.Fields(a.Slice(a.SentenceAt(m.Start).Span)), " ")
	if len(words) > longest {
		cut := strings.LastIndexByte(words[:longest], ' ')
		if cut <= 0 {
			for cut = longest; !utf8.RuneStart(words[cut]); {
				cut--
			}
		}
		words = words[:cut] + "…"
	}
	return "“" + words + "”"
}

// by has a fact tell of a moment.
func (c *collector) by(m *Moment, f *annotations.Fact) {
	m.Fact, m.Text, m.Span, m.State = f, f.Text, annotations.Span{}, f.State
	m.Sources = f.Sources
	if len(f.Evidence) > 0 {
		m.Span = f.Evidence[0]
	}
	m.shows = make(map[annotations.EntityID]bool, len(f.About))
	for _, id := range f.About {
		m.shows[id] = true
	}
}

// date is the moment of a date that dates no event, nil if it has no value.
func (c *collector) date(x *annotations.Entity) *Moment {
	if x.When.IsZero() {
		return nil
	}
	m := &Moment{
		Key: "date:" + string(x.ID), Entity: x.ID, Text: x.Identity, When: x.When,
		Dates: []*annotations.Entity{x}, State: annotations.InArticle,
	}
	c.tell(m)
	if m.Told() < 0 { // nothing of the article
		m.Dates = nil
	}
	m.Sure = c.sure(m)
	return m
}

// fact is the moment of a fact, nil if it is none or is not wanted.
func (c *collector) fact(f *annotations.Fact, w Way) *Moment {
	m := &Moment{Key: "fact:" + string(f.ID), Entity: f.About[0], Kind: f.Moment, Sure: Placed}
	switch {
	case f.State == annotations.InArticle && f.Moment != 0:
		if f.Moment.Ahead() {
			m.Sure = Ahead
		}
	case f.State == annotations.Background && w.Background && !Listed(c.e, f):
		m.When = f.AsOf
	case f.State == annotations.Since && w.Since:
		m.When = f.Date
	default:
		return nil
	}
	c.by(m, f)
	return m
}

// Listed reports whether a fact is only a line of lists, such as where a country lies:
// it holds as of a date, but nothing happened then, so that it is no moment.
func Listed(e *annotations.Edition, f *annotations.Fact) bool {
	for _, id := range f.Sources {
		if s, ok := e.Source(id); !ok || s.Type != "dataset" {
			return false
		}
	}
	return len(f.Sources) > 0
}

// sure is how sure the place in time of an event or a date is.
func (c *collector) sure(m *Moment) Certainty {
	if c.e.Published().Before(m.When) {
		return Ahead
	}
	d := m.Printed()
	if d == nil {
		return Placed
	}
	if m.Doubt = doubtOf(d); m.Doubt == Open || inDoubt(d.When) || d.When.IsZero() {
		return Placed
	}
	return Dated
}
