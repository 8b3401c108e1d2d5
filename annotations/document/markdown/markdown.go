// Package markdown reads Markdown. Offsets in its article refer to the text that is
// derived from the file.
package markdown

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sidelight/annotations"
	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/raw"
)

// Read makes an article of a Markdown text.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	src, err := charset.Decode(f.Data)
	if err != nil {
		return nil, err
	}
	title, body, err := markdown(ctx, src)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(body) == "" {
		body = title // a heading alone is still something to read
	}
	a, err := annotations.DivideArticle(ctx, f.Name, body, false)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, &raw.Error{Problem: raw.Empty}
	}
	a.File.Deriver = "markdown/1"
	if title != "" {
		a.Meta.Title = annotations.Given{Text: title, From: "heading"}
	}
	return a, nil
}

// markdown returns the title of a Markdown text, which is its first heading, and
// the rest as plain text, one paragraph to a line: without syntax, links as their
// words, pictures as their descriptions. It fetches nothing. The error is that of ctx
// or, for a text that passes a limit, an [*raw.Error] without a path.
func markdown(ctx context.Context, src string) (title, body string, err error) {
	defer func() {
		switch s := recover().(type) {
		case nil:
		case stopped:
			err = s.error(src)
		default:
			panic(s)
		}
	}()
	w := &writer{src: []byte(src)}
	w.out.Grow(len(src))
	parseAll(w.src, newMeter(ctx, len(src)), w.piece)
	return w.title, w.out.String(), nil
}

// parseAll parses a text and calls use with each piece of it. A link may be defined
// anywhere in the text, so the definitions are looked for first.
func parseAll(src []byte, m *meter, use func(ast.Node)) {
	known := labels{parser.NewContext(), make(map[string]bool)}
	if bytes.Contains(src, []byte("]:")) {
		parse(src, newParser(m, false), known, m, func(ast.Node) {})
	}
	known.Context = parser.NewContext()
	parse(src, newParser(m, true), known, m, use)
}

// parse parses a text piece by piece and calls use with each.
func parse(src []byte, p parser.Parser, pc parser.Context, m *meter, use func(ast.Node)) {
	r := &pieces{Reader: text.NewReader(src), meter: m, depth: func() int { return len(pc.OpenedBlocks()) }}
	for r.next() {
		use(p.Parse(r, parser.WithContext(pc)))
	}
}

// error is why a parsing was stopped.
func (s stopped) error(src string) error {
	if s.err != nil {
		return s.err
	}
	return &raw.Error{Problem: s.problem, Line: 1 + strings.Count(src[:min(s.at, len(src))], "\n")}
}

// writer collects paragraphs.
type writer struct {
	src   []byte
	out   strings.Builder
	begun bool // the title, or what stands in its place, is read
	title string
}

// piece writes one piece of the text. The title is the heading with which the text
// begins.
func (w *writer) piece(doc ast.Node) {
	first := doc.FirstChild()
	for first != nil && first.Kind() == ast.KindHTMLBlock {
		first = first.NextSibling()
	}
	if h, ok := first.(*ast.Heading); ok && !w.begun {
		w.title = w.inline(h)
		doc.RemoveChild(doc, h)
	}
	w.begun = w.begun || first != nil
	w.blocks(doc, "")
}

func (w *writer) paragraph(s string) {
	if s = strings.TrimRight(s, " \t\r\n"); strings.TrimSpace(s) == "" {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteString("\n\n")
	}
	w.out.WriteString(s)
}

// blocks writes the blocks under n, with the bullet before the first.
func (w *writer) blocks(n ast.Node, bullet string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.List:
			w.list(c)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			w.code(c)
		case *ast.ThematicBreak:
			w.paragraph("* * *")
		case *ast.HTMLBlock:
		case *extast.TableRow, *extast.TableHeader:
			w.row(c)
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock:
			w.paragraph(bullet + w.inline(c))
			bullet = ""
		default:
			w.blocks(c, bullet)
			bullet = ""
		}
	}
}

func (w *writer) list(l *ast.List) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		bullet := "• "
		if l.IsOrdered() {
			bullet = strconv.Itoa(number) + ". "
			number++
		}
		w.blocks(item, bullet)
	}
}

func (w *writer) code(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		w.paragraph(string(line.Value(w.src)))
	}
}

func (w *writer) row(n ast.Node) {
	var cells []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, w.inline(c))
	}
	w.paragraph(strings.Join(cells, "  ·  "))
}

// inline returns the words under n.
func (w *writer) inline(n ast.Node) string {
	var b strings.Builder
	w.words(&b, n)
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// words writes the words under n to b.
func (w *writer) words(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(plain(c.Value(w.src)))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(w.src))
		case *ast.RawHTML:
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					b.Write(t.Value(w.src))
				}
			}
		default:
			w.words(b, c)
		}
	}
}

// plain returns s with its escapes and entities resolved.
func plain(s []byte) []byte {
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s)))
}
