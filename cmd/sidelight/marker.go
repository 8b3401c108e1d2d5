package main

import (
	"context"
	"os"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/ui"
	"sidelight/ui/layer"
)

// marker finds the marks of what nobody has marked, for the window.
type marker struct{}

// Mark implements [sidelight/ui.Marker]. A window marks what is opened, and then nothing
// for minutes.
func (marker) Mark(ctx context.Context, e *annotations.Edition, progress func(float64)) (*annotations.Edition, error) {
	if len(e.Article().Text) > annotator.MaxText {
		return nil, ui.ErrTooLong
	}
	defer annotator.Release()
	return annotator.Mark(ctx, e, annotator.Options{Progress: progress})
}

// Thin implements [sidelight/ui.Marker].
func (marker) Thin(e *annotations.Edition, least float32) (*annotations.Edition, error) {
	return annotator.Thin(e, least)
}

// loadMarked is loadEdition as the window shows what it reads: a document is marked by
// the program.
func loadMarked(ctx context.Context, path string) (*annotations.Edition, error) {
	e, err := loadEdition(ctx, path)
	if err != nil {
		return nil, err
	}
	return marked(ctx, e, path)
}

// marked marks what was read of a path, if that is a document and not too long.
func marked(ctx context.Context, e *annotations.Edition, path string) (*annotations.Edition, error) {
	if !isFile(path) || len(e.Article().Text) > annotator.MaxText {
		return e, nil
	}
	return annotator.Mark(ctx, e, annotator.Options{Least: layer.Balanced.Least()})
}

// isFile reports whether what is at a path is a file, and so no edition's folder.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}
