// Package names finds the persons, organisations and places of an English text, and
// names of other kinds, with a model that was learnt from texts whose names people
// have marked. The model is part of the program; README.md in the folder data names
// the texts and their licences. How it works stands in the room tagger.
//
// The model is made by `make model`. It is read on the first use, once.
package names

import (
	"context"
	_ "embed"
	"sync"

	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/names/tagger"
)

//go:embed model.bin
var bytes []byte

var load = sync.OnceValues(func() (*tagger.Model, error) { return tagger.Decode(bytes) })

// Find finds the names of a document, in order; none crosses another or the end of a
// sentence. It may be called by many goroutines, and ends with the context's error soon
// after the context ends.
func Find(ctx context.Context, d *found.Doc) ([]found.Name, error) {
	m, err := load()
	if err != nil {
		return nil, err
	}
	return m.Find(ctx, d)
}
