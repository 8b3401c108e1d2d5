package main

import (
	"context"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
)

const importDetails = `
The file holds Web Annotations in JSON, as export --notes --format w3c writes
them, or is what Hypothesis exports. Ids and times are kept, so that a second
import makes no doubles; of two with one id the one that changed last counts. A
note goes to the article that it names by its text or its file, else to the
edition built in, unless an EDITION or FILE is given. What cannot be read is
named, and all else comes in; sidelight notes undo takes it out again.

  sidelight import notes.jsonld
  sidelight import hypothesis.json talks.html
`

// longestImport is the most bytes of a file of notes.
const longestImport = 64 << 20

// mostComplaints is how many annotations that could not be read are named.
const mostComplaints = 20

func importNotes(args []string, stdout, stderr io.Writer) int {
	p := parse("import", new(flag.FlagSet), args, stdout, stderr)
	switch {
	case p.done:
		return p.code
	case len(p.words) == 0 || p.words[0] == "":
		return usage(stderr, "import", "the name of the file is missing")
	}
	path, problem := folderOf(p.words[1:])
	if problem != "" {
		return usage(stderr, "import", problem)
	}
	frugal()
	in, err := readImport(p.words[0])
	if err != nil {
		return fail(stderr, inCommand("import", err))
	}
	for i, wrong := range in.Problems {
		if i == mostComplaints {
			complain(stderr, fmt.Sprintf("sidelight import: %s: and %d more that cannot be read", p.words[0], len(in.Problems)-i))
			break
		}
		complain(stderr, fmt.Sprintf("sidelight import: %s: %v", p.words[0], wrong))
	}
	if len(in.Notes) == 0 && len(in.Problems) > 0 {
		return exitFailed
	}
	said, err := bringIn(in, filepath.Dir(p.words[0]), path, stderr)
	if err != nil {
		return fail(stderr, inCommand("import", err))
	}
	return say(stdout, stderr, said)
}

