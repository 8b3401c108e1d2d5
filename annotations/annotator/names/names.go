// Package names finds the persons, organisations and places of an English text, and
// names of other kinds, with a model that was learnt from texts whose names people
// have marked. The model is part of the program; README.md in the folder data names
// the texts and their licences. How it works stands in the room tagger.
//
// The model is made by `make model`. It is read on the first use and kept until [Release].
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

// The model, while it is kept.
var (
	reading sync.Mutex
	model   *tagger.Model
)

func load() (*tagger.Model, error) {
	reading.Lock()
	defer reading.Unlock()
	if model == nil {
		m, err := tagger.Decode(bytes)
		if err != nil {
			return nil, err
		}
		model = m
	}
	return model, nil
}

// Release lets go of the model, which takes 12 MB. What is being done with it goes on, and
// the next use reads it again, in some 30 ms.
func Release() {
	reading.Lock()
	defer reading.Unlock()
	model = nil
}

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
