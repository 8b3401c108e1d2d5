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
		w.Whole(strconv.Itoa(w.noteNumber(n.is)), location(at.Start))
		w.Unlink()
		w.Styled(before)
	case formula:
		w.leafIn(annotations.Code, at)
	case subscript:
		w.leafIn(annotations.Subscript, at)
	case superscript:
		w.leafIn(annotations.Superscript, at)
	case emoji:
		w.Whole(n.is, location(at.Start))
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

// wiki writes the words of a link to another page: those behind the bar, else the name
// of the page and of the part of it.
func (w *writer) wiki(at text.Segment) {
	whole := string(at.Value(w.src))
	target, words, named := strings.Cut(whole, "|")
	target = strings.TrimSpace(strings.TrimSuffix(target, `\`))
	page, part, parted := strings.Cut(target, "#")
	address := target
	if page == "" && parted {
		address = "#" + slugOf(part)
	}
	w.link(address, func() {
		begin := at.Start
		switch {
		case named && strings.TrimSpace(words) != "":
			w.Text(words, location(at.Stop-len(words)))
			return
		case page != "":
			i := strings.Index(whole, page)
			w.Text(page, location(begin+i))
		}
		if !parted || part == "" {
			return
		}
		i := strings.Index(whole, "#") + 1
		if page != "" {
			w.Space(location(begin + i - 1))
			w.Whole(">", location(begin+i-1))
			w.Space(location(begin + i - 1))
		}
		w.Text(part, location(begin+i))
	})
}
