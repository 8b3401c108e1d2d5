package pdfium

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"unicode/utf16"

	"github.com/tetratelabs/wazero/api"
)

// What may be wrong with a file.
var (
	ErrDamaged   = errors.New("no PDF file, or a damaged one")
	ErrProtected = errors.New("a PDF file with a password")
	ErrTooMuch   = errors.New("a page of too many characters or objects")
)

// The most that is read of a page and of an outline.
const (
	maxChars     = 1 << 18
	maxLinks     = 4 << 10
	maxBookmarks = 10_000
	maxDepth     = 32
	maxString    = 8 << 10 // bytes
)

// The codes of errors of the engine.
const (
	codePassword = 4
	codeSecurity = 5
)

// Document is an open file. One goroutine may use it at a time.
type Document struct {
	x       *instance
	doc     uint64
	scratch uint64 // memory of the engine for what a call gives back
	pages   int
}

// Open opens a file. It fails with [ErrDamaged], [ErrProtected], an error of the engine,
// or that of the context as soon as it ends; a document is of no use after an error.
func Open(ctx context.Context, data []byte) (*Document, error) {
	if len(data) == 0 {
		return nil, ErrDamaged
	}
	e, err := start(ctx)
	if err != nil {
		return nil, err
	}
	x, err := e.instance(ctx)
	if err != nil {
		return nil, failure(ctx, err)
	}
	d := &Document{x: x}
	if err := d.load(ctx, data); err != nil {
		d.Close()
		return nil, failure(ctx, err)
	}
	return d, nil
}

func (d *Document) load(ctx context.Context, data []byte) error {
	x := d.x
	d.scratch = x.room(ctx, maxString)
	file := x.room(ctx, len(data))
	copy(x.bytes(file, len(data)), data)
	d.doc = x.call(ctx, "FPDF_LoadMemDocument", file, uint64(len(data)), 0)
	if d.doc == 0 && x.err == nil {
		switch x.call(ctx, "FPDF_GetLastError") {
		case codePassword, codeSecurity:
			return ErrProtected
		}
		return ErrDamaged
	}
	d.pages = int(int32(x.call(ctx, "FPDF_GetPageCount", d.doc))) //nolint:gosec // of 32 bits
	return x.err
}

// failure returns the error of the context if it has ended: then any error of the engine
// comes of that.
func failure(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// Close frees the memory of the document.
func (d *Document) Close() { d.x.close() }

// Pages returns the number of pages.
func (d *Document) Pages() int { return d.pages }

// Meta returns what the document says of itself under a name, such as "Title".
func (d *Document) Meta(ctx context.Context, name string) (string, error) {
	x := d.x
	at := x.room(ctx, len(name)+1)
	copy(x.bytes(at, len(name)+1), name+"\x00")
	s := d.wide(ctx, "FPDF_GetMetaText", d.doc, at)
	x.call(ctx, "free", at)
	return s, failure(ctx, x.err)
}

// wide calls a function that gives back a string of UTF-16.
func (d *Document) wide(ctx context.Context, name string, args ...uint64) string {
	n := d.x.call(ctx, name, append(args, d.scratch, maxString)...)
	if n > maxString || n < 2 {
		return ""
	}
	b := d.x.bytes(d.scratch, int(n)-2) //nolint:gosec // bounded
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// Language returns the language that the document says it is in, or "".
func (d *Document) Language(ctx context.Context) (string, error) {
	return d.wide(ctx, "FPDFCatalog_GetLanguage", d.doc), failure(ctx, d.x.err)
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Title string
	Page  int // from 0, or -1
	Level int // from 1
}

// Bookmarks returns the outline in its order, without its loops.
func (d *Document) Bookmarks(ctx context.Context) ([]Bookmark, error) {
	var out []Bookmark
	seen := make(map[uint64]bool)
	var walk func(parent uint64, level int)
	walk = func(parent uint64, level int) {
		for b := d.x.call(ctx, "FPDFBookmark_GetFirstChild", d.doc, parent); b != 0 && !seen[b]; b = d.x.call(ctx, "FPDFBookmark_GetNextSibling", d.doc, b) {
			if len(out) >= maxBookmarks {
				return
			}
			seen[b] = true
			page := -1
			if dest := d.x.call(ctx, "FPDFBookmark_GetDest", d.doc, b); dest != 0 {
				page = int(int32(d.x.call(ctx, "FPDFDest_GetDestPageIndex", d.doc, dest))) //nolint:gosec // of 32 bits
			}
			out = append(out, Bookmark{d.wide(ctx, "FPDFBookmark_GetTitle", b), page, level})
			if level < maxDepth {
				walk(b, level+1)
			}
		}
	}
	walk(0, 1)
	return out, failure(ctx, d.x.err)
}

// Page is what stands on a page.
type Page struct {
	Width, Height float32 // points
	Chars         []Char
	Fonts         []Font
	Links         []Link
}

// Char is a character of a page. Its index among the characters names it.
type Char struct {
	Rune rune // 0 if the file does not say which
	Box
	Font int // the index of its font
}

// Box is a rectangle in points, from the lower left corner of the page. That of a
// character is as high as its font.
type Box struct{ Left, Bottom, Right, Top float32 }

// Font is a font in a size.
type Font struct {
	Name   string
	Size   float32 // points, as drawn
	Weight int     // 400 is regular, 700 bold; 0 if not known
	Italic bool
	Fixed  bool // all letters are of the same width
	Turned int  // quarters of a turn, against the clock, by which its words are turned
}

// Link is a rectangle that leads to an address.
type Link struct {
	Box
	Target string
}

// Page reads a page of a number from 0.
func (d *Document) Page(ctx context.Context, number int) (*Page, error) {
	x := d.x
	page := x.call(ctx, "FPDF_LoadPage", d.doc, uint64(number)) //nolint:gosec // not negative
	if page == 0 {
		if x.err != nil {
			return nil, failure(ctx, x.err)
		}
		return new(Page), nil // a page that is damaged is empty, as viewers show it
	}
	out := &Page{
		Width:  api.DecodeF32(x.call(ctx, "FPDF_GetPageWidthF", page)),
		Height: api.DecodeF32(x.call(ctx, "FPDF_GetPageHeightF", page)),
	}
	if text := x.call(ctx, "FPDFText_LoadPage", page); text != 0 {
		d.chars(ctx, text, out)
		x.call(ctx, "FPDFText_ClosePage", text)
	}
	d.links(ctx, page, out)
	x.call(ctx, "FPDF_ClosePage", page)
	return out, failure(ctx, x.err)
}

// chars reads the characters of a page. It asks for the font of one only if the
// character may have another than the one before: at the beginning of a word, or where
// the height of the box changes.
func (d *Document) chars(ctx context.Context, text uint64, out *Page) {
	x := d.x
	count := int(int32(x.call(ctx, "FPDFText_CountChars", text))) //nolint:gosec // of 32 bits
	if count > maxChars && x.err == nil {
		x.err = ErrTooMuch
	}
	known := make(map[Font]int)
	out.Chars = make([]Char, 0, max(min(count, maxChars), 0))
	var last uint32
	font, apart := 0, true
	x.chars(ctx, text, count, d.scratch, func(i int, c Char, object uint32) {
		if n := len(out.Chars); apart || n == 0 || c.Top-c.Bottom != out.Chars[n-1].Top-out.Chars[n-1].Bottom {
			if object != last || n == 0 {
				last = object
				f := d.font(ctx, text, i)
				at, ok := known[f]
				if !ok {
					at = len(out.Fonts)
					known[f], out.Fonts = at, append(out.Fonts, f)
				}
				font = at
			}
		}
		c.Font = font
		apart = c.Rune <= ' '
		out.Chars = append(out.Chars, c)
	})
}

// box reads a rectangle of the engine: left, top, right, bottom.
func box(b []byte) Box {
	f := func(i int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])) }
	return Box{Left: f(0), Top: f(1), Right: f(2), Bottom: f(3)}
}

