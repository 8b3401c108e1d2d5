package markup_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/raw"
)

// read walks a page.
func read(t testing.TB, page string) *annotations.Article {
	t.Helper()
	root, err := markup.Parse(t.Context(), []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	c := compose.New()
	if err := markup.New(c).Walk(t.Context(), root); err != nil {
		t.Fatal(err)
	}
	a, err := c.Article(t.Context(), annotations.File{Name: "x"}, annotations.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// show writes an article in short: a line for each block, with runs in braces and links
// in brackets.
func show(a *annotations.Article) string {
	var b strings.Builder
	for i := range a.Len() {
		block := a.Block(i)
		b.WriteString(block.Kind.String())
		for _, n := range []struct {
			name  string
			value int
		}{{"level", int(block.Level)}, {"depth", int(block.Depth)}} {
			if n.value > 0 {
				fmt.Fprintf(&b, " %s %d", n.name, n.value)
			}
		}
		if block.Marker != "" {
			b.WriteString(" " + block.Marker)
		}
		if block.Kind == annotations.BlockCell {
			fmt.Fprintf(&b, " %d,%d", block.Row, block.Col)
		}
		if p := block.Picture; p != nil {
			fmt.Fprintf(&b, " %s (%s)", p.Target, p.Alt)
		}
		if !block.Empty() {
			fmt.Fprintf(&b, ": %s", strings.ReplaceAll(a.Slice(block.Span), "\n", "⏎"))
		}
		for r := range a.Runs(block.Span) {
			fmt.Fprintf(&b, " {%s %s}", r.Style, a.Slice(r.Span))
		}
		for l := range a.Links(block.Span) {
			fmt.Fprintf(&b, " [%s %s", a.Slice(l.Span), l.Target)
			if l.Inner {
				fmt.Fprintf(&b, " = %.9s", a.Text[l.To:])
			}
			b.WriteString("]")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestElements(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"paragraphs", "<p>One <!-- no -->and\n two<p>three<div>four <div>five</div> six", "paragraph: One and two\nparagraph: three\nparagraph: four\nparagraph: five\nparagraph: six\n"},
		{"headings", "<h1>A</h1><h6>B <b>c</b></h6>", "heading level 1: A\nheading level 6: B c\n"},
		{"a list", "<ul><li>a<li><p>b</p><p>c</p><ul><li>d</ul></ul>", "item depth 1 •: a\nitem depth 1 •: b\nitem depth 1: c\nitem depth 2 •: d\n"},
		{"numbers", "<ol start=3><li>a<li value=7>b<li>c</ol><ol reversed><li>a<li>b</ol><ol type=i><li>a<li>b</ol><ol type=A start=27><li>z</ol>",
			"item depth 1 3.: a\nitem depth 1 7.: b\nitem depth 1 8.: c\nitem depth 1 2.: a\nitem depth 1 1.: b\nitem depth 1 i.: a\nitem depth 1 ii.: b\nitem depth 1 AA.: z\n"},
		{"tasks", "<ul><li><input type=checkbox checked> a<li><p><input type=checkbox> b</ul>", "item depth 1 ☑: a\nitem depth 1 ☐: b\n"},
		{"terms", "<dl><dt>a<dd>b<dd>c<dl><dt>d<dd>e</dl></dl>", "paragraph: a {strong a}\nitem depth 1: b\nitem depth 1: c\nitem depth 1: d {strong d}\nitem depth 2: e\n"},
		{"quotations", "<blockquote><p>a<blockquote>b</blockquote><footer>c <cite>d</cite></footer></blockquote><blockquote>e<cite>f</cite></blockquote>",
			"quote depth 1: a\nquote depth 2: b\nquote level 1 depth 1: c d {emphasis d}\nquote depth 1: e\nquote level 1 depth 1: f\n"},
		{"code", "<pre>\n<code class=x>if a {\n\tb\n\n}</code>\n\n</pre>and <code>c</code>", "code: if a {⏎\tb⏎⏎}\nparagraph: and c {code c}\n"},
		{"code with breaks", "<pre>a<br>b</pre>", "code: a⏎b\n"},
		{"styles", "<p><em>a</em><strong>b<i>c</i></strong><small>d</small><sup>e</sup><sub>f</sub><del>g</del><tt>h</tt>",
			"paragraph: abcdefgh {emphasis a} {strong b} {emphasis strong c} {small d} {superscript e} {subscript f} {strikethrough g} {code h}\n"},
		{"styles by style", "<p><b style='font-weight:normal'>a</b><span style='font-weight: 700; font-style:italic'>b</span><span style='display:none'>c</span>",
			"paragraph: ab {emphasis strong b}\n"},
		{"breaks", "<p>a<br>b<br>\n<br>c<br></p><div>d<br><br><br>e</div>", "paragraph: a⏎b\nparagraph: c\nparagraph: d\nparagraph: e\n"},
		{"quotation marks", "<p lang=de><q>a <q>b</q></q> <q lang=fr>c</q><p><q>d</q>", "paragraph: „a ‚b‘“ «\u00a0c\u00a0»\nparagraph: “d”\n"},
		{"ruby", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><ruby>字<rt>ji</rt></ruby>", "paragraph: 漢(kan)字(ji)\n"},
		{"rule", "<p>a<hr><p>b", "paragraph: a\nrule\nparagraph: b\n"},
		{"not shown", "<head><title>t</title></head><p>a<script>b</script><style>c</style><template>d</template><span hidden>e</span><i aria-hidden=true>f</i><noscript>g</noscript><textarea>h</textarea><select><option>i</select><dialog>j</dialog>",
			"paragraph: a\n"},
		{"details", "<details><summary>a</summary>b<p>c</details>", "paragraph: a {strong a}\nparagraph: b\nparagraph: c\n"},
		{"a shadow tree", "<div><template shadowrootmode=open><style>s</style><p>a</p><slot name=n>no</slot><div><slot>no</slot></div><slot name=o>yes</slot></template><p>c</p><p slot=n>b</p></div>d",
			"paragraph: a\nparagraph: b\nparagraph: c\nparagraph: yes\nparagraph: d\n"},
		{"kept blanks", "<p style='white-space: pre-wrap'>a  b\n c</p><p>d  e</p><p>f <span style='white-space:pre'>g\nh</span></p>", "paragraph: a  b⏎ c\nparagraph: d e\nparagraph: f g⏎h\n"},
		{"nothing", "<p> <p>&nbsp;<p>\u200b<p>a", "paragraph: a\n"},
	} {
		if got := show(read(t, c.page)); got != c.want {
			t.Errorf("%s:\n%sinstead of\n%s", c.name, got, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a table", "<table><caption>t</caption><thead><tr><th>a<th>b<tbody><tr><th>c<td><p>d<p>e<ul><li>f</ul><tr><td><td>g</table>h",
			"caption: t\ncell level 1 0,0: a\ncell level 1 0,1: b\ncell 1,0: c\ncell 1,1: d⏎e⏎f\ncell 2,0\ncell 2,1: g\nparagraph: h\n"},
		{"a head without thead", "<table><tr><th>a<th>b<tr><th>c<td>d</table>", "cell level 1 0,0: a\ncell level 1 0,1: b\ncell 1,0: c\ncell 1,1: d\n"},
		{"heads of rows", "<table><tr><th>a<td>b<tr><th>c<td>d</table>", "cell 0,0: a\ncell 0,1: b\ncell 1,0: c\ncell 1,1: d\n"},
		{"cells over others", "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>",
			"cell 0,0: a\ncell 0,1: b\ncell 0,3: c\ncell 1,1: d\ncell 1,2: e\ncell 1,3: f\n"},
		{"pictures in cells", "<table><tr><td>a<img src=p.png><td>b</table><p>c", "cell 0,0: a\ncell 0,1: b\nfigure p.png ()\nparagraph: c\n"},
		{"one column", "<table><tr><td>a<tr><td>b</table>", "paragraph: a\nparagraph: b\n"},
		{"a page set in a table", "<table><tr><td>menu<td><h1>a</h1><p>b<table><tr><td>c<td>d</table></table>", "paragraph: menu\nheading level 1: a\nparagraph: b\ncell 0,0: c\ncell 0,1: d\n"},
		{"presentation", "<table role=presentation><tr><td>a<td>b</table>", "paragraph: a\nparagraph: b\n"},
	} {
		if got := show(read(t, c.page)); got != c.want {
			t.Errorf("%s:\n%sinstead of\n%s", c.name, got, c.want)
		}
	}
}

func TestLinksPicturesAndNotes(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"links", "<p><a href='https://a.example/?q=1&amp;r'>a <b>b</b></a> <a href='javascript:x()'>c</a> <a name=x>d</a><p><a href=#x>e</a><a href='#'>f</a>",
			"paragraph: a b c d {strong b} [a b https://a.example/?q=1&r]\nparagraph: ef [e #x = a b c d\n\n]\n"},
		{"the sign of a heading", "<h2>a<a href=#a>¶</a></h2>", "heading level 2: a\n"},
		{"an inner link to a heading", "<p><a href=#h>e</a><h2 id=h>g</h2>", "paragraph: e [e #h = g]\nheading level 2: g\n"},
		{"pictures", "<figure><img src=a.png alt='The  sea' width=640 height=400><figcaption>b</figcaption></figure><p>c <img src=d.png> e",
			"figure a.png (The sea)\ncaption: b\nparagraph: c e\nfigure d.png ()\n"},
		{"signs", "<p>c <img src=d.png alt='🚢' class=emoji> e <img src=s.gif width=1 height=1 alt='a spy'>", "paragraph: c 🚢 e\n"},
		{"late pictures", "<img src='data:image/gif;base64,R0' data-src=a.png><img srcset='b.png 400w, c.png 800w'><picture><source srcset='d.webp 2x'><img></picture>",
			"figure a.png ()\nfigure c.png ()\nfigure d.webp ()\n"},
		{"notes", "<p>a<sup><a id=r1 href=#n1>[1]</a></sup> b<a epub:type=noteref href=#n2>*</a><ol><li id=n1>one <a href=#r1>↩</a></ol><aside id=n2 epub:type=footnote><p>two<p>three</aside>",
			"paragraph: a[1] b* {superscript [1]} {superscript *} [[1] #n1 = one\ntwo\nt] [* #n2 = two\nthree]\nnote 1: one\nnote *: two\nnote: three\n"},
	} {
		if got := show(read(t, c.page)); got != c.want {
			t.Errorf("%s:\n%sinstead of\n%s", c.name, got, c.want)
		}
	}
}

func TestOrigin(t *testing.T) {
	a := read(t, "<body><p>One</p><p>a &amp; <em>b</em> ü c<br>d <q>e</q>")
	for _, c := range []struct {
		word string
		want annotations.SourceLocation
	}{
		{"One", annotations.SourceLocation{Path: "/html[1]/body[1]/p[1]", Text: 1}},
		{"&", annotations.SourceLocation{Path: "/html[1]/body[1]/p[2]", Text: 1, Offset: 2}},
		{"b", annotations.SourceLocation{Path: "/html[1]/body[1]/p[2]/em[1]", Text: 1}},
		{"c", annotations.SourceLocation{Path: "/html[1]/body[1]/p[2]", Text: 2, Offset: 3}},
		{"\nd", annotations.SourceLocation{Path: "/html[1]/body[1]/p[2]/br[1]"}},
		{"d", annotations.SourceLocation{Path: "/html[1]/body[1]/p[2]", Text: 3}},
		{"“", annotations.SourceLocation{Path: "/html[1]/body[1]/p[2]/q[1]::before"}},
	} {
		if got, ok := a.Origin(strings.Index(a.Text, c.word)); !ok || got != c.want {
			t.Errorf("%q comes from %+v, not from %+v", c.word, got, c.want)
		}
	}
	thereAndBack(t, a)
}

// In a book a place is named by steps over all elements, and by the texts between them.
func TestSteps(t *testing.T) {
	c := compose.New()
	w := markup.New(c)
	w.Part, w.Steps = "ch1.xhtml", "/6/8!"
	root, err := html.Parse(strings.NewReader("<head><title>t</title></head><body><h1>Top</h1><p>a <em>b</em><b>c</b> d<!-- x -->e</p>"))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Walk(t.Context(), root); err != nil {
		t.Fatal(err)
	}
	a, err := c.Article(t.Context(), annotations.File{}, annotations.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]annotations.SourceLocation{
		"Top": {Path: "/6/8!/4/2", Text: 1}, "a": {Path: "/6/8!/4/4", Text: 1}, "c": {Path: "/6/8!/4/4/4", Text: 1},
		"d": {Path: "/6/8!/4/4", Text: 3, Offset: 1}, "e\n": {Path: "/6/8!/4/4", Text: 3, Offset: 2},
	} {
		want.Part = "ch1.xhtml"
		if got, ok := a.Origin(strings.Index(a.Text+"\n", word)); !ok || got != want {
			t.Errorf("%q comes from %+v, not from %+v", word, got, want)
		}
	}
	thereAndBack(t, a)
}

// thereAndBack fails the test unless each character that is no blank leads to the source
// and from there back to itself.
func thereAndBack(t testing.TB, a *annotations.Article) {
	t.Helper()
	for i, r := range a.Text {
		if unicode.IsSpace(r) {
			continue
		}
		l, ok := a.Origin(i)
		if back, found := a.At(l); !ok || !found || back != i {
			t.Fatalf("byte %d (%q) comes from %+v, and that leads to %d", i, r, l, back)
		}
	}
}

func TestDepth(t *testing.T) {
	for _, tag := range []string{"div", "b", "ul><li", "blockquote", "table><tr><td"} {
		_, err := markup.Parse(t.Context(), []byte(strings.Repeat("<"+tag+">", 100_000)+"a"))
		var refused *raw.Error
		if !errors.As(err, &refused) || refused.Problem != raw.TooDeep {
			t.Errorf("%s 100,000 deep: %v", tag, err)
		}
	}
}

func TestNumber(t *testing.T) {
	for name, part := range map[string]string{"elements": "<p>", "attributes": "", "text": "a<b></b>"} {
		page := strings.Repeat(part, 8<<20/max(len(part), 1))
		if part == "" {
			var b strings.Builder
			for i := 0; b.Len() < 8<<20; i++ {
				fmt.Fprintf(&b, " a%x", i)
			}
			page = "<p" + b.String() + ">"
		}
		_, err := markup.Parse(t.Context(), []byte(page))
		var refused *raw.Error
		if !errors.As(err, &refused) || refused.Problem != raw.TooLong {
			t.Errorf("8 MB of %s: %v", name, err)
		}
	}
	picture := "data:image/png;base64," + strings.Repeat("AB/+", 1<<20)
	for name, page := range map[string]string{
		"60 MB in a line": strings.Repeat("words and ", 6<<20), "a picture": `<p>a<img alt="b" src="` + picture + `">`,
		"a picture without quotation marks": "<p>a<img alt=b src=" + picture + ">", "a long comment": "<!--" + strings.Repeat("words > ", 1<<20) + "-->",
	} {
		if _, err := markup.Parse(t.Context(), []byte(page)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	hidden := "<p>" + strings.Repeat("a", 2<<20) + "<p x='>' "
	var b strings.Builder
	b.WriteString(hidden)
	for i := 0; b.Len() < 8<<20; i++ {
		fmt.Fprintf(&b, " b%x", i)
	}
	var refused *raw.Error
	if _, err := markup.Parse(t.Context(), []byte(b.String())); !errors.As(err, &refused) || refused.Problem != raw.TooLong {
		t.Errorf("attributes behind a sign that looks like the end of their tag: %v", err)
	}
}
