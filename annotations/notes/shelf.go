package notes

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// Books returns the names of the folders in which notes of an article are, in their
// order, for [Store.Again].
func (s *Store) Books() ([]string, error) {
	all, err := entries(s.calls, s.folder)
	if err != nil {
		return nil, fmt.Errorf("look for notes: %w", err)
	}
	var out []string
	for _, e := range all {
		if e.IsDir() && e.Name() != writersFolder && !strings.HasPrefix(e.Name(), ".") && len(s.aboutOf(e.Name()).Texts) > 0 {
			out = append(out, e.Name())
		}
	}
	return out, nil
}

// Having returns the folder of the notes that count in a text of that fingerprint, or "".
func (s *Store) Having(fingerprint string) (string, error) {
	all, err := s.Books()
	for _, name := range all {
		if s.aboutOf(name).has(fingerprint) {
			return name, nil
		}
	}
	return "", err
}

// Again opens the notes in a folder of [Store.Books] without their article: with the text
// of it that was noted on last. It fails if none of its texts can be read.
func (s *Store) Again(ctx context.Context, name string) (*Book, error) {
	about := s.aboutOf(name)
	err := fmt.Errorf("the notes %q: %w", name, fs.ErrNotExist)
	for _, t := range slices.Backward(about.Texts) {
		var text string
		if text, err = readText(s.calls, filepath.Join(s.folder, name), t.Fingerprint); err == nil {
			return s.Book(ctx, Article{Text: text, Title: about.Title}, name)
		}
	}
	return nil, err
}

// Title returns the title of the article of the notes, as it was when they were opened.
func (b *Book) Title() string { return b.article.Title }

// LastStep returns the id of the gesture that [Book.Undo] would take back, or "" if there
// is none. Of the gestures of two books the one with the greater id came later.
func (b *Book) LastStep() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range slices.Backward(b.history.undo) {
		if len(b.turned(s, false, 1)) > 0 {
			return s.id
		}
	}
	return ""
}
