package compose

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
)

// space notes a blank that is to come before the next word of the open block.
func (c *Composer) space(from annotations.SourceLocation) {
	if !c.gap.due && c.open && c.solid > c.begun && c.text.Len() == c.solid {
		c.gap = gap{due: true, from: from, style: c.style}
		if c.link != nil && c.link.at >= 0 {
			c.gap.link = c.link
		}
	}
}

// fill writes the blank before the next word.
func (c *Composer) fill() {
	g := c.gap
	if !g.due {
		return
	}
	c.gap = gap{}
	style, link := c.style, c.link
	c.style &= g.style
	if c.link != g.link {
		c.link = nil
	}
	c.write(" ", g.from, false)
	c.style, c.link = style, link
}

// write appends to the open block.
func (c *Composer) write(s string, from annotations.SourceLocation, whole bool) {
	if s == "" || c.err != nil {
		return
	}
	if !c.open {
		c.Begin(annotations.Block{})
		if c.err != nil {
			return
		}
	}
	if c.text.Len()+len(s) > MaxText || len(c.traces) >= maxTraces {
		c.err = ErrTooLong
		return
	}
	if c.Empty() && !c.keepsAll() {
		if s, from = trimLeft(s, from, whole); s == "" {
			return
		}
	}
	if c.pending != "" {
		c.separate()
	}
	at := c.text.Len()
	c.trace(at, s, from, whole)
	c.text.WriteString(s)
	if ink := len(strings.TrimRightFunc(s, unicode.IsSpace)); ink > 0 || c.keepsAll() {
		if c.solid = at + ink; c.keepsAll() {
			c.solid = at + len(s)
		}
	}
	c.mark(annotations.Span{Start: at, End: c.text.Len()})
}

func (c *Composer) keepsAll() bool { return c.blocks[len(c.blocks)-1].Kind == annotations.BlockCode }

// trace remembers where the text from a byte on comes from.
func (c *Composer) trace(at int, s string, from annotations.SourceLocation, whole bool) {
	if whole || len(c.traces) == 0 || from != c.next && !c.aligned(at, from) {
		c.traces = append(c.traces, annotations.Trace{Start: at, SourceLocation: from, Whole: whole})
	}
	c.next = annotations.SourceLocation{Offset: -1}
	if !whole {
		c.next = from
		c.next.Offset += advance(from, s)
	}
}

// aligned reports whether the text from a byte on lies as far behind the last trace as its
// source does behind that of the trace: the blank lines between two blocks are as long
// there. So a text of many short paragraphs has one trace.
func (c *Composer) aligned(at int, from annotations.SourceLocation) bool {
	last := c.traces[len(c.traces)-1]
	return !last.Whole && last.Path+from.Path == "" && last.Page+from.Page == 0 && last.Part == from.Part &&
		from.Offset-last.Offset == at-last.Start
}

// mark gives a new stretch of text its style and link.
func (c *Composer) mark(s annotations.Span) {
	if c.style != 0 {
		if n := len(c.runs); n > 0 && c.runs[n-1].End == s.Start && c.runs[n-1].Style == c.style && s.Start > c.begun {
			c.runs[n-1].End = s.End
		} else {
			c.runs = append(c.runs, annotations.Run{Span: s, Style: c.style})
		}
	}
	if c.link == nil {
		return
	}
	if c.link.at >= 0 {
		c.links[c.link.at].End = s.End
		return
	}
	c.link.at = len(c.links)
	c.links = append(c.links, annotations.Link{Span: s, Target: c.link.target})
	if c.link.label != "" {
		c.inner[c.link.at] = c.link.label
	}
}

// Article closes the last block and makes the article.
func (c *Composer) Article(ctx context.Context, f annotations.File, m annotations.Meta) (*annotations.Article, error) {
	c.End()
	if c.err != nil {
		return nil, c.err
	}
	for i, label := range c.inner {
		if b, ok := c.labels[label]; ok && b < len(c.blocks) {
			c.links[i].Inner, c.links[i].To = true, c.blocks[b].Start
		}
	}
	text := c.text.String()
	return annotations.Compose(ctx, annotations.Composition{
		File: f, Meta: m, Text: text, Blocks: c.blocks, Runs: c.runs, Links: c.links,
		Origin: annotations.NewSourceMap(text, c.traces),
	})
}

// trimLeft takes the blanks off the beginning of a text.
func trimLeft(s string, from annotations.SourceLocation, whole bool) (string, annotations.SourceLocation) {
	rest := strings.TrimLeftFunc(s, unicode.IsSpace)
	if !whole {
		from.Offset += advance(from, s[:len(s)-len(rest)])
	}
	return rest, from
}

// blanks returns how many bytes of blanks text begins with. No-break spaces are none:
// they keep words together.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\r\n\f\v")) }

// words returns the length of the words with which text begins that single spaces set
// apart: they are written as they are.
func words(s string) int {
	blank := func(i int) bool { return strings.IndexByte(" \t\r\n\f\v", s[i]) >= 0 }
	for i := range len(s) {
		if blank(i) && (s[i] != ' ' || i+1 == len(s) || blank(i+1)) {
			return i
		}
	}
	return len(s)
}

// advance returns by how much the offset of a location grows over a text.
func advance(from annotations.SourceLocation, s string) int {
	if from.Path == "" && from.Page == 0 {
		return len(s)
	}
	return utf8.RuneCountInString(s)
}