// font asks for the font of a character.
func (d *Document) font(ctx context.Context, text uint64, i int) Font {
	const fixed, italic, nameAt = 1, 1 << 6, 8
	x := d.x
	f := Font{
		Size:   float32(api.DecodeF64(x.call(ctx, "FPDFText_GetFontSize", text, uint64(i)))), //nolint:gosec // not negative
		Weight: int(int32(x.call(ctx, "FPDFText_GetFontWeight", text, uint64(i)))),           //nolint:gosec // of 32 bits
	}
	angle := api.DecodeF32(x.call(ctx, "FPDFText_GetCharAngle", text, uint64(i))) //nolint:gosec // not negative
	if turns := math.Round(float64(angle) / (math.Pi / 2)); turns >= 0 && turns <= 4 {
		f.Turned = (4 - int(turns)) % 4 // the engine counts with the clock
	}
	n := x.call(ctx, "FPDFText_GetFontInfo", text, uint64(i), d.scratch+nameAt, maxString-nameAt, d.scratch) //nolint:gosec // not negative
	flags := binary.LittleEndian.Uint32(x.bytes(d.scratch, 4))
	f.Italic, f.Fixed = flags&italic != 0, flags&fixed != 0
	if n > 0 && n <= maxString-nameAt {
		f.Name = string(x.bytes(d.scratch+nameAt, int(n)-1)) //nolint:gosec // bounded
	}
	return f
}

// links reads the links of a page that lead to an address.
func (d *Document) links(ctx context.Context, page uint64, out *Page) {
	x := d.x
	const linkAt, boxAt, pathAt = 4, 8, 32
	copy(x.bytes(d.scratch, 4), []byte{0, 0, 0, 0})
	for range maxLinks {
		if x.call(ctx, "FPDFLink_Enumerate", page, d.scratch, d.scratch+linkAt) == 0 || x.err != nil {
			return
		}
		link := uint64(binary.LittleEndian.Uint32(x.bytes(d.scratch+linkAt, 4)))
		x.call(ctx, "FPDFLink_GetAnnotRect", link, d.scratch+boxAt)
		l := Link{Box: box(x.bytes(d.scratch+boxAt, 16))}
		action := x.call(ctx, "FPDFLink_GetAction", link)
		if action == 0 {
			continue
		}
		n := x.call(ctx, "FPDFAction_GetURIPath", d.doc, action, d.scratch+pathAt, maxString-pathAt)
		if n > 1 && n <= maxString-pathAt {
			l.Target = string(x.bytes(d.scratch+pathAt, int(n)-1)) //nolint:gosec // bounded
			out.Links = append(out.Links, l)
		}
	}
}

// String names the place of a box, for tests and logs.
func (b Box) String() string {
	return fmt.Sprintf("%.0f,%.0f–%.0f,%.0f", b.Left, b.Bottom, b.Right, b.Top)
}
