package quotes

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// piece is a clause of a sentence, and on whose word it rests.
type piece struct {
	first, last int // tokens, half-open
	who         said
	cue         annotations.Span
	owned       bool // a frame or a quotation in it tells who
	back        bool // its frame follows what is said: "…, Smith said"
	loose       bool // nothing carries over to it: "but", "which", "signalling"
}

// passages divides the prose into passages of one voice.
func (r *reader) passages(ctx context.Context) ([]found.Passage, error) {
	out := make([]found.Passage, 0, len(r.d.Sentences))
	var pieces []piece
	for s := range r.d.Sentences {
		if s%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		switch r.d.Sentences[s].Kind {
		case annotations.BlockParagraph, annotations.BlockItem, annotations.BlockQuote:
			pieces = r.pieces(pieces[:0], s)
			for i := range pieces {
				out = append(out, r.passage(&pieces[i]))
			}
		}
	}
	return out, nil
}

// passage makes the passage of a piece.
func (r *reader) passage(p *piece) found.Passage {
	x := found.Passage{
		Span: r.d.Span(p.first, p.last), Voice: annotations.OwnAccount, Speaker: -1, Score: 0.8,
	}
	if p.who.known() {
		x.Voice, x.Anonymity, x.Speaker = p.who.voice, p.who.anonymity, p.who.entity
		x.Said, x.Cue, x.Score = r.wordsOf(&p.who), p.cue, p.who.score
		if x.Speaker < 0 && x.Said == "" {
			x.Voice, x.Anonymity, x.Cue = annotations.OwnAccount, 0, annotations.Span{}
		}
		if x.Voice == annotations.Unnamed && x.Anonymity == 0 {
			x.Anonymity = annotations.Unsaid
		}
		if x.Voice != annotations.Unnamed {
			x.Anonymity = 0
		}
	}
	return x
}

// pieces divides the sentence s.
func (r *reader) pieces(dst []piece, s int) []piece {
	a, b := r.sentence(s)
	if l := r.labelOf(int(r.d.Sentences[s].Block)); l != nil {
		return append(dst, piece{first: a, last: b, who: l.who})
	}
	if q := r.quote[a]; q != 0 && r.quote[b-1] == q {
		return append(dst, piece{first: a, last: b, who: r.heard[q-1], cue: r.qs[q-1].Cue})
	}
	if !r.speaks(s, a, b) {
		return append(dst, piece{first: a, last: b})
	}
	from := len(dst)
	dst = r.cut(dst, s, a, b)
	r.own(dst[from:], s)
	return merge(dst, from)
}

// speaks reports whether somebody says something in the sentence s of the tokens [a, b).
func (r *reader) speaks(s, a, b int) bool {
	for f := int(r.from[s]); f < int(r.from[s+1]); f++ {
		if r.reports(&r.frames[f]) {
			return true
		}
	}
	for k := a; k < b; k++ {
		if q := r.quote[k]; q != 0 {
			if r.heard[q-1].known() {
				return true
			}
			k = max(k, r.qs[q-1].Last-1)
		}
	}
	return r.scareHeard(a, b) >= 0
}

