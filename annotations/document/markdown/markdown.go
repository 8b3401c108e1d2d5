// Package markdown reads Markdown with the extensions that people use. Its syntax is
// not part of the text; offsets in the source count bytes of the decoded file.
package markdown

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"sidelight/annotations"
	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/raw"
)

// deriver names the version of what this package makes of a file.
const deriver = "markdown/1"

// Read makes an article of a Markdown text. It fetches nothing.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	decoded, err := charset.Decode(f.Data, f.Encoding)
	if err != nil {
		return nil, err
	}
	src := endLines(decoded)
	meta, head := frontMatter(src)
	for i := range src[:head] {
		src[i] = '\n'
	}
	var a *annotations.Article
	w, err := read(ctx, src, f)
	if err == nil {
		a, err = w.Article(ctx, annotations.File{Name: f.Name, Deriver: deriver}, meta)
	}
	switch {
	case errors.Is(err, compose.ErrTooLong):
		return nil, &raw.Error{Problem: raw.TooMuch, Err: err}
	case err == nil && strings.TrimSpace(a.Text) == "":
		return nil, &raw.Error{Problem: raw.Empty}
	}
	return a, err
}

// endLines makes line breaks of carriage returns that stand alone.
func endLines(s string) []byte {
	src := []byte(s)
	for i, c := range src {
		if c == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			src[i] = '\n'
		}
	}
	return src
}

// read writes a text. The error is that of ctx, [compose.ErrTooLong] or, for a text that
// passes a limit of the parser, a [*raw.Error] without a path.
func read(ctx context.Context, src []byte, f *raw.File) (w *writer, err error) {
	defer func() {
		switch s := recover().(type) {
		case nil:
		case stopped:
			err = s.error(src)
		default:
			panic(s)
		}
	}()
	m := newMeter(ctx, len(src))
	w = newWriter(src, f, m)
	parseAll(src, m, func(n ast.Node) {
		w.blocks(n)
		if err := w.Err(); err != nil {
			panic(stopped{err: err})
		}
	})
	w.html.Close(0)
	w.allNotes()
	return w, nil
}

// parseAll parses a text and calls use with each piece of it. A link and a footnote may
// be defined anywhere in the text, so the definitions are looked for first.
func parseAll(src []byte, m *meter, use func(ast.Node)) {
	k := newKnown()
	if bytes.Contains(src, []byte("]:")) {
		parse(src, newParser(m, k, false), labels{parser.NewContext(), k}, m, func(ast.Node) {})
	}
	parse(src, newParser(m, k, true), labels{parser.NewContext(), k}, m, use)
}

// parse parses a text piece by piece and calls use with each.
func parse(src []byte, p parser.Parser, pc parser.Context, m *meter, use func(ast.Node)) {
	r := &pieces{Reader: text.NewReader(src), meter: m, depth: func() int { return len(pc.OpenedBlocks()) }}
	for r.next() {
		use(p.Parse(r, parser.WithContext(pc)))
	}
}

// error is why a parsing was stopped.
func (s stopped) error(src []byte) error {
	if s.err != nil {
		return s.err
	}
	return &raw.Error{Problem: s.problem, Line: 1 + bytes.Count(src[:min(s.at, len(src))], []byte("\n"))}
}
