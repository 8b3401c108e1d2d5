package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/edition"
	"sidelight/annotations/notes"
	"sidelight/assets"
	"sidelight/ui/locale"
	"sidelight/ui/noting"
	"sidelight/ui/prefs"
)

// notesFolder is the folder of the reader's notes in that of the reader's data.
const notesFolder = "notes"

// errNoHome means that there is nowhere to keep anything.
var errNoHome = errors.New("this system has no folder for what is yours; name one in the variable " + homeVariable)

// openNotes opens the notes that the window keeps too.
func openNotes(stderr io.Writer) (*notes.Store, error) {
	dir := dataDir(slog.New(slog.NewTextHandler(stderr, nil)))
	if dir == "" {
		return nil, errNoHome
	}
	return notes.Open(disk.OS{}, filepath.Join(dir, notesFolder), time.Now)
}

// noted is an article with the notes on it.
type noted struct {
	edition *annotations.Edition
	book    *notes.Book
	set     *notes.Set
}

// openNoted loads the article at a path, as [loadEdition] does, with its notes: those on
// this text or, where it has changed, on an earlier one of the same path. Notes that were
// made on other words like these stay where they are, and a line says so: whether they
// belong here the window asks.
func openNoted(ctx context.Context, store *notes.Store, path string, stderr io.Writer) (*noted, error) {
	e, err := loadEdition(ctx, path)
	if err != nil {
		return nil, err
	}
	where := prefs.Sample
	if path != "" {
		if where, err = filepath.Abs(path); err != nil {
			return nil, err
		}
	}
	a := noting.About(e, where)
	found, err := store.Look(ctx, a)
	if err != nil {
		return nil, fmt.Errorf("sidelight: %w", err)
	}
	if found.How == notes.SameWords {
		complain(stderr, fmt.Sprintf("sidelight: %s on “%s”, which may be an earlier text of this; open it in the window to bring them here", counted(found.Notes, "note was made", "notes were made"), found.Title))
		found.Book = ""
	}
	book, err := store.Book(ctx, a, found.Book)
	if err != nil {
		return nil, fmt.Errorf("sidelight: %w", err)
	}
	n := &noted{edition: e, book: book}
	tellDamage(stderr, book)
	return n, n.place(ctx)
}

// place works out where the notes stand.
func (n *noted) place(ctx context.Context) (err error) {
	n.set, _, err = notes.Place(ctx, n.edition.Article().Text, n.book.State().Notes, n.book.Text)
	return err
}

// tellDamage says what could not be read of the files of notes.
func tellDamage(stderr io.Writer, book *notes.Book) {
	for _, d := range book.State().Damage {
		if d.Err != nil {
			complain(stderr, fmt.Sprintf("sidelight: %s cannot be read: %v", d.File, cause(d.Err)))
			continue
		}
		complain(stderr, fmt.Sprintf("sidelight: %s of %s cannot be read; all others hold, and the file stays as it is", counted(d.Lines, "line", "lines"), d.File))
	}
}

// withNoted opens the notes on the article at a path, as [openNoted] does, and calls f
// with them.
func withNoted(path string, stderr io.Writer, f func(*notes.Store, *noted) error) (err error) {
	store, err := openNotes(stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	on, err := openNoted(context.Background(), store, path, stderr)
	if err != nil {
		return err
	}
	return f(store, on)
}

// keeping says why notes could not be kept.
func keeping(store *notes.Store, err error) error {
	switch notes.ReasonOf(err) {
	case notes.ReadOnly:
		return fmt.Errorf("nothing can be noted, because the folder %s cannot be written to", store.Folder())
	case notes.Full:
		return fmt.Errorf("nothing can be noted, because the disk of %s is full", store.Folder())
	}
	return err
}

// calledStyles returns what the reader calls each style.
func calledStyles(stderr io.Writer) (func(notes.Style) string, error) {
	if err := locale.Load(assets.Translations, assets.TranslationsDir); err != nil {
		return nil, err
	}
	log := slog.New(slog.NewTextHandler(stderr, nil))
	p := prefs.New(openStore(dataDir(log), log), log)
	return func(s notes.Style) string {
		if own := p.StyleName(s); own != "" {
			return own
		}
		return locale.Style(s)
	}, nil
}

// inCommand is an error of a command with the command before it. The faults of an edition
// have their file there, and some errors name the program.
func inCommand(name string, err error) error {
	var faults edition.Errors
	if errors.As(err, &faults) || strings.HasPrefix(err.Error(), "sidelight: ") {
		return err
	}
	return fmt.Errorf("sidelight %s: %w", name, err)
}

// counted is a number with the word for one or for several.
func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}
