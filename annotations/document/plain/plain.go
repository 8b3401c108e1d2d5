// Package plain reads plain text. Offsets in its article refer to the decoded text:
// UTF-8 without a byte order mark, line ends as in the file.
package plain

import (
	"context"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/raw"
)

// Read makes an article of a text.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	text, err := charset.Decode(f.Data, f.Encoding)
	if err != nil {
		return nil, err
	}
	a, err := annotations.DivideArticle(ctx, f.Name, text, wrapped(text))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, &raw.Error{Problem: raw.Empty}
	}
	a.File.Deriver = "text/1"
	return a, nil
}

// wrapped reports whether the lines of text are broken by hand: most paragraphs
// between blank lines have several lines, and hardly a line is longer than 100
// bytes.
func wrapped(text string) bool {
	const width = 100 // bytes
	lines, long, paragraphs, blank := 0, 0, 0, true
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			blank = true
			continue
		}
		lines++
		if len(line) > width {
			long++
		}
		if blank {
			paragraphs++
		}
		blank = false
	}
	return paragraphs > 1 && lines > paragraphs && long*20 <= lines
}
