package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark-emoji/definition"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sidelight/annotations/lazy"
)

// leafKind says what a leaf is.
type leafKind uint8

const (
	wikiLink    leafKind = iota // [[page]], [[page#part|words]]
	wikiEmbed                   // ![[picture.png]]
	noteSign                    // [^label]
	formula                     // $x$
	shortcode                   // {{< name >}}, {% name %}
	comment                     // %%not shown%%
	subscript                   // H~2~O
	superscript                 // x^2^
	emoji                       // :ship:
	address                     // https://example.org
)

// leaf is a piece of a line that the library does not know.
type leaf struct {
	ast.BaseInline
	kind leafKind
	at   text.Segment // what stands between its marks
	is   string       // of an emoji, the character; of a sign, the label of its note
}

var kindLeaf = ast.NewNodeKind("Leaf")

// Kind returns the kind of the node.
func (*leaf) Kind() ast.NodeKind { return kindLeaf }

// Dump prints the node for somebody who looks for a fault.
func (l *leaf) Dump(src []byte, level int) { ast.DumpHelper(l, src, level, nil, nil) }

// leaves parses them.
type leaves struct {
	m     *meter
	known *known
}

// Trigger returns the bytes with which leaves begin. An address begins after a blank.
func (leaves) Trigger() []byte { return []byte("[!$%{~^: (") }

// leafForms are the marks around leaves, by their first byte, and the most bytes
// between them.
var leafForms = map[byte][]struct {
	kind       leafKind
	begin, end string
	most       int
}{
	'[': {{noteSign, "[^", "]", 100}, {wikiLink, "[[", "]]", 300}},
	'!': {{wikiEmbed, "![[", "]]", 300}},
	'$': {{formula, "$$", "$$", 500}, {formula, "$", "$", 500}},
	'{': {{shortcode, "{{<", ">}}", 1000}, {shortcode, "{{%", "%}}", 1000}, {shortcode, "{%", "%}", 1000}},
	'%': {{comment, "%%", "%%", 1000}},
	'~': {{subscript, "~", "~", 30}},
	'^': {{superscript, "^", "^", 30}},
	':': {{emoji, ":", ":", 40}},
}

// Parse parses one leaf.
func (p leaves) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, at := r.PeekLine()
	if at.Padding > 0 {
		return nil
	}
	p.m.tick()
	before := r.PrecendingCharacter()
	if n := p.address(parent, line, at, before, r); n != nil {
		return n
	}
	for _, f := range leafForms[line[0]] {
		if !bytes.HasPrefix(line, []byte(f.begin)) {
			continue
		}
		rest := line[len(f.begin):]
		size := bytes.Index(rest[:min(len(rest), f.most)], []byte(f.end))
		if size <= 0 {
			continue
		}
		begin := at.Start + len(f.begin)
		n := &leaf{kind: f.kind, at: text.NewSegment(begin, begin+size)}
		after, _ := utf8.DecodeRune(rest[size+len(f.end):])
		if !p.accepts(n, rest[:size], before, after, pc) {
			continue
		}
		p.m.hold(1, at.Start)
		r.Advance(len(f.begin) + size + len(f.end))
		return n
	}
	return nil
}

// accepts reports whether a leaf is one in its place, where words stand in the marks and
// a character before and after them.
func (p leaves) accepts(n *leaf, words []byte, before, after rune, pc parser.Context) bool {
	switch n.kind {
	case noteSign:
		n.is = noteLabel(words)
		return p.known.notes[n.is]
	case wikiLink:
		_, ok := pc.Reference(util.ToLinkReference(words))
		return !ok && bytes.IndexByte(words, '[') < 0
	case formula, comment:
		return tight(words) && !inWord(before) && !inWord(after)
	case subscript, superscript:
		return inWord(before) && !bytes.ContainsAny(words, " \t")
	case emoji:
		if inWord(before) || before == ':' {
			return false
		}
		e, ok := definition.Github().Get(string(words))
		if !ok || !e.IsUnicode() {
			return false
		}
		n.is = string(e.Unicode)
	}
	return true
}

// tight reports whether words neither begin nor end with a blank.
func tight(words []byte) bool { return len(bytes.TrimSpace(words)) == len(words) }

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

var addressHead = lazy.Regexp{Source: `^(?i:https?://|www\.)[^\s<]`}

// address parses an address that stands among words without marks.
func (p leaves) address(parent ast.Node, line []byte, at text.Segment, before rune, r text.Reader) ast.Node {
	skip := 0 // the blank or the bracket before it
	switch line[0] {
	case ' ', '(':
		skip = 1
		if !addressHead.Get().Match(line[1:]) {
			skip = 0
		}
	}
	if skip == 0 && (line[0] == '(' || inWord(before) || !addressHead.Get().Match(line)) {
		return nil
	}
	end := len(line)
	if i := bytes.IndexAny(line[skip:], " \t\r\n<"); i >= 0 {
		end = skip + i
	}
	end = skip + addressEnd(line[skip:end])
	if !addressHead.Get().Match(line[skip:end]) { // "www.?" is none without the marks behind it
		return nil
	}
	if skip > 0 {
		ast.MergeOrAppendTextSegment(parent, at.WithStop(at.Start+skip))
	}
	p.m.hold(1, at.Start)
	r.Advance(end)
	return &leaf{kind: address, at: text.NewSegment(at.Start+skip, at.Start+end)}
}

// addressEnd returns the length of an address without the marks of the sentence around
// it: stops, quotation marks, and a bracket that is not opened in it.
func addressEnd(s []byte) int {
	surplus := map[byte]int{
		')': bytes.Count(s, []byte(")")) - bytes.Count(s, []byte("(")),
		']': bytes.Count(s, []byte("]")) - bytes.Count(s, []byte("[")),
	}
	for len(s) > 0 {
		last := s[len(s)-1]
		if surplus[last] > 0 {
			surplus[last]--
		} else if bytes.IndexByte([]byte("?!.,:;*_~'\""), last) < 0 {
			return len(s)
		}
		s = s[:len(s)-1]
	}
	return 0
}
