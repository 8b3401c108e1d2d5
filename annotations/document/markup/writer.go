package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
)

// Writer writes elements with a composer: [Writer.Walk] those of a tree,
// [Writer.Fragment] those of tags that stand between other text.
type Writer struct {
	// Part is the name of the file within a file in which the elements stand.
	Part string
	// Steps are those of a canonical fragment identifier that lead to the root of the
	// tree in a book, such as "/6/4!". Paths then go on in such steps, and the texts
	// between two elements count as one
	// (https://idpf.org/epub/linking/cfi/epub-cfi.html). Else a path is an XPath.
	Steps string
	// Lang is the language of what does not say in which it is.
	Lang string
	// Resolve returns where a link leads: the address to show, and the label of the
	// place if that may be in the same document. Without it an address is left as it
	// is, and "#x" leads to the label "x".
	Resolve func(href string) (target, label string)
	// Label returns the label of an element's id. Without it they are the same.
	Label func(id string) string
	// Load returns what reads the picture of an address, or nil if it is not at hand.
	Load func(src string) func() ([]byte, error)
	// Keep reports whether a node of a tree is to be read. Without it all are.
	Keep func(*html.Node) bool
	// Headings are the levels of elements of a tree that are headings, though their
	// names do not say so.
	Headings map[*html.Node]int
	// Notes are the footnotes, which are found before the tree is walked.
	Notes *Notes

	compose  *compose.Composer
	frames   []frame
	pictures []annotations.Block // that wait for the end of the open block or table
	newLine  *annotations.SourceLocation
	lines    held                                        // line breaks at the end of code, dropped if nothing follows
	at       func(offset int) annotations.SourceLocation // of a fragment, where its bytes come from
	offset   int                                         // of the tag in the fragment
	spent    int                                         // bytes of paths so far
	nodes    int
	err      error
}

// held is text that is written when more of its block follows.
type held struct {
	text string
	from annotations.SourceLocation
}

// frame is an element that has started and not ended.
type frame struct {
	tag    string
	node   *html.Node
	style  annotations.Style // of what is around it
	block  bool              // a block begins and ends with the element
	skip   bool              // nothing in it is read
	keep   bool              // blanks in it are kept
	linked bool              // it has opened the composer's link
	quotes bool              // it stands in quotation marks
	ruby   bool              // it stands in brackets
	note   bool              // it is a footnote
	cell   *place            // of a cell
	inCell bool              // it is a cell or stands in one
	inCode bool              // it is code in lines or stands in it
	list   *list
	host   *host // of the shadow tree in which it stands
	table  *table
	marker string // of an item or a note, until its first block has taken it
	depth  int    // of lists or of quotations, with this one
	level  int    // of a heading
	lang   string
	index  int    // among its siblings, those of the same name if a path is an XPath, from 1
	path   string // or "" as long as nobody has asked for it
}

// New returns a writer to a composer, which may have blocks already.
func New(c *compose.Composer) *Writer { return &Writer{compose: c} }

// Depth returns how many elements have started and not ended.
func (w *Writer) Depth() int { return len(w.frames) }

// Close ends elements until no more than a number of them are left. Pictures in the open
// block follow it now: no more text is to come.
func (w *Writer) Close(depth int) {
	w.closeTo(depth)
	w.showPictures()
}

func (w *Writer) closeTo(depth int) {
	for len(w.frames) > max(depth, 0) {
		w.end()
	}
}

// Skips reports whether text at this place is not to be read, since it stands in an
// element that is not shown.
func (w *Writer) Skips() bool { return len(w.frames) > 0 && w.top().skip }

func (w *Writer) top() *frame { return &w.frames[len(w.frames)-1] }

