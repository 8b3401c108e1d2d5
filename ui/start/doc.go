// Package start holds the pages that the window shows when it shows no
// article: the welcome, and what went wrong with a file.
package start
