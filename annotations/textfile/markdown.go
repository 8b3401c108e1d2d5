package textfile

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown returns the title of a Markdown text, which is its first heading, and
// the rest as plain text, one paragraph to a line: without syntax, links as their
// words, pictures as their descriptions. It fetches nothing.
func markdown(src string) (title, body string) {
	w := &writer{src: []byte(src)}
	doc := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).
		Parser().Parse(text.NewReader(w.src))
	first := doc.FirstChild()
	for first != nil && first.Kind() == ast.KindHTMLBlock {
		first = first.NextSibling()
	}
	if h, ok := first.(*ast.Heading); ok {
		title = w.inline(h)
		doc.RemoveChild(doc, h)
	}
	w.blocks(doc, "")
	return title, w.out.String()
}

// writer collects paragraphs.
type writer struct {
	src []byte
	out strings.Builder
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
			b.WriteString(w.inline(c))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// plain returns s with its escapes and entities resolved.
func plain(s []byte) []byte {
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s)))
}
