package html

import (
	"strings"

	"golang.org/x/net/html"
)

const (
	// mostBefore is the size in bytes of all text in front of a title that is no part of
	// the article: the name of a section, or where the page stands in the site.
	mostBefore = 200
	// mostBehind is the number of texts behind a title among which its date is looked for.
	mostBehind = 12
)

// trimHead leaves out the few words in front of the title, and the date behind it if the
// page says it elsewhere too.
func (s *selection) trimHead(d *directory, title *html.Node, dated bool) {
	span := d.span[d.numbers[title]]
	before := 0
	for _, t := range d.texts[:span[0]] {
		if s.nodes[t] {
			before += len(t.Data)
		}
	}
	if before <= mostBefore {
		for _, t := range d.texts[:span[0]] {
			delete(s.nodes, t)
		}
	}
	if !dated {
		return
	}
	looked := 0
	for _, t := range d.texts[span[1]:] {
		if !s.nodes[t] {
			continue
		}
		if looked++; looked > mostBehind {
			return
		}
		if isDate(t) {
			delete(s.nodes, t)
			return
		}
	}
}

// inline are elements that stand in a line with others.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "cite": true, "code": true, "em": true, "i": true, "mark": true, "q": true,
	"small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true,
}

// isDate reports whether a text is a date, and alone in its line.
func isDate(t *html.Node) bool {
	if t.Parent == nil || t.Parent.Data != "time" {
		return false
	}
	n := t.Parent
	for n.Parent != nil && inline[n.Parent.Data] {
		n = n.Parent
	}
	if textOf(n) != strings.Join(strings.Fields(t.Data), " ") {
		return false
	}
	for c := n.PrevSibling; c != nil && inLine(c); c = c.PrevSibling {
		if hasText(c) {
			return false
		}
	}
	for c := n.NextSibling; c != nil && inLine(c); c = c.NextSibling {
		if hasText(c) {
			return false
		}
	}
	return true
}

func inLine(n *html.Node) bool { return n.Type != html.ElementNode || inline[n.Data] }

// hasText reports whether there is more than blanks in a node.
func hasText(n *html.Node) bool {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data) != ""
	}
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}
