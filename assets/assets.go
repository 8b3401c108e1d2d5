package assets

import (
	"embed"
	"io/fs"
)

//go:embed edition
var edition embed.FS

// PackedEdition is the same edition, read and checked already, as
// annotations/edition.Unpack wants it. After a change of the edition it has to
// be made anew: go generate ./assets.
//
//go:generate go run pack.go
//go:embed edition.json
var PackedEdition []byte

// Edition is the folder of the edition that comes with the program, in the
// format of annotations/edition/FORMAT.md.
func Edition() fs.FS {
	sub, err := fs.Sub(edition, "edition")
	if err != nil {
		panic("assets: " + err.Error()) // only an invalid path fails, and this one is constant
	}
	return sub
}
