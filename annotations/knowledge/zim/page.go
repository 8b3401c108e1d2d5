package zim

import (
	"bytes"
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// Page is what is read of a page.
type Page struct {
	Title string // of the page, to which another title may have led
	Path  string // in the archive
	Text  string // its first paragraph
	// Namesakes says that the page is a list of what has that name, or tells of the name.
	Namesakes bool
	// Kind is what the paragraph says the page is about; 0 if that is not clear.
	Kind annotations.Kind
}

// Page returns the page of exactly that title, or the one to which the title is led on,
// and whether there is one with a paragraph.
func (a *Archive) Page(ctx context.Context, title string) (Page, bool, error) {
	if title == "" || len(title) > maxName || !utf8.ValidString(title) || strings.ContainsRune(title, 0) {
		return Page{}, false, nil
	}
	e, ok, err := a.find(ctx, title)
	if err != nil || !ok {
		return Page{}, false, err
	}
	if e, err = a.follow(ctx, e); err != nil {
		return Page{}, false, err
	}
	if e.mime >= isDeleted || int(e.mime) >= len(a.mime) || !strings.HasPrefix(a.mime[e.mime], "text/html") {
		return Page{}, false, nil
	}
	b, err := a.content(ctx, e, maxPage)
	if err != nil {
		return Page{}, false, err
	}
	p := readPage(b)
	p.Path = e.path
	if p.Title = line(e.title); e.title == e.path {
		p.Title = line(strings.ReplaceAll(e.title, "_", " "))
	}
	if strings.HasSuffix(p.Title, "(disambiguation)") || strings.HasSuffix(p.Title, "(Begriffsklärung)") {
		p.Namesakes = true
	}
	return p, p.Text != "", nil
}

// readPage finds the first paragraph in the HTML of a page.
func readPage(b []byte) Page {
	// Elements that are nested too deep are an error of the parser.
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return Page{}
	}
	p := Page{Namesakes: lists(root)}
	for n := range root.Descendants() {
		if n.DataAtom != atom.P || aside(n) {
			continue
		}
		if s := paragraph(n); enough(s) {
			p.Text = s
			break
		}
	}
	p.Namesakes = p.Namesakes || ofNamesakes(p.Text)
	p.Kind = judge(p.Text)
	p.Text = shorten(p.Text)
	return p
}

// attribute is the value of an attribute of an element.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// lists reports whether a page has the box of a list of namesakes.
func lists(root *html.Node) bool {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, name := range append(strings.Fields(attribute(n, "class")), attribute(n, "id")) {
			switch name {
			case "disambigbox", "dmbox", "dmbox-disambig", "disambig", "mw-disambig-page", "disambiguation", "setindexbox",
				"dmbox-setindex", "Vorlage_Begriffsklärung", "begriffsklaerung":
				return true
			}
		}
	}
	return false
}

// aside reports whether a node stands in something that is not the text of the page: a
// box, a note to the reader, a picture with its caption.
func aside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && beside(n) {
			return true
		}
	}
	return false
}

// beside reports whether an element is no text of the page.
func beside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Table, atom.Aside, atom.Figure, atom.Figcaption, atom.Nav, atom.Footer, atom.Noscript,
		atom.Template, atom.Head, atom.Form, atom.Audio, atom.Video, atom.Blockquote:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if s := strings.ReplaceAll(a.Val, " ", ""); strings.Contains(s, "display:none") {
				return true
			}
		case "class", "id":
			for _, name := range strings.Fields(a.Val) {
				if outside(name) {
					return true
				}
			}
		}
	}
	return false
}

// outside reports whether a class or an id, as the makers of archives write them, is one
// of what stands beside the text.
func outside(name string) bool {
	switch name {
	case "hatnote", "dablink", "rellink", "infobox", "navbox", "sidebar", "metadata", "ambox", "mbox", "thumb", "noprint",
		"mw-empty-elt", "mw-editsection", "toc", "coordinates", "geo", "geo-inline", "shortdescription", "reference",
		"mw-ref", "references", "reflist", "mw-references-wrap", "Template-Fact", "error", "catlinks", "printfooter",
		"nomobile", "IPA", "ext-phonos", "mw-ext-phonos", "audiolink", "listen", "hauptartikel", "hintergrundfarbe-basis",
		"float-right", "toccolours", "mw-indicators", "siteSub", "contentSub", "mw-kartographer-maplink":
		return true
	}
	return strings.HasPrefix(name, "infobox") || strings.HasPrefix(name, "navbox")
}

// paragraph is the text of a paragraph on one line, without signs of notes.
func paragraph(p *html.Node) string {
	var b strings.Builder
	write(&b, p)
	return tidy(line(b.String()))
}

// write writes the text of a node. The parser nests no deeper than 512 elements.
func write(b *strings.Builder, n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type != html.ElementNode || beside(c):
		case c.DataAtom == atom.Br:
			b.WriteByte(' ')
		case c.DataAtom == atom.Sup && sign(c):
		default:
			write(b, c)
		}
	}
}

// sign reports whether what is raised is the sign of a note: "[1]", "[a]".
func sign(n *html.Node) bool {
	var b strings.Builder
	write(&b, n)
	s := strings.TrimSpace(b.String())
	return s == "" || strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]")
}

// tidy takes away what is left of a bracket whose content was taken out, such as a
// pronunciation.
func tidy(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(':
			k := i + 1
			for k < len(s) && strings.IndexByte(" ,;:/", s[k]) >= 0 {
				k++
			}
			if k < len(s) && s[k] == ')' { // nothing is in it
				if i = k; i+1 < len(s) && s[i+1] == ' ' {
					i++ // the blank before it stays
				}
				continue
			}
			b.WriteByte('(')
			i = k - 1
		case c == ' ' && i+1 < len(s) && strings.IndexByte(",;.)", s[i+1]) >= 0:
		default:
			b.WriteByte(c)
		}
	}
	return strings.TrimSpace(b.String())
}

// enough reports whether a text is a paragraph that says something.
func enough(s string) bool {
	words, letters := len(strings.Fields(s)), 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return words >= 3 && letters >= 10 && !strings.HasPrefix(s, "Coordinates:")
}

// maxText bounds the paragraph that is shown, in bytes.
const maxText = 1200

// shorten is the first sentences of a paragraph that is too long.
func shorten(s string) string {
	if len(s) <= maxText {
		return s
	}
	end := 0
	for start := range text.Sentences(s[:boundary(s, maxText)]) {
		end = start // the last sentence may be cut off
	}
	if end > maxText/4 {
		return strings.TrimSpace(s[:end])
	}
	cut := s[:boundary(s, maxText)]
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

// boundary is the beginning of the character that holds the byte at.
func boundary(s string, at int) int {
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}
