package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// unclosed remembers which marks have no end in the rest of a block, so that no
// end is looked for again: what has none from one place on has none from any later.
type unclosed[K comparable] struct {
	block ast.Node
	marks map[K]bool
}

// in turns to a block.
func (u *unclosed[K]) in(block ast.Node) {
	if u.block != block {
		u.block, u.marks = block, nil
	}
}

func (u *unclosed[K]) add(mark K) {
	if u.marks == nil {
		u.marks = make(map[K]bool)
	}
	u.marks[mark] = true
}

// codeSpans parses what stands between backticks.
type codeSpans struct {
	parser.InlineParser
	unclosed[int] // by the number of backticks
	m             *meter
}

// Parse parses the code that begins with a row of backticks, or takes them for
// words.
func (c *codeSpans) Parse(block ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, at := r.PeekLine()
	c.m.hold(1, at.Start)
	c.in(block)
	n := len(line) - len(bytes.TrimLeft(line, "`"))
	if c.marks[n] {
		r.Advance(n)
		return ast.NewTextSegment(at.WithStop(at.Start + n))
	}
	node := c.InlineParser.Parse(block, r, pc)
	if node != nil && node.Kind() == ast.KindText {
		c.add(n)
		c.m.spend(bytesLeft(block, at.Start)/8, at.Start) // rows of each length look for an end of theirs
	}
	return node
}

// rawHTML parses tags and comments among words.
type rawHTML struct {
	parser.InlineParser
	unclosed[string] // by what they begin with
	m                *meter
}

// Parse parses what begins with "<".
func (h *rawHTML) Parse(block ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, at := r.PeekLine()
	h.m.hold(1, at.Start)
	h.in(block)
	mark := htmlMark(line)
	if h.marks[mark] {
		return nil
	}
	node := h.InlineParser.Parse(block, r, pc)
	if node == nil && mark != "" {
		h.add(mark)
	}
	return node
}

// htmlMark is what begins a stretch of HTML that ends with a certain mark, empty
// for a tag.
func htmlMark(line []byte) string {
	for _, mark := range []string{"<!--", "<?", "<![CDATA[", "<!"} {
		if bytes.HasPrefix(line, []byte(mark)) {
			return mark
		}
	}
	return ""
}

// pairs pays for looking for pairs of marks: the library looks back from each that
// closes over all that are open.
type pairs struct {
	m      *meter
	closer *parser.Delimiter
	seen   int // the byte up to which the closer has looked back
}

// emphasis parses marks before and after what is set apart: stars and underscores,
// tildes, or equals signs.
type emphasis struct {
	*pairs
	marks string
}

// Trigger returns the first bytes of the marks.
func (e emphasis) Trigger() []byte { return []byte(e.marks) }

// Parse parses one row of marks.
func (e emphasis) Parse(_ ast.Node, r text.Reader, pc parser.Context) ast.Node {
	before := r.PrecendingCharacter()
	line, at := r.PeekLine()
	e.m.hold(1, at.Start)
	d := parser.ScanDelimiter(line, before, 1, e)
	if d == nil || line[0] == '~' && before == '~' {
		return nil
	}
	d.Segment = at.WithStop(at.Start + d.OriginalLength)
	r.Advance(d.OriginalLength)
	wrong := line[0] == '~' && d.OriginalLength > 2 || line[0] == '=' && d.OriginalLength != 2
	if wrong || !d.CanOpen && !d.CanClose {
		return ast.NewTextSegment(d.Segment)
	}
	pc.PushDelimiter(d)
	return d
}

// IsDelimiter reports whether a byte is a mark.
func (e emphasis) IsDelimiter(b byte) bool { return strings.IndexByte(e.marks, b) >= 0 }

// CanOpenCloser reports whether two marks may be a pair, at the cost of the way
// back from the one to the other.
func (e emphasis) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	p := e.pairs
	if p.closer != closer {
		p.closer, p.seen = closer, closer.Segment.Start
	}
	p.m.tick()
	p.m.spend(1+(p.seen-opener.Segment.Start)/16, closer.Segment.Start)
	p.seen = opener.Segment.Start
	return opener.Char == closer.Char
}

