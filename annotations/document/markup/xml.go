package markup

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sidelight/annotations/document/raw"
)

// deepest is how deep in one another the elements of XML may lie: as deep as those of
// HTML.
const deepest = 512

// Budget is the number of nodes that the trees of one file may still have.
type Budget int

// ParseXML reads XML in UTF-8, such as a chapter of a book. It forgives bare ampersands,
// unknown entities and attributes without quotation marks. Names of elements are those
// without their prefix. It fails with the problem TooDeep or TooLong, with Damaged where
// an element does not end as it should, or soon after the context ends.
func ParseXML(ctx context.Context, data []byte, left *Budget) (*html.Node, error) {
	d := xml.NewDecoder(&reader{ctx, bytes.NewReader(data)})
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	b := builder{node: &html.Node{Type: html.DocumentNode}, left: left}
	root := b.node
	for {
		token, err := d.RawToken()
		if cut := context.Cause(ctx); cut != nil {
			return nil, cut
		}
		if errors.Is(err, io.EOF) && b.depth == 0 {
			return root, nil
		}
		if err != nil {
			return nil, &raw.Error{Problem: raw.Damaged, Err: err}
		}
		if err := b.take(token); err != nil {
			return nil, err
		}
	}
}

// builder makes a tree of the tokens of XML.
type builder struct {
	node  *html.Node // that is open
	depth int
	left  *Budget
}

func (b *builder) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		n := &html.Node{Type: html.ElementNode, Data: t.Name.Local, DataAtom: atom.Lookup([]byte(t.Name.Local)), Attr: attributes(t.Attr)}
		b.node.AppendChild(n)
		b.node = n
		if b.depth++; b.depth > deepest {
			return &raw.Error{Problem: raw.TooDeep, Err: fmt.Errorf("elements lie more than %d deep in one another", deepest)}
		}
		*b.left -= Budget(1 + len(t.Attr))
	case xml.EndElement:
		if b.node.Data != t.Name.Local || b.depth == 0 {
			return &raw.Error{Problem: raw.Damaged, Err: fmt.Errorf("the end of %s stands where it does not end", t.Name.Local)}
		}
		b.node = b.node.Parent
		b.depth--
	case xml.CharData:
		b.node.AppendChild(&html.Node{Type: html.TextNode, Data: string(t)})
		*b.left--
	}
	if *b.left < 0 {
		return errTooLong
	}
	return nil
}

// attributes returns attributes under the names that HTML gives them.
func attributes(all []xml.Attr) []html.Attribute {
	out := make([]html.Attribute, 0, len(all))
	for _, a := range all {
		key := a.Name.Local
		if a.Name.Space != "" {
			key = a.Name.Space + ":" + key
		}
		if key == "xml:lang" {
			key = "lang"
		}
		out = append(out, html.Attribute{Key: key, Val: strings.TrimSpace(a.Value)})
	}
	return out
}
