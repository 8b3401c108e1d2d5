package document

import (
	"context"
	"strings"
	"unicode/utf8"

	"sidelight/annotations/document/raw"
)

// titleLetters is how many characters of a text's first line make its title.
const titleLetters = 80

// OfWords reads words that lie in no file, such as those of the clipboard: as a web
// page if they are one, else as plain text. The name stands for that of a file. The
// title is the first line where the words have no other. The error is an [*raw.Error]
// or that of ctx.
func OfWords(ctx context.Context, name, words string) (*Document, error) {
	if len(words) > raw.MaxSize {
		return nil, &raw.Error{Problem: raw.TooLarge, Path: name, Size: int64(len(words))}
	}
	d, err := read(ctx, &raw.File{Path: name, Name: name, Data: []byte(words)})
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(d.Article.Meta.Title.Text) == "" && len(d.Article.Headings()) == 0 {
		d.Title = firstLine(d.Article.Text)
	}
	return d, nil
}

// firstLine returns the first line of a text that is not blank. A long one ends at a
// word, with an ellipsis.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line = strings.Join(strings.Fields(line), " ")
	if utf8.RuneCountInString(line) <= titleLetters {
		return line
	}
	cut := string([]rune(line)[:titleLetters-1])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.–—-") + "…"
}
