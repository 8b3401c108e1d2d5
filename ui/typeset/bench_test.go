package typeset_test

import (
	"strings"
	"testing"

	"sidelight/ui/typeset"
)

func articleTexts(b testing.TB, src string, st typeset.Style) []*typeset.Text {
	var texts []*typeset.Text
	base := 0
	for _, p := range strings.SplitAfter(src, "\n") {
		texts = append(texts, typeset.NewText(strings.TrimSuffix(p, "\n"), base, st))
		base += len(p)
	}
	return texts
}

// BenchmarkLayoutArticle sets the article from nothing: shaping and breaking.
func BenchmarkLayoutArticle(b *testing.B) {
	src, st := article(b), reading(b)
	for b.Loop() {
		typeset.NewLayout(articleTexts(b, src, st), 580, 18)
	}
}

// BenchmarkReflowArticle breaks the shaped article at another width.
func BenchmarkReflowArticle(b *testing.B) {
	texts := articleTexts(b, article(b), reading(b))
	widths := []float32{580, 528, 640}
	for i := 0; b.Loop(); i++ {
		typeset.NewLayout(texts, widths[i%3], 18)
	}
}

// BenchmarkHit finds the character under a point.
func BenchmarkHit(b *testing.B) {
	l := typeset.NewLayout(articleTexts(b, article(b), reading(b)), 580, 18)
	for i := 0; b.Loop(); i++ {
		l.Hit(float32(i*7%580), float32(i*13%int(l.Height)))
	}
}
