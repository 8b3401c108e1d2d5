package markdown

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"sidelight/annotations"
)

// words writes the words under n into the open block.
func (w *writer) words(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.m.tick()
		w.inline(c)
	}
}

func (w *writer) inline(n ast.Node) {
	if html, ok := n.(*ast.RawHTML); ok {
		w.rawHTML(html)
		return
	}
	if w.html.Skips() {
		return
	}
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.CodeSpan:
		w.styled(annotations.Code, n)
	case *ast.Emphasis:
		style := annotations.Emphasis
		if n.Level > 1 {
			style = annotations.Strong
		}
		w.styled(style, n)
	case *extast.Strikethrough:
		w.styled(annotations.Strikethrough, n)
	case *ast.Link:
		w.link(unescaped(n.Destination), func() { w.words(n) })
	case *ast.AutoLink:
		target := string(n.URL(w.src))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
			target = "mailto:" + target
		}
		w.link(target, func() { w.Text(string(n.Label(w.src)), location(n.Pos()+1)) })
	case *leaf:
		w.leaf(n)
	default: // of a picture among words its description is written
		w.words(n)
	}
}

// text writes words of the source, and the end of a line.
func (w *writer) text(n *ast.Text) {
	at := n.Segment
	if before, ok := n.PreviousSibling().(*leaf); ok && (before.kind == comment || before.kind == shortcode) &&
		at.Len() > 0 && strings.IndexByte(".,;:!?)", w.src[at.Start]) >= 0 {
		w.Unspace() // what stood between the word and the mark is not shown
	}
	if start, stop := max(at.Start, w.from), min(at.Stop, w.until); start >= stop {
	} else if n.IsRaw() {
		w.Text(string(w.src[start:stop]), location(start))
	} else {
		w.resolve(start, stop)
	}
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return
	}
	switch {
	case w.breaks >= 0 && n.Parent().Kind() == ast.KindParagraph:
		w.breaks = -1
		w.Styled(0)
		w.begin()
	case n.HardLineBreak():
		w.Break(location(at.Stop))
	default:
		w.Space(location(at.Stop))
	}
}

// styled writes the words under n in a style.
func (w *writer) styled(s annotations.Style, n ast.Node) {
	before := w.Styled(w.Style() | s)
	w.words(n)
	w.Styled(before)
}

// link writes words that lead to an address, unless they lead somewhere already.
func (w *writer) link(target string, write func()) {
	if target == "" || w.Linked() {
		write()
		return
	}
	label := ""
	if part, ok := strings.CutPrefix(target, "#"); ok {
		label = part
		if plain, err := url.PathUnescape(part); err == nil {
			label = plain
		}
	}
	w.Link(target, label)
	write()
	w.Unlink()
}

// leaf writes what the library does not know.
func (w *writer) leaf(n *leaf) {
	at := n.at
	if at.Start >= w.until || at.Start < w.from {
		return
	}
	switch n.kind {
	case wikiLink, wikiEmbed:
		w.wiki(at)
	case noteSign:
		before := w.Styled(w.Style() | annotations.Superscript)
		w.Link("#"+noteID(n.is), noteID(n.is))
		w.spelled(strconv.Itoa(w.noteNumber(n.is)), at.Start-len("[^"), at.Stop+len("]"))
		w.Unlink()
		w.Styled(before)
	case formula:
		w.leafIn(annotations.Code, at)
	case subscript:
		w.leafIn(annotations.Subscript, at)
	case superscript:
		w.leafIn(annotations.Superscript, at)
	case emoji:
		w.spelled(n.is, at.Start-1, at.Stop+1)
	case address:
		target := string(at.Value(w.src))
		if strings.EqualFold(target[:4], "www.") {
			target = "https://" + target
		}
		w.link(target, func() { w.Text(string(at.Value(w.src)), location(at.Start)) })
	case shortcode:
		w.shortcode(at)
	}
}

func (w *writer) leafIn(s annotations.Style, at text.Segment) {
	before := w.Styled(w.Style() | s)
	w.Text(string(at.Value(w.src)), location(at.Start))
	w.Styled(before)
}

// wiki writes a link to another page.
func (w *writer) wiki(at text.Segment) {
	target, _, _ := strings.Cut(string(at.Value(w.src)), "|")
	target = strings.TrimSpace(strings.TrimSuffix(target, `\`))
	if part, ok := strings.CutPrefix(target, "#"); ok {
		target = "#" + slugOf(part)
	}
	w.link(target, func() { w.wikiWords(at) })
}

// wikiWords writes the words of a link to another page: those behind the bar, else the
// name of the page and of the part of it. A number behind the bar is a picture's width.
func (w *writer) wikiWords(at text.Segment) {
	whole := string(at.Value(w.src))
	name, words, _ := strings.Cut(whole, "|")
	if strings.Trim(words, " 0123456789x") != "" {
		w.Text(words, location(at.Stop-len(words)))
		return
	}
	page, part, _ := strings.Cut(strings.TrimSuffix(name, `\`), "#")
	w.Text(page, location(at.Start))
	if part == "" {
		return
	}
	mark := location(at.Start + len(page))
	if page != "" {
		w.Space(mark)
		w.Whole(">", mark)
		w.Space(mark)
	}
	w.Text(part, location(mark.Offset+1))
}