// start takes the start of an element, the index-th of its name among its siblings.
func (w *Writer) start(n *html.Node, index int) {
	f := frame{tag: n.Data, node: n, style: w.compose.Style(), index: index, lang: w.Lang}
	if len(w.frames) > 0 {
		up := w.top()
		f.skip, f.keep, f.lang, f.host, f.inCell, f.inCode = up.skip, up.keep, up.lang, up.host, up.inCell, up.inCode
	}
	if lang := Attr(n, "lang"); lang != "" {
		f.lang = lang
	}
	css := styleOf(n)
	if f.skip = f.skip || hidden(n, css); f.skip {
		w.frames = append(w.frames, f)
		return
	}
	f.inCode = f.inCode || isCode[n.Data]
	f.keep = keepsBlanks(n.Data, css, f.keep)
	if f.block = blocks[n.Data] || w.tellsWho(n); f.block {
		w.flush()
	}
	w.frames = append(w.frames, f)
	w.label(n)
	if w.open(w.top()); w.top().skip {
		return
	}
	w.compose.Styled(w.compose.Style()&^css.without | w.styleFor(w.top()) | css.with)
}

// open does what the start of an element asks for.
func (w *Writer) open(f *frame) {
	switch f.tag {
	case "ul", "ol", "menu", "dl":
		w.startList(f)
	case "li", "dd":
		w.startItem(f)
	case "table":
		w.startTable(f)
	case "tr":
		w.startRow(f)
	case "td", "th":
		w.startCell(f)
	case "blockquote":
		f.depth = w.depthOf("blockquote") + 1
	case "hr":
		w.rule()
	case "br":
		w.breakLine(f)
	case "img", "image":
		w.picture(f)
	case "input":
		w.checkBox(f.node)
	case "a":
		w.startLink(f)
	case "q":
		w.startQuote(f)
	case "rt":
		w.startRuby(f)
	}
	f.level = w.levelOf(f.node)
	w.startNote(f)
}

// levelOf returns the level of a heading, or 0 for any other element.
func (w *Writer) levelOf(n *html.Node) int {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return int(n.Data[1] - '0')
	}
	return w.Headings[n]
}

// end takes the end of the innermost element.
func (w *Writer) end() {
	f := w.top()
	if f.skip {
		w.frames = w.frames[:len(w.frames)-1]
		return
	}
	switch {
	case f.linked:
		w.compose.Unlink()
	case f.quotes:
		w.endQuote(f)
	case f.ruby:
		w.generate(")", "after")
	}
	w.compose.Styled(f.style)
	block, cell, table := f.block, f.cell != nil, f.table != nil
	if block && !cell {
		w.flush()
	}
	w.frames = w.frames[:len(w.frames)-1]
	if cell {
		w.newLine = nil
		w.compose.End()
	}
	if table {
		w.showPictures()
	}
}

// flush ends the open block. In a cell of a table, which is one block, a line ends.
func (w *Writer) flush() {
	if w.inCell() {
		if w.newLine == nil && !w.compose.Empty() {
			from := w.generated("after")
			w.newLine = &from
		}
		return
	}
	w.newLine, w.lines = nil, held{}
	w.compose.End()
	w.showPictures()
}

// ensure opens a block if none is open. What is the innermost element that says of what
// kind, decides.
func (w *Writer) ensure() {
	if w.compose.Opened() != nil {
		return
	}
	b := w.wanted()
	w.compose.Begin(b)
	if w.keeps() && b.Kind != annotations.BlockCode {
		w.compose.Keep()
	}
}

func (w *Writer) keeps() bool { return len(w.frames) > 0 && w.top().keep }

