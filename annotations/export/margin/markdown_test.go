package margin_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"sidelight/annotations/export/margin"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/notes"
	letters "sidelight/annotations/text"
)

// spoken is what the blocks of a document of Markdown say, one string for each kind of
// block, and the kinds of nodes in it.
type spoken struct {
	quotes, others []string
	kinds          map[ast.NodeKind]bool
}

// speak reads Markdown as widely used programs do.
func speak(t *testing.T, source []byte) spoken {
	t.Helper()
	if rest, ok := bytes.CutPrefix(source, []byte("---\n")); ok {
		_, source, _ = bytes.Cut(rest, []byte("\n---\n"))
	}
	out := spoken{kinds: map[ast.NodeKind]bool{}}
	root := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)).Parser().Parse(text.NewReader(source))
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		out.kinds[n.Kind()] = true
		if n.Kind() != ast.KindParagraph && n.Kind() != ast.KindHeading {
			return ast.WalkContinue, nil
		}
		var b strings.Builder
		_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			out.kinds[c.Kind()] = true
			switch c := c.(type) {
			case *ast.Text:
				b.WriteString(unescaped(string(c.Segment.Value(source))))
				if c.SoftLineBreak() || c.HardLineBreak() {
					b.WriteByte(' ')
				}
			case *ast.AutoLink:
				b.Write(c.Label(source))
			}
			return ast.WalkContinue, nil
		})
		said := strings.Join(strings.Fields(b.String()), " ")
		if n.Parent().Kind() == ast.KindBlockquote {
			out.quotes = append(out.quotes, said)
		} else {
			out.others = append(out.others, said)
		}
		return ast.WalkSkipChildren, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// unescaped is a text without the backslashes before punctuation.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// obeyed are the kinds of nodes that the words of others must not make.
var obeyed = []ast.NodeKind{
	ast.KindRawHTML, ast.KindHTMLBlock, ast.KindEmphasis, ast.KindLink, ast.KindImage, ast.KindCodeSpan, ast.KindCodeBlock,
	ast.KindFencedCodeBlock, ast.KindList, ast.KindThematicBreak, extast.KindTable, extast.KindStrikethrough,
	extast.KindFootnoteLink, extast.KindDefinitionList, extast.KindTaskCheckBox,
}

var hostile = []string{
	"# a", "a\n===", "a\n---", "- a\n- b", "1. a\n2) b", "> a", "a\n\n\n    code", "```\nx\n```", "<script>alert(1)</script>", "<!-- x",
	"*a* _b_ __c__ **d** ~~e~~ `f`", "[a](b) ![c](d) [^1] [[x]]", "a | b\n--|--\nc | d", "a\n:-:", "&lt; &copy; \\* a\\", "line\\\nnext", "a  \nb",
	"https://example.org/a_b?c=d&e=f_g", "http://x/*a*", "https://x/==a==", "www.example.org/a_b", "+ a", "* a", "***", "a\n: b", "%%hidden%%", "==a==", "$a$", "^abc",
	"#tag #a_b_c #_x_ [[Adam Boehler]] [[<b>]] [[a|b]]", "\tcode", "\u2028# a", "a\r# b\r\n- c", "{{.Title}}", "[x] a", "1986\\. A", "![[a]](d)", "", " ", "\x1b[31m\u202ea",
}

// The words of an article and of a note are what Markdown shows, and nothing in them is
// obeyed.
func checkMarkdown(t *testing.T, quote, note string) {
	t.Helper()
	e := editionOf(t, "Some text.")
	p := placed("", "01A", quote, notes.Note{Text: note})
	s := margin.New(e, notes.NewSet([]notes.Placed{p}), margin.Options{})
	var b bytes.Buffer
	if err := s.Markdown(&b, nil); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(b.String(), func(r rune) bool { return r != '\n' && r != '\t' && letters.IsHidden(r) }) {
		t.Fatalf("%q and %q are written with a hidden character: %q", quote, note, b.String())
	}
	got := speak(t, b.Bytes())
	for _, k := range obeyed {
		if got.kinds[k] {
			t.Fatalf("%q and %q make %v:\n%s", quote, note, k, b.String())
		}
	}
	if said, want := strings.Join(got.quotes, " "), plain(quote); said != want {
		t.Fatalf("the words %q are shown as %q, want %q:\n%s", quote, said, want, b.String())
	}
	said := strings.Join(got.others, " ")
	if want := plain(note); !strings.Contains(note, "#") && !strings.Contains(note, "[[") && !strings.Contains(said, want) {
		t.Fatalf("the note %q is shown as %q:\n%s", note, said, b.String())
	}
}

// plain is a text as a page shows it: blanks as one, hidden characters as escapes.
func plain(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	var lines []string
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		parts := strings.Split(line, "\t")
		for i := range parts {
			parts[i] = letters.VisibleLines(parts[i])
		}
		lines = append(lines, strings.Join(parts, " "))
	}
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}

func TestMarkdownObeysNothing(t *testing.T) {
	for _, s := range hostile {
		checkMarkdown(t, s, "")
		checkMarkdown(t, "words", s)
	}
}

func FuzzMarkdown(f *testing.F) {
	for i, s := range hostile {
		f.Add(s, hostile[(i+7)%len(hostile)])
	}
	f.Fuzz(func(t *testing.T, quote, note string) {
		if len(quote)+len(note) > 5000 || !utf8.ValidString(quote) || !utf8.ValidString(note) {
			t.Skip()
		}
		fuzzed.Within(t, func() { checkMarkdown(t, quote, note) })
	})
}
