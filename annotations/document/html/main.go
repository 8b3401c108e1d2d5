package html

import (
	"context"
	"slices"
	"sort"
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sidelight/annotations/document/markup"
)

// number is the attribute by which an element of the cleaned tree is known again.
const number = "data-sidelight-number"

const (
	// mostElements is the number of elements of the largest page in which the main text
	// is looked for.
	mostElements = 200_000
	// heaviest is the weight of the heaviest such page: its finder reads a text again for
	// each element around it.
	heaviest = 96 << 20
	// eachNode is what a text weighs beside its bytes.
	eachNode = 16
	// A main text of so few bytes that the page has so many times as much is none.
	little, mostLeft = 200, 4
)

// selection is what of a page is its main text.
type selection struct {
	nodes map[*html.Node]bool // texts, pictures and rules, with all that they stand in
}

// mainText finds the main text of a page. It is nil if there is none: then all of the
// page is taken. The finder works on a copy and moves, joins and renames its elements;
// their numbers and the texts in them lead back to the page itself.
func (p *page) mainText(ctx context.Context) (*selection, error) {
	d := newDirectory(p.root)
	if len(d.elements) > mostElements || d.weight > heaviest {
		return nil, nil
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	found, err := parser.ParseAndMutate(d.copy(p.root), p.here)
	if cut := context.Cause(ctx); cut != nil {
		return nil, cut
	}
	if err != nil || found.Node == nil {
		return nil, nil
	}
	s := &selection{make(map[*html.Node]bool)}
	m := matcher{directory: d, selection: s}
	m.match(found.Node, 0)
	if m.size == 0 || m.size < little && m.size*mostLeft < d.size {
		return nil, nil
	}
	if title := s.addTitle(p.root, p.meta.Title.Text); title != nil {
		s.trimHead(d, title, p.meta.Published.Text != "")
	}
	s.addNotes(p)
	s.addSlots(p.root)
	return s, nil
}

// directory numbers the elements of a page and lists its texts.
type directory struct {
	elements []*html.Node     // by number
	texts    []*html.Node     // in the order of the page
	span     [][2]int         // by number, the texts in an element
	by       map[string][]int // the texts of the same words
	numbers  map[*html.Node]int
	size     int // bytes of all texts
	weight   int // of all texts: their bytes, times the number of elements around them
}

func newDirectory(root *html.Node) *directory {
	d := &directory{by: make(map[string][]int), numbers: make(map[*html.Node]int)}
	d.add(root, 0)
	return d
}

func (d *directory) add(n *html.Node, depth int) {
	k := len(d.elements)
	d.elements = append(d.elements, n)
	d.span = append(d.span, [2]int{len(d.texts), 0})
	d.numbers[n] = k
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			d.weight += depth * (len(c.Data) + eachNode)
			if strings.TrimSpace(c.Data) != "" {
				d.size += len(c.Data)
				d.by[c.Data] = append(d.by[c.Data], len(d.texts))
				d.texts = append(d.texts, c)
			}
		case html.ElementNode:
			d.add(c, depth+1)
		}
	}
	d.span[k][1] = len(d.texts)
}

// copy returns a copy of a tree whose elements have their numbers as an attribute.
func (d *directory) copy(n *html.Node) *html.Node {
	out := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	if isShadow(n) || n.Data == "slot" {
		out.Data, out.DataAtom = "div", atom.Div // it is shown, which the finder does not know
	}
	if n.Type == html.ElementNode {
		out.Attr = append(out.Attr, html.Attribute{Key: number, Val: strconv.Itoa(d.numbers[n])})
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.CommentNode {
			out.AppendChild(d.copy(c))
		}
	}
	return out
}

// isShadow reports whether an element is a tree that is shown in another's place.
func isShadow(n *html.Node) bool {
	return n.Data == "template" && (markup.Attr(n, "shadowrootmode") != "" || markup.Attr(n, "shadowroot") != "")
}

// matcher leads a cleaned tree back to the page.
type matcher struct {
	*directory
	*selection
	next int // the text behind the last that was found
	size int // bytes of the texts that were found
}

// match keeps what a node of the cleaned tree came from: it stood in the element of a
// number.
func (m *matcher) match(n *html.Node, within int) {
	if n.Type == html.TextNode {
		m.text(n.Data, within)
		return
	}
	for _, a := range n.Attr {
		if a.Key != number {
			continue
		}
		if k, err := strconv.Atoi(a.Val); err == nil && k >= 0 && k < len(m.elements) {
			within = k
		}
	}
	if n.Data == "img" || n.Data == "hr" {
		if m.elements[within].Data == n.Data {
			m.keep(m.elements[within])
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.match(c, within)
	}
}

// text keeps the text of some words: the next one in an element, or else the next one.
func (m *matcher) text(words string, within int) {
	list := m.by[words]
	if len(list) == 0 {
		return
	}
	span := m.span[within]
	i := sort.SearchInts(list, max(m.next, span[0]))
	if i == len(list) || list[i] >= span[1] {
		if i = sort.SearchInts(list, span[0]); i == len(list) || list[i] >= span[1] {
			if i = sort.SearchInts(list, m.next); i == len(list) {
				return
			}
		}
	}
	m.next = list[i] + 1
	m.size += len(words)
	m.keep(m.texts[list[i]])
}

// keep keeps a node and what it stands in.
func (s *selection) keep(n *html.Node) {
	for ; n != nil && !s.nodes[n]; n = n.Parent {
		s.nodes[n] = true
	}
}

// keepAll keeps a node with all that is in it.
func (s *selection) keepAll(n *html.Node) {
	s.keep(n)
	for c := range n.Descendants() {
		s.nodes[c] = true
	}
}

// goesWith are the elements that are kept with what they stand in: a row without its
// empty cells would be another.
var goesWith = map[string]bool{"br": true, "wbr": true, "input": true, "tr": true, "td": true, "th": true, "tbody": true, "thead": true, "rp": true}

// keeps reports whether a node of the page is part of the main text.
func (s *selection) keeps(n *html.Node) bool {
	if s.nodes[n] || n.Parent == nil {
		return true
	}
	blank := n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""
	return (blank || goesWith[n.Data]) && s.nodes[n.Parent]
}

// addTitle keeps the heading of the page that is its title, and returns it.
func (s *selection) addTitle(root *html.Node, title string) *html.Node {
	title = fold(title)
	if title == "" {
		return nil
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "h1" {
			continue
		}
		if words := fold(textOf(n)); words != "" && (words == title || strings.HasPrefix(title, words+" ") && len(words)*2 > len(title)) {
			s.keepAll(n)
			return n
		}
	}
	return nil
}

// addSlots keeps the places of shadow trees at which other elements are shown. They have
// no text of their own that would come with them.
func (s *selection) addSlots(root *html.Node) {
	for n := range root.Descendants() {
		if n.Data == "slot" {
			s.keep(n)
		}
	}
}

// addNotes keeps the footnotes that the main text refers to.
func (s *selection) addNotes(p *page) {
	notes := markup.NewNotes()
	notes.Collect(p.root, p.resolve, func(id string) string { return id })
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || s.nodes[n] {
			continue
		}
		const longest = 4 << 10 // bytes
		if id := markup.Attr(n, "id"); id != "" && notes.Has(id) && len(textOf(n)) <= longest {
			s.keepAll(n)
		}
	}
}
