package main

import (
	"context"
	"os"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/ui/layer"
)

// marker finds the marks of what nobody has marked, for the window.
type marker struct{}

// Mark implements [sidelight/ui.Marker].
func (marker) Mark(ctx context.Context, e *annotations.Edition, progress func(float64)) (*annotations.Edition, error) {
	return annotator.Mark(ctx, e, annotator.Options{Progress: progress})
}

// Thin implements [sidelight/ui.Marker].
func (marker) Thin(e *annotations.Edition, least float32) (*annotations.Edition, error) {
	return annotator.Thin(e, least)
}

// markEdition marks an edition that a file was read as, as the window shows it.
func markEdition(ctx context.Context, e *annotations.Edition) (*annotations.Edition, error) {
	return annotator.Mark(ctx, e, annotator.Options{Least: layer.Balanced.Least()})
}

// isFile reports whether what is at a path is a file, and so no edition's folder.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}
