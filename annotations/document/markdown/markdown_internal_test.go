package markdown

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sidelight/annotations"
	"sidelight/annotations/document/raw"
)

// alone is what comes of a text that the library parses by itself: in one piece, without
// limits.
func alone(t *testing.T, src string) string {
	k := newKnown()
	p := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList),
		goldmark.WithParserOptions(
			parser.WithBlockParsers(
				util.Prioritized(&containers{}, 650), util.Prioritized(&literals{}, 660),
				util.Prioritized(footnotes{extension.NewFootnoteBlockParser(), k}, 999)),
			parser.WithInlineParsers(
				util.Prioritized(leaves{newMeter(t.Context(), 1<<20), k}, 150),
				util.Prioritized(emphasis{&pairs{m: newMeter(t.Context(), 1<<20)}, "="}, 500)),
		)).Parser()
	w := newWriter([]byte(src), &raw.File{}, newMeter(t.Context(), len(src)))
	p.Parse(text.NewReader(w.src)) // for the labels
	w.blocks(p.Parse(text.NewReader(w.src)))
	w.html.Close(0)
	w.allNotes()
	return shown(t, w)
}

// shown is the text and the blocks that a writer wrote.
func shown(t *testing.T, w *writer) string {
	t.Helper()
	a, err := w.Article(t.Context(), annotations.File{}, annotations.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range a.Len() {
		x := a.Block(i)
		fmt.Fprintf(&b, "%s %d %d %q %q\n", x.Kind, x.Level, x.Depth, x.Marker, a.Slice(x.Span))
	}
	for r := range a.Runs(annotations.Span{End: len(a.Text)}) {
		fmt.Fprintf(&b, "%s %q\n", r.Style, a.Slice(r.Span))
	}
	for l := range a.Links(annotations.Span{End: len(a.Text)}) {
		fmt.Fprintf(&b, "%s %q\n", l.Target, a.Slice(l.Span))
	}
	return b.String()
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
	w, err := read(t.Context(), []byte(src), &raw.File{})
	if e := (*raw.Error)(nil); errors.As(err, &e) {
		return
	} else if err != nil {
		t.Fatal(err)
	}
	if got, want := shown(t, w), alone(t, src); got != want {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		i = max(i-40, 0)
		t.Errorf("%.200q reads\n%.200q, the library reads\n%.200q", src, got[i:], want[i:])
	}
}
