// Package plain reads plain text. Lines that were broken by hand to fit a width are
// joined; where none are, the text of the article is the file's own, decoded.
package plain

import (
	"context"
	"errors"

	"sidelight/annotations"
	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/raw"
)

// deriver names the version of what this package makes of a file.
const deriver = "text/1"

// Read makes an article of a text.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	text, err := charset.Decode(f.Data, f.Encoding)
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, text: text}
	if err := r.measure(); err != nil {
		return nil, err
	}
	if err := r.divide(); err != nil {
		return nil, err
	}
	a, err := r.article(f.Name)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, compose.ErrTooLong):
		return nil, &raw.Error{Problem: raw.TooLong, Err: err}
	case err != nil:
		return nil, &raw.Error{Problem: raw.Empty, Err: err}
	}
	a.File.Deriver = deriver
	return a, nil
}

// reader divides a text into parts.
type reader struct {
	ctx    context.Context
	text   string
	width  int // in columns, to which the lines of the text were broken; 0 if they were not
	parts  []part
	joined bool            // a part has lines that are joined
	broken bool            // a part has several lines
	odd    bool            // a line ends otherwise than in "\n" or "\r\n"
	mixed  bool            // a line within a part ends otherwise than in "\n"
	hyphen map[string]bool // the words with a hyphen, in small letters; nil before the first is asked for
}

// part is a block of the article.
type part struct {
	start, end uint32
	kind       kind
	row, col   uint16 // of a cell
}

// block returns the block that a part becomes.
func (p part) block() annotations.Block {
	b := annotations.Block{Span: annotations.Span{Start: int(p.start), End: int(p.end)}}
	switch p.kind {
	case table:
		b.Kind = annotations.BlockCode
	case cell:
		b.Kind, b.Row, b.Col = annotations.BlockCell, int(p.row), int(p.col)
	}
	return b
}

// kind says what becomes of the lines of a part.
type kind uint8

const (
	lone  kind = iota // it is one line
	prose             // they are joined
	verse             // they stay lines
	table             // they stay lines with their blanks: columns
	cell              // it is what stands between two tabs of such a line
)

// article makes the article of the parts.
func (r *reader) article(name string) (*annotations.Article, error) {
	switch {
	case !r.broken && !r.odd, len(r.parts) > compose.MaxBlocks:
		return annotations.DivideArticle(r.ctx, name, r.text, false)
	case r.joined || r.mixed:
		return r.write(name)
	}
	blocks := make([]annotations.Block, len(r.parts))
	for i, p := range r.parts {
		blocks[i] = p.block()
	}
	return annotations.Compose(r.ctx, annotations.Composition{
		File: annotations.File{Name: name}, Text: r.text, Blocks: blocks,
	})
}

// write makes the article with a composer, which joins lines.
func (r *reader) write(name string) (*annotations.Article, error) {
	c := compose.New()
	c.Grow(len(r.text))
	for i, p := range r.parts {
		if i%1024 == 0 && r.ctx.Err() != nil {
			return nil, r.ctx.Err()
		}
		c.Begin(p.block())
		if p.kind != prose {
			c.Keep()
		}
		r.lines(c, p)
	}
	return c.Article(r.ctx, annotations.File{Name: name}, annotations.Meta{})
}

// lines writes the lines of a part.
func (r *reader) lines(c *compose.Composer, p part) {
	var before line
	for l := range lines(r.text[:p.end], int(p.start)) {
		if before.end > 0 {
			if p.kind == prose {
				r.join(c, before, l)
				before = l
				continue
			}
			c.Text("\n", location(before.end))
		}
		if p.kind != prose {
			c.Text(r.text[l.start:l.end], location(l.start))
		}
		before = l
	}
	if p.kind == prose {
		c.Text(r.text[before.start:before.end], location(before.start))
	}
}

func location(offset int) annotations.SourceLocation {
	return annotations.SourceLocation{Offset: offset}
}

// join writes a line and what stands between it and the next: a blank, or nothing where
// a word goes on or where the script has no blanks.
func (r *reader) join(c *compose.Composer, l, next line) {
	s, rest := r.text[l.start:l.end], r.text[next.start+next.blanks(r.text):next.end]
	cut, glued := r.seam(s, rest)
	c.Text(s[:len(s)-cut], location(l.start))
	if !glued {
		c.Space(location(l.end))
	}
}
