// Package svgtest holds a drawing that was written as SVG against the figure that it was
// made of: every shape at its place, every word as it is, and nothing that a browser
// would have to fetch or to run.
package svgtest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations/figure"
	"sidelight/annotations/text"
)

// near is how far in pixels two places may be from each other that should be one: what
// adding float32s costs.
const near = 1.0 / 32

// edge is how far in pixels a stroke on the edge of a drawing may reach beyond it.
const edge = 1

// Check reports where an SVG file does not show a figure. Drawn is the function that
// [svg.Options] had; nil for none.
func Check(t testing.TB, file []byte, f *figure.Figure, drawn func(string) string) {
	t.Helper()
	if drawn == nil {
		drawn = text.Visible
	}
	root, err := parse(file)
	if err != nil {
		t.Errorf("the SVG cannot be read: %v", err)
		return
	}
	c := checker{TB: t, root: root, drawn: drawn, ids: map[string]bool{}}
	c.elements(root)
	c.references(root)
	c.head(f)
	c.groups(f)
}

// node is an element.
type node struct {
	name  string
	attrs map[string]string
	words string // the text in it
	nodes []*node
}

// parse reads a file as strictly as XML is.
func parse(file []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(file))
	d.Entity = map[string]string{}
	top := &node{}
	open := []*node{top}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		here := open[len(open)-1]
		switch x := token.(type) {
		case xml.StartElement:
			n := &node{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				if _, twice := n.attrs[a.Name.Local]; twice {
					return nil, errors.New("the attribute " + a.Name.Local + " stands twice")
				}
				n.attrs[a.Name.Local] = a.Value
			}
			here.nodes = append(here.nodes, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			here.words += string(x)
		case xml.Directive, xml.Comment:
			return nil, errors.New("there is something beside elements")
		}
	}
	if len(top.nodes) != 1 || top.nodes[0].name != "svg" {
		return nil, errors.New("the file holds no single drawing")
	}
	return top.nodes[0], nil
}

type checker struct {
	testing.TB
	root  *node
	drawn func(string) string
	ids   map[string]bool
}

// allowed are the elements and the attributes that a drawing is made of.
var (
	allowed = regexp.MustCompile(`^(svg|title|desc|g|rect|circle|polyline|path|text|linearGradient|stop)$`)
	known   = regexp.MustCompile(`^(xmlns|width|height|viewBox|role|lang|aria-labelledby|aria-describedby|space|id|x|y|rx|cx|cy|r|d|points|fill|fill-rule|offset|direction|text-anchor|textLength|lengthAdjust|font-(family|size|style|weight)|stroke(-width|-linejoin|-linecap|-dasharray|-dashoffset)?|stop-(color|opacity))$`)
	local   = regexp.MustCompile(`^url\(#([a-zA-Z0-9-]+)\)$`)
)

// elements checks what the drawing is made of.
func (c *checker) elements(n *node) {
	if !allowed.MatchString(n.name) {
		c.Errorf("there is an element %q", n.name)
	}
	for name, value := range n.attrs {
		if !known.MatchString(name) {
			c.Errorf("%s has an attribute %q", n.name, name)
		}
		if name == "id" && c.ids[value] {
			c.Errorf("the id %q is used twice", value)
		}
		if strings.Contains(value, "url(") && !local.MatchString(value) {
			c.Errorf("%s leads out of the drawing: %q", name, value)
		}
	}
	if id := n.attrs["id"]; id != "" {
		c.ids[id] = true
	}
	for _, m := range n.nodes {
		c.elements(m)
	}
}

// references checks that what is named by its id is there.
func (c *checker) references(n *node) {
	for name, value := range n.attrs {
		to := ""
		if m := local.FindStringSubmatch(value); m != nil {
			to = m[1]
		} else if strings.HasPrefix(name, "aria-") {
			to = value
		}
		if to != "" && !c.ids[to] {
			c.Errorf("%s leads to %q, which is not there", name, to)
		}
	}
	for _, m := range n.nodes {
		c.references(m)
	}
}

// head checks the size and what is said of the drawing as a whole.
func (c *checker) head(f *figure.Figure) {
	for name, want := range map[string]float32{"width": f.Width, "height": f.Height} {
		if got := number(c.root, name); got != max(want, 0) && finite(want) {
			c.Errorf("the %s is %v, want %v", name, got, want)
		}
	}
	if box, want := c.root.attrs["viewBox"], "0 0 "+c.root.attrs["width"]+" "+c.root.attrs["height"]; box != want {
		c.Errorf("the view box is %q, want %q", box, want)
	}
	if c.root.attrs["role"] != "img" {
		c.Errorf("the role is %q", c.root.attrs["role"])
	}
	for _, said := range []struct{ element, by, want string }{
		{"title", "aria-labelledby", f.Title}, {"desc", "aria-describedby", f.Description},
	} {
		n := child(c.root, said.element)
		switch {
		case said.want == "" && n == nil:
		case said.want == "" || n == nil:
			c.Errorf("there is a %s of %q or there is none", said.element, said.want)
		case n.words != readable(c.drawn(said.want)):
			c.Errorf("the %s is %q, want %q", said.element, n.words, said.want)
		case c.root.attrs[said.by] != n.attrs["id"] || n.attrs["id"] == "":
			c.Errorf("the drawing does not take its %s for what it is", said.element)
		}
	}
}

// groups checks each group against that of the figure.
func (c *checker) groups(f *figure.Figure) {
	var all []*node
	for _, n := range c.root.nodes {
		if n.name == "g" {
			all = append(all, n)
		}
	}
	if len(all) != len(f.Groups) {
		c.Errorf("%d groups, want %d", len(all), len(f.Groups))
		return
	}
	whole := figure.Rect{W: f.Width, H: f.Height}.Grown(edge)
	for i, n := range all {
		g := &f.Groups[i]
		c.names(n, g)
		got, want := shown(n), c.wanted(g)
		if len(got) != len(want) {
			c.Errorf("group %q shows %d shapes, want %d:\n%v\n%v", g.Key, len(got), len(want), got, want)
			continue
		}
		for k := range got {
			if !got[k].like(want[k]) {
				c.Errorf("group %q shows %v, want %v", g.Key, got[k], want[k])
			}
			if !whole.Holds(got[k].at) {
				c.Errorf("group %q shows %v outside of %v", g.Key, got[k], whole)
			}
		}
	}
}

// names checks that all that a group is called can be read.
func (c *checker) names(n *node, g *figure.Group) {
	said := ""
	for _, m := range n.nodes {
		if m.name == "title" || m.name == "desc" {
			said += m.words + "\n"
		}
	}
	for _, want := range []string{g.Name, g.Tip} {
		if !strings.Contains(said, readable(c.drawn(want))) {
			c.Errorf("group %q says %q, want %q too", g.Key, said, want)
		}
	}
	if g.Name+g.Tip == "" && said != "" {
		c.Errorf("group %q decorates and says %q", g.Key, said)
	}
}

// readable is a text without what neither XML nor HTML may hold.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r), r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(each(s), "\ufffd"))
}

// each is a text with a sign for each byte that is no character.
func each(s string) string { return string([]rune(s)) }

func finite(x float32) bool { return !math.IsNaN(float64(x)) && !math.IsInf(float64(x), 0) }

func child(n *node, name string) *node {
	for _, m := range n.nodes {
		if m.name == name {
			return m
		}
	}
	return nil
}
