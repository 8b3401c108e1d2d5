package html_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/html"
)

// Twice as large a page takes twice as much time, whatever it is full of. Each has
// something beside its article, so that the article is looked for.
func TestWorkGrowsWithThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	const size, times = 128 << 10, 2
	for name, c := range map[string]struct{ head, part string }{
		"paragraphs": {"<article>", "<p>There are words, and commas, and more words in this paragraph.</p>\n"},
		"short":      {"", "<p>a"}, "elements in a line": {"<article><p>words, words ", "<b>a, b</b> "}, "divisions": {"", "<div>words, and more words, in a division</div>"},
		"nested": {"", "<div><div><div>words, and more words of a division</div></div></div>"}, "breaks": {"<div>", "words, words<br><br>"}, "items": {"<ul>", "<li><a href=x>a link</a>, and words"},
		"cells": {"<table>", "<tr><td>words, words<td>words"}, "links": {"<p>", "<a href=x>y</a> "}, "pictures": {"<p>words ", "<img src=x>"}, "sections": {"", "<section><h2>Words</h2><p>There are words, and commas, and more of them here.</p></section>"},
		"titles": {"<title>words", " words - "}, "comments": {"", "<div class=comment>words, words</div>"},
	} {
		t.Run(name, func(t *testing.T) {
			of := func(size int) string {
				return "<!doctype html><nav><a href=/>Home</a></nav><p>words" + c.head + strings.Repeat(c.part, size/len(c.part))
			}
			documenttest.Doubles(t, html.Read, page(of(size)), page(of(times*size)), times)
		})
	}
}

func TestGolden(t *testing.T) {
	for _, name := range []string{"wire-ferry", "wiki-lighthouse", "gov-wells", "docs-cache", "mag-glacier", "ask-sqlite", "home-kites"} {
		data, err := os.ReadFile(filepath.Join("testdata/pages", name+".html"))
		if err != nil {
			t.Fatal(err)
		}
		documenttest.Golden(t, filepath.Join("testdata/golden", name+".txt"), documenttest.Outline(read(t, page(string(data)))))
	}
}
