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
	"time"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	exporting "sidelight/annotations/export"
	"sidelight/assets"
	"sidelight/ui/locale"
)

const exportDetails = `
  --format json   everything that the edition holds
  --format w3c    its mentions as a W3C AnnotationCollection in JSON-LD
  --format html   one page to read and to print: the article with its marks, a
                  numbered note for each card, the sources
  --out F         write the file F instead of the standard output; it is
                  replaced only when all is written

  sidelight export --format w3c --out mentions.jsonld
  sidelight export --format json my-edition
  sidelight export --format html --out page.html
`

func export(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	format := flags.String("format", "", "")
	out := flags.String("out", "", "")
	p := parse("export", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	folder, problem := folderOf(p.words)
	if problem != "" {
		return usage(stderr, "export", problem)
	}
	write := exporter(*format)
	switch {
	case *format == "":
		return usage(stderr, "export", "--format is missing; it is json, w3c or html")
	case write == nil:
		return usage(stderr, "export", fmt.Sprintf("there is no format %q; it is json, w3c or html", *format))
	case *out == "" && given(&flags, "out"):
		return usage(stderr, "export", "the name of the file after --out is empty")
	}
	frugal()
	e, err := loadEdition(context.Background(), folder)
	if err != nil {
		return fail(stderr, err)
	}
	if *out == "" {
		err = buffered(stdout, func(w io.Writer) error { return write(w, e) })
	} else {
		err = writeFile(*out, func(w io.Writer) error { return write(w, e) })
	}
	if err != nil {
		return fail(stderr, fmt.Errorf("sidelight export: %w", err))
	}
	return exitOK
}

func exporter(format string) func(io.Writer, *annotations.Edition) error {
	switch format {
	case "json":
		return exporting.JSON
	case "w3c":
		return exporting.W3C
	case "html":
		return writePage
	}
	return nil
}

// writePage writes the page of an edition as of today, in the reader's language.
func writePage(w io.Writer, e *annotations.Edition) error {
	if err := locale.Load(assets.Translations, assets.TranslationsDir); err != nil {
		return err
	}
	return exporting.HTML(w, e, locale.Page(), time.Now())
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
