package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sidelight/annotations/lazy"
)

// footnotes parses the texts of footnotes where they stand, and notes their labels. The
// library's own parser moves them to the end of what is parsed at once.
type footnotes struct {
	parser.BlockParser
	known *known
}

// Close notes the label of a footnote.
func (f footnotes) Close(node ast.Node, _ text.Reader, _ parser.Context) {
	f.known.notes[noteLabel(node.(*extast.Footnote).Ref)] = true
}

func noteLabel(ref []byte) string { return util.ToLinkReference(ref) }

// container is what stands between two lines of colons.
type container struct {
	ast.BaseBlock
	name  text.Segment // "warning"; empty if it has none
	title text.Segment // the rest of the first line
}

var kindContainer = ast.NewNodeKind("Container")

// Kind returns the kind of the node.
func (*container) Kind() ast.NodeKind { return kindContainer }

// Dump prints the node for somebody who looks for a fault.
func (c *container) Dump(src []byte, level int) { ast.DumpHelper(c, src, level, nil, nil) }

// containers parses them.
type containers struct {
	parser.BlockParser
	open []ast.Node // in one another
}

var containerHead = lazy.Regexp{Source: `^:{3,}[ \t]*(?:([\pL][\w-]*)(?:[ \t]+([^\r\n]*))?|\{[^}\r\n]*\})?:*[ \t]*\r?\n?$`}

// Trigger returns the first byte of a container.
func (*containers) Trigger() []byte { return []byte{':'} }

// Open opens a container at a line of colons with its name, if it has one.
func (c *containers) Open(_ ast.Node, r text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, at := r.PeekLine()
	indent := len(line) - len(bytes.TrimLeft(line, " "))
	m := containerHead.Get().FindSubmatchIndex(line[indent:])
	if m == nil {
		return nil, parser.NoChildren
	}
	n := &container{}
	begin := at.Start - at.Padding + indent
	if m[2] >= 0 {
		n.name = text.NewSegment(begin+m[2], begin+m[3])
	}
	if m[4] >= 0 {
		title := text.NewSegment(begin+m[4], begin+m[5])
		n.title = title.TrimRightSpace(r.Source())
	}
	c.open = append(c.open, n)
	r.AdvanceToEOL()
	return n, parser.HasChildren
}

// Continue ends the innermost container at a line of colons alone.
func (c *containers) Continue(n ast.Node, r text.Reader, _ parser.Context) parser.State {
	line, _ := r.PeekLine()
	s := bytes.TrimSpace(line)
	if len(s) >= 3 && len(bytes.Trim(s, ":")) == 0 && c.open[len(c.open)-1] == n {
		r.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

// Close ends a container.
func (c *containers) Close(ast.Node, text.Reader, parser.Context) { c.open = c.open[:len(c.open)-1] }

// CanInterruptParagraph reports that a container needs no blank line before it.
func (*containers) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine reports that what is indented is no container.
func (*containers) CanAcceptIndentedLine() bool { return false }

// literal is a block whose lines are no Markdown: a formula, code of a template, or a
// comment, which is not shown.
type literal struct {
	ast.BaseBlock
	hidden bool
	end    string // the mark at its end
	done   bool   // that mark was read
}

var kindLiteral = ast.NewNodeKind("Literal")

// Kind returns the kind of the node.
func (*literal) Kind() ast.NodeKind { return kindLiteral }

// IsRaw reports that there is no Markdown in it.
func (*literal) IsRaw() bool { return true }

// Dump prints the node for somebody who looks for a fault.
func (l *literal) Dump(src []byte, level int) { ast.DumpHelper(l, src, level, nil, nil) }

// literals parses them.
type literals struct {
	parser.BlockParser
	absent [len(literalMarks)]bool // no mark of an end is left
}

// literalMarks are the marks at the beginning and the end of literal blocks.
var literalMarks = [...]struct {
	begin, end string
	head       lazy.Regexp // of the first line
	hidden     bool
	blanks     bool // there may be blank lines in it
}{
	{"$$", "$$", lazy.Regexp{Source: `^\$\$`}, false, false},
	{"%%", "%%", lazy.Regexp{Source: `^%%[ \t]*\r?\n`}, true, true},
	{"{%", "{% endhighlight %}", lazy.Regexp{Source: `^\{%-? *highlight\b[^%\r\n]*%\}`}, false, true},
	{"{%", "{% endcomment %}", lazy.Regexp{Source: `^\{%-? *comment *-?%\}`}, true, true},
}

// Trigger returns the first bytes of the marks.
func (*literals) Trigger() []byte { return []byte{'$', '%', '{'} }

// Open opens a block if its end is found, at the end of a line.
func (l *literals) Open(_ ast.Node, r text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, at := r.PeekLine()
	indent := len(line) - len(bytes.TrimLeft(line, " "))
	for i := range literalMarks {
		m := &literalMarks[i]
		head := bytes.TrimRight(m.head.Get().Find(line[indent:]), "\r\n")
		if len(head) == 0 || l.absent[i] {
			continue
		}
		rest := r.Source()[at.Start-at.Padding+indent+len(head):]
		end := bytes.Index(rest, []byte(m.end))
		if end < 0 {
			l.absent[i] = true
			continue
		}
		behind, _, _ := bytes.Cut(rest[end+len(m.end):], []byte("\n"))
		if len(bytes.TrimSpace(behind)) > 0 || !m.blanks && blankLine.Get().Match(rest[:end]) {
			continue
		}
		n := &literal{hidden: m.hidden, end: m.end}
		r.Advance(indent + len(head))
		n.take(r)
		return n, parser.NoChildren
	}
	return nil, parser.NoChildren
}

var blankLine = lazy.Regexp{Source: `\n[ \t\r]*\n`}

// Continue takes the next line.
func (*literals) Continue(n ast.Node, r text.Reader, _ parser.Context) parser.State {
	l := n.(*literal)
	if l.done {
		return parser.Close
	}
	l.take(r)
	return parser.Continue | parser.NoChildren
}

// Close ends a block.
func (*literals) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph reports that a literal block needs no blank line before it.
func (*literals) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine reports that what is indented is no literal block of ours.
func (*literals) CanAcceptIndentedLine() bool { return false }

// take adds the rest of a line to a block, up to the mark of its end.
func (l *literal) take(r text.Reader) {
	line, at := r.PeekLine()
	if i := bytes.Index(line, []byte(l.end)); i >= 0 {
		at, l.done = at.WithStop(max(at.Start-at.Padding+i, at.Start)), true
	}
	if len(bytes.TrimSpace(at.Value(r.Source()))) > 0 || !l.done && l.Lines().Len() > 0 {
		l.Lines().Append(at)
	}
	r.AdvanceToEOL()
}
