// Package start holds the pages that the window shows in place of an article: the
// welcome, the page of a file that is being read, and the page of a file that could
// not be opened.
package start
