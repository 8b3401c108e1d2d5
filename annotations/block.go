package annotations

import (
	"fmt"
	"strings"
)

// BlockKind says what a block of an article is.
type BlockKind uint8

// The kinds of blocks.
const (
	BlockParagraph BlockKind = iota
	BlockHeading             // Level is 1 to 6
	BlockItem                // of a list; Depth is 1 in the outermost list
	BlockQuote               // Depth is 1 in the outermost quotation; Level 1 is the line that says who is quoted
	BlockCode                // lines of code, kept as they are
	BlockCell                // of a table, at Row and Col; Level 1 is a cell of the head
	BlockCaption             // of the picture or the table before or after it
	BlockPicture             // has a Picture; its span is empty unless its description stands in the text
	BlockRule                // a break between parts; its span is empty
	BlockNote                // the text of a footnote or an endnote, with its sign as Marker
)

var blockKinds = [...]string{"paragraph", "heading", "item", "quote", "code", "cell", "caption", "figure", "rule", "note"}

// String returns the name of the kind in the command line's JSON.
func (k BlockKind) String() string {
	if int(k) < len(blockKinds) {
		return blockKinds[k]
	}
	return fmt.Sprintf("kind %d", k)
}

// Block is a part of an article that stands by itself: a sentence ends where it ends.
type Block struct {
	Span
	Kind    BlockKind
	Level   uint8    // see the kinds
	Depth   uint16   // of lists or quotations in one another, from 1; 0 outside
	Marker  string   // what is drawn before an item or a note and is no text: "•", "3.", "☐", "1"
	Row     int      // of a cell, from 0: with row 0 and column 0 another table begins
	Col     int      // of a cell, from 0
	Picture *Picture // of a picture; nil for any other kind
}

// Picture is a picture of an article. It is decoded by whoever shows it.
type Picture struct {
	Alt    string // what it shows, in words; empty if nobody said so
	Target string // the address or file name that the source gives
	Width  int    // pixels, 0 if not known
	Height int    // pixels, 0 if not known
	// Load returns the bytes of the file. It may read from the disk, so it is not
	// called on the UI goroutine. It is nil where the picture is not at hand.
	Load func() ([]byte, error)
}

// Style is a set of the ways in which a run of text is set apart.
type Style uint8

// The styles.
const (
	Emphasis Style = 1 << iota
	Strong
	Code
	Small
	Superscript
	Subscript
	Strikethrough
)

var styleNames = [...]string{"emphasis", "strong", "code", "small", "superscript", "subscript", "strikethrough"}

// String returns the names of the styles in the set, with blanks between them.
func (s Style) String() string {
	var names []string
	for i, name := range styleNames {
		if s&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// Run is a stretch of text in one block that is set apart.
type Run struct {
	Span
	Style Style
}

// Link is a stretch of text in one block that leads elsewhere.
type Link struct {
	Span
	Target string // the address as the source gives it
	Inner  bool   // it leads into the article itself, to the byte To
	To     int    // byte of the text; where Inner
}

// File is what an article was made from.
type File struct {
	Name        string      // without its folder
	MediaType   string      // such as "text/html"
	Fingerprint Fingerprint // of its bytes
	Size        int64       // bytes
	Deriver     string      // the function and version that made the text of it: "html/1"
}

// Given is something that a file says of itself, and where it says so.
type Given struct {
	Text string
	From string // such as "JSON-LD", "meta", "OPF", "front matter", "dateline" or "heading"
}

// Meta is what a file says of itself. What it does not say is empty.
type Meta struct {
	Title     Given
	Byline    Given
	Published Given // as EDTF where the file says it as a date, else in the file's words
	Site      Given
	URL       Given
	Language  Given // BCP 47
}
