package markup

import (
	"context"
	"errors"
	"strconv"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/raw"
)

const (
	// Of so many nodes one is the occasion to look whether the context has ended.
	checked = 1 << 12
	// mostPaths is the size in bytes of all paths to elements with text.
	mostPaths = 128 << 20
)

// errPaths stands behind the problem of a page whose elements lie deep in one another
// all over.
var errPaths = errors.New("the paths to the elements are too long")

// Walk writes a tree from its root. It fails with the problem TooDeep, or soon after the
// context ends.
func (w *Writer) Walk(ctx context.Context, root *html.Node) error {
	if w.Notes == nil {
		w.Notes = NewNotes()
		w.Notes.Collect(root, w.resolve, w.labelOf)
	}
	w.children(ctx, root, func(*html.Node) bool { return true })
	w.Close(0)
	w.flush()
	return w.err
}

func (w *Writer) resolve(href string) (target, label string) {
	if w.Resolve != nil {
		return w.Resolve(href)
	}
	if len(href) > 1 && href[0] == '#' {
		return href, href[1:]
	}
	return href, ""
}

// children writes those children of a node that are wanted. All are counted, since a
// path tells the which of them an element is.
func (w *Writer) children(ctx context.Context, n *html.Node, wanted func(*html.Node) bool) {
	counted := census{steps: w.Steps != "", names: make(map[string]int)}
	for c := n.FirstChild; c != nil && w.err == nil; c = c.NextSibling {
		read := wanted(c) && (w.Keep == nil || w.Keep(c))
		switch c.Type {
		case html.TextNode:
			at := counted.text(c.Data)
			if read && len(w.frames) > 0 && !w.top().skip {
				at.Part, at.Path = w.Part, w.path(len(w.frames)-1)
				w.write(c.Data, at)
			}
		case html.ElementNode:
			index := counted.element(c.Data)
			if read {
				w.element(ctx, c, index)
			}
		}
	}
}

// census counts the children of a node.
type census struct {
	steps           bool // see Writer.Steps
	names           map[string]int
	elements, texts int
	chars           int // code points of the texts since the last element
}

// text counts a text and returns where it begins.
func (s *census) text(words string) (at annotations.SourceLocation) {
	s.texts++
	if at.Text = s.texts; s.steps {
		at.Text, at.Offset = s.elements+1, s.chars
	}
	s.chars += utf8.RuneCountInString(words)
	return at
}

// element counts an element and returns its number.
func (s *census) element(name string) int {
	s.elements++
	s.names[name]++
	if s.chars = 0; s.steps {
		return s.elements
	}
	return s.names[name]
}

// element writes an element, the index-th of its siblings that are counted.
func (w *Writer) element(ctx context.Context, n *html.Node, index int) {
	if w.nodes++; w.nodes%checked == 0 {
		w.err = errors.Join(w.err, context.Cause(ctx))
	}
	w.start(n, index)
	f := w.top()
	switch root := shadow(n); {
	case f.skip:
	case root != nil:
		f.host = &host{node: n, path: w.path(len(w.frames) - 1), up: f.host}
		w.children(ctx, n, func(c *html.Node) bool { return c == root })
	case n.Data == "slot" && f.host != nil && fills(f.host.node, Attr(n, "name")):
		w.slot(ctx, f.host, Attr(n, "name"))
	default:
		w.children(ctx, n, func(*html.Node) bool { return true })
	}
	w.end()
}

// host is an element in whose place a browser shows a shadow tree.
type host struct {
	node *html.Node
	path string
	up   *host // the host of the shadow tree around it, or nil
}

// shadow returns the tree that a browser shows in the place of an element's children, or
// nil.
func shadow(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			if c.Data == "template" && (has(c, "shadowrootmode") || has(c, "shadowroot")) {
				return c
			}
			return nil
		}
	}
	return nil
}

// slot writes those children of a shadow tree's host that are shown in one of the tree's
// slots. They are still children of the host.
func (w *Writer) slot(ctx context.Context, h *host, name string) {
	root := shadow(h.node)
	w.frames = append(w.frames, frame{tag: "slot", node: h.node, path: h.path, style: w.compose.Style(), keep: w.keeps(), lang: w.top().lang, host: h.up, inCell: w.inCell(), inCode: w.inCode()})
	w.children(ctx, h.node, func(c *html.Node) bool { return isFor(c, name) && c != root })
	w.end()
}

// isFor reports whether a child of a shadow tree's host goes into the slot of a name.
func isFor(c *html.Node, name string) bool {
	return c.Type == html.TextNode && name == "" || c.Type == html.ElementNode && Attr(c, "slot") == name
}

// fills reports whether a shadow tree's host has a child for the slot of a name.
func fills(host *html.Node, name string) bool {
	for c := host.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c != shadow(host) && Attr(c, "slot") == name {
			return true
		}
	}
	return false
}

// path returns the path of the i-th element that has started, from 0.
func (w *Writer) path(i int) string {
	if i < 0 {
		return ""
	}
	f := &w.frames[i]
	if f.path == "" {
		switch up := w.path(i - 1); {
		case w.Steps == "":
			f.path = up + "/" + f.tag + "[" + strconv.Itoa(f.index) + "]"
		case i == 0:
			f.path = w.Steps
		default:
			f.path = up + "/" + strconv.Itoa(2*f.index)
		}
		if w.spent += len(f.path); w.spent > mostPaths && w.err == nil {
			w.err = &raw.Error{Problem: raw.TooDeep, Err: errPaths}
		}
	}
	return f.path
}
