// Package docx reads the texts of word processors in Office Open XML: .docx and its
// like. Deletions, comments, headers, footers and hidden text are left out, insertions
// are read. Offsets in its articles count the code points of a paragraph as it is read.
package docx
