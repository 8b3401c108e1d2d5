// Package timeline is the view of what happened in its order. Where the rows stand
// package annotations/timeline lays out, off the UI goroutine; here they are put into
// words, shown, and pointed to.
package timeline
