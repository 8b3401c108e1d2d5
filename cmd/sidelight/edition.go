package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/annotations/edition"
	"sidelight/annotations/text"
	"sidelight/assets"
)

// loadEdition reads the edition in a folder, or a document as an edition without marks;
// without a path, the edition that comes with the program. Once ctx is done, it returns
// the context's error. Any other error is one line for each fault, file:line:column
// first, with the folder before the file so that editors find it.
func loadEdition(ctx context.Context, path string) (*annotations.Edition, error) {
	if path == "" {
		return edition.Unpack(assets.PackedEdition, assets.Edition())
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("sidelight: there is no file and no folder %s", path)
	case err != nil || info.IsDir():
		return openEdition(ctx, path, edition.Load)
	}
	d, err := document.Open(ctx, path, nil)
	if err != nil {
		return nil, fmt.Errorf("sidelight: %w", err)
	}
	return d.Edition("")
}

// openEdition is loadEdition with another way to read, such as [edition.Check].
// Nothing outside the folder is read: no link leads out of it.
func openEdition(ctx context.Context, folder string, read func(context.Context, fs.FS) (*annotations.Edition, error)) (*annotations.Edition, error) {
	if folder == "" {
		return read(ctx, assets.Edition())
	}
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("sidelight: there is no folder %s", folder)
	case err != nil:
		return nil, fmt.Errorf("sidelight: the folder %s cannot be read: %w", folder, errors.Unwrap(err))
	case !info.IsDir():
		return nil, fmt.Errorf("sidelight: %s is no folder; an edition is a folder with an edition.yaml", folder)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("sidelight: the folder %s cannot be read: %w", folder, errors.Unwrap(err))
	}
	defer func() { _ = root.Close() }() // opened for reading only
	e, err := read(ctx, root.FS())
	if faults := (edition.Errors)(nil); errors.As(err, &faults) {
		return nil, inFolder(folder, faults)
	}
	return e, err
}

// inFolder returns faults with the folder before the file that each of them names.
func inFolder(folder string, faults edition.Errors) edition.Errors {
	out := make(edition.Errors, len(faults))
	for i, f := range faults {
		c := *f
		c.File = filepath.Join(folder, filepath.FromSlash(c.File))
		out[i] = &c
	}
	return out
}

// folderOf returns the folder that the words of a command name, "" if there is no
// word, or in a sentence what is wrong with the words.
func folderOf(words []string) (folder string, problem string) {
	switch len(words) {
	case 0:
		return "", ""
	case 1:
		if words[0] == "" {
			return "", "the name of the edition's folder is empty"
		}
		return words[0], ""
	}
	return "", fmt.Sprintf("one edition at a time, not %d", len(words))
}

// printable is s as a terminal can show it without obeying it.
func printable(s string) string { return text.Visible(s) }
