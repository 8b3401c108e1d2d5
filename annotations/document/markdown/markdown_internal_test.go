package markdown

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"sidelight/annotations/document/raw"
)

// alone is what the library by itself makes of a text: in one piece, without limits.
func alone(src string) (title, body string) {
	w := &writer{src: []byte(src)}
	w.piece(goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).
		Parser().Parse(text.NewReader(w.src)))
	return w.title, w.out.String()
}

// samples are texts with all that Markdown has.
var samples = []string{
	"# A *title*\n\nWords **and** _more_ ~~words~~ with `code` and snake_case, 2 * 3 * 4.\n",
	"> said\n> > twice\n\n- one\n  - two\n\n    three\n- four\n\n1. one\n3. two\n\n***\n",
	"| a | b |\n|---|:-:|\n| c | `d\\|e` |\n| f |\n\nwords | and\n--- | ---\nmore\n",
	"[a](b) [c](<d e> \"t\") [e][f] [f] ![g](h 'i') [j\n\n[f]: /x\n[f2]: /y\n  \"a title\n  of two lines\"\n[f3]: /z words\n",
	"[*a*](b) *[c](d)* **[e*](f) [*g*](h)** [i [j](k) l](m) [![n](o)](p) [q](r(s(t)u)v) [w](x\ny)\n",
	"``a ` b`` `c `` d ``` e\n`f`\n\n\\*g\\* h\\\ni  \nj &amp; &#65; &copy; \\[k\\](l)\n",
	"<div>\nx\n</div>\n\n<!-- y\n\nz -->\n\na <b>c</b> <!-- d --> <?e?> <!F> <![CDATA[g]]> <http://h.org> <i@j.org>\n\n<!-- k <!-- l <? m <!A\n",
	"```go\na\n\nb\n```\n\n~~~\nc\n\n    d\n\ta\n\nSetext\n===\n\nlow\n---\n- a\n---\n+ b\n",
	"***a** b* ***c* d** *e**f*g* _h__i_ __j_k__ *l _m* n_ ~o~ ~~p~q~~ ~~~r~~~ **s\n",
	"- a\n\n  b\n\n\n- c\n* d\n10) e\n   - f\n\n\n       g\n\n-\n\n  h\n- \n  i\n",
}

// The text is parsed piece by piece and under limits, and reads as the library
// reads it by itself.
func TestMarkdownReadsAsTheLibraryDoes(t *testing.T) {
	all := append([]string{strings.Join(samples, "\n")}, samples...)
	for _, a := range samples {
		for _, b := range samples {
			all = append(all, strings.Repeat(a, 1+pieceSize/len(a))+"\n"+b+a) // of several pieces
		}
	}
	for _, src := range all {
		same(t, src)
	}
}

// same compares what is read of a text with what the library reads, unless the text
// passes a limit.
func same(t *testing.T, src string) {
	t.Helper()
	title, body, err := markdown(context.Background(), src)
	if e := (*raw.Error)(nil); errors.As(err, &e) {
		return
	} else if err != nil {
		t.Fatal(err)
	}
	if wantTitle, want := alone(src); title != wantTitle || body != want {
		i := 0
		for i < min(len(body), len(want)) && body[i] == want[i] {
			i++
		}
		i = max(i-40, 0)
		t.Errorf("%.200q reads\n%.200q, the library reads\n%.200q", src, body[i:], want[i:])
	}
}
