package quotes

import (
	"context"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// reader reads who says what in one article.
type reader struct {
	d    *found.Doc
	qs   []found.Quotation
	cast *found.Cast

	class  []class // of each token
	quote  []int32 // of each token, the quotation of depth 1 that holds it, from 1; 0 outside
	cover  []int32 // of each token, the widest mention that holds it, from 1
	frames []frame // by position
	from   []int32 // of each sentence, its first frame; one more at the end
	roles  roles   // who is called by which word
	labels []label // of the blocks of a talk
	last   said    // the speaker named last outside quotations
	lastIn int     // the sentence that did so
	heard  []said  // of each quotation, who says it

	main     int  // the person mentioned most, from 1
	dialogue bool // people of a story speak in turn
}

// said is who speaks: an entity, or words of the article.
type said struct {
	entity      int // index in the cast; -1
	first, last int // tokens of the words
	voice       annotations.Voice
	anonymity   annotations.Anonymity
	score       float32
}

// nobody is a speaker who is not known.
var nobody = said{entity: -1}

// known reports whether there is a speaker.
func (w *said) known() bool { return w.voice != 0 }

// same reports whether two speakers are one.
func (w *said) same(o *said) bool {
	return w.voice == o.voice && w.entity == o.entity && (w.entity >= 0 || w.first == o.first)
}

// Attribute tells of each quotation who said it, where the article says so, and divides
// the prose of the article into passages of one voice each. It sets Speaker, Said, Voice
// and Cue of the quotations, and Scare of those that turn out to have a speaker. A
// quotation that nobody is said to have said keeps the speaker -1 and no voice.
func Attribute(ctx context.Context, d *found.Doc, qs []found.Quotation, cast *found.Cast) ([]found.Passage, error) {
	r := &reader{d: d, qs: qs, cast: cast, last: nobody}
	r.heard = make([]said, len(qs))
	for i := range r.heard {
		r.heard[i] = nobody
	}
	r.prepare()
	if err := r.findFrames(ctx); err != nil {
		return nil, err
	}
	r.findLabels()
	if err := r.attribute(ctx); err != nil {
		return nil, err
	}
	return r.passages(ctx)
}

// prepare looks up each token once.
func (r *reader) prepare() {
	d, t := r.d, table()
	r.class = make([]class, len(d.Tokens))
	r.quote = make([]int32, len(d.Tokens)+1)
	r.cover = make([]int32, len(d.Tokens)+1)
	for i, x := range d.Tokens {
		if n := x.End - x.Start; n <= longest+2 && (n > 1 || d.Text[x.Start] >= '0') {
			r.class[i] = classOf(t, d.Text[x.Start:x.End])
		}
	}
	for i := range r.qs {
		q := &r.qs[i]
		q.Speaker, q.Said, q.Voice, q.Cue = -1, "", 0, annotations.Span{}
		if q.Depth == 1 && !q.Scare {
			for k := q.First; k < q.Last; k++ {
				r.quote[k] = int32(i + 1) //nolint:gosec // fewer than tokens
			}
		}
	}
	end := 0
	for i := range r.cast.Mentions {
		m := &r.cast.Mentions[i]
		if m.First < end || m.Last > len(d.Tokens) {
			continue // within a wider one
		}
		for k := m.First; k < m.Last; k++ {
			r.cover[k] = int32(i + 1) //nolint:gosec // fewer than tokens
		}
		end = m.Last
	}
	r.roles = rolesOf(r)
}

// mention returns the widest mention that holds a token; nil if there is none.
func (r *reader) mention(i int) *found.Mention {
	if i < 0 || r.cover[i] == 0 {
		return nil
	}
	return &r.cast.Mentions[r.cover[i]-1]
}

// noun returns the widest mention that holds a token and is no pronoun.
func (r *reader) noun(i int) *found.Mention {
	if m := r.mention(i); m != nil && m.Form != annotations.Pronoun {
		return m
	}
	return nil
}

// is reports whether a token is a word in small letters, or with a capital.
func (r *reader) is(i int, word string) bool {
	if i < 0 || i >= len(r.d.Tokens) {
		return false
	}
	x := r.d.Tokens[i]
	if int(x.End-x.Start) != len(word) {
		return false
	}
	for k := range len(word) {
		c := r.d.Text[int(x.Start)+k]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != word[k] {
			return false
		}
	}
	return true
}

// oneOf reports whether a token is one of some words.
func (r *reader) oneOf(i int, words ...string) bool {
	for _, w := range words {
		if r.is(i, w) {
			return true
		}
	}
	return false
}

// sign returns the first byte of a token that is no word; 0 for a word.
func (r *reader) sign(i int) byte {
	if i < 0 || i >= len(r.d.Tokens) {
		return 0
	}
	c := r.d.Text[r.d.Tokens[i].Start]
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return 0
	case c < utf8.RuneSelf:
		if r.d.Tokens[i].End-r.d.Tokens[i].Start > 1 {
			return 0 // 's
		}
		return c
	}
	switch r.d.Word(i) {
	case "—", "–":
		return '-'
	case "…":
		return '.'
	case "“", "”", "„", "«", "»", "‘", "’", "‚", "‹", "›":
		return '"'
	}
	return 0
}

// dash reports whether a token is a dash, and no hyphen inside a word.
func (r *reader) dash(i int) bool {
	if r.sign(i) != '-' {
		return false
	}
	x := r.d.Tokens[i]
	if r.d.Text[x.Start] != '-' {
		return true
	}
	return i > 0 && r.d.Tokens[i-1].End < x.Start
}

func (r *reader) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.d.Text[r.d.Tokens[i].Start:])
	return unicode.IsUpper(c)
}

// person reports whether a mention is of a person.
func (r *reader) person(m *found.Mention) bool {
	return m != nil && r.cast.Entities[m.Entity].Kind == annotations.Person
}

// sentence returns the tokens of a sentence.
func (r *reader) sentence(s int) (first, last int) {
	return int(r.d.Sentences[s].First), int(r.d.Sentences[s].Last)
}

// block reports whether two sentences lie in one block.
func (r *reader) block(a, b int) bool {
	return a >= 0 && b >= 0 && a < len(r.d.Sentences) && b < len(r.d.Sentences) && r.d.Sentences[a].Block == r.d.Sentences[b].Block
}

// wordsOf returns the words of a speaker who is no entity, at most so many bytes.
func (r *reader) wordsOf(w *said) string {
	const most = 160
	if w.entity >= 0 || w.first >= w.last {
		return ""
	}
	s := r.d.Span(w.first, w.last)
	if s.End-s.Start > most {
		return ""
	}
	return r.d.Text[s.Start:s.End]
}
