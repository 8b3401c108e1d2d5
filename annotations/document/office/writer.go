package office

import (
	"sidelight/annotations"
	"sidelight/annotations/document/compose"
)

// Writer writes the blocks of a text. In a cell paragraphs are lines, in a note they
// are blocks of the note; lines of code next to one another are one block; and pictures
// wait until neither a paragraph nor a table is open.
type Writer struct {
	*compose.Composer
	cell     *annotations.SourceLocation // the end of the last paragraph in the open cell, or nil
	note     bool                        // a note is being written
	sign     string                      // of the note, until its first paragraph has been begun
	code     bool                        // the open block is code, which the next paragraph may go on
	joined   bool                        // the next paragraph goes on in the open block
	end      annotations.SourceLocation  // of the paragraph before
	pictures []annotations.Picture
}

// NewWriter returns a writer without a block.
func NewWriter() *Writer { return &Writer{Composer: compose.New()} }

// Nested reports whether a cell or a note is open: a table in it is read as lines.
func (w *Writer) Nested() bool { return w.cell != nil || w.note }

// Paragraph opens the block of a paragraph, before its first word.
func (w *Writer) Paragraph(b annotations.Block) {
	opened := w.Opened() != nil
	switch {
	case w.cell != nil:
		w.Break(*w.cell)
	case w.joined && opened:
	case w.note:
		w.Begin(annotations.Block{Kind: annotations.BlockNote, Marker: w.sign})
		w.sign = ""
	case w.code && opened && b.Kind == annotations.BlockCode:
		w.Break(w.end)
	default:
		w.Begin(b)
	}
	w.joined, w.code = false, false
}

// Close ends a paragraph, and says whether it had words and where it ended. An empty one
// between lines of code is an empty line.
func (w *Writer) Close(b annotations.Block, begun bool, end annotations.SourceLocation) {
	if w.code && !begun && b.Kind == annotations.BlockCode {
		w.Paragraph(b)
		begun = true
	}
	w.end = end
	switch {
	case w.cell != nil:
		w.cell = &end
	case begun && b.Kind == annotations.BlockCode && !w.note:
		w.code = true
	case begun || w.code:
		w.End()
		w.code = false
	}
}

// Join ends a paragraph of which the mark at its end is deleted: the next goes on in its
// block if it had words.
func (w *Writer) Join(begun bool) { w.joined = begun || w.joined }

// Cell opens a cell of a table.
func (w *Writer) Cell(b annotations.Block) {
	w.code, w.joined = false, false
	w.Begin(b)
	w.cell = new(annotations.SourceLocation)
}

// EndTable closes the last cell of a table.
func (w *Writer) EndTable() {
	w.cell, w.code, w.joined = nil, false, false
	w.End()
	w.ShowPictures()
}

// Note opens a note with a sign, to which links with a label lead.
func (w *Writer) Note(sign, label string) {
	w.End()
	w.Unlink()
	w.Label(label)
	w.note, w.sign, w.code, w.joined = true, sign, false, false
}

// EndNote closes the note.
func (w *Writer) EndNote() {
	w.note, w.joined = false, false
	w.End()
	w.ShowPictures()
}

// Picture takes a picture to be shown later, or at once if nothing is open. Begun says
// whether the paragraph in which it stands has words already.
func (w *Writer) Picture(p annotations.Picture, begun bool) {
	w.pictures = append(w.pictures, p)
	if !begun && !w.joined {
		w.ShowPictures()
	}
}

// ShowPictures shows the pictures that have waited, unless a cell or a note is open.
func (w *Writer) ShowPictures() {
	if w.Nested() {
		return
	}
	for i := range w.pictures {
		w.Begin(annotations.Block{Kind: annotations.BlockPicture, Picture: &w.pictures[i]})
		w.End()
		w.code = false
	}
	w.pictures = nil
}
