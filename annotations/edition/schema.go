package edition

import (
	"embed"
	"io/fs"
)

//go:embed schema/*.schema.json
var schemas embed.FS

// Schemas returns a folder with a JSON Schema (draft 2020-12) for each file of an
// edition, entities.schema.json and so on, for editors that check while an author
// types. Faults between two files or a file and the article only [Load] can find.
func Schemas() fs.FS {
	sub, err := fs.Sub(schemas, "schema")
	if err != nil {
		panic("edition: " + err.Error()) // only an invalid path fails, and this one is constant
	}
	return sub
}
