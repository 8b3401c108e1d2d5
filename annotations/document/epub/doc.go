// Package epub reads books in the format EPUB, versions 2 and 3.
package epub
