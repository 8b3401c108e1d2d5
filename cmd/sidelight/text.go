package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"sidelight/annotations/document"
	exporting "sidelight/annotations/export"
	"sidelight/annotations/text"
)

const textDetails = `
FILE is a document of any format that the reader opens. Its reading text is what
the window shows: without syntax, navigation and the like.

  --json           the text with its structure: title, byline, published,
                   language, site, url, source (name, mediaType, sha256, size,
                   deriver), text, blocks (kind, start, end, level, depth,
                   marker, row, col), runs (start, end, style) and links
                   (start, end, target); start and end are in code points
  --whole          of a web page, everything and not its main text alone
  --encoding NAME  read a text in this encoding, such as windows-1251

  sidelight text notes.md
  sidelight text --json page.html
  sidelight text --encoding koi8-r letter.txt
`

// printText prints the reading text of a document.
func printText(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	asJSON := flags.Bool("json", false, "")
	whole := flags.Bool("whole", false, "")
	encoding := flags.String("encoding", "", "")
	p := parse("text", &flags, args, stdout, stderr)
	switch {
	case p.done:
		return p.code
	case len(p.words) == 0 || p.words[0] == "":
		return usage(stderr, "text", "the name of the file is missing")
	case len(p.words) > 1:
		return usage(stderr, "text", fmt.Sprintf("one file at a time, not %d", len(p.words)))
	case given(&flags, "encoding") && !document.KnowsEncoding(*encoding):
		return usage(stderr, "text", fmt.Sprintf("there is no encoding %q", *encoding))
	}
	frugal()
	d, err := document.OpenAs(context.Background(), p.words[0], document.Options{Whole: *whole, Encoding: *encoding}, nil)
	if err != nil {
		return fail(stderr, fmt.Errorf("sidelight: %w", err))
	}
	if !*asJSON {
		return printLines(stdout, stderr, d.Article.Text)
	}
	var b strings.Builder
	if err := exporting.Reading(&b, d.Title, d.Article); err != nil {
		return fail(stderr, fmt.Errorf("sidelight text: %w", err))
	}
	return say(stdout, stderr, b.String())
}

// printLines writes a text as it is, with its tabs; what a terminal would obey is shown as in
// [say].
func printLines(stdout, stderr io.Writer, s string) int {
	if strings.ContainsFunc(s, func(r rune) bool { return r != '\t' && r != '\n' && text.IsHidden(r) }) {
		parts := strings.Split(s, "\t")
		for i := range parts {
			parts[i] = text.VisibleLines(parts[i])
		}
		s = strings.Join(parts, "\t")
	}
	if !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	if _, err := io.WriteString(stdout, s); err != nil {
		return fail(stderr, fmt.Errorf("sidelight: the output cannot be written: %w", cause(err)))
	}
	return exitOK
}
