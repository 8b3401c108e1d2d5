// Package annotations is the domain of an annotated article: the text, the
// entities that it mentions, what is known about them and who says so.
//
// The article's bytes are never altered. Everything else stands off from them:
// a mention, a piece of evidence or a passage of speech points at a [Span], a
// half-open range of byte offsets on rune boundaries.
//
// An [Edition] is built once by [New] and is immutable afterwards; it may be
// read from several goroutines. [Edition.With] makes the next revision.
//
// # Glossary
//
// The words of the program, each with one meaning everywhere:
//
//   - alias: another name of an entity, under which it is known or printed.
//   - anchor: what finds a span again in a text that has changed.
//   - article: the text that is read, divided into paragraphs and sentences.
//   - card: what the side panel says of one entity; in the shell also what floats
//     over the window, such as the layers.
//   - concordance: the mentions of an entity below each other, each in its line.
//   - document: an edition at one revision, and what the reader has added to it.
//   - edition: an article with everything that is known about it.
//   - editor: who made an edition.
//   - entity: a person, place, event, date, number, quotation or term that the
//     article mentions, or that a fact connects to it.
//   - evidence: the span of the article that says what a fact says.
//   - face: what the side panel shows: a card, the sources, the word on the edition.
//   - fact: one statement about entities: of the article, background, or since then.
//   - figure: a drawing as a value, see package figure.
//   - fingerprint: the SHA-256 of the bytes of an article's source file.
//   - fold: to take from a text what a search overlooks, such as case and accents.
//   - fragment: the piece of the sample that the start page shows.
//   - hit: a span at which words that were looked for stand.
//   - kind: what sort of thing an entity is; there are eight.
//   - layer: a group of marks, by kind or by voice, that the reader can switch.
//   - line: one line of the text as it is set.
//   - mark: how a mention shows in the text.
//   - mention: a span of the article that refers to an entity.
//   - note: what the reader writes about a span. An editor's note is always called
//     so, or a remark.
//   - overlay: what is drawn beneath or beside the lines of the text.
//   - palette: the search that floats over the page.
//   - party: a source whose publisher acts in the matter, or speaks for one side.
//   - passage: a stretch of the article in one voice.
//   - place: where the reader is, or was: a view, the text in it, a selection.
//   - position: a place in a file: line and column.
//   - reader: who reads; the widget of that name is the only other.
//   - revision: the number of a document's state, counted from 0.
//   - selector: a description of a span outside the program, as in W3C's Web
//     Annotation Data Model: by position or by quote.
//   - session: what the interface shows at a moment, and the way back.
//   - snapshot: the document and the state of the session at one moment.
//   - source: a published text that backs facts.
//   - statement: a fact that only reports what a party says.
//   - time: a mention that counts where mentions are counted. A title beside a name,
//     or a mention inside another one of the same entity, is no time of its own.
//   - view: what can stand in the middle of the window.
//   - voice: on whose word a passage or a fact rests.
package annotations
