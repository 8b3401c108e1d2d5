package document_test

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/document"
	"sidelight/annotations/document/documenttest"
)

// benchWords is how many words the documents of the benchmark have: a book.
const benchWords = 200_000

// benchParagraphs returns paragraphs of n words in all.
func benchParagraphs(n int) []string {
	r := rand.New(rand.NewSource(7)) //nolint:gosec // a text, no secret
	words := strings.Fields("the harbour was quiet in winter and boats went out as before when ice had left it " +
		"council decided that money would come from tolls which nobody liked because trade moved elsewhere after war")
	var all []string
	for n > 0 {
		var p strings.Builder
		for i := range min(n, 60+r.Intn(60)) {
			w := words[r.Intn(len(words))]
			switch {
			case i%12 == 0:
				w = strings.ToUpper(w[:1]) + w[1:]
			case i%12 == 11:
				w += "."
			}
			p.WriteString(w + " ")
			n--
		}
		all = append(all, strings.TrimSpace(p.String()))
	}
	return all
}

// benchForms writes paragraphs in each format that is read.
var benchForms = []struct {
	ending string
	make   func(t testing.TB, paragraphs []string) []byte
}{
	{"txt", func(_ testing.TB, p []string) []byte { return []byte(strings.Join(p, "\n\n")) }},
	{"md", func(_ testing.TB, p []string) []byte {
		return []byte(each(p, func(s string) string { return "## " + s[:20] + "\n\n*" + s[:30] + "* " + s + "\n\n" }))
	}},
	{"html", func(_ testing.TB, p []string) []byte {
		return []byte("<!DOCTYPE html><html lang=en><title>A</title><article>" + each(p, inHTML) + "</article>")
	}},
	{"epub", func(t testing.TB, p []string) []byte {
		const chapters = 20
		parts := []documenttest.Part{{Name: "mimetype", Data: "application/epub+zip"}, {Name: "META-INF/container.xml", Data: `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`}}
		var manifest, spine strings.Builder
		for i := range chapters {
			fmt.Fprintf(&manifest, `<item id="c%d" href="c%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
			fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
			body := each(p[len(p)*i/chapters:len(p)*(i+1)/chapters], inHTML)
			parts = append(parts, documenttest.Part{Name: fmt.Sprintf("c%d.xhtml", i), Data: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head><body>` + body + `</body></html>`})
		}
		opf := `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>` + manifest.String() + `</manifest><spine>` + spine.String() + `</spine></package>`
		return documenttest.Zip(t, append(parts, documenttest.Part{Name: "b.opf", Data: opf})...).Data
	}},
	{"docx", func(t testing.TB, p []string) []byte {
		const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		body := each(p, func(s string) string {
			return `<w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">` + s[:30] + `</w:t></w:r><w:r><w:t xml:space="preserve"> ` + s + `</w:t></w:r></w:p>`
		})
		return documenttest.Zip(t,
			documenttest.Part{Name: "[Content_Types].xml", Data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
			documenttest.Part{Name: "_rels/.rels", Data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="` + types + `/officeDocument" Target="word/document.xml"/></Relationships>`},
			documenttest.Part{Name: "word/document.xml", Data: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`},
		).Data
	}},
	{"odt", func(t testing.TB, p []string) []byte {
		body := each(p, func(s string) string {
			return `<text:p><text:span text:style-name="T">` + s[:30] + `</text:span> ` + s + `</text:p>`
		})
		return documenttest.Zip(t,
			documenttest.Part{Name: "mimetype", Data: "application/vnd.oasis.opendocument.text"},
			documenttest.Part{Name: "content.xml", Data: `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`},
		).Data
	}},
	{"pdf", func(_ testing.TB, p []string) []byte { return inPDF(p) }},
}

func each(all []string, f func(string) string) string {
	var out strings.Builder
	for _, s := range all {
		out.WriteString(f(s))
	}
	return out.String()
}

func inHTML(s string) string { return "<p><em>" + s[:30] + "</em> " + s + "</p>\n" }

// inPDF writes paragraphs in lines of twelve words on pages of fifty.
func inPDF(paragraphs []string) []byte {
	const lines, wide = 50, 12
	pages := []string{""}
	n := 0
	for _, p := range paragraphs {
		words := strings.Fields(p)
		for i := 0; i < len(words); i += wide {
			if n++; n > lines {
				pages, n = append(pages, ""), 1
			}
			indent := 0
			if i == 0 {
				indent = 20
			}
			pages[len(pages)-1] += fmt.Sprintf("BT /F 10 Tf %d %d Td (%s) Tj ET\n", 50+indent, 800-14*n, strings.Join(words[i:min(i+wide, len(words))], " "))
		}
	}
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"}
	var kids strings.Builder
	for _, p := range pages {
		objects = append(objects, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(p), p),
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>", len(objects)+1))
		fmt.Fprintf(&kids, "%d 0 R ", len(objects))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), kids.String())
	var out, places strings.Builder
	out.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		fmt.Fprintf(&places, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, places.String(), len(objects)+1, table)
	return []byte(out.String())
}

// BenchmarkOpen opens a book of 200,000 words in each format, and by turns the same words
// as plain text: of-text is how many times as long it takes. Of-half is how many times as
// long as half of the book, which is 2 where the work grows with the text.
func BenchmarkOpen(b *testing.B) {
	folder := b.TempDir()
	write := func(form, words int) string {
		f := benchForms[form]
		path := filepath.Join(folder, fmt.Sprintf("%d.%s", words, f.ending))
		if err := os.WriteFile(path, f.make(b, benchParagraphs(words)), 0o600); err != nil {
			b.Fatal(err)
		}
		return path
	}
	read := func(path string) time.Duration {
		began := time.Now()
		d, err := document.Open(b.Context(), path, nil)
		if err != nil {
			b.Fatal(err)
		}
		took := time.Since(began)
		if n := len(d.Article.Text); n < 2*benchWords {
			b.Fatalf("%s has %d bytes of text", path, n)
		}
		return took
	}
	plain := write(0, benchWords)
	for i, f := range benchForms {
		b.Run(f.ending, func(b *testing.B) {
			whole, half := write(i, benchWords), write(i, benchWords/2)
			size, err := os.Stat(whole)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(size.Size())
			read(whole)
			var ofWhole, ofHalf, ofPlain time.Duration
			for b.Loop() {
				ofWhole += read(whole)
				b.StopTimer()
				ofHalf += read(half)
				ofPlain += read(plain)
				b.StartTimer()
			}
			b.ReportMetric(float64(ofWhole)/float64(ofPlain), "of-text")
			b.ReportMetric(float64(ofWhole)/float64(ofHalf), "of-half")
		})
	}
}
