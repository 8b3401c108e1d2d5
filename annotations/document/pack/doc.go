// Package pack opens files that hold other files, as EPUB, DOCX and ODT do: zip
// packages, read within limits and never written to disk.
package pack
