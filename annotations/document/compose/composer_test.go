package compose_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
)

// at is a place in an element.
func at(path string, offset int) annotations.SourceLocation {
	return annotations.SourceLocation{Path: path, Offset: offset}
}

// article is what a composer has made.
func article(t *testing.T, c *compose.Composer) *annotations.Article {
	t.Helper()
	a, err := c.Article(t.Context(), annotations.File{Name: "x"}, annotations.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestBlanksAreJoinedBetweenWordsAndDroppedAtEnds(t *testing.T) {
	c := compose.New()
	c.Begin(annotations.Block{})
	c.Text(" \n One\t ", at("p", 0))
	c.Styled(annotations.Emphasis)
	c.Text(" two ", at("em", 0))
	c.Styled(0)
	c.Text("\n three\u00a0", at("p", 8))
	c.Begin(annotations.Block{Kind: annotations.BlockCode})
	c.Text("  if x {\n\t}\n", at("pre", 0))
	c.Begin(annotations.Block{Kind: annotations.BlockQuote})
	c.Text(" \t", at("q", 0))
	a := article(t, c)
	if want := "One two three\u00a0\n\n  if x {\n\t}\n"; a.Text != want {
		t.Errorf("the text is %q", a.Text)
	}
	if a.Len() != 2 || a.Slice(a.Paragraph(0).Span) != "One two three" {
		t.Errorf("there are %d blocks, the first is %q", a.Len(), a.Slice(a.Paragraph(0).Span))
	}
	for r := range a.Runs(annotations.Span{Start: 0, End: len(a.Text)}) {
		if a.Slice(r.Span) != "two" {
			t.Errorf("the emphasis is on %q", a.Slice(r.Span))
		}
	}
	if l, ok := a.Origin(strings.Index(a.Text, "three")); !ok || l != at("p", 10) {
		t.Errorf("three comes from %+v", l)
	}
}

func TestCellsItemsAndParagraphsAreApart(t *testing.T) {
	c := compose.New()
	for i, s := range []string{"a", "", "c", "d"} {
		c.Begin(annotations.Block{Kind: annotations.BlockCell, Row: i / 3, Col: i % 3})
		c.Text(s, at("td", i))
	}
	for _, s := range []string{"one", "two"} {
		c.Begin(annotations.Block{Kind: annotations.BlockItem, Marker: "•", Depth: 1})
		c.Text(s, at("li", 0))
	}
	c.Begin(annotations.Block{Kind: annotations.BlockRule})
	c.Begin(annotations.Block{})
	c.Text("end", at("p", 0))
	if a := article(t, c); a.Text != "a\t\tc\nd\n\none\ntwo\n\nend" || a.Len() != 8 {
		t.Errorf("the text is %q in %d blocks", a.Text, a.Len())
	}
}

func TestLinksAndLabels(t *testing.T) {
	c := compose.New()
	c.Begin(annotations.Block{})
	c.Link("#note", "note")
	c.Text("1", at("a", 0))
	c.Unlink()
	c.Link("https://example.org", "")
	c.Text(" out ", at("b", 0))
	c.Begin(annotations.Block{})
	c.Text("and on ", at("b", 9))
	c.Unlink()
	c.Label("note")
	c.Begin(annotations.Block{Kind: annotations.BlockNote, Marker: "1"})
	c.Text("the note", at("n", 0))
	a := article(t, c)
	var got []string
	for l := range a.Links(annotations.Span{Start: 0, End: len(a.Text)}) {
		got = append(got, fmt.Sprintf("%s %s %v", a.Slice(l.Span), l.Target, l.Inner && l.To == a.Paragraph(1).Start))
	}
	if want := "1 #note true|out https://example.org false|and on https://example.org false"; strings.Join(got, "|") != want {
		t.Errorf("the links are %s", strings.Join(got, "|"))
	}
}

// A line break sets nothing apart: what begins after it begins there.
func TestBreakHasNoStyleAndNoLink(t *testing.T) {
	c := compose.New()
	c.Begin(annotations.Block{})
	c.Text("a", at("p", 0))
	c.Styled(annotations.Strong)
	c.Link("x", "")
	c.Break(at("br", 0))
	c.Text("b", at("b", 0))
	a := article(t, c)
	for r := range a.Runs(annotations.Span{Start: 0, End: len(a.Text)}) {
		if a.Slice(r.Span) != "b" {
			t.Errorf("%q is bold", a.Slice(r.Span))
		}
	}
	for l := range a.Links(annotations.Span{Start: 0, End: len(a.Text)}) {
		if a.Slice(l.Span) != "b" {
			t.Errorf("%q is a link", a.Slice(l.Span))
		}
	}
}

// TestEveryDocumentHoldsItsRules composes documents at random. Compose itself refuses a
// block, run or link out of its place, and words in no block.
func TestEveryDocumentHoldsItsRules(t *testing.T) {
	words := []string{"ab", " ", "\n\n", "ü", "\u00a0", "雨 x", "", "\t", "e\u0301", "a b  c", "\u3000", "\U0001F6A2"}
	for seed := range uint64(2000) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		c := compose.New()
		places := 0
		for range rnd.IntN(40) {
			from := at(fmt.Sprint("p", rnd.IntN(4)), places)
			places += 100
			switch s := words[rnd.IntN(len(words))]; rnd.IntN(12) {
			case 0, 1:
				kind := annotations.BlockKind(rnd.IntN(10))
				b := annotations.Block{Kind: kind, Row: rnd.IntN(2), Col: rnd.IntN(2)}
				if kind == annotations.BlockPicture {
					b.Picture = new(annotations.Picture)
				}
				c.Begin(b)
			case 2:
				c.Styled(annotations.Style(rnd.IntN(8)))
			case 3:
				c.Link("x", fmt.Sprint(rnd.IntN(3)))
			case 4:
				c.Unlink()
			case 5:
				c.Break(from)
			case 6:
				c.Label(fmt.Sprint(rnd.IntN(3)))
			case 7:
				c.End()
			case 8:
				c.Whole(words[rnd.IntN(4)], from)
			default:
				c.Text(s+s, from)
			}
		}
		a, err := c.Article(t.Context(), annotations.File{Name: fmt.Sprint("document ", seed)}, annotations.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range a.Text {
			l, ok := a.Origin(i)
			if back, found := a.At(l); !unicode.IsSpace(r) && (!ok || !found || back != i) && len(string(r)) > 0 {
				if begin, _ := a.At(l); a.Text[begin:i] != "a" { // the second letter of "ab", written as a whole
					t.Fatalf("document %d: byte %d of %q comes from %+v, and that leads to %d", seed, i, a.Text, l, back)
				}
			}
		}
	}
}
