package markdown

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"sidelight/annotations"
	"sidelight/annotations/document/raw"
)

// htmlBlock writes a block of HTML. Its elements may hold Markdown up to another block
// that ends them.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	lines := n.Lines().Sliced(0, n.Lines().Len())
	if n.HasClosure() {
		lines = append(lines, n.ClosureLine)
	}
	w.fragment(lines)
	w.End()
}

// rawHTML writes a tag among words.
func (w *writer) rawHTML(n *ast.RawHTML) {
	w.fragment(n.Segments.Sliced(0, n.Segments.Len()))
}

// fragment writes HTML that stands in some stretches of the source.
func (w *writer) fragment(all []text.Segment) {
	var b strings.Builder
	starts := make([]int, len(all)) // in the fragment
	for i, s := range all {
		w.m.tick()
		starts[i] = b.Len()
		b.Write(s.Value(w.src))
	}
	if len(all) == 0 {
		return
	}
	s := fields.Replace(b.String())
	if crowded(s) {
		panic(stopped{problem: raw.TooTangled, at: all[0].Start})
	}
	w.html.Fragment(s, func(offset int) annotations.SourceLocation {
		i := sort.SearchInts(starts, offset+1) - 1
		return location(all[i].Start + max(offset-starts[i]-all[i].Padding, 0))
	})
}

// fields makes code of a field of a form: what stands in it is to be read. The places of
// all else stay as they are.
var fields = strings.NewReplacer("<textarea", "<pre     ", "</textarea", "</pre     ")

// crowded reports whether a tag has more attributes than anybody writes.
func crowded(s string) bool {
	const long, most = 64 << 10, 5000 // bytes of a tag, and blanks in it
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || len(s)-i < long {
			return false
		}
		end := strings.IndexByte(s[i:], '>')
		if end < 0 {
			end = len(s) - i
		}
		if tag := s[i : i+end]; len(tag) >= long && letter(tag[1]) && len(strings.Fields(tag)) > most {
			return true
		}
		s = s[i+max(end, 1):]
	}
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