// OnMatch returns the node of what two marks enclose.
func (e emphasis) OnMatch(n int) ast.Node {
	switch e.marks {
	case "~":
		return extast.NewStrikethrough()
	case "=":
		return &marked{}
	}
	return ast.NewEmphasis(n)
}

// marked is what a marker would colour.
type marked struct{ ast.BaseInline }

var kindMarked = ast.NewNodeKind("Marked")

// Kind returns the kind of the node.
func (*marked) Kind() ast.NodeKind { return kindMarked }

// Dump prints the node for somebody who looks for a fault.
func (n *marked) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// links parses links and pictures.
type links struct {
	parser.InlineParser
	m     *meter
	block ast.Node
	open  []bracket
	flood bool              // too many were open in one another: from there on all are words
	after *parser.Delimiter // the last mark of emphasis before the last bracket, or nil
	since int               // what the piece holds up to there
}

// bracket is a square bracket that is open.
type bracket struct {
	after *parser.Delimiter // the last mark of emphasis before it, or nil
	since int               // what the piece holds up to there
	holds int               // what the piece holds up to the bracket
}

// Parse parses what begins with a square bracket or an exclamation mark.
func (l *links) Parse(block ast.Node, r text.Reader, pc parser.Context) ast.Node {
	if l.block != block {
		l.block, l.open, l.flood, l.after, l.since = block, l.open[:0], false, nil, l.m.piece
	}
	line, at := r.PeekLine()
	switch {
	case line[0] == ']' && !l.flood:
		l.close(block, r, pc, line, at.Start)
	case line[0] == '[' || bytes.HasPrefix(line, []byte("![")):
		if l.flood = l.flood || len(l.open) >= maxBrackets; l.flood {
			break
		}
		if d := pc.LastDelimiter(); l.after != d {
			l.after, l.since = d, l.m.piece
		}
		l.open = append(l.open, bracket{l.after, l.since, l.m.piece})
	}
	l.m.hold(1, at.Start)
	if l.flood && (line[0] != '!' || bytes.HasPrefix(line, []byte("!["))) {
		n := bytes.IndexAny(line, "[]") + 1
		r.Advance(n)
		return ast.NewTextSegment(at.WithStop(at.Start + n))
	}
	return l.InlineParser.Parse(block, r, pc)
}

// close pays for what the library does at a closing bracket: it goes over what
// stands in the brackets and, if there is emphasis, before them, looks for the end of
// the address and the title, and counts the lines of the block.
func (l *links) close(block ast.Node, r text.Reader, pc parser.Context, line []byte, at int) {
	if len(l.open) == 0 {
		return
	}
	last := l.open[len(l.open)-1]
	l.open = l.open[:len(l.open)-1]
	steps := (l.m.piece-last.holds)/2 + linesLeft(block, r)/16
	if last.after != pc.LastDelimiter() {
		steps += (l.m.piece - last.since) / 8
	}
	if bytes.HasPrefix(line, []byte("](")) {
		steps += reach(line[2:], bytesLeft(block, at)) / 4
	}
	l.m.spend(steps, at)
}

// reach is how many bytes the library looks at behind "](" for the end of an address
// and of a title. It stands before rest on its line; left bytes are left of the block.
func reach(rest []byte, left int) int {
	end := bytes.IndexAny(rest, " \t\r\n")
	if bytes.HasPrefix(rest, []byte("<")) {
		end = bytes.IndexByte(rest, '>')
	}
	if end < 0 {
		return len(rest)
	}
	behind := bytes.TrimLeft(rest[end:], "> \t")
	if len(behind) == 0 || bytes.IndexByte([]byte("\"'(\r\n"), behind[0]) < 0 {
		return end
	}
	closer := behind[:1]
	if closer[0] == '(' {
		closer = []byte(")")
	}
	if i := bytes.Index(behind[1:], closer); i >= 0 {
		return end + i
	}
	return left
}

// bytesLeft is how many bytes of a block stand behind a byte of the text.
func bytesLeft(block ast.Node, at int) int {
	lines := block.Lines()
	return lines.At(lines.Len()-1).Stop - at
}

// CloseBlock makes words of the brackets that are left open.
func (l *links) CloseBlock(block ast.Node, r text.Reader, pc parser.Context) {
	l.InlineParser.(parser.CloseBlocker).CloseBlock(block, r, pc)
	l.block = nil
}
