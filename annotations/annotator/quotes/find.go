package quotes

import (
	"context"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

const (
	certain  = 0.97 // a quotation whose both marks stand
	goesOver = 0.95 // one that the next paragraph goes on
	unclosed = 0.4  // one that ends with its paragraph, for want of a mark
	deepest  = 6    // quotations in one another
)

// finder pairs the marks of one article.
type finder struct {
	d     *found.Doc
	out   []found.Quotation
	marks []mark // of the block
	open  []opened
	drop  []bool // of out from the block's first: no quotation after all
	base  int    // index in out of the block's first
	over  int    // index in out of the quotation that goes on in the next block; -1
}

// opened is a quotation that waits for its end.
type opened struct {
	sign  sign
	index int // in out
	mark  int // in marks
}

// Find returns what stands between quotation marks, in order of position, and the blocks
// that are set apart as quotations where a line says who is quoted. No quotation leaves
// its block: one over several paragraphs is several that are linked by Goes. Speaker is
// -1 and the voice is not set: [Attribute] does that.
func Find(ctx context.Context, d *found.Doc) ([]found.Quotation, error) {
	f := &finder{d: d, over: -1}
	for s := 0; s < len(d.Sentences); {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		next := blockEnd(d, s)
		f.block(s, next)
		s = next
	}
	goOn(d, f.out)
	scare(d, f.out)
	return f.out, nil
}

// blockEnd returns the first sentence behind the block of the sentence s.
func blockEnd(d *found.Doc, s int) int {
	b := d.Sentences[s].Block
	for s++; s < len(d.Sentences) && d.Sentences[s].Block == b; s++ {
	}
	return s
}

// block finds the quotations of the sentences [from, to).
func (f *finder) block(from, to int) {
	first, last := int(f.d.Sentences[from].First), int(f.d.Sentences[to-1].Last)
	f.base, f.open, f.drop = len(f.out), f.open[:0], f.drop[:0]
	if f.setApart(from, to) {
		return
	}
	f.marks = marksOf(f.marks[:0], f.d, first, last)
	for i := range f.marks {
		if !f.close(i) && f.begins(i, first, to) {
			f.push(i)
		}
	}
	goes := f.over
	f.over = -1
	f.leave(from, to)
	f.settle()
	if goes >= 0 && f.base < len(f.out) && f.out[f.base].First == first {
		f.out[f.base].Goes = goes
	}
}

// push opens a quotation at the mark i.
func (f *finder) push(i int) {
	m := f.marks[i]
	if len(f.open) == deepest {
		f.drop[f.open[0].index-f.base] = true
		copy(f.open, f.open[1:])
		f.open = f.open[:deepest-1]
	}
	f.open = append(f.open, opened{m.sign, len(f.out), i})
	f.out = append(f.out, found.Quotation{First: m.first, Goes: -1, Speaker: -1})
	f.drop = append(f.drop, false)
}

// close ends a quotation with the mark i, if it can, and reports whether the mark needs no
// further look.
func (f *finder) close(i int) bool {
	m := &f.marks[i]
	if !m.closes() && !f.must(i) {
		return false
	}
	for k := len(f.open) - 1; k >= 0; k-- {
		o := f.open[k]
		if !matches(o.sign, m.sign) {
			if m.sign.isSingle() && !o.sign.isSingle() {
				return false // an apostrophe ends no quotation around another one
			}
			continue
		}
		if f.apostrophe(i) || f.inches(i) {
			return true
		}
		if m.first == f.marks[o.mark].last {
			f.drop[o.index-f.base] = true // nothing between them
			f.open = f.open[:k]
			return true
		}
		f.end(o, m.first, m.last, certain)
		for _, inner := range f.open[k+1:] {
			f.drop[inner.index-f.base] = true
		}
		f.open = f.open[:k]
		return true
	}
	return false
}

// must reports whether a mark that stands as one that opens can but end the quotation
// that waits for its end: no other mark follows in the block.
func (f *finder) must(i int) bool {
	if len(f.open) == 0 || i+1 < len(f.marks) {
		return false
	}
	o, m := f.open[len(f.open)-1].sign, f.marks[i].sign
	return o == straight && m == straight || o == high && m == high
}

// end sets the end of a quotation: the tokens of its closing mark.
func (f *finder) end(o opened, mark, last int, score float32) {
	q, m := &f.out[o.index], f.marks[o.mark]
	q.Last, q.Score = last, score
	q.Span = f.d.Span(m.first, last)
	q.Inner = trim(f.d.Text, annotations.Span{Start: int(f.d.Tokens[m.last-1].End), End: int(f.d.Tokens[mark-1].End)})
	if mark < last {
		q.Inner = trim(f.d.Text, annotations.Span{Start: q.Inner.Start, End: int(f.d.Tokens[mark].Start)})
	}
}

// closers are the signs that end what each sign opened.
var closers = [...][]sign{
	straight: {straight, closing}, closing: {straight, closing}, high: {straight, closing, high},
	low:    {straight, closing, high},
	single: {single, singleClosing}, singleHigh: {single, singleClosing}, singleClosing: {single, singleClosing},
	singleLow: {singleHigh, singleClosing},
	left:      {right}, right: {left}, singleLeft: {singleRight}, singleRight: {singleLeft},
	corner: {cornerEnd}, cornerEnd: nil,
}

// matches reports whether a mark ends what another opened.
func matches(open, end sign) bool { return slices.Contains(closers[open], end) }

// apostrophe reports whether the single mark i, which could end a quotation, belongs to
// the word before it: "the workers' union", "goin' home", with the end still to come.
func (f *finder) apostrophe(i int) bool {
	m := &f.marks[i]
	if !m.sign.isSingle() || m.before != 's' && m.before != 'n' && m.before != 'S' || m.after != ' ' {
		return false
	}
	for j := i + 1; j < len(f.marks); j++ {
		if n := &f.marks[j]; n.sign.isSingle() {
			return !n.opens() && n.closes() && ends(n.before)
		} else if !n.sign.isSingle() {
			return false
		}
	}
	return false
}

// inches reports whether the mark i stands for inches or seconds: 6'2", or 5" with the end
// of the quotation still to come.
func (f *finder) inches(i int) bool {
	m := &f.marks[i]
	if m.sign != straight || !digit(m.before) || m.last-m.first > 1 {
		return false
	}
	word := f.d.Word(m.first - 1)
	for k := 1; k < len(word)-1; k++ {
		if word[k] == '\'' && digit(rune(word[k-1])) {
			return true
		}
	}
	if i+1 < len(f.marks) {
		n := &f.marks[i+1]
		return n.sign == straight && n.closes() && !n.opens()
	}
	return false
}

// begins reports whether the mark i, which ended nothing, opens a quotation in the block
// that begins with the token first and ends before the sentence next.
func (f *finder) begins(i, first, next int) bool {
	m := &f.marks[i]
	if !m.opens() {
		return false
	}
	switch m.sign {
	case closing:
		return f.later(i, closing)
	case right:
		return f.later(i, left)
	case straight:
		return !blank(m.after) || f.later(i, straight)
	case high, left, low, corner, singleLow, singleLeft:
		return true
	case single, singleHigh:
		return !f.elision(m) && (f.laterSingle(i) || m.first == first && f.same(next, m.sign))
	}
	return false
}

// laterSingle reports whether a single mark that can end a quotation stands not far behind
// the mark i.
func (f *finder) laterSingle(i int) bool {
	for j := i + 1; j < min(len(f.marks), i+16); j++ {
		if n := &f.marks[j]; n.sign.isSingle() && n.closes() {
			return true
		}
	}
	return false
}

// later reports whether a mark of that sign that can end a quotation stands not far behind
// the mark i.
func (f *finder) later(i int, s sign) bool {
	for j := i + 1; j < len(f.marks) && j < i+16; j++ {
		if f.marks[j].sign == s && f.marks[j].closes() {
			return true
		}
	}
	return false
}

// elision reports whether a single mark stands for letters left out: '90s, 'tis.
func (f *finder) elision(m *mark) bool {
	if m.last >= len(f.d.Tokens) {
		return true
	}
	word := f.d.Word(m.last)
	if len(word) >= 2 && digit(rune(word[0])) && digit(rune(word[1])) {
		return len(word) == 2 || len(word) == 3 && word[2] == 's'
	}
	if len(word) > 5 {
		return false
	}
	switch fold(word) {
	case "tis", "twas", "twere", "twill", "em", "til", "till", "cause", "cos", "cuz", "n", "bout", "round", "neath":
		return true
	}
	return false
}

// same reports whether the sentence next begins its block with the mark s.
func (f *finder) same(next int, s sign) bool {
	if next >= len(f.d.Sentences) {
		return false
	}
	x := f.d.Sentences[next]
	got, _ := signAt(f.d, int(x.First), int(x.Last))
	return got == s
}

// leave settles the quotations that the sentences [from, to) of a block do not close.
func (f *finder) leave(from, to int) {
	last := int(f.d.Sentences[to-1].Last)
	for k, o := range f.open {
		m := &f.marks[o.mark]
		switch {
		case k == 0 && m.last < last && f.same(to, m.sign):
			f.end(o, last, last, goesOver)
			f.over = o.index
		case m.sign.isSingle() || m.last >= last:
			f.drop[o.index-f.base] = true
		case o.index+1 < len(f.out):
			f.cut(o, f.out[o.index+1].First)
		default:
			f.end(o, last, last, unclosed)
		}
	}
}

// cut ends a quotation that is not closed with the last sentence before the token at,
// where another one begins.
func (f *finder) cut(o opened, at int) {
	s := f.d.SentenceOf(at)
	if first := int(f.d.Sentences[s].First); first > f.marks[o.mark].last {
		f.end(o, first, first, unclosed)
		return
	}
	f.drop[o.index-f.base] = true
}

// settle takes out what is no quotation and sets the depth of the others.
func (f *finder) settle() {
	kept := f.out[:f.base]
	var ends [deepest + 1]int
	depth := 0
	for i := f.base; i < len(f.out); i++ {
		q := f.out[i]
		if f.drop[i-f.base] || q.Inner.Empty() {
			if f.over == i {
				f.over = -1
			}
			continue
		}
		for depth > 0 && ends[depth-1] <= q.First {
			depth--
		}
		if depth > 0 && (q.Last > ends[depth-1] || depth == deepest) {
			continue // crosses the one around it
		}
		ends[depth] = q.Last
		depth++
		q.Depth = depth
		if f.over == i {
			f.over = len(kept)
		}
		kept = append(kept, q)
	}
	f.out = kept
}
