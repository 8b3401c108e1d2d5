package annotations

import (
	"fmt"
	"strings"
	"testing"
)

// composed is a heading, two paragraphs with a list between them and a rule.
func composed(t *testing.T) *Article {
	t.Helper()
	text := "Title\n\nOne two. Three.\n\nitem\nitem two\n\nLast"
	at := func(s string) Span {
		i := strings.Index(text, s)
		return Span{i, i + len(s)}
	}
	second := at("item two")
	a, err := Compose(t.Context(), Composition{
		File: File{Name: "x.md"}, Text: text,
		Blocks: []Block{
			{Span: at("Title"), Kind: BlockHeading, Level: 1}, {Span: at("One two. Three.")},
			{Span: at("item"), Kind: BlockItem, Marker: "•", Depth: 1}, {Span: second, Kind: BlockItem, Marker: "•", Depth: 1},
			{Span: Span{second.End, second.End}, Kind: BlockRule}, {Span: at("Last")},
		},
		Runs:  []Run{{at("two"), Strong}, {at("Last"), Emphasis | Code}},
		Links: []Link{{Span: at("One two"), Target: "https://example.org"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestComposedArticle(t *testing.T) {
	a := composed(t)
	var signs []string
	for i, p := range a.Paragraphs() {
		signs = append(signs, fmt.Sprintf("%d:%s/%d", p.Number, a.Block(i).Kind, a.Sign(i)))
	}
	if want := "1:heading/0 2:paragraph/1 3:item/1 4:item/1 5:rule/1 6:paragraph/2"; strings.Join(signs, " ") != want || a.Signs() != 2 {
		t.Errorf("the blocks are %s", strings.Join(signs, " "))
	}
	if h := a.Headings(); len(h) != 1 || a.Slice(h[0].Span) != "Title" || h[0].Level != 1 || h[0].Block != 0 {
		t.Errorf("the headings are %v", h)
	}
	for r := range a.Runs(Span{len(a.Text) - 2, len(a.Text)}) {
		if r.Style.String() != "emphasis code" {
			t.Errorf("the last run is %s", r.Style)
		}
	}
	n := 0
	for range a.Links(Span{0, 9}) {
		n++
	}
	if s := a.SentenceAt(strings.Index(a.Text, "Three")); n != 1 || s.Paragraph != 2 || s.Number != 2 {
		t.Errorf("%d links at the beginning; the sentence is %+v", n, s)
	}
}

func TestComposeRefuses(t *testing.T) {
	for _, x := range []struct {
		name string
		c    Composition
		want string
	}{
		{"words in no block", Composition{Text: "a b", Blocks: []Block{{Span: Span{0, 1}}}}, "words behind byte 1"},
		{"words before a block", Composition{Text: "a b", Blocks: []Block{{Span: Span{2, 3}}}}, "words between the bytes 0 and 2"},
		{"blocks that overlap", Composition{Text: "ab", Blocks: []Block{{Span: Span{0, 2}}, {Span: Span{1, 2}}}}, "block 1 has the span 1 to 2"},
		{"half a character", Composition{Text: "ü", Blocks: []Block{{Span: Span{0, 1}}}}, "block 0 divides a character"},
		{"blanks at an end", Composition{Text: "a ", Blocks: []Block{{Span: Span{0, 2}}}}, "block 0 begins or ends with a blank"},
		{"a run over two blocks", Composition{Text: "a b", Blocks: []Block{{Span: Span{0, 1}}, {Span: Span{2, 3}}}, Runs: []Run{{Span{0, 3}, Strong}}}, "run 0 lies in no single block"},
		{"links out of order", Composition{Text: "ab", Blocks: []Block{{Span: Span{0, 2}}}, Links: []Link{{Span: Span{1, 2}}, {Span: Span{0, 1}}}}, "link 1 has the span 0 to 1"},
		{"no UTF-8", Composition{Text: "\xff"}, "byte 0 is not valid UTF-8"},
	} {
		if _, err := Compose(t.Context(), x.c); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %v", x.name, err)
		}
	}
}

func TestSourceMap(t *testing.T) {
	text := "Ünd “x” end"
	p := func(path string, n int) SourceLocation { return SourceLocation{Path: path, Offset: n} }
	at := strings.Index(text, "“")
	m := NewSourceMap(text, []Trace{
		{Start: 0, SourceLocation: p("p", 3)},
		{Start: at, SourceLocation: p("p", 7), Whole: true}, // "&ldquo;"
		{Start: at + len("“"), SourceLocation: p("b", 0)},
		{Start: strings.Index(text, " end"), SourceLocation: p("p", 14)},
	})
	for word, want := range map[string]SourceLocation{"nd": p("p", 4), "“": p("p", 7), "x": p("b", 0), "”": p("b", 1), "end": p("p", 15)} {
		i := strings.Index(text, word)
		got, ok := m.Location(i)
		if back, found := m.Offset(got); !ok || !found || got != want || back != i {
			t.Errorf("%q comes from %+v, which leads back to %d", word, got, back)
		}
	}
	for _, l := range []SourceLocation{p("p", 2), p("p", 8), p("q", 0), p("p", 99)} {
		if at, ok := m.Offset(l); ok {
			t.Errorf("%+v leads to %d", l, at)
		}
	}
	if _, ok := (*SourceMap)(nil).Location(0); ok {
		t.Error("no map leads somewhere")
	}
}
