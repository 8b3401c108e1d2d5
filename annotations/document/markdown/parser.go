package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sidelight/annotations/document/raw"
)

// newParser is the library's parser of Markdown with tables and strikethrough,
// watched over by m. Without inlines it parses blocks alone.
func newParser(m *meter, inlines bool) parser.Parser {
	all := []parser.Option{
		parser.WithBlockParsers(blockParsers(m)...),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{}, 100),
			util.Prioritized(&tables{extension.NewTableParagraphTransformer(), m, 0}, 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	}
	if inlines {
		all = append(all, parser.WithInlineParsers(
			util.Prioritized(&codeSpans{InlineParser: parser.NewCodeSpanParser(), m: m}, 100),
			util.Prioritized(&links{InlineParser: parser.NewLinkParser(), m: m}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(&rawHTML{InlineParser: parser.NewRawHTMLParser(), m: m}, 400),
			util.Prioritized(&emphasis{m: m}, 500),
		))
	}
	return parser.NewParser(all...)
}

// blockParsers are the library's, none of which opens a block too deep.
func blockParsers(m *meter) []util.PrioritizedValue {
	all := parser.DefaultBlockParsers()
	for i := range all {
		all[i].Value = blocks{all[i].Value.(parser.BlockParser), m}
	}
	return all
}

type blocks struct {
	parser.BlockParser
	m *meter
}

// Open opens a block, unless it would lie in too many others.
func (b blocks) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	b.m.tick()
	at := position(r)
	node, state := b.BlockParser.Open(parent, r, pc)
	if node != nil && state&parser.HasChildren != 0 && len(pc.OpenedBlocks()) >= MaxDepth {
		panic(stopped{problem: raw.TooDeep, at: at})
	}
	return node, state
}

// definitions takes the definitions of links out of a paragraph. The library moves
// all lines behind each definition: of many lines it gets some at a time.
type definitions struct{}

const definitionLines = 128

// Transform takes out the definitions at the beginning of a paragraph.
func (definitions) Transform(node *ast.Paragraph, r text.Reader, pc parser.Context) {
	inner, src, lines := parser.LinkReferenceParagraphTransformer, r.Source(), node.Lines()
	begins := func(i int) bool {
		s := lines.At(i)
		return bytes.HasPrefix(bytes.TrimLeft(s.Value(src), " "), []byte("["))
	}
	for lines.Len() > definitionLines && begins(0) {
		n := definitionLines
		for n < lines.Len() && !begins(n) { // a title may stand on lines of its own
			n++
		}
		head := ast.NewParagraph()
		head.Lines().AppendAll(lines.Sliced(0, n))
		node.Parent().InsertBefore(node.Parent(), node, head)
		inner.Transform(head, r, pc)
		left := 0
		if head.Parent() != nil {
			left = head.Lines().Len()
			head.Parent().RemoveChild(head.Parent(), head)
		}
		lines.SetSliced(n-left, lines.Len())
		if left > 0 {
			return // here the words of the paragraph begin
		}
	}
	inner.Transform(node, r, pc)
}

// tables makes tables of paragraphs, unless a table would have far more cells than
// its words need: the library fills every row up.
type tables struct {
	parser.ParagraphTransformer
	m       *meter
	escaped int // bars within the code of cells, in the whole text
}

// Transform makes tables of a paragraph.
func (t *tables) Transform(node *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines, src := node.Lines(), r.Source()
	for i := 1; i < lines.Len(); i++ {
		columns := ruledColumns(src, lines.At(i))
		if columns == 0 || columns > 2+bars(src, lines.At(i-1)) {
			continue
		}
		begin := lines.At(i - 1).Start
		cells := columns * (lines.Len() - i)
		if size := lines.At(lines.Len()-1).Stop - begin; cells > spareCells+size {
			panic(stopped{problem: raw.TooWide, at: begin})
		}
		t.m.hold(cells, begin)
		words := src[begin:lines.At(lines.Len()-1).Stop]
		if n := bytes.Count(words, []byte(`\|`)); n > 0 && bytes.IndexByte(words, '`') >= 0 {
			t.escaped += n
			t.m.spend(n*t.escaped/2, begin)
		}
		break
	}
	t.ParagraphTransformer.Transform(node, r, pc)
}

// ruledColumns is how many columns a line has if it is the rule under the head of a
// table, and 0 if it is none.
func ruledColumns(src []byte, line text.Segment) int {
	s := line.Value(src)
	if len(bytes.Trim(s, " \t\r\n-:|")) > 0 || bytes.IndexByte(s, '-') < 0 {
		return 0
	}
	return bytes.Count(s, []byte("|")) + 1
}

// bars is how many bars a line has.
func bars(src []byte, line text.Segment) int { return bytes.Count(line.Value(src), []byte("|")) }

// labels knows the labels of links that are defined anywhere in a text. Their
// addresses are not kept: nothing that a text links to is fetched.
type labels struct {
	parser.Context
	known map[string]bool
}

// AddReference notes the label of a link.
func (l labels) AddReference(r parser.Reference) { l.known[util.ToLinkReference(r.Label())] = true }

// Reference returns a link without an address for a label that is known.
func (l labels) Reference(label string) (parser.Reference, bool) {
	return parser.NewReference(nil, nil, nil), l.known[label]
}
