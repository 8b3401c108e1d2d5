package edition

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/lazy"
)

// text is a value as it is written in a file, with its place; if the key is missing,
// the place is that of the record.
type text struct {
	value string
	at    place
}

// record reads the keys of one mapping. [record.done] refuses the keys that no call
// has asked for.
type record struct {
	l     *loader
	n     *node
	known []string
}

// record reads n as a mapping. If it is something else, that is a fault, and
// the record is an empty one.
func (l *loader) record(n *node, what string) *record {
	if n.kind != mappingNode {
		l.fault(n.at, "%s is a mapping (key: value), and this is %s", what, n.kind)
		n = &node{kind: mappingNode, at: n.at}
	}
	return &record{l: l, n: n}
}

func (r *record) at() place { return r.n.at }

// get returns the value of a key, or nil. A key without a value counts as missing.
func (r *record) get(key string) *node {
	if !slices.Contains(r.known, key) {
		r.known = append(r.known, key)
	}
	for _, p := range r.n.pairs {
		if p.key == key && p.value.kind != nullNode {
			return p.value
		}
	}
	return nil
}

// done refuses the keys that no call has asked for.
func (r *record) done() {
	for _, p := range r.n.pairs {
		if !slices.Contains(r.known, p.key) {
			r.l.fault(p.at, "the key %q is not known here: write %s", p.key, oneOf(r.known))
		}
	}
}

// text reads a scalar as a string; a number or a word like true is taken as written.
func (r *record) text(key string) text {
	n := r.get(key)
	if n == nil {
		return text{at: r.n.at}
	}
	return r.l.scalar(n, key)
}

func (l *loader) scalar(n *node, key string) text {
	switch n.kind {
	case mappingNode, listNode, nullNode:
		l.fault(n.at, "%s is text, and this is %s", key, n.kind)
		return text{at: n.at}
	}
	if strings.TrimSpace(n.text) == "" {
		l.fault(n.at, "%s is blank: write it or take the key out", key)
		return text{at: n.at}
	}
	if verbatim[key] {
		return text{n.text, n.at}
	}
	// The line breaks and indents of a block in YAML belong to the file, not to the text.
	return text{strings.Join(strings.Fields(n.text), " "), n.at}
}

// verbatim holds the keys whose values are compared with the article byte for byte.
var verbatim = map[string]bool{"exact": true, "prefix": true, "suffix": true}

// need reads the text of a key that must be set.
func (r *record) need(key string) text {
	t := r.text(key)
	if t.value == "" && !r.has(key) {
		r.l.fault(r.n.at, "%s is missing: add it", key)
	}
	return t
}

// prose reads text and notes that it is the edition's own words.
func (r *record) prose(t text) text {
	if t.value != "" {
		r.l.prose = append(r.l.prose, t)
	}
	return t
}

func (r *record) has(key string) bool {
	return slices.ContainsFunc(r.n.pairs, func(p pair) bool { return p.key == key && p.value.kind != nullNode })
}

var (
	idPattern       = lazy.Regexp{Source: `^[a-z0-9-]+$`}
	sourceIDPattern = lazy.Regexp{Source: `^[A-Za-z0-9-]+$`}
	languagePattern = lazy.Regexp{Source: `^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`}
)

// id reads the id of the record.
func (r *record) id() text {
	t := r.need("id")
	if t.value != "" && !idPattern.Get().MatchString(t.value) {
		r.l.fault(t.at, "the id %q may hold lower-case letters, digits and hyphens only", t.value)
	}
	return t
}

// texts reads a list of scalars.
func (r *record) texts(key string) []text {
	var out []text
	for _, n := range r.list(key) {
		if t := r.l.scalar(n, key); t.value != "" {
			out = append(out, t)
		}
	}
	return out
}

func (r *record) list(key string) []*node {
	n := r.get(key)
	if n == nil {
		return nil
	}
	if n.kind != listNode {
		r.l.fault(n.at, "%s is a list, and this is %s: write [a, b] or one line beginning with a hyphen for each", key, n.kind)
		return nil
	}
	return n.items
}

