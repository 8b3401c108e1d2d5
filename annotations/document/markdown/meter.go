package markdown

import (
	"context"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"sidelight/annotations/document/raw"
)

// Limits of a Markdown file. The library that parses Markdown takes time or memory
// that grows with the square of what is nested, of the cells that it adds to tables
// and of the marks that are opened and never closed. Each limit is checked before
// the library does the work, so that the whole grows with the size of the file.
const (
	// MaxDepth is how many quotations, lists and items of lists may lie in one
	// another.
	MaxDepth = 100
	// maxBrackets is how many square brackets may be open in one another.
	maxBrackets = 100
	// maxPiece is what a block may hold that lies in no other: its lines, each
	// counted once more for each block that it lies in, its marks, and the cells of
	// its tables. A line, a mark and a cell take some 200 bytes each.
	maxPiece = 500_000
	// spareCells is how many cells a table may have beyond one for each of its
	// bytes.
	spareCells = 4 << 10
	// A step is what costs the library about 10 ns: there may be so many steps for
	// each byte of the file, and so many more, that look again at what has been
	// looked at before.
	stepsPerByte = 8
	spareSteps   = 64 << 10
)

// stopped ends the parsing of a Markdown text, by a panic through the library,
// which returns no errors.
type stopped struct {
	err     error       // of the context or the composer, or nil
	problem raw.Problem // else the limit that the text passes
	at      int         // at this byte of the text
}

// meter watches over the parsing of one Markdown text.
type meter struct {
	ctx   context.Context
	ticks int
	piece int // what the block at hand holds, see maxPiece
	steps int // what is left of the steps
}

func newMeter(ctx context.Context, size int) *meter {
	return &meter{ctx: ctx, steps: spareSteps + stepsPerByte*size}
}

// tick stops the parsing soon after the context is done.
func (m *meter) tick() {
	if m.ticks++; m.ticks%256 == 0 {
		if err := m.ctx.Err(); err != nil {
			panic(stopped{err: err})
		}
	}
}

// hold adds n things to the block at hand, the last of them at a byte of the text.
func (m *meter) hold(n, at int) {
	m.tick()
	if m.piece += n; m.piece > maxPiece {
		panic(stopped{problem: raw.TooLong, at: at})
	}
}

// spend takes n steps for a mark at a byte of the text.
func (m *meter) spend(n, at int) {
	if m.steps -= n; m.steps < 0 {
		panic(stopped{problem: raw.TooTangled, at: at})
	}
}

// pieces reads a Markdown text for the library one piece after the other. A piece
// ends before a block that lies in no other, where nothing is open: only there the
// library skips blank lines.
type pieces struct {
	text.Reader
	meter *meter
	depth func() int // of the blocks that are open
	begun bool       // the piece has a block
	bytes int        // of the text before the piece
}

// pieceSize is about the size of a piece of small blocks, in bytes.
const pieceSize = 16 << 10

// next begins the next piece and reports whether anything is left.
func (p *pieces) next() bool {
	_, at := p.Position()
	p.begun, p.bytes = false, at.Start
	line, _ := p.PeekLine()
	return line != nil
}

// SkipBlankLines goes on to the next block, or ends the piece before it.
func (p *pieces) SkipBlankLines() (text.Segment, int, bool) {
	p.meter.piece = 0
	if _, at := p.Position(); p.begun && at.Start-p.bytes >= pieceSize {
		return at, 0, false
	}
	p.begun = true
	return p.Reader.SkipBlankLines()
}

// AdvanceLine goes on to the next line of a block.
func (p *pieces) AdvanceLine() {
	_, at := p.Position()
	p.meter.hold(1+p.depth(), at.Start)
	p.Reader.AdvanceLine()
}

// linesLeft is how many lines of a block come after the one at which its reader
// stands.
func linesLeft(block ast.Node, r text.Reader) int {
	line, _ := r.Position()
	return block.Lines().Len() - line
}
