package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
	"sidelight/annotations/edition"
)

const checkDetails = `
Exits with 0 if the edition has no fault. Otherwise there is one line on stderr
for each fault, with file, line and column and what to do about it. It asks for
more than run does: that every source is cited, that something is said on every
card, that each fact stands alone, that no date outruns its sources, that a
party is graded as one, and that no word takes a side outside quotation marks.
An edition that the program has marked (sidelight draft) need not hold to that;
what is left to do is listed. A FILE is marked by the program first.

  --coverage  also count marks, facts, sources and voices, and list the
              capitalised words, numbers, words of time and quoted words of the
              article that lie in no mark; that there are some is no fault
  --thin      also list the facts that rest on one page, with the grade of that
              page; that there are some is no fault

  sidelight check
  sidelight check --coverage --thin my-edition
  sidelight check --coverage talks.html
`

func check(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	withCoverage := flags.Bool("coverage", false, "")
	withThin := flags.Bool("thin", false, "")
	p := parse("check", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	folder, problem := folderOf(p.words)
	if problem != "" {
		return usage(stderr, "check", problem)
	}
	e, result, left, err := counting(context.Background(), folder)
	if err != nil {
		return fail(stderr, inCommand("check", err))
	}
	text := fmt.Sprintf("%s: %s in %d entities, %d mentions, %d facts, %d relations, %d passages, %d notes and %d sources\n",
		printable(e.Title()), result, len(e.Entities()), len(e.Mentions()), len(e.Facts()),
		len(e.Relations()), len(e.Passages()), len(e.Remarks()), len(e.Sources()))
	if len(left) > 0 {
		text += leftTable(left)
	}
	if *withCoverage {
		text += "\n" + coverageTables(e, coverage.Of(e))
	}
	if *withThin {
		text += "\n" + thinTable(e)
	}
	return say(stdout, stderr, text)
}

// counting opens and checks an edition, or marks a document, and says what that came
// to, and what of an edition that the program has marked is left for a person.
func counting(ctx context.Context, path string) (e *annotations.Edition, result string, left edition.Errors, err error) {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		e, err = markedEdition(ctx, path, annotations.Date{})
		return e, "marked by the program, checked by nobody,", nil, err
	}
	e, err = openEdition(ctx, path, func(ctx context.Context, fsys fs.FS) (e *annotations.Edition, err error) {
		e, left, err = edition.Review(ctx, fsys)
		return e, err
	})
	if path != "" {
		left = inFolder(path, left)
	}
	return e, "no faults", left, err
}

// leftTable lists what of an edition that the program has marked is left for a person.
func leftTable(left edition.Errors) string {
	var b strings.Builder
	b.WriteString("\nMarked by the program. Left for a person before it is an edition of their own:\n")
	for _, x := range left {
		b.WriteString(printable(x.Error()) + "\n")
	}
	return b.String()
}
