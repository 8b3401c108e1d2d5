package main

import (
	"flag"
	"fmt"
	"io"

	"sidelight/annotations/edition"
)

const checkDetails = `
Exits with 0 if the edition has no fault. Otherwise there is one line on stderr
for each fault, with file, line and column and what to do about it.

  sidelight check
  sidelight check my-edition
`

func check(args []string, stdout, stderr io.Writer) int {
	p := parse("check", new(flag.FlagSet), args, stdout, stderr)
	if p.done {
		return p.code
	}
	folder, problem := folderOf(p.words)
	if problem != "" {
		return usage(stderr, "check", problem)
	}
	e, err := openEdition(folder, edition.Check)
	if err != nil {
		return fail(stderr, err)
	}
	return say(stdout, stderr, fmt.Sprintf("%s: no faults in %d entities, %d mentions, %d facts, %d relations, %d passages and %d sources\n",
		printable(e.Title()), len(e.Entities()), len(e.Mentions()), len(e.Facts()),
		len(e.Relations()), len(e.Passages()), len(e.Sources())))
}
