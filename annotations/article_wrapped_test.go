package annotations_test

import (
	"slices"
	"testing"

	"sidelight/annotations"
)

func TestNewWrappedArticle_ParagraphsEndAtBlankLines(t *testing.T) {
	text := "\r\nOne line\r\nand its second. A new\r\nsentence.\r\n \r\n\r\nAnother.\nEnd"
	a, err := annotations.NewWrappedArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range a.Paragraphs() {
		got = append(got, a.Slice(p.Span))
	}
	want := []string{"One line\r\nand its second. A new\r\nsentence.", "Another.\nEnd"}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("the paragraphs are %q, want %q", got, want)
	}
	if n := len(slices.Collect(a.Sentences(a.Paragraph(0)))); n != 2 {
		t.Errorf("the first paragraph has %d sentences, want 2", n)
	}
	if a.Text != text {
		t.Error("the text was altered")
	}
	if _, err := annotations.NewWrappedArticle("b.txt", " \n\n"); err == nil {
		t.Error("a text of blanks is an article")
	}
}
