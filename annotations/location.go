package annotations

import (
	"cmp"
	"slices"
	"sort"
	"sync"
	"unicode/utf8"
)

// SourceLocation is a place in the file that an article was made from.
type SourceLocation struct {
	Part string // the name of the file within a file that holds others, or ""
	Path string // of an element, such as "/html[1]/body[1]/p[3]"; "" for text without elements
	Text int    // which of the texts that stand directly in the element, from 1; 0 is the element
	Page int    // of a file with pages, from 1; else 0
	Box  Box    // on the page, of the line that holds the place
	// Offset is a place in what Part, Path and Page name: without a path and a page
	// a byte of the decoded text; in an element a code point of its text, or of all
	// that stands directly in it; on a page a code point of the page's text.
	Offset int
}

// Box is a rectangle on a page in points of 1/72 inch, from its lower left corner.
type Box struct{ Left, Bottom, Right, Top float32 }

// Trace says where the text comes from that begins at the byte Start and ends at the
// next trace: character by character from the location on or, if Whole is set, all of
// it from that one place.
type Trace struct {
	Start int // byte of the text
	SourceLocation
	Whole bool
}

// SourceMap leads from each byte of an article's text to the file that it was made
// from, and back. The zero value leads nowhere. Any number of goroutines may use it.
type SourceMap struct {
	text   string
	traces []Trace
	places func() map[container][]int // the traces of each container, by offset
}

// container is what an offset of a location counts in.
type container struct {
	part, path string
	text, page int
}

func (l SourceLocation) container() container { return container{l.Part, l.Path, l.Text, l.Page} }

// inBytes reports whether the offset counts bytes, not code points.
func (l SourceLocation) inBytes() bool { return l.Path == "" && l.Page == 0 }

// NewSourceMap returns the map of a text by its traces, which must ascend.
func NewSourceMap(text string, traces []Trace) *SourceMap {
	m := &SourceMap{text: text, traces: traces}
	m.places = sync.OnceValue(m.sortPlaces)
	return m
}

func (m *SourceMap) sortPlaces() map[container][]int {
	all := make(map[container][]int)
	for i, t := range m.traces {
		all[t.container()] = append(all[t.container()], i)
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(m.traces[a].Offset, m.traces[b].Offset) })
	}
	return all
}

// end returns the byte of the text at which the i-th trace ends.
func (m *SourceMap) end(i int) int {
	if i+1 < len(m.traces) {
		return m.traces[i+1].Start
	}
	return len(m.text)
}

// Location returns where the character at a byte of the text comes from, and whether
// that is known.
func (m *SourceMap) Location(offset int) (SourceLocation, bool) {
	if m == nil || offset < 0 || offset >= len(m.text) {
		return SourceLocation{}, false
	}
	i := sort.Search(len(m.traces), func(i int) bool { return m.traces[i].Start > offset }) - 1
	if i < 0 {
		return SourceLocation{}, false
	}
	t := m.traces[i]
	switch {
	case t.Whole:
	case t.inBytes():
		t.Offset += offset - t.Start
	default:
		t.Offset += utf8.RuneCountInString(m.text[t.Start:offset])
	}
	return t.SourceLocation, true
}

// Offset returns the byte of the text that comes from a location, and whether any
// does. Of what comes from one place as a whole it is the first byte.
func (m *SourceMap) Offset(l SourceLocation) (int, bool) {
	if m == nil || m.places == nil {
		return 0, false
	}
	list := m.places()[l.container()]
	k := sort.Search(len(list), func(k int) bool { return m.traces[list[k]].Offset > l.Offset }) - 1
	if k < 0 {
		return 0, false
	}
	i := list[k]
	t, past := m.traces[i], l.Offset-m.traces[i].Offset
	if t.Whole {
		return t.Start, past == 0
	}
	s := m.text[t.Start:m.end(i)]
	if t.inBytes() {
		return t.Start + past, past < len(s) && utf8.RuneStart(s[past])
	}
	for at := range s {
		if past == 0 {
			return t.Start + at, true
		}
		past--
	}
	return 0, false
}