// child returns the mapping at a key, or nil.
func (r *record) child(key string) *record {
	n := r.get(key)
	if n == nil {
		return nil
	}
	return r.l.record(n, key)
}

func (r *record) date(key string) annotations.Date {
	t := r.text(key)
	if t.value == "" {
		return annotations.Date{}
	}
	d, err := annotations.ParseDate(t.value)
	if err != nil {
		r.l.fault(t.at, "%s: %s", key, err)
	}
	return d
}

// number reads a finite decimal number; ok is false if the key is missing.
func (r *record) number(key string) (v float64, at place, ok bool) {
	n := r.get(key)
	if n == nil {
		return 0, r.n.at, false
	}
	v, err := strconv.ParseFloat(n.text, 64)
	if n.kind != numberNode || err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		r.l.fault(n.at, "%s is a number in decimal digits with a point, as in 31.417", key)
		return 0, n.at, false
	}
	return v, n.at, true
}

// flag reads true or false.
func (r *record) flag(key string, otherwise bool) bool {
	n := r.get(key)
	if n == nil {
		return otherwise
	}
	if n.kind != boolNode {
		r.l.fault(n.at, "%s is true or false", key)
		return otherwise
	}
	return strings.EqualFold(n.text, "true")
}

// choice reads one of a fixed set of words.
func choice[T fmt.Stringer](r *record, key string, parse func(string) (T, bool), all []T) T {
	var zero T
	t := r.need(key)
	if t.value == "" {
		return zero
	}
	v, ok := parse(t.value)
	if !ok {
		names := make([]string, len(all))
		for i, a := range all {
			names[i] = a.String()
		}
		r.l.fault(t.at, "the %s %q is not known: write %s", key, t.value, oneOf(names))
	}
	return v
}

// url reads the address of a web page.
func (r *record) url(key string) string {
	t := r.text(key)
	if t.value == "" {
		return ""
	}
	a, err := annotations.ParseAddress(t.value)
	if err != nil {
		r.l.fault(t.at, "%q %s", t.value, err)
		return ""
	}
	return a.String()
}

// quote is a selector with the place of its words in the files.
type quote struct {
	anchor.TextQuoteSelector
	at    place
	start int // in code points of the article; -1 where the words have to be looked for
}

// quote reads exact, prefix and suffix out of the record.
func (r *record) quote() quote {
	exact := r.need("exact")
	q := quote{at: exact.at}
	q.Exact = exact.value
	q.Prefix = r.context("prefix")
	q.Suffix = r.context("suffix")
	q.start = r.start()
	return q
}

// start reads where a quote begins, in code points; -1 if the key is missing.
func (r *record) start() int {
	n := r.get("start")
	if n == nil {
		return -1
	}
	v, err := strconv.Atoi(n.text)
	if n.kind != numberNode || err != nil || v < 0 {
		r.l.fault(n.at, "start is the number of characters (code points) of the article before the quote")
		return -1
	}
	return v
}

// beside reads a quote that may be missing.
func (r *record) beside(key string) *quote {
	c := r.child(key)
	if c == nil {
		return nil
	}
	q := c.quote()
	c.done()
	return &q
}

// origin reads who made what the record says; the editor, if the key is missing.
func (r *record) origin() annotations.Origin {
	if r.get("origin") == nil {
		return annotations.Edited
	}
	return choice(r, "origin", annotations.ParseOrigin,
		[]annotations.Origin{annotations.Edited, annotations.Found, annotations.Corrected})
}

// context reads a prefix or a suffix; unlike other text it may be a blank.
func (r *record) context(key string) string {
	n := r.get(key)
	if n == nil {
		return ""
	}
	if n.kind == stringNode {
		return n.text
	}
	return r.l.scalar(n, key).value
}

// quotes reads a list of selectors.
func (r *record) quotes(key string) []quote {
	var out []quote
	for _, n := range r.list(key) {
		c := r.l.record(n, key)
		q := c.quote()
		c.done()
		if q.Exact != "" {
			out = append(out, q)
		}
	}
	return out
}
