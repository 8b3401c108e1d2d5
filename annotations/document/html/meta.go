package html

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/lazy"
)

// What a page says of itself stands in one of these places.
const (
	fromLD     = "JSON-LD"
	fromMeta   = "meta"
	fromTitle  = "title"
	fromLink   = "link"
	fromHTML   = "html"
	fromSaving = "the program that saved it"
)

// head is what the head of a page says, by the place.
type head struct {
	meta      map[string]string // by name or property, in small letters, the first of each
	title     string
	canonical string
	base      string
	lang      string
	linked    []string // scripts with JSON-LD
	headings  []string // of the first level, folded
}

const (
	// longestGiven is the size in bytes of the longest statement that is taken.
	longestGiven = 2 << 10
	// longestLD is that of the longest script with JSON-LD.
	longestLD = 1 << 20
)

func readHead(root *html.Node) head {
	h := head{meta: make(map[string]string)}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			h.take(n)
		}
	}
	return h
}

func (h *head) take(n *html.Node) {
	switch n.Data {
	case "html":
		h.lang = markup.Attr(n, "lang")
		set(&h.lang, markup.Attr(n, "xml:lang"))
	case "title":
		if n.Namespace == "" {
			set(&h.title, textOf(n))
		}
	case "base":
		set(&h.base, markup.Attr(n, "href"))
	case "link":
		if strings.EqualFold(markup.Attr(n, "rel"), "canonical") {
			set(&h.canonical, markup.Attr(n, "href"))
		}
	case "meta":
		h.takeMeta(n)
	case "h1":
		const most = 10
		if len(h.headings) < most {
			h.headings = append(h.headings, fold(textOf(n)))
		}
	case "script":
		h.takeScript(n)
	}
}

// set sets what is not set.
func set(s *string, to string) {
	if *s == "" {
		*s = to
	}
}

func (h *head) takeScript(n *html.Node) {
	isLD := strings.EqualFold(strings.TrimSpace(markup.Attr(n, "type")), "application/ld+json")
	if isLD && n.FirstChild != nil && len(n.FirstChild.Data) < longestLD {
		h.linked = append(h.linked, n.FirstChild.Data)
	}
}

func (h *head) takeMeta(n *html.Node) {
	content := strings.Join(strings.Fields(markup.Attr(n, "content")), " ")
	if content == "" || len(content) > longestGiven {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(markup.Attr(n, key))) {
			if h.meta[name] == "" {
				h.meta[name] = content
			}
		}
	}
}

// first returns what the first of some names has, as given by the meta elements.
func (h *head) first(names ...string) annotations.Given {
	for _, name := range names {
		if s := h.meta[name]; s != "" {
			return annotations.Given{Text: s, From: fromMeta}
		}
	}
	return annotations.Given{}
}

// either returns the first that says something.
func either(all ...annotations.Given) annotations.Given {
	for _, g := range all {
		if g.Text != "" {
			return g
		}
	}
	return annotations.Given{}
}

// given returns what stands in a place.
func given(text, from string) annotations.Given {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" || len(text) > longestGiven {
		return annotations.Given{}
	}
	return annotations.Given{Text: text, From: from}
}

// metaOf returns what a page says of itself.
func metaOf(root *html.Node) annotations.Meta {
	h := readHead(root)
	ld := linkedData(h.linked)
	m := annotations.Meta{
		Site:      either(ld.Site, h.first("og:site_name", "application-name", "dc.publisher", "citation_journal_title")),
		Byline:    either(ld.Byline, notAddress(h.first("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl", "sailthru.author"))),
		Published: either(ld.Published, h.first("article:published_time", "datepublished", "dc.date", "dcterms.created", "dcterms.date", "dc.date.issued", "citation_publication_date", "date", "pubdate", "parsely-pub-date", "og:article:published_time")),
		Language:  either(given(h.lang, fromHTML), ld.Language, h.first("content-language", "dc.language", "og:locale")),
		URL:       either(address(given(h.canonical, fromLink)), address(h.first("og:url")), address(ld.URL)),
	}
	m.Title = either(ld.Title, h.first("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title", "parsely-title"), given(withoutSite(h.title, m.Site.Text, h.headings), fromTitle))
	if m.Title.From == fromMeta {
		m.Title.Text = withoutSite(m.Title.Text, m.Site.Text, h.headings)
	}
	m.Published.Text = markup.Date(m.Published.Text)
	m.Language.Text = markup.Language(m.Language.Text)
	if m.Language.Text == "" {
		m.Language.From = ""
	}
	return m
}

// notAddress leaves out an author who is given as the address of a profile.
func notAddress(g annotations.Given) annotations.Given {
	if strings.Contains(g.Text, "://") {
		return annotations.Given{}
	}
	return g
}

// address leaves out what is no absolute address of the web.
func address(g annotations.Given) annotations.Given {
	u, err := url.Parse(g.Text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return annotations.Given{}
	}
	return g
}

// separators stand in titles between the article's and the site's.
var separators = []string{" | ", " — ", " – ", " · ", " :: ", " » ", " « ", " - "}

// withoutSite returns a title without the name of the site at its end or its beginning.
// Where the page does not name its site, a heading of the first level tells which part is
// the title, or else a bar or a dash, if the part in front is most of it.
func withoutSite(title, site string, headings []string) string {
	title = strings.Join(strings.Fields(title), " ")
	for _, sep := range separators {
		i, k := strings.LastIndex(title, sep), strings.Index(title, sep)
		if i < 0 {
			continue
		}
		front, back := title[:i], title[i+len(sep):]
		first, rest := title[:k], title[k+len(sep):]
		switch {
		case site != "" && strings.EqualFold(back, site):
			return front
		case site != "" && strings.EqualFold(first, site), slices.Contains(headings, fold(rest)):
			return rest
		case slices.Contains(headings, fold(front)):
			return front
		case slices.Contains(headings, fold(first)):
			return first
		case site == "" && len(strings.Fields(back)) <= 4 && len(front) > share(sep)*len(back):
			return front
		}
	}
	return title
}

// share returns how many times as long as the site's name the title in front of a
// separator must be at least. A dash often stands within a title; a bar hardly does.
func share(separator string) int {
	switch separator {
	case " | ", " :: ", " » ", " · ":
		return 1
	case " — ", " – ":
		return 2
	}
	return 4
}

// savedFrom is the comment in which browsers and SingleFile keep a page's address.
var savedFrom = lazy.Regexp{Source: `(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)`}

// longestComment is how many bytes of a page are looked at for that comment.
const longestComment = 4 << 10

// place finds out what addresses in the page are relative to, also from its first bytes.
func (p *page) place(head string) {
	if p.here == nil {
		p.here = new(url.URL)
	}
	if m := savedFrom.Get().FindStringSubmatch(head); m != nil && p.here.Host == "" {
		if u, err := url.Parse(m[1]); err == nil {
			p.here = u
		}
	}
	if p.here.Host == "" {
		if u, err := url.Parse(p.meta.URL.Text); err == nil {
			p.here = u
		}
	} else if p.meta.URL.Text == "" {
		p.meta.URL = address(given(p.here.String(), fromSaving))
	}
	p.base = p.here
	if u, err := p.here.Parse(readHead(p.root).base); err == nil {
		p.base = u
	}
}
