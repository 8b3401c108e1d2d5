// Package compose writes the reading text of a document block by block, for the
// readers of all formats: it joins blanks, keeps runs and links within their blocks,
// and remembers where each character comes from.
package compose
