package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"sidelight/annotations/document/markup"
	"sidelight/annotations/lazy"
)

// beside are the elements that stand beside an article, not in it.
var beside = map[string]bool{"nav": true, "form": true, "button": true, "iframe": true, "footer": true, "aside": true}

// besideRoles are the roles of elements that stand beside an article.
var besideRoles = map[string]bool{"navigation": true, "banner": true, "complementary": true, "contentinfo": true, "search": true, "dialog": true}

// besideNames are words in the names of classes of what stands beside an article.
var besideNames = lazy.Regexp{Source: `(?i)comment|cookie|consent|sidebar|related|promo|navbar|menu|masthead|breadcrumb|newsletter|subscribe|social|share|advert|teaser|pagination`}

// mostLinked is the share of words in links from which on a page is no article alone.
const mostLinked = 0.3

// isArticle reports whether a page holds an article and nothing beside it, as one that a
// converter has made: it is taken as it is.
func isArticle(root *html.Node) bool {
	all, alone := survey(root)
	return alone && float64(all.linked) <= mostLinked*float64(all.words)
}

// tally counts the text in an element.
type tally struct {
	words, linked int // bytes, and how many of them are in links
	links         int
}

// survey counts the text in an element, and reports whether nothing in it stands beside
// an article.
func survey(n *html.Node) (all tally, alone bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			all.words += len(strings.TrimSpace(c.Data))
		}
		if c.Type != html.ElementNode || unseen[c.Data] {
			continue
		}
		part, ok := survey(c)
		if !ok || standsBeside(c) || leadsAway(c, part) {
			return all, false
		}
		if c.Data == "a" {
			part = tally{part.words, part.words, 1}
		}
		all.words, all.linked, all.links = all.words+part.words, all.linked+part.linked, all.links+part.links
	}
	return all, true
}

// leadsAway reports whether a part of a page is a list of links, set beside its text.
func leadsAway(n *html.Node, t tally) bool {
	return (n.Data == "td" || n.Data == "div") && t.links >= 3 && t.linked*2 > t.words
}

// unseen are the elements of a page whose text is not shown.
var unseen = map[string]bool{"script": true, "style": true, "noscript": true, "head": true}

// standsBeside reports whether an element stands beside an article by its name, its role
// or its class. A note and the last line of a quotation are part of the article.
func standsBeside(n *html.Node) bool {
	if besideRoles[markup.Attr(n, "role")] {
		return true
	}
	switch n.Data {
	case "aside":
		if strings.HasPrefix(markup.Attr(n, "role"), "doc-") || strings.Contains(markup.Attr(n, "epub:type"), "note") {
			return false
		}
	case "footer":
		if n.Parent != nil && n.Parent.Data == "blockquote" {
			return false
		}
	}
	return beside[n.Data] || besideNames.Get().MatchString(markup.Attr(n, "class")) || besideNames.Get().MatchString(markup.Attr(n, "id"))
}

// textOf returns the text in a node with blanks joined.
func textOf(n *html.Node) string {
	return strings.Join(strings.Fields(markup.TextOf(n)), " ")
}

// fold returns words as they are compared: without case and the marks between them.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
