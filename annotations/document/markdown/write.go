package markdown

import (
	"math"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/raw"
)

// writer writes the pieces of a text with a composer.
type writer struct {
	*compose.Composer
	html  *markup.Writer
	m     *meter
	src   []byte
	file  *raw.File
	at    place
	slugs map[string]int // how many headings have a label

	notes  map[string]*extast.Footnote
	stated []string       // the labels of the notes in the order of the text
	signed []string       // the labels of the notes that have a number, by it
	number map[string]int // of a note, from 1

	from, until int // only what stands between these bytes of the source is written
	breaks      int // the byte of the source at whose line's end another block begins, or -1
}

// place is where a block stands.
type place struct {
	kind   annotations.BlockKind // of a block of words
	lists  int                   // in which it lies
	quotes int                   // in which it lies
	marker string                // of an item or a note, for its first block
}

func newWriter(src []byte, f *raw.File, m *meter) *writer {
	w := &writer{
		Composer: compose.New(), m: m, src: src, file: f,
		slugs: make(map[string]int), notes: make(map[string]*extast.Footnote), number: make(map[string]int),
		until: math.MaxInt, breaks: -1,
	}
	w.Grow(len(src))
	w.html = markup.New(w.Composer)
	w.html.Load = w.load
	return w
}

// location is the place of a byte of the source.
func location(offset int) annotations.SourceLocation {
	return annotations.SourceLocation{Offset: offset}
}

// within writes something that stands in another place.
func (w *writer) within(p place, write func()) {
	before := w.at
	w.at = p
	write()
	w.at = before
}

// begin begins a block of words.
func (w *writer) begin() {
	b := annotations.Block{Kind: w.at.kind}
	switch b.Kind {
	case annotations.BlockItem:
		b.Depth, b.Marker = depth(w.at.lists), w.at.marker
	case annotations.BlockNote:
		b.Marker = w.at.marker
	case annotations.BlockQuote:
		b.Depth = depth(w.at.quotes)
	}
	w.at.marker = ""
	w.Begin(b)
}

func depth(n int) uint16 { return uint16(min(n, math.MaxUint16)) } //nolint:gosec // it is not larger

// blocks writes the blocks under n.
func (w *writer) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.m.tick()
		w.block(c)
	}
}

func (w *writer) block(n ast.Node) {
	if html, ok := n.(*ast.HTMLBlock); ok {
		w.htmlBlock(html)
		return
	}
	if w.html.Skips() {
		return
	}
	depth := w.html.Depth()
	w.write(n)
	if w.html.Depth() >= depth { // tags among words end with their block
		w.html.Close(depth)
	}
	w.Styled(0)
	w.End()
}

func (w *writer) write(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(n)
	case *ast.List:
		w.list(n)
	case *ast.Blockquote:
		w.quote(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *literal:
		w.code(n)
	case *ast.ThematicBreak:
		w.Begin(annotations.Block{Kind: annotations.BlockRule})
	case *extast.Table:
		w.table(n)
	case *extast.DefinitionTerm:
		w.term(n)
	case *extast.DefinitionDescription:
		w.within(place{kind: annotations.BlockItem, lists: w.at.lists + 1, quotes: w.at.quotes}, func() { w.blocks(n) })
	case *extast.Footnote:
		w.keepNote(n)
	case *container:
		w.container(n)
	default:
		w.blocks(n)
	}
}

// heading writes a heading, which has a label as GitHub makes it.
func (w *writer) heading(n *ast.Heading) {
	w.Begin(annotations.Block{Kind: annotations.BlockHeading, Level: uint8(min(n.Level, 6))}) //nolint:gosec // 1 to 6
	label := w.attributes(n)
	w.words(n)
	w.until = math.MaxInt
	if label == "" {
		label = w.slug(w.Words())
	}
	w.Label(label)
}

// paragraph writes a paragraph, or the pictures that it consists of.
func (w *writer) paragraph(n ast.Node) {
	label := w.attributes(n)
	if w.onlyPictures(n) {
		w.pictures(n)
	} else {
		w.begin()
		w.Label(label)
		w.words(n)
	}
	w.until = math.MaxInt
}

func (w *writer) term(n ast.Node) {
	w.begin()
	before := w.Styled(w.Style() | annotations.Strong)
	w.words(n)
	w.Styled(before)
}

func (w *writer) list(l *ast.List) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "•"
		if l.IsOrdered() {
			marker = strconv.Itoa(number) + "."
			number++
		}
		if box := taskBox(item); box != nil && box.IsChecked {
			marker = "☑"
		} else if box != nil {
			marker = "☐"
		}
		w.within(place{annotations.BlockItem, w.at.lists + 1, w.at.quotes, marker}, func() { w.blocks(item) })
	}
}

// taskBox returns the box with which an item begins, or nil.
func taskBox(item ast.Node) *extast.TaskCheckBox {
	if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
		return nil
	}
	box, _ := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
	return box
}

// code writes lines as they are, without the last line break.
func (w *writer) code(n ast.Node) {
	if l, ok := n.(*literal); ok && l.hidden {
		return
	}
	w.Begin(annotations.Block{Kind: annotations.BlockCode, Depth: depth(w.at.lists)})
	w.at.marker = ""
	broken := -1 // the byte at which the line before ends
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		w.m.tick()
		if broken >= 0 {
			w.Text("\n", location(broken))
		}
		stop := line.Stop
		for stop > line.Start && (w.src[stop-1] == '\n' || w.src[stop-1] == '\r') {
			stop--
		}
		if line.Padding > 0 {
			w.Whole("        "[:min(line.Padding, 8)], location(line.Start))
		}
		w.Text(string(w.src[line.Start:stop]), location(line.Start))
		broken = stop
	}
}

func (w *writer) table(t *extast.Table) {
	row := 0
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		level, col := uint8(0), 0
		if _, ok := r.(*extast.TableHeader); ok {
			level = 1
		}
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			w.m.tick()
			w.Begin(annotations.Block{Kind: annotations.BlockCell, Level: level, Row: row, Col: col})
			w.Styled(0)
			w.words(c)
			col++
		}
		row++
	}
}

// keepNote keeps the text of a footnote for the end of the article.
func (w *writer) keepNote(n *extast.Footnote) {
	label := noteLabel(n.Ref)
	if w.notes[label] == nil {
		w.notes[label] = n
		w.stated = append(w.stated, label)
	}
}

// noteNumber returns the number of a note. The first to be referred to is 1.
func (w *writer) noteNumber(label string) int {
	if w.number[label] == 0 {
		w.signed = append(w.signed, label)
		w.number[label] = len(w.signed)
	}
	return w.number[label]
}

// allNotes writes the notes: those that are referred to, be it in a note, and then the
// others.
func (w *writer) allNotes() {
	w.at = place{}
	written := 0
	rest := func() {
		for ; written < len(w.signed); written++ {
			w.note(w.signed[written], written+1)
		}
	}
	rest()
	for _, label := range w.stated {
		w.noteNumber(label)
		rest()
	}
}

func (w *writer) note(label string, number int) {
	n := w.notes[label]
	if n == nil {
		return // its text lies in a block that is not written
	}
	w.Label(noteID(label))
	w.within(place{kind: annotations.BlockNote, marker: strconv.Itoa(number)}, func() { w.blocks(n) })
}

func noteID(label string) string { return "note:" + label }
