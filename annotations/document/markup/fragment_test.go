package markup_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/markup"
)

// fragments writes a text of which every second part, between bars, is HTML, as a reader
// of Markdown does. All places are bytes of the text.
func fragments(t testing.TB, text string) *annotations.Article {
	t.Helper()
	c := compose.New()
	w := markup.New(c)
	at := 0
	for i, part := range strings.Split(text, "|") {
		start := at
		from := func(offset int) annotations.SourceLocation { return annotations.SourceLocation{Offset: start + offset} }
		if i%2 == 1 {
			w.Fragment(part, from)
		} else if !w.Skips() {
			c.Text(part, from(0))
		}
		at += len(part) + 1
	}
	w.Close(0)
	a, err := c.Article(t.Context(), annotations.File{Name: "x"}, annotations.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestFragment(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a |<b>|b|</b>| c|<br>|d", "paragraph: a b c⏎d {strong b}\n"},
		{"a |<a href='x'>|b|</a>||<img src=y.png>|", "paragraph: a b [b x]\nfigure y.png ()\n"},
		{"a|<script>|b|</script>|c", "paragraph: ac\n"},
		{"|<div><p>a<p>b &amp; c &lt;d&gt; &unknown; &</div>|", "paragraph: a\nparagraph: b & c <d> &unknown; &\n"},
		{"|<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e|", "item depth 1 •: a\nitem depth 1 •: b\nitem depth 2 •: c\nitem depth 1 •: d\nparagraph: e\n"},
		{"|<table><tr><th>a<th>b<tr><td>c<td>d</table>|", "cell level 1 0,0: a\ncell level 1 0,1: b\ncell 1,0: c\ncell 1,1: d\n"},
		{"|<dl><dt>a<dd>b<dt>c</dl>|", "paragraph: a {strong a}\nitem depth 1: b\nparagraph: c {strong c}\n"},
		{"|<blockquote>|a|</blockquote>|b", "paragraph: a\nparagraph: b\n"},
		{"|</p></x><pre>a\n b</pre><!-- c -->|d", "code: a⏎ b\nparagraph: d\n"},
		{"|<p>a <q>b</q>|", "paragraph: a “b”\n"},
	} {
		a := fragments(t, c.text)
		if got := show(a); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s:\n%sinstead of\n%s", c.text, got, c.want)
		}
		thereAndBack(t, a)
	}
}

// The places of a fragment are bytes of the text in which it stands.
func TestFragment_Origin(t *testing.T) {
	const text = "a |<p title='x'>one &amp; two</p>| b"
	a := fragments(t, text)
	for _, word := range []string{"one", "&", "two", "b"} {
		l, ok := a.Origin(strings.Index(a.Text, word))
		if want := strings.LastIndex(text, word); !ok || l.Offset != want {
			t.Errorf("%q comes from %+v, not from byte %d", word, l, want)
		}
	}
}
