package epub

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/markup"
)

// entry is a line of a book's contents.
type entry struct {
	label  []piece
	target string // the part, and behind a "#" the element
	level  int    // from 1
}

// piece is text of a label, and where it stands.
type piece struct {
	text string
	from annotations.SourceLocation
}

func (e *entry) words() string {
	var b strings.Builder
	for _, p := range e.label {
		b.WriteString(p.text)
	}
	return b.String()
}

// contents are the contents of a book by the part that an entry leads to.
type contents map[string][]entry

// deepestLevel is that of the lowest heading.
const deepestLevel = 6

// readContents reads the contents of the book, if it has any.
func (b *book) readContents() error {
	b.labels = make(contents)
	part := b.opf.nav
	if !b.pack.Has(part) {
		part = b.opf.ncx
	}
	if !b.pack.Has(part) {
		return nil
	}
	root, err := b.tree(part)
	if err != nil {
		return err
	}
	l := lister{part: part, resolve: b.resolver(part), into: b.labels}
	if part == b.opf.nav {
		l.nav(root, "", 0, false)
	} else {
		l.ncx(root, "", 0)
	}
	return nil
}

// lister lists the entries of contents.
type lister struct {
	part    string
	resolve func(string) (target, label string)
	into    contents
}

// children calls a function with each child element and its path.
func children(n *html.Node, at string, each func(c *html.Node, path string)) {
	counts := make(map[string]int)
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			counts[c.Data]++
			each(c, step(at, c, counts))
		}
	}
}

// nav takes the links of the contents of EPUB 3: lists in one another.
func (l *lister) nav(n *html.Node, path string, level int, inside bool) {
	children(n, path, func(c *html.Node, at string) {
		switch {
		case c.Data == "nav":
			kind := markup.Attr(c, "epub:type")
			l.nav(c, at, 0, kind == "" || strings.Contains(kind, "toc"))
		case c.Data == "ol":
			l.nav(c, at, level+1, inside)
		case c.Data == "a" && inside:
			_, to := l.resolve(markup.Attr(c, "href"))
			l.add(entry{l.pieces(c, at), to, level})
		default:
			l.nav(c, at, level, inside)
		}
	})
}

// ncx takes the points of the contents of EPUB 2.
func (l *lister) ncx(n *html.Node, path string, level int) {
	var e entry
	children(n, path, func(c *html.Node, at string) {
		switch c.Data {
		case "navLabel":
			e.label = l.pieces(c, at)
		case "content":
			_, e.target = l.resolve(markup.Attr(c, "src"))
			e.level = level
			l.add(e)
		case "navPoint":
			l.ncx(c, at, level+1)
		default:
			l.ncx(c, at, level)
		}
	})
}

func (l *lister) add(e entry) {
	part, _, _ := strings.Cut(e.target, "#")
	if part != "" && fold(e.words()) != "" {
		e.level = min(max(e.level, 1), deepestLevel)
		l.into[part] = append(l.into[part], e)
	}
}

// pieces returns the text in an element, in the order in which it stands.
func (l *lister) pieces(n *html.Node, path string) []piece {
	var out []piece
	counts := make(map[string]int)
	chars, texts := 0, 0
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			texts++
			out = append(out, piece{c.Data, annotations.SourceLocation{Part: l.part, Path: path, Text: texts, Offset: chars}})
			chars += utf8.RuneCountInString(c.Data)
		case html.ElementNode:
			counts[c.Data]++
			out = append(out, l.pieces(c, step(path, c, counts))...)
		}
	}
	return out
}

// step returns the path of a child element.
func step(path string, c *html.Node, counts map[string]int) string {
	return path + "/" + c.Data + "[" + strconv.Itoa(counts[c.Data]) + "]"
}

// headings returns the elements of a chapter that are headings by the contents. Where the
// chapter has no heading of its own, and no line with the words of its entry, the entry
// is written as one.
func (all contents) headings(ch chapter, c *compose.Composer) map[*html.Node]int {
	entries := all[ch.part]
	if len(entries) == 0 {
		return nil
	}
	named, lines, own := survey(ch.root)
	out := make(map[*html.Node]int)
	for i, e := range entries {
		words := fold(e.words())
		_, id, _ := strings.Cut(e.target, "#")
		n := named[id]
		if n == nil || fold(markup.TextOf(n)) != words {
			n = lines[words] // the id may stand elsewhere
		}
		switch {
		case n != nil && !isHeading[n.Data]:
			out[n] = e.level
		case n == nil && i == 0 && !own:
			c.Begin(annotations.Block{Kind: annotations.BlockHeading, Level: uint8(e.level)}) //nolint:gosec // 1 to 6
			for _, p := range e.label {
				c.Text(p.text, p.from)
			}
			c.End()
		}
	}
	return out
}

// isHeading are the elements that are headings.
var isHeading = map[string]bool{"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true}

// canBeHeading are the elements that may be headings by what they say.
var canBeHeading = map[string]bool{"p": true, "div": true}

// longestHeading is the size in bytes of the longest line that is taken for a heading.
const longestHeading = 300

// survey returns the short lines of a chapter by their id and by their words, and whether
// it has a heading.
func survey(root *html.Node) (named, lines map[string]*html.Node, own bool) {
	named, lines = make(map[string]*html.Node), make(map[string]*html.Node)
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || !isHeading[n.Data] && (!canBeHeading[n.Data] || !isLine(n)) {
			continue
		}
		text := markup.TextOf(n)
		words := ""
		if len(text) <= longestHeading {
			words = fold(text)
		}
		own = own || isHeading[n.Data] && strings.TrimSpace(text) != ""
		if words == "" {
			continue
		}
		if id := markup.Attr(n, "id"); id != "" {
			named[id] = n
		}
		if _, ok := lines[words]; !ok {
			lines[words] = n
		}
	}
	return named, lines, own
}

// isLine reports whether an element holds text and no other blocks.
func isLine(n *html.Node) bool {
	for c := range n.ChildNodes() {
		switch c.Data {
		case "p", "div", "ul", "ol", "table", "blockquote", "section":
			return false
		}
	}
	return true
}

// fold returns words as they are compared: without case and the marks between them.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
