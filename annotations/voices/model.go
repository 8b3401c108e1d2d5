package voices

import (
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
)

// Model is who says what in an edition.
type Model struct {
	Edition  *annotations.Edition
	Words    int              // of the whole article
	Shares   []coverage.Share // of the voices, in the order in which they are listed
	Passages []Passage        // by position
	// Speakers are who is named for what they say, in the order of their first words.
	Speakers []Speaker
	// Writer is what has no speaker: the writer's inferences and the article's own
	// account, as far as there are any.
	Writer []Speaker
}

// Passage is a stretch of one voice.
type Passage struct {
	annotations.Passage
	First  int // how many words of the article come before it
	Words  int
	Sign   int // the number of its first paragraph
	By     *Speaker
	Quotes []Quote // that begin in it
}

// Quote is a quotation of the article.
type Quote struct {
	Entity  *annotations.Entity
	Printed annotations.Span
}

// Compared reports whether the published wording of the quotation is known.
func (q Quote) Compared() bool { return q.Entity.Words != nil && q.Entity.Words.Published != "" }

// Speaker is one who speaks in the article, or a voice that has no speaker.
type Speaker struct {
	// Key names the speaker in every revision of the edition.
	Key    string
	Entity annotations.EntityID // empty if the edition has none for the speaker
	Name   string               // empty where the edition has none
	Voices []annotations.Voice  // in which the words are said, in the order of the article
	Said   []int                // the indices of the passages, ascending
	// Words is how many words they are, and Percent their share in the words of all
	// voices. The shares of all speakers of a voice sum to that of the voice, unless they
	// are so many that a share would differ from the exact one by a whole percent.
	Words, Percent int
}

// Of returns who says what in an edition.
func Of(e *annotations.Edition) *Model {
	a := e.Article()
	m := &Model{Edition: e, Words: a.Words(annotations.Span{End: len(a.Text)}), Shares: coverage.Voices(e)}
	m.Passages = make([]Passage, len(e.Passages()))
	words, end := 0, 0 // before and up to the byte end
	for i, p := range e.Passages() {
		x := Passage{Passage: p, Words: coverage.WordsIn(a, p.Span), Sign: a.SignAt(p.Start)}
		x.First = words + coverage.WordsIn(a, annotations.Span{Start: end, End: p.Start})
		words, end = x.First+x.Words, p.End
		m.Passages[i] = x
	}
	m.quote()
	m.cast()
	m.share()
	return m
}

// quote gives each passage the quotations that begin in it.
func (m *Model) quote() {
	at := 0
	for _, x := range m.Edition.Mentions() {
		e, ok := m.Edition.Entity(x.Entity)
		if !ok || e.Kind != annotations.Quote {
			continue
		}
		for at < len(m.Passages) && m.Passages[at].End <= x.Start {
			at++
		}
		if at < len(m.Passages) && m.Passages[at].Contains(x.Start) {
			p := &m.Passages[at]
			p.Quotes = append(p.Quotes, Quote{e, x.Span})
		}
	}
}

// cast finds the speakers.
func (m *Model) cast() {
	at := map[string]int{} // places in all
	var all []Speaker
	by := make([]int, len(m.Passages))
	for i := range m.Passages {
		p := &m.Passages[i]
		s := speakerOf(m.Edition, p.Passage)
		k, ok := at[s.Key]
		if !ok {
			k = len(all)
			at[s.Key], all = k, append(all, s)
		}
		x := &all[k]
		x.Said, x.Words, by[i] = append(x.Said, i), x.Words+p.Words, k
		if !slices.Contains(x.Voices, p.Voice) {
			x.Voices = append(x.Voices, p.Voice)
		}
	}
	// The article's own account comes last, as among the voices.
	place := make([]*Speaker, len(all))
	for _, s := range all {
		if !Nobody(s.Voices[0]) {
			m.Speakers = append(m.Speakers, s)
		}
	}
	for _, v := range annotations.Voices() {
		for _, s := range all {
			if Nobody(v) && s.Voices[0] == v {
				m.Writer = append(m.Writer, s)
			}
		}
	}
	for _, list := range [][]Speaker{m.Speakers, m.Writer} {
		for i := range list {
			place[at[list[i].Key]] = &list[i]
		}
	}
	for i := range m.Passages {
		m.Passages[i].By = place[by[i]]
	}
}

