//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Words of the book that are looked for. All but the last letter of late stands early
// in the book; the whole of it stands once, near the end. So it is the last key that
// brings the hit.
const (
	early = "lantern"
	late  = "lanterns"
)

// bookBytes is how long the book is as plain text.
const bookBytes = 3_300_000

// A text is what all programs show: the paths of a file in each format.
type text struct {
	plain, page, xhtml, epub string
	sample                   bool // Sidelight has it built in
	wheel                    bool // there is none: something moves with the wheel
}

// A chapter is a heading and paragraphs.
type chapter struct {
	title      string
	paragraphs []string
}

// write writes chapters into folder under name, in four formats.
func write(folder, name, title string, chapters []chapter) (*text, error) {
	t := &text{}
	for _, f := range []struct {
		path *string
		ext  string
		data func(string, []chapter) []byte
	}{{&t.plain, ".txt", plain}, {&t.page, ".html", page}, {&t.xhtml, ".xhtml", pure}, {&t.epub, ".epub", epub}} {
		*f.path = filepath.Join(folder, name+f.ext)
		if err := os.WriteFile(*f.path, f.data(title, chapters), 0o600); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func plain(_ string, chapters []chapter) []byte {
	var b bytes.Buffer
	for _, c := range chapters {
		if c.title != "" {
			b.WriteString(c.title + "\n\n")
		}
		for _, p := range c.paragraphs {
			b.WriteString(p + "\n\n")
		}
	}
	return b.Bytes()
}

// style sets a page as an article is set, in a column about as wide as Sidelight's. The
// column keeps its width at any size of the type, so that a new size changes the lines.
const style = "body{margin:40px 28%;font:18px/1.6 serif}"

func page(title string, chapters []chapter) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title><style>%s</style></head><body>\n",
		html.EscapeString(title), style)
	for _, c := range chapters {
		body(&b, c)
	}
	b.WriteString("</body></html>\n")
	return b.Bytes()
}

func body(b *bytes.Buffer, c chapter) {
	if c.title != "" {
		fmt.Fprintf(b, "<h1>%s</h1>\n", html.EscapeString(c.title))
	}
	for _, p := range c.paragraphs {
		fmt.Fprintf(b, "<p>%s</p>\n", html.EscapeString(p))
	}
}

// pure is a page without a style, for a program that sets pages of its own width.
func pure(title string, chapters []chapter) []byte {
	var b bytes.Buffer
	for _, c := range chapters {
		body(&b, c)
	}
	return []byte(xhtml(title, b.String()))
}

// epub packs a file for each chapter, as books have them.
func epub(title string, chapters []chapter) []byte {
	var all, manifest, spine, nav bytes.Buffer
	z := zip.NewWriter(&all)
	add := func(name string, method uint16, data string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(data))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	add("mimetype", zip.Store, "application/epub+zip")
	add("META-INF/container.xml", zip.Deflate, `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`)
	for i, c := range chapters {
		add(fmt.Sprintf("c%d.xhtml", i), zip.Deflate, string(pure(title, chapters[i:i+1])))
		fmt.Fprintf(&manifest, `<item id="c%d" href="c%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
		fmt.Fprintf(&nav, `<li><a href="c%d.xhtml">%s</a></li>`, i, html.EscapeString(c.title))
	}
	add("nav.xhtml", zip.Deflate, xhtml(title, `<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>`+nav.String()+`</ol></nav>`))
	add("book.opf", zip.Deflate, fmt.Sprintf(`<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:5ad8a0f2-5c1c-4d7c-9d0e-3a3c8f0b3d11</dc:identifier><dc:title>%s</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2025-01-01T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>%s</manifest><spine>%s</spine></package>`,
		html.EscapeString(title), manifest.String(), spine.String()))
	if err := z.Close(); err != nil {
		panic(err)
	}
	return all.Bytes()
}

func xhtml(title, body string) string {
	return fmt.Sprintf("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>%s</title></head><body>\n%s</body></html>\n",
		html.EscapeString(title), body)
}

var sentences = regexp.MustCompile(`(?s).+?[.!?]["”’)]*(\s|$)`)

// book makes a book of at least n bytes out of the sentences of samples. About each
// eighth long word is replaced by a made-up one, so that the book has as many different
// words as a real one. It is the same at each call.
func book(samples []string, n int) []chapter {
	r := rand.New(rand.NewSource(18)) //nolint:gosec // a text, no secret
	var all []string
	for _, s := range samples {
		for _, one := range sentences.FindAllString(s, -1) {
			if one = strings.Join(strings.Fields(one), " "); len(one) > 30 {
				all = append(all, one)
			}
		}
	}
	rare := newRare(r)
	var chapters []chapter
	var c chapter
	written, at := 0, 0
	for written < n {
		var p strings.Builder
		for range 3 + r.Intn(5) {
			p.WriteString(rare.mix(all[r.Intn(len(all))]))
			p.WriteByte(' ')
		}
		switch { // once each
		case at == 0 && written > n/20:
			at = 1
			p.WriteString("He lit the " + early + " and went on.")
		case at == 1 && written > n*9/10:
			at = 2
			p.WriteString("All the " + late + " were out.")
		}
		if len(c.paragraphs) == 80 {
			chapters, c = append(chapters, c), chapter{}
		}
		if c.title == "" {
			c.title = fmt.Sprintf("Chapter %d", len(chapters)+1)
		}
		one := strings.TrimSpace(p.String())
		c.paragraphs = append(c.paragraphs, one)
		written += len(one) + 2
	}
	return append(chapters, c)
}

// rare are made-up words, drawn by Zipf's law.
type rare struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	words []string
}

func newRare(r *rand.Rand) *rare {
	const n = 20_000
	parts := strings.Fields("al ber cor den est for gan hol im jun ker lor men nor or pel qua ris sel tor ul ven wick yar zen")
	w := &rare{r: r, zipf: rand.NewZipf(r, 1.2, 8, n-1)}
	for range n {
		var s strings.Builder
		for range 2 + r.Intn(3) {
			s.WriteString(parts[r.Intn(len(parts))])
		}
		w.words = append(w.words, s.String())
	}
	return w
}

var longWord = regexp.MustCompile(`\b[a-z]{5,}\b`)

func (w *rare) mix(sentence string) string {
	return longWord.ReplaceAllStringFunc(sentence, func(s string) string {
		if w.r.Intn(8) == 0 {
			return w.words[w.zipf.Uint64()]
		}
		return s
	})
}
