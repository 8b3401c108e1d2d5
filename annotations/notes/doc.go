// Package notes is what the reader adds to an article: highlights, each with or
// without words of their own, kept so that none is ever lost.
//
// A [Note] is a W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a
// target, which says where it stands by position and by words, and bodies, which are
// the reader's text, tags and links. A [Set] is the notes of one article as they
// stand in the text that is read.
//
// A [Store] is a folder of notes, a [Book] those of one article. Each running copy of
// the program appends to a journal of its own and reads all; FORMAT.md describes the
// files. A method that changes notes returns when the change is on the disk.
package notes
