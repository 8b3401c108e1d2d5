package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sidelight/annotations/document/raw"
)

// known is what a text defines anywhere, for what stands before it.
type known struct {
	links map[string]parser.Reference
	notes map[string]bool
}

func newKnown() *known {
	return &known{make(map[string]parser.Reference), make(map[string]bool)}
}

// newParser is the library's parser of Markdown with its extensions and ours, watched
// over by m. Without inlines it parses blocks alone.
func newParser(m *meter, k *known, inlines bool) parser.Parser {
	all := []parser.Option{
		parser.WithBlockParsers(blockParsers(m, k)...),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{}, 100),
			util.Prioritized(&tables{extension.NewTableParagraphTransformer(), m, 0}, 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	}
	if inlines {
		p := &pairs{m: m}
		all = append(all, parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(&codeSpans{InlineParser: parser.NewCodeSpanParser(), m: m}, 100),
			util.Prioritized(leaves{m, k}, 150),
			util.Prioritized(&links{InlineParser: parser.NewLinkParser(), m: m}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(&rawHTML{InlineParser: parser.NewRawHTMLParser(), m: m}, 400),
			util.Prioritized(emphasis{p, "*_"}, 500),
			util.Prioritized(emphasis{p, "~"}, 500),
			util.Prioritized(emphasis{p, "="}, 500),
		))
	}
	return parser.NewParser(all...)
}

// blockParsers are the library's and ours, none of which opens a block too deep.
func blockParsers(m *meter, k *known) []util.PrioritizedValue {
	all := append(parser.DefaultBlockParsers(),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(&containers{}, 650),
		util.Prioritized(&literals{}, 660),
		util.Prioritized(footnotes{extension.NewFootnoteBlockParser(), k}, 999),
	)
	for i := range all {
		all[i].Value = blocks{all[i].Value.(parser.BlockParser), m}
	}
	return all
}

type blocks struct {
	parser.BlockParser
	m *meter
}

// Open opens a block. What would lie in too many others is part of the innermost one:
// its marks are passed over.
func (b blocks) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	b.m.tick()
	deep := len(pc.OpenedBlocks()) >= MaxDepth-1 // an item lies in its list
	switch parent.(type) {
	case *ast.List, *extast.DefinitionList:
		deep = false
	}
	if deep {
		line, _ := r.PeekLine()
		r.Advance(marks(line))
	}
	node, state := b.BlockParser.Open(parent, r, pc)
	if deep && node != nil && state&parser.HasChildren != 0 {
		return nil, parser.NoChildren
	}
	return node, state
}

// marks is how many bytes of marks a line begins with that open quotations and items.
func marks(line []byte) int {
	for i, c := range line {
		switch c {
		case '>', ' ', '\t', '-', '*', '+':
		default:
			for i > 0 && line[i-1] != '>' && line[i-1] != ' ' && line[i-1] != '\t' {
				i-- // it belongs to the word
			}
			return i
		}
	}
	return 0
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

// labels is a context with the links that are defined anywhere in a text.
type labels struct {
	parser.Context
	known *known
}

// AddReference notes the definition of a link, unless there is one of its label.
func (l labels) AddReference(r parser.Reference) {
	if label := util.ToLinkReference(r.Label()); l.known.links[label] == nil {
		l.known.links[label] = r
	}
}

// Reference returns the definition of a label.
func (l labels) Reference(label string) (parser.Reference, bool) {
	r, ok := l.known.links[label]
	return r, ok
}
