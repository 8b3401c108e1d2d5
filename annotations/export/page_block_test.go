package export

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
)

// structured is an edition with every sort of block.
func structured(t *testing.T) *annotations.Edition {
	t.Helper()
	c := compose.New()
	at := annotations.SourceLocation{}
	put := func(b annotations.Block, words string) {
		c.Begin(b)
		c.Text(words, at)
		at.Offset += len(words) + 1
	}
	put(annotations.Block{Kind: annotations.BlockHeading, Level: 1}, "The Title")
	put(annotations.Block{}, "Of ")
	c.Styled(annotations.Emphasis | annotations.Strong)
	c.Text("Ada Byron", at)
	c.Styled(0)
	c.Link("https://example.org/a?b=c", "")
	c.Text(" a letter", at)
	c.Unlink()
	c.Link("javascript:alert(1)", "")
	c.Text(" and a trap", at)
	c.Unlink()
	c.Link("#1", "1")
	c.Text("1", at)
	c.Unlink()
	put(annotations.Block{Kind: annotations.BlockHeading, Level: 2}, "A Section")
	put(annotations.Block{Kind: annotations.BlockItem, Depth: 1, Marker: "1."}, "one")
	put(annotations.Block{Kind: annotations.BlockItem, Depth: 2, Marker: "•"}, "in it")
	put(annotations.Block{Kind: annotations.BlockQuote, Depth: 1}, "So it is.")
	put(annotations.Block{Kind: annotations.BlockQuote, Depth: 1, Level: 1}, "Ada Byron")
	put(annotations.Block{Kind: annotations.BlockCode}, "if x {\n\ty = \"<b>\"\n}")
	for i, cell := range []string{"Name", "Year", "Ada", "1815"} {
		b := annotations.Block{Kind: annotations.BlockCell, Row: i / 2, Col: i % 2}
		if i < 2 {
			b.Level = 1
		}
		put(b, cell)
	}
	put(annotations.Block{Kind: annotations.BlockCaption}, "Table 1")
	put(annotations.Block{Kind: annotations.BlockRule}, "")
	c.Begin(annotations.Block{Kind: annotations.BlockPicture, Picture: &annotations.Picture{Alt: "A portrait"}})
	c.End()
	c.Label("1")
	put(annotations.Block{Kind: annotations.BlockNote, Marker: "1"}, "The note")
	a, err := c.Article(t.Context(), annotations.File{Name: "a.md"}, annotations.Meta{Byline: annotations.Given{Text: "C. Babbage"}})
	if err != nil {
		t.Fatal(err)
	}
	from := strings.Index(a.Text, "Ada Byron")
	e, err := annotations.New(annotations.Content{
		Title: "The Title", Article: a, Entities: []annotations.Entity{{ID: "ada", Kind: annotations.Person, Name: "Ada"}},
		Mentions: []annotations.Mention{{Given: new(annotations.MentionID("m")), Entity: "ada", Form: annotations.Name, Span: annotations.Span{Start: from, End: from + 9}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// The page has the structure of the article, and nothing of its text is lost.
func TestThePageHasTheStructure(t *testing.T) {
	e := structured(t)
	p := writtenOf(t, e)
	var article *html.Node
	counts := map[atom.Atom]int{}
	for n := range p.root.Descendants() {
		if n.DataAtom == atom.Article {
			article = n
		}
	}
	var words strings.Builder
	for n := range article.Descendants() {
		counts[n.DataAtom]++
		if n.Type == html.TextNode {
			words.WriteString(n.Data)
		}
	}
	want := map[atom.Atom]int{
		atom.H2: 1, atom.Li: 3, atom.Blockquote: 1, atom.Pre: 1, atom.Table: 1, atom.Tr: 2, atom.Th: 2, atom.Td: 2, atom.Hr: 1,
		atom.Em: 1, atom.Strong: 1, atom.Ol: 1,
	}
	for tag, n := range want {
		if counts[tag] != n {
			t.Errorf("there are %d of %s, want %d", counts[tag], tag, n)
		}
	}
	got := strings.Fields(words.String())
	for _, w := range strings.Fields(strings.TrimPrefix(e.Article().Text, "The Title")) {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, strings.Trim(w, "1")) }) {
			t.Errorf("%q is lost in %q", w, got)
		}
	}
	for _, s := range []string{
		"if x {\n    y = &#34;&lt;b&gt;&#34;\n}", `href="https://example.org/a?b=c"`, "A portrait", "C. Babbage", `class="d2"`, "Table 1", `class="by"`,
	} {
		if !strings.Contains(p.bytes, s) {
			t.Errorf("the page lacks %s", s)
		}
	}
	if strings.Contains(p.bytes, "javascript") {
		t.Error("the page leads to what is no address")
	}
	for n := range article.Descendants() {
		if to := attribute(n, "href"); strings.HasPrefix(to, "#") && p.ids[to[1:]] == nil {
			t.Errorf("the link %s leads nowhere", to)
		}
		if n.DataAtom == atom.A && n.Parent != nil {
			for up := n.Parent; up != nil; up = up.Parent {
				if up.DataAtom == atom.A {
					t.Error("a link lies in another")
				}
			}
		}
	}
	if strings.Count(p.bytes, ">The Title</h1>") != 1 {
		t.Error("the title does not stand once")
	}
}
