package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/annotations/annotator/batch"
	"sidelight/annotations/document"
	exporting "sidelight/annotations/export"
)

const annotateDetails = `
FILE is a document of any format that the reader opens. The program marks it as
in the window, and nobody has checked the marks. Names are marked in English.

  --format json   the article with entities, mentions (with score and what found
                  them), relations and passages; so without --format
  --format w3c    the marks as a W3C AnnotationCollection in JSON-LD
  --format jsonl  many texts: FILE, or the standard input, has a line of at most
                  16 MB for each, {"id", "text", "published"}, and a line {"id",
                  "marks", "entities"} comes out for each, in order. Marks have
                  start, end, kind, entity, form, score; value (EDTF), number
                  (value, unit, hedge) or speaker, an entity; who has no name in
                  the text is one without marks. A wrong line is answered by
                  "error", and the command ends with 1
  --published D   when it was written (EDTF): "last month" is counted from there

  sidelight annotate --published 2025-03-05 talks.html
  sidelight annotate --format jsonl < texts.jsonl > marks.jsonl
`

// annotate prints what the program itself marks in a document, or in many texts.
func annotate(args []string, stdout, stderr io.Writer) int {
	return annotateFrom(os.Stdin, args, stdout, stderr)
}

// annotateFrom is [annotate] with a standard input.
func annotateFrom(stdin io.Reader, args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	format := flags.String("format", "json", "")
	published := flags.String("published", "", "")
	p := parse("annotate", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	day, err := dayOf(&flags, *published)
	lines := *format == "jsonl"
	if err == nil {
		err = annotateProblem(*format, p.words, given(&flags, "published"))
	}
	if err != nil {
		return usage(stderr, "annotate", err.Error())
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if lines {
		return annotateLines(ctx, stdin, strings.Join(p.words, ""), stdout, stderr)
	}
	frugal()
	e, err := markedEdition(ctx, p.words[0], day)
	if err != nil {
		return fail(stderr, inCommand("annotate", err))
	}
	write := exporting.JSON
	if *format == "w3c" {
		write = exporting.W3C
	}
	if err := buffered(stdout, func(w io.Writer) error { return write(w, e, exporting.Parts{Marks: true}) }); err != nil {
		return fail(stderr, fmt.Errorf("sidelight annotate: %w", err))
	}
	return exitOK
}

// annotateProblem says what is wrong with the command, or nil.
func annotateProblem(format string, words []string, dated bool) error {
	lines := format == "jsonl"
	switch {
	case !lines && format != "json" && format != "w3c":
		return fmt.Errorf("there is no format %q: write json, w3c or jsonl", format)
	case lines && dated:
		return errors.New(`with jsonl each line says when it was written, by "published"`)
	case len(words) > 1:
		return fmt.Errorf("one file at a time, not %d", len(words))
	case !lines && (len(words) == 0 || words[0] == ""):
		return errors.New("the name of the file is missing")
	}
	return nil
}

// markedEdition opens a document and marks it.
func markedEdition(ctx context.Context, path string, published annotations.Date) (*annotations.Edition, error) {
	switch info, err := os.Stat(path); {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("sidelight: there is no file %s", path)
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("sidelight: %s is a folder; only a document is marked by the program", path)
	}
	d, err := document.Open(ctx, path, nil)
	if err != nil {
		return nil, fmt.Errorf("sidelight: %w", err)
	}
	e, err := d.Edition("")
	if err != nil {
		return nil, fmt.Errorf("sidelight: %w", err)
	}
	return annotator.Mark(ctx, e, annotator.Options{Published: published})
}

// annotateLines marks a text for each line of a file; of the standard input where there
// is no name of a file or "-".
func annotateLines(ctx context.Context, stdin io.Reader, path string, stdout, stderr io.Writer) int {
	if path != "" && path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fail(stderr, fmt.Errorf("sidelight: %s cannot be read: %w", path, cause(err)))
		}
		defer func() { _ = f.Close() }() // opened for reading only
		stdin = f
	}
	code := exitOK
	err := batch.Run(ctx, stdin, stdout, markText, func(e *batch.LineError) {
		code = fail(stderr, fmt.Errorf("sidelight annotate: %w", e))
	})
	var unwritten *batch.WriteError
	switch {
	case errors.Is(err, context.Canceled):
		return fail(stderr, errors.New("sidelight annotate: it was ended before the last line"))
	case errors.As(err, &unwritten):
		return fail(stderr, fmt.Errorf("sidelight: the output cannot be written: %w", cause(unwritten.Err)))
	case err != nil:
		return fail(stderr, fmt.Errorf("sidelight annotate: %w", err))
	}
	return code
}

// markText marks one of many texts.
func markText(ctx context.Context, a *annotations.Article, published annotations.Date) (annotations.Content, error) {
	return annotator.Annotate(ctx, a, annotator.Options{Published: published})
}
