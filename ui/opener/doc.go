// Package opener is the palette of files: what was opened before, and the files of
// the folder that is typed. It reads folders behind the window, and hands over the
// path that the reader chooses.
package opener