// wanted returns the block that text at this place belongs to.
func (w *Writer) wanted() annotations.Block {
	who := uint8(0)
	for i := len(w.frames) - 1; i >= 0; i-- {
		f := &w.frames[i]
		switch {
		case f.note:
			return annotations.Block{Kind: annotations.BlockNote, Marker: f.takeMarker()}
		case isCode[f.tag]:
			return annotations.Block{Kind: annotations.BlockCode}
		case f.level > 0:
			return annotations.Block{Kind: annotations.BlockHeading, Level: uint8(f.level)} //nolint:gosec // 1 to 6
		case f.tag == "caption" || f.tag == "figcaption":
			return annotations.Block{Kind: annotations.BlockCaption}
		case f.tag == "li" || f.tag == "dd":
			return annotations.Block{Kind: annotations.BlockItem, Depth: uint16(f.depth), Marker: f.takeMarker()} //nolint:gosec // at most 512
		case f.tag == "blockquote":
			return annotations.Block{Kind: annotations.BlockQuote, Depth: uint16(f.depth), Level: who} //nolint:gosec // at most 512
		case f.block && (f.tag == "cite" || f.tag == "footer"):
			who = 1
		}
	}
	return annotations.Block{}
}

// takeMarker returns the marker for the first block of an item or a note, and nothing
// for those after it.
func (f *frame) takeMarker() string {
	m := f.marker
	f.marker = ""
	return m
}

// write writes text that stands in the innermost element.
func (w *Writer) write(s string, from annotations.SourceLocation) {
	if w.Skips() || s == "" {
		return
	}
	if (w.compose.Empty() || w.newLine != nil) && strings.TrimFunc(s, invisible) == "" && !w.inCode() {
		return
	}
	w.ensure()
	if w.newLine != nil {
		w.compose.Break(*w.newLine)
		w.newLine = nil
	}
	switch b := w.compose.Opened(); {
	case b != nil && b.Kind == annotations.BlockCode:
		w.code(s, from)
	case w.keeps():
		w.keepLines(s, from)
	default:
		w.compose.Text(s, from)
	}
}

// generate writes characters that a browser shows and the source does not have, before
// or after what stands in the innermost element.
func (w *Writer) generate(s, side string) {
	w.ensure()
	if w.settle(); w.at != nil {
		w.compose.Whole(s, w.generated(side))
		return
	}
	w.compose.Text(s, w.generated(side)) // each character has a place of its own
}

// inCode reports whether text at this place is code in lines.
func (w *Writer) inCode() bool { return len(w.frames) > 0 && w.top().inCode }

// inCell reports whether text at this place is part of a cell.
func (w *Writer) inCell() bool { return len(w.frames) > 0 && w.top().inCell }

func (w *Writer) within(is func(*frame) bool) bool { return w.innermost(is) != nil }

// innermost returns the innermost element of a kind, or nil.
func (w *Writer) innermost(is func(*frame) bool) *frame {
	for i := len(w.frames) - 1; i >= 0; i-- {
		if is(&w.frames[i]) {
			return &w.frames[i]
		}
	}
	return nil
}

// invisible reports whether a character alone makes no text.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || r >= '\u200b' && r <= '\u200f' || r == '\u2060' || r == '\ufeff' || r == '\u00ad'
}

// code writes the lines of a block of code. Line breaks at its end are left out.
func (w *Writer) code(s string, from annotations.SourceLocation) {
	body := strings.TrimRight(s, "\n")
	if body == "" {
		if w.lines.text == "" {
			w.lines.from = from
		}
		w.lines.text += s
		return
	}
	if w.lines.text != "" {
		w.compose.Text(w.lines.text, w.lines.from)
	}
	w.compose.Text(body, from)
	from.Offset += length(body, from)
	w.lines = held{s[len(body):], from}
}

// keepLines writes text whose line breaks are kept, in a block that may have begun
// with other text.
func (w *Writer) keepLines(s string, from annotations.SourceLocation) {
	for len(s) > 0 {
		line, rest, broken := strings.Cut(s, "\n")
		w.compose.Text(line, from)
		from.Offset += length(line, from)
		if broken {
			w.compose.Break(from)
			from.Offset++
		}
		s = rest
	}
}

// length returns by how much the offset of a location grows over a text.
func length(s string, from annotations.SourceLocation) int {
	if from.Path == "" {
		return len(s)
	}
	return utf8.RuneCountInString(s)
}