// readImport reads a file of notes.
func readImport(path string) (*margin.Import, error) {
	data, err := disk.Read(disk.OS{}, path, longestImport)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", path)
	case errors.Is(err, disk.ErrNotRegular):
		return nil, fmt.Errorf("%s is no file", path)
	case errors.Is(err, disk.ErrTooLarge):
		return nil, fmt.Errorf("%s: a file of notes may have up to %d MB", path, longestImport>>20)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w", path, cause(err))
	}
	in, err := margin.Read(strings.NewReader(string(data)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return in, nil
}

// bringIn keeps notes with their articles and says what came of it. Folder is where the
// file of notes is; path names the article of all of them, or is empty.
func bringIn(in *margin.Import, folder, path string, stderr io.Writer) (said string, err error) {
	ctx := context.Background()
	store, err := openNotes(stderr)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	b := &bringer{store: store, folder: folder, stderr: stderr, at: map[string]*brought{}}
	for _, n := range in.Notes {
		to, err := b.articleOf(ctx, n, path)
		if err != nil {
			return "", err
		}
		to.notes = append(to.notes, n.Note)
	}
	var out strings.Builder
	for _, to := range b.order {
		line, err := to.keep(ctx, store)
		if err != nil {
			return "", err
		}
		out.WriteString(line)
	}
	if in.Marks > 0 {
		fmt.Fprintf(&out, "%s no notes and stayed out\n", counted(in.Marks, "mark of an edition is", "marks of an edition are"))
	}
	if len(in.Notes)+in.Marks == 0 {
		out.WriteString("there are no notes in the file\n")
	}
	return out.String(), nil
}

// bringer finds the articles of notes.
type bringer struct {
	store  *notes.Store
	folder string
	stderr io.Writer
	at     map[string]*brought // by the name of the folder of notes
	order  []*brought
}

// brought is what goes to one article.
type brought struct {
	book    *notes.Book
	edition *annotations.Edition // nil where only its text is known
	builtIn bool
	notes   []notes.Note
}

// articleOf returns where a note goes.
func (b *bringer) articleOf(ctx context.Context, n margin.Imported, path string) (*brought, error) {
	key := path
	if path == "" {
		key = "\x00" + n.Target.Text + "\x00" + n.Source.ID + "\x00" + n.Source.Digest
	}
	if to := b.at[key]; to != nil {
		return to, nil
	}
	to, err := b.find(ctx, n, path)
	if err != nil {
		return nil, err
	}
	for _, have := range b.order {
		if have.book.Folder() == to.book.Folder() {
			to = have
		}
	}
	if b.at[key] = to; len(to.notes) == 0 {
		b.order = append(b.order, to)
	}
	return to, nil
}

func (b *bringer) find(ctx context.Context, n margin.Imported, path string) (*brought, error) {
	if path == "" {
		path = b.besideOf(ctx, n)
	}
	if path == "" {
		builtIn, err := loadEdition(ctx, "")
		if err != nil {
			return nil, err
		}
		if fingerprint := n.Target.Text; fingerprint != "" && fingerprint != notes.Fingerprint(builtIn.Article().Text) {
			name, err := b.store.Having(fingerprint)
			if err != nil {
				return nil, err
			}
			if name != "" {
				book, err := b.store.Again(ctx, name)
				return &brought{book: book}, err
			}
		}
	}
	on, err := openNoted(ctx, b.store, path, b.stderr)
	if err != nil {
		return nil, err
	}
	return &brought{book: on.book, edition: on.edition, builtIn: path == ""}, nil
}

// besideOf returns the path of the file that a note names, where it lies beside the file
// of notes or in the folder in which the program runs, and is the same; else "".
func (b *bringer) besideOf(ctx context.Context, n margin.Imported) string {
	name := n.Source.ID
	if name == "" || name != filepath.Base(name) || strings.HasPrefix(name, ".") {
		return ""
	}
	for _, folder := range []string{b.folder, "."} {
		path := filepath.Join(folder, name)
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
			continue
		}
		e, err := loadEdition(ctx, path)
		if err != nil {
			continue
		}
		fingerprint := e.Article().File.Fingerprint
		if notes.Fingerprint(e.Article().Text) == n.Target.Text || hex.EncodeToString(fingerprint[:]) == n.Source.Digest {
			return path
		}
	}
	return ""
}

// keep writes what is new, and says how much that was and where it went.
func (to *brought) keep(ctx context.Context, store *notes.Store) (string, error) {
	var changes []notes.Change
	added, changed, same, newer := 0, 0, 0, 0
	for _, n := range to.notes {
		old, ok := to.book.State().Get(n.ID)
		switch {
		case !ok:
			added++
		case n.Equal(old):
			same++
			continue
		case old.Changed.After(n.Changed):
			newer++
			continue
		default:
			changed++
		}
		changes = append(changes, notes.Put(n))
	}
	if err := to.book.Do(notes.Import, changes...); err != nil {
		return "", keeping(store, err)
	}
	said := []string{counted(added, "note came in", "notes came in")}
	for _, part := range []struct {
		n            int
		one, several string
	}{
		{changed, "was changed", "were changed"}, {same, "was there already", "were there already"},
		{newer, "is newer here and stays", "are newer here and stay"},
	} {
		if part.n > 0 {
			said = append(said, counted(part.n, part.one, part.several))
		}
	}
	title, err := to.place(ctx, &said)
	return fmt.Sprintf("%s: %s\n", title, strings.Join(said, ", ")), err
}

// place names the article, and adds how many of its notes from the file have no place.
func (to *brought) place(ctx context.Context, said *[]string) (title string, err error) {
	title = fmt.Sprintf("“%s”", to.book.Title())
	if to.builtIn {
		title += ", the edition built in"
	}
	if to.edition == nil {
		return title, nil
	}
	on := &noted{edition: to.edition, book: to.book}
	if err := on.place(ctx); err != nil {
		return "", err
	}
	lost := 0
	for _, n := range to.notes {
		if p, ok := on.set.Get(n.ID); ok && !p.Stands() {
			lost++
		}
	}
	if lost > 0 {
		*said = append(*said, counted(lost, "has no certain place in its text", "have no certain place in its text"))
	}
	return title, nil
}