// scareHeard returns the first quotation of few words of the tokens [a, b) that has a
// speaker; -1 if there is none.
func (r *reader) scareHeard(a, b int) int {
	lo, hi := 0, len(r.qs)
	for lo < hi {
		if m := (lo + hi) / 2; r.qs[m].First < a {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for ; lo < len(r.qs) && r.qs[lo].First < b; lo++ {
		if r.heard[lo].known() && r.quote[r.qs[lo].First] == 0 {
			return lo
		}
	}
	return -1
}

// reports reports whether a frame stands for what is said in other words.
func (r *reader) reports(f *frame) bool {
	if f.inner != 0 || !f.who.known() || f.class&thinks != 0 {
		return false
	}
	if f.class&(beside|clause) == beside {
		return f.that || r.is(f.last, "out")
	}
	if f.class&clause == 0 || f.class&beside != 0 || f.that {
		return f.that
	}
	return f.class&senses == 0 || f.kind == passive || f.kind == according || r.clauseAt(f.end) || r.behind(f)
}

// clauseAt reports whether a clause or a quotation begins with the token i.
func (r *reader) clauseAt(i int) bool {
	if i+1 >= len(r.d.Tokens) {
		return false
	}
	if r.quote[i] != 0 || r.class[i]&pronoun != 0 || (r.sign(i) == ':' || r.sign(i) == ',') && r.quote[i+1] != 0 {
		return true
	}
	m := r.mention(i)
	return m != nil && m.Last < len(r.d.Tokens) && r.class[m.Last]&(aux|verb) != 0
}

// cutter divides one sentence into clauses.
type cutter struct {
	*reader
	dst   []piece
	at    int  // where the clause begins
	loose bool // how it does
	until int  // token behind which a comma ends an aside; 0 outside
}

// put ends a clause before the token k.
func (c *cutter) put(k int, loose bool) {
	if k > c.at {
		c.dst = append(c.dst, piece{first: c.at, last: k, loose: c.loose})
	}
	c.at, c.loose = k, loose
}

// cut divides the tokens [a, b) of the sentence s into clauses.
func (r *reader) cut(dst []piece, s, a, b int) []piece {
	c := cutter{reader: r, dst: dst, at: a}
	f := int(r.from[s])
	for k := a; k < b; k++ {
		if r.quote[k] != 0 {
			k = max(k, r.qs[r.quote[k]-1].Last-1)
			continue
		}
		for f < int(r.from[s+1]) && r.frames[f].verb < k && r.frames[f].start < k {
			f++
		}
		if k > a {
			c.look(s, f, k)
		}
	}
	c.put(b, false)
	return c.dst
}

// look ends a clause before the token k, or behind it, where another one begins; f is the
// first frame of the sentence s that does not begin before k.
func (c *cutter) look(s, f, k int) {
	if c.until > 0 && k >= c.until && c.sign(k) == ',' {
		c.put(k+1, true)
		c.until = 0
		return
	}
	if c.parts(k) {
		c.put(k, true)
		return
	}
	if c.class[k]&relative != 0 {
		if end := c.aside(f, s, k); end > 0 {
			c.put(k, true)
			c.until = end
			return
		}
	}
	if f < int(c.from[s+1]) && c.frames[f].start == k && c.reports(&c.frames[f]) {
		if from := c.clauseStart(&c.frames[f], c.at, k); from > c.at {
			c.put(from, false)
		}
	}
}

// parts reports whether a clause begins with the token k that does not go on with what
// the one before it says.
func (r *reader) parts(k int) bool {
	if r.sign(k-1) == ';' {
		return true
	}
	if r.sign(k-1) != ',' && !r.dash(k-1) && !(r.sign(k-1) == '"' && k > 1) {
		return false
	}
	return r.oneOf(k, "but", "while", "whereas", "although", "though", "yet") || implies(r.d.Word(k))
}

// implies reports whether a clause that begins with a word tells what the writer takes
// from the one before it.
func implies(w string) bool {
	switch w {
	case "signaling", "signalling", "highlighting", "emphasizing", "emphasising", "underscoring", "underlining", "illustrating",
		"suggesting", "indicating", "reaffirming", "reflecting", "raising", "marking", "demonstrating", "showing", "paving",
		"fueling", "fuelling", "sparking", "prompting", "implying", "reinforcing", "showcasing", "cementing", "echoing", "hinting":
		return true
	}
	return false
}

// aside returns the token behind the frame f of the sentence s if it stands in a relative
// clause that begins with the token k, or if that clause tells more of the source of the
// frame before: "which Israel says …", "a source who asked …". It is 0 otherwise.
func (r *reader) aside(f, s, k int) int {
	if f < int(r.from[s+1]) {
		if x := &r.frames[f]; x.start > k && x.start-k <= 2 && r.sign(k-1) == ',' && x.kind == subjectLeft && r.reports(x) {
			return x.end
		}
	}
	if f > int(r.from[s]) {
		if x := &r.frames[f-1]; x.kind == according && (x.end == k || x.end == k-1 && r.sign(k-1) == ',') {
			return k + 1
		}
	}
	return 0
}

// clauseStart returns the token with which the clause of a frame begins that starts with the
// token k, if it is to be divided from what stands before it from the token at on.
func (r *reader) clauseStart(f *frame, at, k int) int {
	const lead = 4
	if f.kind == subjectAway || f.kind == passive || r.behind(f) {
		if f.kind == subjectAway && r.sign(k-1) == ',' {
			return k
		}
		return at
	}
	p := k - 1
	switch {
	case p < at:
		return at
	case r.class[p]&conjunction != 0 && (r.sign(p-1) == ',' || f.kind == subjectLeft && f.who.entity >= 0 && r.hasVerb(at, p)):
		return p
	case r.sign(p) == ',' && r.words(at, k) >= lead:
		return k
	}
	return at
}

// hasVerb reports whether a verb that can stand by itself is among the tokens [from, to).
func (r *reader) hasVerb(from, to int) bool {
	const most = 60
	for k := max(from, to-most); k < to; k++ {
		if r.quote[k] == 0 && r.class[k]&(aux|verb|speech) != 0 {
			return true
		}
	}
	return false
}

// behind reports whether a frame follows what is said.
func (r *reader) behind(f *frame) bool {
	a, b := r.sentence(r.d.SentenceOf(f.verb))
	if f.that || f.start <= a {
		return false
	}
	p := f.start - 1
	apart := r.sign(p) == ',' || r.quote[p] != 0 || r.dash(p)
	switch {
	case f.kind == according || f.kind == passive:
		return true
	case f.kind == subjectRight || !apart:
		return apart
	case f.end >= b || r.dash(f.end):
		return true
	}
	switch r.sign(f.end) {
	case '.', ',', ';':
		return true
	}
	const short, long = 12, 4 // "…, he said in Boston on Monday."
	few := r.quote[p] != 0 || b-f.end <= short && r.words(a, f.start) > long
	return few && r.class[f.end]&(preposition|adverb|conjunction) != 0
}

// own tells of each clause of a sentence on whose word it rests.
func (r *reader) own(all []piece, s int) {
	f := int(r.from[s])
	for i := range all {
		p := &all[i]
		for ; f < int(r.from[s+1]) && r.frames[f].verb < p.last; f++ {
			if x := &r.frames[f]; !p.owned && x.verb >= p.first && r.reports(x) {
				p.own(x.who, r.d.Span(x.first, x.last))
				p.back = r.behind(x)
			}
		}
		if !p.owned {
			r.ownQuoted(p)
		}
	}
	spread(all)
	r.resume(all)
}

// spread lets what stands before a frame that follows what is said rest on it as well.
func spread(all []piece) {
	for i := len(all) - 1; i > 0; i-- {
		if p := &all[i]; p.back && !all[i-1].owned {
			all[i-1].own(p.who, p.cue)
			all[i-1].back = true
		}
	}
}

// resume lets what follows an aside on a source rest on the source: "according to a source
// who asked for it, …".
func (r *reader) resume(all []piece) {
	for i := 2; i < len(all); i++ {
		p, aside, source := &all[i], &all[i-1], &all[i-2]
		if !p.owned && aside.loose && !aside.owned && source.owned && r.is(source.first, "according") {
			p.own(source.who, source.cue)
		}
	}
}

// own lets a piece rest on the word of a speaker.
func (p *piece) own(w said, cue annotations.Span) { p.who, p.cue, p.owned = w, cue, true }

// ownQuoted gives a clause to the speaker of a quotation in it.
func (r *reader) ownQuoted(p *piece) {
	for k := p.first; k < p.last; k++ {
		q := r.quote[k]
		if q == 0 {
			continue
		}
		if w := r.heard[q-1]; w.known() {
			p.own(w, r.qs[q-1].Cue)
			return
		}
		k = max(k, r.qs[q-1].Last-1)
	}
	if q := r.scareHeard(p.first, p.last); q >= 0 {
		p.own(r.heard[q], r.qs[q].Cue)
	}
}

// merge makes one of pieces in a row that rest on one word.
func merge(all []piece, from int) []piece {
	out := all[:from]
	for _, p := range all[from:] {
		if n := len(out); n > from {
			if l := &out[n-1]; !l.who.known() && !p.who.known() || l.who.known() && p.who.known() && l.who.same(&p.who) {
				l.last = p.last
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
