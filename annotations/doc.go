// Package annotations is the domain of an annotated article: the text, the
// entities that it mentions, what is known about them and who says so.
//
// The article's bytes are never altered. Everything else stands off from them:
// a mention, a piece of evidence or a passage of speech points at a [Span], a
// half-open range of byte offsets on rune boundaries.
//
// An [Edition] is built once by [New] and is immutable afterwards; it may be
// read from several goroutines.
package annotations
