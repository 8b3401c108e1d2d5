package markdown_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/markdown"
	"sidelight/annotations/document/raw"
)

// inlines and blocks are what generated documents are made of. In a block, %s is some
// inlines.
var (
	inlines = []string{
		"word", "Zoë", "船", "*em*", "**strong *both***", "`code  span`", "[link](a.md)", "[link *em*][ref]", "![alt](a.png)", "<b>bold</b>",
		"<br>", "a\\*b", "&amp;&#8212;", "H~2~O", "~~gone~~", "==marked==", ":ship:", "$x_1$", "[^note]", "[[Page|words]]", "https://a.b/c_d",
		"{{< x text=\"y\" >}}", "%%hidden%%", "hard  \nbreak", "soft\nbreak", "<me@a.org>", "<i>open", "é\u0301", "\u00ad", "10\u00a0km", "a^2^",
	}
	blocks = []string{
		"%s", "# %s {#id}", "%s\n===", "- %s\n  - %s\n\n  %s", "1. %s\n2. [x] %s", "> %s\n> > %s", "> [!note] %s\n> %s", "```\n%s\n```", "    %s",
		"| %s | b |\n|---|---|\n| %s |", "***", "[^note]: %s", "%s\n: %s", "::: tip %s\n%s\n:::", "$$\n%s\n$$", "<div>%s\n\n%s\n\n</div>", "<table><tr><td>%s</table>",
		"![alt](a.png)", "![[a.png]]", "{{< figure src=\"a\" caption=\"b\" >}}", "<!-- %s -->", "%%%%\n%s\n%%%%", "[ref]: /x\n[other]: /y", "{%% highlight x %%}\n%s\n{%% endhighlight %%}",
	}
)

// Two thousand documents keep the rules that every article keeps, which the composer
// itself checks, and each character leads to its byte in the source and back.
func TestGeneratedDocuments(t *testing.T) {
	for seed := range uint64(2000) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		words := func() string {
			var all []string
			for range 1 + rnd.IntN(4) {
				all = append(all, inlines[rnd.IntN(len(inlines))])
			}
			return strings.Join(all, []string{" ", ""}[rnd.IntN(2)])
		}
		var doc strings.Builder
		for range 1 + rnd.IntN(12) {
			block := blocks[rnd.IntN(len(blocks))]
			args := make([]any, strings.Count(strings.ReplaceAll(block, "%%", ""), "%s"))
			for i := range args {
				args[i] = words()
			}
			fmt.Fprintf(&doc, block, args...)
			doc.WriteString([]string{"\n\n", "\n", "\r\n\r\n"}[rnd.IntN(3)])
		}
		src := doc.String()
		a, err := markdown.Read(t.Context(), &raw.File{Name: fmt.Sprint("document ", seed), Data: []byte(src)})
		if e := (*raw.Error)(nil); errors.As(err, &e) && e.Problem == raw.Empty {
			continue // nothing but a comment, say
		} else if err != nil {
			t.Fatalf("%q: %v", src, err)
		}
		documenttest.Origins(t, a)
		for l := range a.Links(annotations.Span{Start: 0, End: len(a.Text)}) {
			if l.Target == "" || l.Inner && (l.To < 0 || l.To > len(a.Text)) {
				t.Fatalf("%q has the link %+v", src, l)
			}
		}
	}
}
