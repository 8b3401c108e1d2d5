package main

import (
	"context"
	"strings"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/gazetteer"
	"sidelight/annotations/knowledge/library"
	"sidelight/annotations/knowledge/zim"
	"sidelight/ui"
	"sidelight/ui/locale"
	"sidelight/ui/shelf"
)

// readersLibrary is the reader's library as the window has it.
type readersLibrary struct{ *library.Library }

var _ ui.Library = readersLibrary{}

// Add adds an article, or what is new of it.
func (l readersLibrary) Add(ctx context.Context, e *annotations.Edition, path string, opened time.Time) error {
	return l.Library.Add(ctx, library.From(e, path, opened))
}

// All returns the articles, the last opened first.
func (l readersLibrary) All(ctx context.Context) ([]knowledge.Article, error) {
	all, err := l.Library.All(ctx)
	out := make([]knowledge.Article, len(all))
	for i, a := range all {
		out[i] = knowledge.Article{Fingerprint: a.Fingerprint, Title: a.Title, Path: a.Path, Opened: a.Opened, Edition: a.Edition}
	}
	return out, err
}

// Search returns the articles that have some words.
func (l readersLibrary) Search(ctx context.Context, words string) ([]shelf.Found, error) {
	all, err := l.Library.Search(ctx, words)
	out := make([]shelf.Found, len(all))
	for i, f := range all {
		out[i] = shelf.Found(f)
	}
	return out, err
}

// Forget removes an article with all that was kept of it.
func (l readersLibrary) Forget(ctx context.Context, f annotations.Fingerprint) error {
	return l.Library.Forget(ctx, f)
}

// knownIn returns where what is known beside an article is looked for: the reader's
// library lies in a folder, and where there is none only the lists in the program are
// asked. Nothing is read before it is needed.
func knownIn(dir string) (known ui.Known, done func()) {
	known = ui.Known{BuiltIn: gazetteer.Source{}, OpenArchive: openArchive, ChooseArchive: chooseArchive}
	if dir == "" {
		return known, func() {}
	}
	l := library.Open(dir)
	known.Library = readersLibrary{l}
	return known, func() { _ = l.Close() }
}

// archive is an offline encyclopaedia as the window has it.
type archive struct{ *zim.Archive }

// openArchive opens the encyclopaedia at a path.
func openArchive(ctx context.Context, path string) (ui.Archive, error) {
	a, err := zim.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	return archive{a}, nil
}

// Title is the name that the archive gives itself.
func (a archive) Title() string { return a.Info().Title }

// Detail names the date of the archive and its licence.
func (a archive) Detail() string {
	info := a.Info()
	parts := []string{info.Creator, locale.Date(info.Date), info.License}
	if info.License == "" {
		parts[2] = locale.X("archive.no-licence", "it names no licence")
	}
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}
