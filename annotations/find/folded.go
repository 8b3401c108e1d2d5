package find

import (
	"bytes"
	"context"
	"sort"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// folded is the text of an article in one form, with a line feed after each
// paragraph: no query folds to one. Where a folded byte comes from is worked out
// only for those that are asked for, by folding a block anew.
type folded struct {
	form   text.Form
	a      *annotations.Article
	out    []byte
	blocks []block
}

// block is the beginning of a stretch of about blockSize source bytes.
type block struct {
	src uint32 // byte of the article; the highest bit is plainBlock
	out uint32 // byte of the folded text
}

const (
	blockSize = 512
	// plainBlock marks a block in which each byte folds to one byte, so that
	// offsets need no folding.
	plainBlock = 1 << 31
)

func (b block) start() int    { return int(b.src &^ plainBlock) }
func (b block) isPlain() bool { return b.src&plainBlock != 0 }

// fold returns the article in the plain form.
func fold(a *annotations.Article) *folded {
	f := &folded{
		form: text.Plain, a: a,
		out: make([]byte, 0, len(a.Text)+a.Len()), blocks: make([]block, 0, len(a.Text)/blockSize+a.Len()),
	}
	for _, p := range a.Paragraphs() {
		f.paragraph(p.Span)
	}
	return f
}

// respell returns those paragraphs of the article in the spelled form that
// differ in it from the plain one.
func respell(plain *folded) *folded {
	f := &folded{form: text.Spelled, a: plain.a}
	k := 0 // the block of plain with which the paragraph begins
	for _, p := range plain.a.Paragraphs() {
		first, isPlain := k, true
		for ; k < len(plain.blocks) && plain.blocks[k].start() < p.End; k++ {
			isPlain = isPlain && plain.blocks[k].isPlain()
		}
		if isPlain {
			continue
		}
		end := len(plain.out)
		if k < len(plain.blocks) {
			end = int(plain.blocks[k].out)
		}
		out, blocks := len(f.out), len(f.blocks)
		f.paragraph(p.Span)
		if bytes.Equal(f.out[out:], plain.out[plain.blocks[first].out:end]) {
			f.out, f.blocks = f.out[:out], f.blocks[:blocks]
		}
	}
	return f
}

// paragraph appends a paragraph of the article.
func (f *folded) paragraph(p annotations.Span) {
	src := f.a.Text[:p.End]
	for i := p.Start; i < p.End; {
		b := block{uint32(i), uint32(len(f.out))}
		isPlain := true
		for end := min(i+blockSize, p.End); i < end; {
			if f.out, i = text.Run(f.out, src, i, end); i == end {
				break
			}
			before, next := len(f.out), 0
			f.out, next = f.form.Next(f.out, src, i)
			isPlain = isPlain && next == i+1 && len(f.out) == before+1
			i = next
		}
		if isPlain {
			b.src |= plainBlock
		}
		f.blocks = append(f.blocks, b)
	}
	f.out = append(f.out, '\n')
}

// lookEvery is how many offsets are handled between two looks at whether the
// context has ended.
const lookEvery = 1 << 12

// find sets the offsets of the query in p and returns its hits in the article. If
// the query begins with that of before, it looks only among the offsets of before.
func (f *folded) find(ctx context.Context, p *offsets, before offsets) ([]annotations.Span, error) {
	var err error
	if before.known && bytes.HasPrefix(p.query, before.query) {
		p.at, err = f.narrow(ctx, p.query, before)
	} else {
		p.at, err = f.scan(ctx, p.query)
	}
	if err != nil {
		return nil, err
	}
	p.known = true
	return f.spans(ctx, p)
}

// scan returns all offsets of query in the folded text.
func (f *folded) scan(ctx context.Context, query []byte) ([]uint32, error) {
	var all []uint32
	_, first := utf8.DecodeRune(query)
	for at := 0; ; at += first {
		if len(all)%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		i := bytes.Index(f.out[at:], query)
		if i < 0 {
			return all, nil
		}
		at += i
		all = append(all, uint32(at))
	}
}

// narrow returns those of the offsets of before at which query stands.
func (f *folded) narrow(ctx context.Context, query []byte, before offsets) ([]uint32, error) {
	var all []uint32
	rest := query[len(before.query):]
	for i, at := range before.at {
		if i%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if bytes.HasPrefix(f.out[int(at)+len(before.query):], rest) {
			all = append(all, at)
		}
	}
	return all, nil
}

// spans returns the hits in the article for the offsets, without those that
// overlap the hit before them or divide a character.
func (f *folded) spans(ctx context.Context, p *offsets) ([]annotations.Span, error) {
	if len(p.at) == 0 {
		return nil, nil
	}
	spans := make([]annotations.Span, 0, len(p.at))
	c := cursor{f: f}
	free := 0 // the first folded byte after the last hit
	for i, offset := range p.at {
		if i%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		at := int(offset)
		if at < free {
			continue
		}
		end := at + len(p.query)
		c.seek(at)
		start, whole := c.src, c.out == at
		c.seek(end - 1)
		if whole && c.outEnd == end {
			spans = append(spans, annotations.Span{Start: start, End: c.srcEnd})
			free = end
		}
	}
	return spans, nil
}

// cursor stands at one character of a folded text: the bytes [src, srcEnd) of
// the article and [out, outEnd) of the folded text.
type cursor struct {
	f                        *folded
	block                    int
	text                     string // of the article, up to the end of the paragraph
	src, srcEnd, out, outEnd int
	buf                      []byte
}

// seek moves to the character that holds the folded byte at.
func (c *cursor) seek(at int) {
	c.enter(at)
	b := c.f.blocks[c.block]
	if b.isPlain() {
		c.out, c.src = at, b.start()+at-int(b.out)
		c.outEnd, c.srcEnd = at+1, c.src+1
		return
	}
	for c.outEnd <= at {
		if !c.run(at) {
			c.next()
		}
	}
}

// run moves over characters of one byte that fold to one, at most to the folded
// byte at, and reports whether there was one.
func (c *cursor) run(at int) bool {
	end := min(c.srcEnd+at-c.outEnd+1, len(c.text))
	c.buf, end = text.Run(c.buf[:0], c.text, c.srcEnd, end)
	n := end - c.srcEnd
	if n == 0 {
		return false
	}
	c.srcEnd, c.outEnd = end, c.outEnd+n
	c.src, c.out = c.srcEnd-1, c.outEnd-1
	return true
}

// enter moves to the block that holds the folded byte at, and to its beginning
// unless the cursor stands in that block already, before the byte.
func (c *cursor) enter(at int) {
	blocks := c.f.blocks
	inBlock := c.outEnd > 0 && int(blocks[c.block].out) <= at &&
		(c.block+1 == len(blocks) || at < int(blocks[c.block+1].out))
	if inBlock && c.out <= at {
		return
	}
	if !inBlock {
		c.block = sort.Search(len(blocks), func(i int) bool { return int(blocks[i].out) > at }) - 1
	}
	b := blocks[c.block]
	c.out, c.outEnd = int(b.out), int(b.out)
	c.src, c.srcEnd = b.start(), b.start()
	a := c.f.a
	c.text = a.Text[:a.Paragraph(a.ParagraphAt(c.src)).End]
}

// next moves on by one character.
func (c *cursor) next() {
	c.src, c.out = c.srcEnd, c.outEnd
	c.buf, c.srcEnd = c.f.form.Next(c.buf[:0], c.text, c.src)
	c.outEnd = c.out + len(c.buf)
}
