package epub

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/raw"
)

// opf is what a book's package document says.
type opf struct {
	part  string
	meta  annotations.Meta
	spine []place // the parts with the text, in order
	nav   string  // the part with the contents of EPUB 3, or ""
	ncx   string  // that of EPUB 2, or ""
}

// place is a part of the spine.
type place struct {
	part  string
	steps string // of a canonical fragment identifier that lead to it
}

// fromOPF is where the statements of the package document come from.
const fromOPF = "OPF"

// readPackage reads the package document.
func (b *book) readPackage() (*opf, error) {
	root, err := b.tree(container)
	if err != nil {
		return nil, err
	}
	part := ""
	for n := range root.Descendants() {
		if n.Data == "rootfile" && part == "" {
			part = join("", markup.Attr(n, "full-path"))
		}
	}
	if !b.pack.Has(part) {
		return nil, b.pack.Problem(raw.Damaged, errors.New("it names no package document"))
	}
	if root, err = b.tree(part); err != nil {
		return nil, err
	}
	o := &opf{part: part}
	o.read(root)
	return o, nil
}

func (o *opf) read(root *html.Node) {
	parts := make(map[string]string) // by the id of an item
	toc := ""
	for n := range root.Descendants() {
		switch n.Data {
		case "item":
			o.item(n, parts)
		case "spine":
			toc = markup.Attr(n, "toc")
			o.readSpine(n, parts)
		case "title", "creator", "date", "language", "publisher":
			o.says(n.Data, strings.Join(strings.Fields(markup.TextOf(n)), " "))
		}
	}
	if part := parts[toc]; part != "" {
		o.ncx = part
	}
}

// readSpine takes the parts of the spine. In a fragment identifier each element counts
// two, and what is not an element counts as one.
func (o *opf) readSpine(spine *html.Node, parts map[string]string) {
	const each = 2
	index := each
	for before := spine.PrevSibling; before != nil; before = before.PrevSibling {
		if before.Type == html.ElementNode {
			index += each
		}
	}
	at := 0
	for n := range spine.ChildNodes() {
		if n.Type != html.ElementNode {
			continue
		}
		at += each
		if part := parts[markup.Attr(n, "idref")]; part != "" {
			o.spine = append(o.spine, place{part, fmt.Sprintf("/%d/%d!", index, at)})
		}
	}
}

// item takes an item of the manifest.
func (o *opf) item(n *html.Node, parts map[string]string) {
	u, err := url.Parse(markup.Attr(n, "href"))
	if err != nil || u.Path == "" {
		return
	}
	part := join(o.part, u.Path)
	parts[markup.Attr(n, "id")] = part
	for property := range strings.FieldsSeq(markup.Attr(n, "properties")) {
		if property == "nav" {
			o.nav = part
		}
	}
	if markup.Attr(n, "media-type") == "application/x-dtbncx+xml" {
		o.ncx = part
	}
}

// says takes a statement about the book. Several authors are told one after the other;
// of everything else the first counts.
func (o *opf) says(what, text string) {
	const most = 2 << 10 // bytes
	if text == "" || len(text) > most {
		return
	}
	g := map[string]*annotations.Given{
		"title": &o.meta.Title, "creator": &o.meta.Byline, "date": &o.meta.Published,
		"language": &o.meta.Language, "publisher": &o.meta.Site,
	}[what]
	switch {
	case what == "creator" && g.Text != "" && len(g.Text) < most:
		text = g.Text + ", " + text
	case g.Text != "":
		return
	case what == "date":
		text = markup.Date(text)
	case what == "language":
		if text = markup.Language(text); text == "" {
			return
		}
	}
	*g = annotations.Given{Text: text, From: fromOPF}
}
