// Package raw holds what the readers of all formats are given, the bytes of a file,
// and what can be wrong with them.
package raw

import "io/fs"

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 64 << 20

// File is a file as it lies on the disk.
type File struct {
	Path string // as it was given, for errors
	Name string // without its folder
	Data []byte // at most MaxSize; readers do not change them
	// Beside is the folder in which the file lies, for the pictures of a saved page.
	// It is nil where there is none.
	Beside fs.FS
	Whole  bool // of a web page, everything is wanted, not its main text alone
	Item   int  // of an export with several articles, the number of the wanted one, from 1, or 0
	// Encoding is the name of the encoding that the reader chose for a text, or "".
	Encoding string
}
