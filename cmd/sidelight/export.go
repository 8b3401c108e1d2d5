package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"sidelight/annotations/disk"
)

const exportDetails = `
  --format json   everything that the edition holds
  --format w3c    its mentions as a W3C AnnotationCollection in JSON-LD
  --format html   one page to read and to print: the article with its marks, a
                  numbered note for each card, the sources
  --format svg    the view that --view names, as it is drawn
  --format markdown|csv|readwise|anki
                  your notes alone, as these programs read them
  --edition       the edition alone, as json, w3c or html, unless you say else
  --notes, --both   your notes; the edition and your notes
  --style S, --tag T   of your notes only those; each may come again
  --template F    your own template for Markdown, in that of Go (text/template)
  --view V, --views V,V   timeline, network, map, voices: for svg; for html
  --select ID, --size WxH, --theme T   of views, as for sidelight shot
  --out F         write the file F instead of the standard output; it is
                  replaced only when all is written

  sidelight export --notes --format markdown --tag lesson --out n.md talks.txt
  sidelight export --format html --views timeline,map --out page.html
  sidelight export --format svg --view network --select hamas --out n.svg
`

func export(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	o := exportFlags(&flags)
	out := flags.String("out", "", "")
	p := parse("export", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	folder, problem := folderOf(p.words)
	if problem == "" {
		problem = o.problem(&flags)
	}
	switch {
	case problem != "":
		return usage(stderr, "export", problem)
	case *out == "" && given(&flags, "out"):
		return usage(stderr, "export", "the name of the file after --out is empty")
	}
	frugal()
	write, err := o.writer(context.Background(), folder, stderr)
	var wrong errUsage
	if errors.As(err, &wrong) {
		return usage(stderr, "export", string(wrong))
	}
	if err != nil {
		return fail(stderr, inCommand("export", err))
	}
	if *out == "" {
		err = buffered(stdout, write)
	} else {
		err = writeFile(*out, write)
	}
	if err != nil {
		return fail(stderr, fmt.Errorf("sidelight export: %w", err))
	}
	return exitOK
}

// given reports whether the flag stood on the command line.
func given(flags *flag.FlagSet, name string) bool {
	found := false
	flags.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	out := bufio.NewWriter(w)
	if err := write(out); err != nil {
		return err
	}
	return out.Flush()
}

// writeFile replaces the file at path once its new content is complete. It first
// removes what writers of the same file that were killed have left.
func writeFile(path string, write func(io.Writer) error) error {
	return writeFileBy(disk.OS{}, path, write)
}

func writeFileBy(calls disk.Calls, path string, write func(io.Writer) error) error {
	_ = disk.Tidy(calls, path, false) // what cannot be removed hinders nobody
	err := disk.Write(calls, path, 0o666, write)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, disk.ErrNotRegular):
		return fmt.Errorf("%s is no file that can be replaced", path)
	}
	return fmt.Errorf("%s cannot be written: %w", path, cause(err))
}

// cause returns the reason why a file operation failed, without the operation and
// the name of the temporary file.
func cause(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
