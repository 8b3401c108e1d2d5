package markdown_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"sidelight/annotations/document/markdown"
	"sidelight/annotations/document/raw"
)

// example is one of the specification of CommonMark.
type example struct {
	Example        int
	Markdown, HTML string
}

func examples(t *testing.T) []example {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "commonmark.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// otherwise are the examples that read otherwise, with what they read: some writers of
// Markdown set links to their other pages in two brackets.
var otherwise = map[int]string{
	548: "[foo] [foo]: /url",
	590: `foo foo: /url "title"`,
}

// Each example of CommonMark reads as the page that it asks for: the same characters in
// the same order, and no others.
func TestCommonMark(t *testing.T) {
	all := examples(t)
	if len(all) != 652 {
		t.Errorf("there are %d examples", len(all))
	}
	for _, x := range all {
		a, err := markdown.Read(t.Context(), &raw.File{Name: "a.md", Data: []byte(x.Markdown)})
		got := ""
		if e := (*raw.Error)(nil); errors.As(err, &e) && e.Problem == raw.Empty {
		} else if err != nil {
			t.Errorf("%d: %v", x.Example, err)
			continue
		} else {
			got = a.Text
		}
		want, ok := otherwise[x.Example]
		if !ok {
			want = words(t, x.HTML)
		}
		if solid(got) != solid(want) {
			t.Errorf("%d: %q reads %q, want %q", x.Example, x.Markdown, got, want)
		}
	}
}

// solid is a text without its blanks.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// words are the words that a page shows, and the descriptions of its pictures.
func words(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style":
			b.WriteString(n.Data + " ")
		case n.Data == "img":
			for _, a := range n.Attr {
				if a.Key == "alt" {
					b.WriteString(a.Val + " ")
				}
			}
		}
	}
	return b.String()
}
