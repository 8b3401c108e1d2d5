package typeset_test

import (
	"io/fs"

	"github.com/go-text/typesetting/segmenter"

	"sidelight/assets"
)

func readArticle() (string, error) {
	b, err := fs.ReadFile(assets.Edition(), "article.txt")
	return string(b), err
}

func graphemes(s string) int {
	var seg segmenter.Segmenter
	seg.InitWithString(s)
	n := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		n++
	}
	return n
}
