// Package odt reads the texts of word processors in the OpenDocument format: .odt and
// its like. Deletions, comments, headers, footers and hidden text are left out. Offsets
// in its articles count the code points of a paragraph as it is read.
package odt
