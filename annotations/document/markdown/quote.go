package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"sidelight/annotations"
	"sidelight/annotations/lazy"
)

// calloutHead is the first line of a quotation that is a notice: "[!NOTE] Title".
var calloutHead = lazy.Regexp{Source: `^[ \t]*\[!([\pL][\w-]{0,30})\][+-]?[ \t]*`}

// quote writes a quotation, or a notice that is written as one.
func (w *writer) quote(q *ast.Blockquote) {
	p := place{kind: annotations.BlockQuote, lists: w.at.lists, quotes: w.at.quotes + 1}
	w.within(p, func() {
		if first, ok := q.FirstChild().(*ast.Paragraph); ok && w.callout(first) {
			for c := first.NextSibling(); c != nil; c = c.NextSibling() {
				w.block(c)
			}
			return
		}
		w.blocks(q)
	})
}

// callout writes the first paragraph of a notice, and its title as a block of its own.
// It reports whether the paragraph begins one.
func (w *writer) callout(p *ast.Paragraph) bool {
	line := p.Lines().At(0)
	m := calloutHead.Get().FindSubmatchIndex(w.src[line.Start:line.Stop])
	if m == nil {
		return false
	}
	w.from = line.Start + m[1]
	if len(bytes.TrimSpace(w.src[w.from:line.Stop])) > 0 {
		w.breaks = line.Stop
		w.begin()
		w.Styled(annotations.Strong)
	} else {
		w.title(line.Start+m[2], line.Start+m[3])
		w.begin()
	}
	w.words(p)
	w.Styled(0)
	w.End()
	w.from, w.breaks = 0, -1
	return true
}

// title writes the name of a notice as its title: "WARNING" as "Warning".
func (w *writer) title(start, stop int) {
	w.begin()
	w.Styled(annotations.Strong)
	for i, r := range string(w.src[start:stop]) {
		if i == 0 {
			r = unicode.ToUpper(r)
		} else {
			r = unicode.ToLower(r)
		}
		w.Whole(string(r), location(start+i))
	}
	w.Styled(0)
}

// notices are the names of containers that stand out from the text.
var notices = map[string]bool{
	"note": true, "tip": true, "info": true, "warning": true, "danger": true, "caution": true, "important": true,
	"success": true, "error": true, "hint": true, "attention": true, "details": true, "example": true, "question": true,
}

// container writes what stands between two lines of colons: a notice as a quotation,
// anything else as if the lines were not there.
func (w *writer) container(c *container) {
	p := w.at
	name := strings.ToLower(string(c.name.Value(w.src)))
	if notices[name] {
		p = place{kind: annotations.BlockQuote, lists: w.at.lists, quotes: w.at.quotes + 1}
	}
	w.within(p, func() {
		switch {
		case !c.title.IsEmpty():
			w.begin()
			w.Styled(annotations.Strong)
			w.resolve(c.title.Start, c.title.Stop)
			w.Styled(0)
		case notices[name]:
			w.title(c.name.Start, c.name.Stop)
		}
		w.blocks(c)
	})
}

// attributeList is what some writers of Markdown set behind a heading or a paragraph:
// "{#name .class}".
var attributeList = lazy.Regexp{Source: `[ \t]*\{:?[ \t]*([#.][^{}\r\n]*)\}[ \t#]*$`}

// attributes keeps the attributes at the end of a block from being written, and returns
// the name among them, or "".
func (w *writer) attributes(n ast.Node) string {
	lines := n.Lines()
	if lines.Len() == 0 {
		return ""
	}
	last := lines.At(lines.Len() - 1)
	line := bytes.TrimRight(w.src[last.Start:last.Stop], " \t\r\n")
	if !bytes.HasSuffix(line, []byte("}")) {
		return ""
	}
	line = line[max(0, len(line)-300):]
	m := attributeList.Get().FindSubmatchIndex(line)
	if m == nil {
		return ""
	}
	w.until = last.Start + len(bytes.TrimRight(w.src[last.Start:last.Stop], " \t\r\n")) - len(line) + m[0]
	for _, word := range strings.Fields(string(line[m[2]:m[3]])) {
		if name, ok := strings.CutPrefix(word, "#"); ok {
			return name
		}
	}
	return ""
}

// slug returns the label of a heading as GitHub makes it of the words: small letters,
// blanks as hyphens, no other marks, and a number if there has been such a heading.
func (w *writer) slug(words string) string {
	label := slugOf(words)
	n := w.slugs[label]
	w.slugs[label]++
	if n == 0 || label == "" {
		return label
	}
	return label + "-" + strconv.Itoa(n)
}

func slugOf(words string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(words))
}
