package markup

import (
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Notes are the footnotes of a document and the links to them.
type Notes struct {
	signs map[string]string // by the label of a note, the sign of the first link to it
	back  map[string]bool   // labels of the links to notes and of what they stand in
}

// NewNotes returns no notes.
func NewNotes() *Notes {
	return &Notes{signs: make(map[string]string), back: make(map[string]bool)}
}

// longestNoteSign is the number of characters of the longest sign of a note: "[123]".
const longestNoteSign = 6

// Collect finds the links to notes in a tree. A link is one to a note if it says so, or
// if it is raised and short. The functions are those of a [Writer].
func (s *Notes) Collect(root *html.Node, resolve func(string) (target, label string), label func(string) string) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "a" || !refersToNote(n) {
			continue
		}
		_, to := resolve(strings.TrimSpace(Attr(n, "href")))
		sign := strings.Trim(strings.TrimSpace(textOf(n, 64)), "[]()")
		if to == "" || sign == "" {
			continue
		}
		if _, ok := s.signs[to]; !ok {
			s.signs[to] = sign
		}
		for up, i := n, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
			if id := Attr(up, "id"); id != "" {
				s.back[label(id)] = true
			}
			if blocks[up.Data] {
				break
			}
		}
	}
}

// refersToNote reports whether a link leads to a note.
func refersToNote(n *html.Node) bool {
	if word(n, "role", "doc-noteref") || word(n, "epub:type", "noteref") || word(n, "class", "footnote-ref", "noteref", "footnote-reference") {
		return true
	}
	if !strings.Contains(Attr(n, "href"), "#") || utf8.RuneCountInString(strings.TrimSpace(textOf(n, 64))) > longestNoteSign {
		return false
	}
	if n.Parent != nil && n.Parent.Data == "sup" {
		return true
	}
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return c.Data == "sup"
		}
	}
	return false
}

// TextOf returns the text in an element.
func TextOf(n *html.Node) string { return textOf(n, math.MaxInt) }

// textOf returns the text in an element, of which no more than some bytes are wanted.
func textOf(n *html.Node, most int) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		if b.Len() > most {
			break
		}
	}
	return b.String()
}

// canBeNote are the elements that a footnote may stand in.
var canBeNote = names("aside li p div dd section")

// startNote makes a footnote of an element that is one.
func (w *Writer) startNote(f *frame) {
	if !canBeNote[f.tag] {
		return
	}
	sign, referred := "", false
	if w.Notes != nil {
		if id := Attr(f.node, "id"); id != "" {
			sign, referred = w.Notes.signs[w.labelOf(id)]
		}
	}
	if !referred && !word(f.node, "role", "doc-footnote", "doc-endnote") && !word(f.node, "epub:type", "footnote", "endnote", "rearnote") {
		return
	}
	if w.inCell() || w.within(func(f *frame) bool { return f.note }) {
		return
	}
	if f.note = true; referred {
		f.marker = sign
	}
	f.marker = strings.TrimSuffix(f.marker, ".")
}

// leadsBack reports whether a link in a note leads to where the note is referred to.
func (s *Notes) leadsBack(n *html.Node, label string) bool {
	if word(n, "role", "doc-backlink") || word(n, "epub:type", "backlink", "referrer") ||
		word(n, "class", "footnote-backref", "footnote-back", "footnote-backlink", "reversefootnote") || word(n, "rev", "footnote") {
		return true
	}
	return s != nil && label != "" && s.back[label]
}

// Has reports whether a label is that of a note.
func (s *Notes) Has(label string) bool {
	_, ok := s.signs[label]
	return ok
}
