package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/edition"
)

const draftDetails = `
FILE is a document of any format that the reader opens. It is marked by the
program, as by sidelight annotate, and written as an edition in the folder DIR,
for a person to go on with: sidelight check DIR accepts it and lists what is
left to do. What the program found says so by "origin: found" until somebody
takes that out. FORMAT.md in annotations/edition says what the files hold.

  --out DIR       the folder; it is made, and must not have anything in it
  --published D   when it was written (EDTF): "last month" is counted from there

  sidelight draft talks.html --out my-edition
  sidelight check --coverage my-edition
`

// draft writes a document, as the program marks it, as the folder of an edition.
func draft(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	out := flags.String("out", "", "")
	published := flags.String("published", "", "")
	p := parse("draft", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	day, err := dayOf(&flags, *published)
	switch {
	case err != nil:
		return usage(stderr, "draft", err.Error())
	case len(p.words) == 0 || p.words[0] == "":
		return usage(stderr, "draft", "the name of the file is missing")
	case len(p.words) > 1:
		return usage(stderr, "draft", fmt.Sprintf("one file at a time, not %d", len(p.words)))
	case *out == "":
		return usage(stderr, "draft", "--out is missing: name the folder to write")
	}
	frugal()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	e, err := markedEdition(ctx, p.words[0], day)
	if err != nil {
		return fail(stderr, inCommand("draft", err))
	}
	left, err := writeDraft(ctx, *out, e)
	if err != nil {
		return fail(stderr, inCommand("draft", err))
	}
	return say(stdout, stderr, told(*out, e, len(left)))
}

// dayOf reads the flag --published.
func dayOf(flags *flag.FlagSet, published string) (annotations.Date, error) {
	if !given(flags, "published") {
		return annotations.Date{}, nil
	}
	d, err := annotations.ParseDate(published)
	if err != nil {
		return d, fmt.Errorf("--published is a date in EDTF, such as 2025-03-05: %w", err)
	}
	return d, nil
}

// told says what was written.
func told(folder string, e *annotations.Edition, left int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, %s, %s and %s, marked by the program and checked by nobody\n", printable(folder),
		counted(len(e.Entities()), "entity", "entities"), counted(len(e.Mentions()), "mention", "mentions"),
		counted(len(e.Relations()), "relation", "relations"), counted(len(e.Passages()), "passage", "passages"))
	a := e.Article()
	if a.File.Fingerprint != annotations.Fingerprint(sha256.Sum256([]byte(a.Text))) {
		fmt.Fprintf(&b, "article.txt is the reading text of %s, which is no plain text or was set otherwise\n", printable(a.File.Name))
	}
	switch {
	case left > 100: // the last tells how many more there are
		b.WriteString("Left for a person: more than 100 things; sidelight check lists the first\n")
	case left > 0:
		fmt.Fprintf(&b, "Left for a person: %s; sidelight check lists them\n", counted(left, "thing", "things"))
	}
	return b.String()
}

// writeDraft writes the files of an edition into a folder that is not there or empty,
// and returns what is left for a person to do. Where it fails it takes away what it has
// written.
func writeDraft(ctx context.Context, folder string, e *annotations.Edition) (left edition.Errors, err error) {
	files, err := edition.Files(e)
	if err != nil {
		return nil, err
	}
	made, err := emptyFolder(folder)
	if err != nil {
		return nil, err
	}
	var written []string
	defer func() {
		if err == nil {
			return
		}
		for _, name := range written {
			_ = os.Remove(name)
		}
		if made {
			_ = os.Remove(folder)
		}
	}()
	for _, f := range files {
		name := filepath.Join(folder, f.Name)
		if err := writeNew(name, f.Data); err != nil {
			return nil, fmt.Errorf("sidelight: %s cannot be written: %w", name, cause(err))
		}
		written = append(written, name)
	}
	_, left, err = edition.Review(ctx, os.DirFS(folder))
	return left, err
}

// emptyFolder makes a folder, or finds it empty.
func emptyFolder(folder string) (made bool, err error) {
	if err = os.Mkdir(folder, 0o777); err == nil {
		return true, nil
	}
	if !errors.Is(err, os.ErrExist) {
		return false, fmt.Errorf("sidelight: the folder %s cannot be made: %w", folder, cause(err))
	}
	f, err := os.Open(folder)
	if err != nil {
		return false, fmt.Errorf("sidelight: the folder %s cannot be read: %w", folder, cause(err))
	}
	defer func() { _ = f.Close() }() // opened for reading only
	switch _, err := f.Readdirnames(1); {
	case errors.Is(err, io.EOF):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("sidelight: %s is no folder", folder)
	}
	return false, fmt.Errorf("sidelight: the folder %s is not empty, and nothing in it is written over; name another", folder)
}

// writeNew writes a file that must not be there.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
