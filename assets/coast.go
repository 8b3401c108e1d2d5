package assets

import _ "embed"

// Coast is the outline of all land and of the great lakes, without borders: JSON, as
// annotations/atlas.ReadCoast wants it. It is a work of this project's design, drawn by
// hand. It is shared: read it, never write to it.
//
//go:embed coast.json
var Coast []byte