// Nobody reports whether a voice has no speaker.
func Nobody(v annotations.Voice) bool {
	return v == annotations.OwnAccount || v == annotations.Inference
}

// speakerOf returns who says a passage, without any words.
func speakerOf(e *annotations.Edition, p annotations.Passage) Speaker {
	if Nobody(p.Voice) {
		return Speaker{Key: "voice:" + p.Voice.String()}
	}
	if x, ok := e.Entity(p.Speaker); ok {
		return Speaker{Key: "entity:" + string(x.ID), Entity: x.ID, Name: x.Name}
	}
	if p.Name == "" {
		return Speaker{Key: "nobody:" + p.Voice.String()}
	}
	return Speaker{Key: "name:" + p.Name, Name: p.Name}
}

// share divides the percents of each voice among its speakers.
func (m *Model) share() {
	all := 0
	for _, v := range m.Shares {
		all += v.Words
		var who []*Speaker
		var words []int
		seen := map[*Speaker]int{}
		for i := range m.Passages {
			p := &m.Passages[i]
			if p.Voice != v.Voice {
				continue
			}
			k, ok := seen[p.By]
			if !ok {
				k = len(who)
				seen[p.By], who, words = k, append(who, p.By), append(words, 0)
			}
			words[k] += p.Words
		}
		for i, n := range coverage.Apportion(words, v.Percent) {
			who[i].Percent += n
		}
	}
	for _, list := range [][]Speaker{m.Speakers, m.Writer} {
		for i := range list {
			if s := &list[i]; s.Percent*all >= (s.Words*100+all) || s.Percent*all <= s.Words*100-all {
				m.round(all)
				return
			}
		}
	}
}

// round gives each speaker the share in so many words, rounded by itself.
func (m *Model) round(all int) {
	for _, list := range [][]Speaker{m.Speakers, m.Writer} {
		for i := range list {
			list[i].Percent = (200*list[i].Words + all) / max(2*all, 1)
		}
	}
}

// Find returns the speaker of a key.
func (m *Model) Find(key string) (*Speaker, bool) {
	for _, list := range [][]Speaker{m.Speakers, m.Writer} {
		for i := range list {
			if list[i].Key == key {
				return &list[i], true
			}
		}
	}
	return nil, false
}

// At returns the index of the passage that holds a byte of the article, or of the last
// one before it; -1 if there is none.
func (m *Model) At(offset int) int {
	lo, hi := 0, len(m.Passages)
	for lo < hi {
		if mid := (lo + hi) / 2; m.Passages[mid].Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// before returns how many words of the article come before a byte of it.
func (m *Model) before(offset int) int {
	a, i := m.Edition.Article(), m.At(offset)
	if i < 0 {
		return a.Words(annotations.Span{End: offset})
	}
	p := &m.Passages[i]
	if offset < p.End {
		return p.First + coverage.WordsIn(a, annotations.Span{Start: p.Start, End: offset})
	}
	return p.First + p.Words + coverage.WordsIn(a, annotations.Span{Start: p.End, End: offset})
}

// naming returns the indices of the passages that mention an entity and that somebody
// else says.
func (m *Model) naming(id annotations.EntityID) map[int]bool {
	out := map[int]bool{}
	for _, x := range m.Edition.MentionsOf(id) {
		if i := m.At(x.Start); i >= 0 && m.Passages[i].Contains(x.Start) && m.Passages[i].By.Entity != id {
			out[i] = true
		}
	}
	return out
}
