package markup

import (
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations"
)

// Fragment writes HTML that stands between other text, which may be one tag: an element
// stays open until a fragment ends it, or [Writer.Close]. The function says where a byte
// of the fragment comes from.
func (w *Writer) Fragment(s string, at func(offset int) annotations.SourceLocation) {
	z := html.NewTokenizer(strings.NewReader(s))
	w.at, w.offset = at, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		size := len(z.Raw())
		switch kind {
		case html.TextToken:
			w.escaped(string(z.Raw()))
		case html.StartTagToken, html.SelfClosingTagToken:
			w.startTag(z.Token(), kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			w.endTag(string(name))
		}
		w.offset += size
	}
	w.settle()
	w.at = nil
}

// mostOpen is the number of elements of fragments that may be open at once; those in
// deeper ones are read as if they had no tags.
const mostOpen = 512

func (w *Writer) startTag(t html.Token, selfClosing bool) {
	n := &html.Node{Type: html.ElementNode, Data: t.Data, DataAtom: t.DataAtom, Attr: t.Attr}
	w.imply(t.Data)
	if len(w.frames) >= mostOpen {
		return
	}
	w.start(n, 1)
	if void[t.Data] || selfClosing {
		w.end()
	}
}

// endTag ends the innermost element of a name, with those in it.
func (w *Writer) endTag(name string) {
	for i := len(w.frames) - 1; i >= 0; i-- {
		if w.frames[i].tag == name {
			w.closeTo(i)
			return
		}
	}
}

// siblings are, by name, the elements that end where an element of the name starts,
// unless one of the elements that hold them has started within them.
var siblings = map[string]struct{ end, hold set }{
	"li": {names("li p"), names("ul ol menu")},
	"dt": {names("dt dd p"), names("dl")},
	"dd": {names("dt dd p"), names("dl")},
	"tr": {names("tr td th p"), names("table")},
	"td": {names("td th p"), names("tr table")},
	"th": {names("td th p"), names("tr table")},
}

// imply ends the elements whose end the start of another implies.
func (w *Writer) imply(name string) {
	s, ok := siblings[name]
	if !ok {
		if !blocks[name] {
			return
		}
		s.end, s.hold = names("p"), blocks
	}
	keep := len(w.frames)
	for i := len(w.frames) - 1; i >= 0; i-- {
		switch tag := w.frames[i].tag; {
		case s.end[tag]:
			keep = i
		case s.hold[tag]:
			w.closeTo(keep)
			return
		}
	}
	w.closeTo(keep)
}

// longestEntity is the size in bytes of the longest character that HTML knows by a name.
const longestEntity = 33

// escaped writes text in which characters may be given by name or number.
func (w *Writer) escaped(s string) {
	start := w.offset
	for i := 0; i < len(s); {
		n := strings.IndexByte(s[i:], '&')
		if n < 0 {
			n = len(s) - i
		}
		if n > 0 {
			w.write(s[i:i+n], w.at(start+i))
			i += n
			continue
		}
		size, char := entity(s[i:])
		if char == "" {
			w.write(s[i:i+1], w.at(start+i))
			i++
			continue
		}
		if !w.Skips() {
			w.ensure()
			w.settle()
			w.compose.Whole(char, w.at(start+i))
		}
		i += size
	}
}

// entity returns the size of the name or number of a character that text begins with, and
// the character, which is "" if there is none.
func entity(s string) (size int, char string) {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 0 {
		return 0, ""
	}
	if char = html.UnescapeString(s[:end+1]); char == s[:end+1] || len(char) > 1 && strings.HasSuffix(char, ";") {
		return 0, ""
	}
	return end + 1, char
}
