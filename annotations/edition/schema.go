package edition

import (
	"embed"
	"io/fs"
)

//go:embed schema/*.schema.json
var schemas embed.FS

// Schemas holds a JSON Schema (draft 2020-12) for each file of an edition, for
// an editor that checks while one writes: entities.schema.json and so on. What
// the files say to each other and to the article only [Load] can check.
func Schemas() fs.FS {
	sub, err := fs.Sub(schemas, "schema")
	if err != nil {
		panic("edition: " + err.Error()) // only an invalid path fails, and this one is constant
	}
	return sub
}
