package epub_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/epub"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

type parts []documenttest.Part

// container is the part that names the package document.
var container = documenttest.Part{Name: "META-INF/container.xml", Data: `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`}

// book makes a book of chapters, which are the insides of their bodies.
func book(t testing.TB, meta string, chapters []string, more ...documenttest.Part) *raw.File {
	t.Helper()
	var manifest, spine strings.Builder
	all := parts{{Name: "mimetype", Data: epub.MediaType}, container}
	for i, c := range chapters {
		fmt.Fprintf(&manifest, `<item id="c%d" href="text/c%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
		all = append(all, documenttest.Part{Name: fmt.Sprintf("OEBPS/text/c%d.xhtml", i), Data: chapter(c)})
	}
	for _, p := range more {
		name := strings.TrimPrefix(p.Name, "OEBPS/")
		switch {
		case strings.HasSuffix(name, "nav.xhtml"):
			fmt.Fprintf(&manifest, `<item id="nav" href="%s" properties="nav" media-type="application/xhtml+xml"/>`, name)
		case strings.HasSuffix(name, ".ncx"):
			fmt.Fprintf(&manifest, `<item id="ncx" href="%s" media-type="application/x-dtbncx+xml"/>`, name)
		}
	}
	opf := fmt.Sprintf(`<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">%s</metadata><manifest>%s</manifest><spine>%s</spine></package>`, meta, &manifest, &spine)
	all = append(all, documenttest.Part{Name: "OEBPS/book.opf", Data: opf})
	return documenttest.Zip(t, append(all, more...)...)
}

func chapter(body string) string {
	return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title></head><body>` + body + `</body></html>`
}

func read(t testing.TB, f *raw.File) *annotations.Article {
	t.Helper()
	a, err := epub.Read(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

const meta = `<dc:title>The Keeper of the Light</dc:title><dc:creator>Ada Lind</dc:creator><dc:creator>Ben Ode</dc:creator><dc:date>1932-05-01T00:00:00Z</dc:date><dc:language>en-GB</dc:language><dc:publisher>Harbour Press</dc:publisher>`

// books are books in the ways in which books are made.
func books(t testing.TB) map[string]*raw.File {
	ncx := documenttest.Part{Name: "OEBPS/toc.ncx", Data: `<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><docTitle><text>no</text></docTitle><navMap><navPoint><navLabel><text>The First
 Winter</text></navLabel><content src="text/c0.xhtml"/><navPoint><navLabel><text>A letter</text></navLabel><content src="text/c0.xhtml#letter"/></navPoint></navPoint><navPoint><navLabel><text>II. Spring</text></navLabel><content src="text/c1.xhtml"/></navPoint></navMap></ncx>`}
	nav := documenttest.Part{Name: "OEBPS/nav.xhtml", Data: chapter(`<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="text/c0.xhtml">One</a><ol><li><a href="text/c1.xhtml">Two <i>and</i> more</a></li></ol></li></ol></nav><nav epub:type="landmarks"><ol><li><a href="text/c1.xhtml">no</a></li></ol></nav>`)}
	return map[string]*raw.File{
		"version-3":              book(t, meta, []string{`<h1>One</h1><p>The light was lit in the year <em>1869</em>&nbsp;and&hellip; stayed.</p><hr/><p>It<br/>burns.</p>`, `<section><h2>Two</h2><ul><li>oil</li><li>glass</li></ul></section>`}, nav),
		"version-2":              book(t, meta, []string{`<p>He came in October.</p><p id="letter" class="h2">A letter</p><p>Dear Johanna, the sea is loud.</p>`, `<p>The ice broke.</p>`}, ncx),
		"headings-from-contents": book(t, meta, []string{`<p>Before.</p>`, `<div><p>two and more</p><p>After.</p></div>`}, nav),
		"notes": book(t, meta, []string{`<h1>One</h1><p>He wrote<a epub:type="noteref" id="r1" href="c1.xhtml#n1">1</a> often, and drew.<sup><a href="#n2" id="r2">*</a></sup></p><aside epub:type="footnote" id="n2"><p>In ink.</p></aside><p>See <a href="c1.xhtml">the notes</a> and <a href="https://example.org/x">the page</a>.</p>`,
			`<h1>Notes</h1><p id="n1"><a href="c0.xhtml#r1">1.</a> His diaries.</p>`}),
		"pictures": book(t, meta, []string{`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><title>no</title><image xlink:href="../img/cover%20a.png" width="600" height="800"/></svg><h1>One</h1><figure><img src="../img/b.png" alt="The tower"/><figcaption>From the sea</figcaption></figure><p><img src="../../../up.png" alt="x"/><img src="https://example.org/y.png"/>After.</p>`},
			documenttest.Part{Name: "OEBPS/img/cover a.png", Data: "12345"}, documenttest.Part{Name: "OEBPS/img/b.png", Data: "123"}),
		"tables-and-code": book(t, meta, []string{`<h1>One</h1><table><thead><tr><th>Year</th><th>Ships</th></tr></thead><tbody><tr><td>1870</td><td>214</td></tr></tbody></table><pre><code>a  b
 c</code></pre><blockquote><p>All is well.</p><cite>the log</cite></blockquote><dl><dt>reef</dt><dd>a bank of rock</dd></dl>`}),
		"not-quite-xml": book(t, "<dc:title>A &amp; B</dc:title>", []string{`<h1>One<p>unclosed & bare <b>bold</p><p title=bare>two`}),
	}
}

func TestGolden(t *testing.T) {
	for name, f := range books(t) {
		a := read(t, f)
		documenttest.Golden(t, filepath.Join("testdata", name+".txt"), documenttest.Outline(a))
		documenttest.Origins(t, a)
		if !epub.Is(f) {
			t.Errorf("%s is no book", name)
		}
	}
}

// A character leads to its part of the book and to its element.
func TestOrigin(t *testing.T) {
	a := read(t, books(t)["version-2"])
	for word, want := range map[string]annotations.SourceLocation{
		"came":   {Part: "OEBPS/text/c0.xhtml", Path: "/6/2!/4/2", Text: 1, Offset: 3},
		"letter": {Part: "OEBPS/text/c0.xhtml", Path: "/6/2!/4/4", Text: 1, Offset: 2},
		"First":  {Part: "OEBPS/toc.ncx", Path: "/ncx[1]/navMap[1]/navPoint[1]/navLabel[1]/text[1]", Text: 1, Offset: 4},
	} {
		if l, ok := a.Origin(strings.Index(a.Text, word)); !ok || l != want {
			t.Errorf("%q comes from %+v", word, l)
		}
	}
}

// What protects a book is told by its name. Fonts alone may be made useless elsewhere.
func TestProtection(t *testing.T) {
	encryption := func(algorithm string) documenttest.Part {
		return documenttest.Part{Name: "META-INF/encryption.xml", Data: `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="` + algorithm + `"/></enc:EncryptedData></encryption>`}
	}
	aes := encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
	for name, c := range map[string]struct {
		parts []documenttest.Part
		want  string
	}{
		"LCP":        {[]documenttest.Part{aes, {Name: "META-INF/license.lcpl", Data: "{}"}}, "Readium LCP"},
		"ADEPT":      {[]documenttest.Part{aes, {Name: "META-INF/rights.xml", Data: "<rights/>"}}, "Adobe ADEPT"},
		"FairPlay":   {[]documenttest.Part{{Name: "META-INF/sinf.xml", Data: "<sinf/>"}}, "Apple FairPlay"},
		"some other": {[]documenttest.Part{aes}, ""},
	} {
		_, err := epub.Read(t.Context(), book(t, meta, []string{"<p>a</p>"}, c.parts...))
		e, ok := err.(*raw.Error) //nolint:errorlint // the reader returns no other
		if !ok || e.Problem != raw.Protected || e.Format != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, algorithm := range []string{"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"} {
		read(t, book(t, meta, []string{"<p>a</p>"}, encryption(algorithm)))
	}
}

// A book that is hostile is read, or refused with a sentence.
func TestHostileBooks(t *testing.T) {
	opf := func(data string) *raw.File {
		return documenttest.Zip(t, container, documenttest.Part{Name: "OEBPS/book.opf", Data: data}, documenttest.Part{Name: "OEBPS/a.xhtml", Data: chapter("<p>a</p>")})
	}
	many := make([]documenttest.Part, 100_000)
	for i := range many {
		many[i].Name = fmt.Sprint(i)
	}
	for name, c := range map[string]struct {
		f    *raw.File
		want raw.Problem
	}{
		"no container":       {documenttest.Zip(t, documenttest.Part{Name: "mimetype", Data: epub.MediaType}), raw.Damaged},
		"no package":         {documenttest.Zip(t, container), raw.Damaged},
		"a path outside":     {documenttest.Zip(t, documenttest.Part{Name: container.Name, Data: strings.ReplaceAll(container.Data, "OEBPS/", "../../")}, documenttest.Part{Name: "../../book.opf", Data: "<package/>"}), raw.Damaged},
		"no spine":           {opf("<package/>"), raw.Damaged},
		"chapters not there": {opf(`<package><manifest><item id="a" href="gone.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`), raw.Damaged},
		"chapters outside":   {opf(`<package><manifest><item id="a" href="../../../etc/passwd"/></manifest><spine><itemref idref="a"/></spine></package>`), raw.Damaged},
		"no text":            {book(t, meta, []string{"<p> </p>", "<script>a</script>"}), raw.Empty},
		"deep":               {book(t, meta, []string{strings.Repeat("<div>", 100_000)}), raw.TooDeep},
		"too many elements":  {book(t, meta, []string{strings.Repeat("<b/>", 1<<21)}), raw.TooLong},
		"100,000 entries":    {documenttest.Zip(t, many...), raw.TooMuch},
		"10 GB":              {bomb(t), raw.TooMuch},
	} {
		if _, err := epub.Read(t.Context(), c.f); err == nil || documenttest.Problem(t, err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	looping := opf(`<package><manifest><item id="a" href="a.xhtml"/></manifest><spine toc="a">` + strings.Repeat(`<itemref idref="a"/>`, 10_000) + `</spine></package>`)
	if a := read(t, looping); a.Len() != 1 {
		t.Errorf("a spine that names one chapter again and again has %d blocks", a.Len())
	}
	entities := strings.Replace(chapter("<p>&a9;b</p>"), "<!DOCTYPE html>", `<!DOCTYPE html [<!ENTITY a0 "a"><!ENTITY a9 "&a0;&a0;">]>`, 1)
	f := documenttest.Zip(t, container, documenttest.Part{Name: "OEBPS/book.opf", Data: `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`}, documenttest.Part{Name: "OEBPS/a.xhtml", Data: entities})
	if got := read(t, f).Text; got != "&a9;b" {
		t.Errorf("entities that the book defines give %q", got)
	}
}

// bomb is a book whose chapter has ten thousand million bytes.
func bomb(t *testing.T) *raw.File {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	small := book(t, meta, []string{"<p>a</p>"})
	from, err := zip.NewReader(bytes.NewReader(small.Data), int64(len(small.Data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range from.File {
		if strings.HasSuffix(part.Name, "c0.xhtml") {
			w, err := z.CreateRaw(&zip.FileHeader{Name: part.Name, Method: zip.Deflate, UncompressedSize64: 10_000_000_000, CompressedSize64: 2})
			if err == nil {
				_, err = w.Write([]byte{3, 0})
			}
			if err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := z.Copy(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &raw.File{Path: "a.epub", Name: "a.epub", Data: out.Bytes()}
}

func TestCutBooks(t *testing.T) {
	for _, f := range books(t) {
		documenttest.Cut(t, f, epub.Read)
	}
}

func TestCancelled(t *testing.T) { documenttest.Cancelled(t, books(t)["notes"], epub.Read) }

func TestWorkGrowsWithTheBook(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	const size, times = 64 << 10, 2
	for name, part := range map[string]string{"paragraphs": "<p>Words, and more words.</p>", "headings": `<p id="a">a</p>`, "notes": `<p><sup><a href="#n">1</a></sup></p><p id="n">b</p>`} {
		t.Run(name, func(t *testing.T) {
			of := func(n int) *raw.File { return book(t, meta, []string{strings.Repeat(part, n/len(part))}) }
			documenttest.Doubles(t, epub.Read, of(size), of(times*size), times)
		})
	}
	t.Run("chapters", func(t *testing.T) {
		of := func(n int) *raw.File {
			var list strings.Builder
			all := make([]string, n)
			for i := range all {
				all[i] = "<p>Words.</p>"
				fmt.Fprintf(&list, `<li><a href="text/c%d.xhtml">Chapter %d</a></li>`, i, i)
			}
			return book(t, meta, all, documenttest.Part{Name: "OEBPS/nav.xhtml", Data: chapter(`<nav epub:type="toc"><ol>` + list.String() + `</ol></nav>`)})
		}
		documenttest.Doubles(t, epub.Read, of(300), of(times*300), times)
	})
}

func FuzzRead(f *testing.F) {
	for _, b := range books(f) {
		z, err := zip.NewReader(bytes.NewReader(b.Data), int64(len(b.Data)))
		if err != nil {
			f.Fatal(err)
		}
		var in [3]string
		for _, part := range z.File {
			r, err := part.Open()
			if err != nil {
				f.Fatal(err)
			}
			data, _ := io.ReadAll(r)
			switch {
			case strings.HasSuffix(part.Name, "c0.xhtml"):
				in[0] = string(data)
			case strings.HasSuffix(part.Name, ".opf"):
				in[1] = string(data)
			case strings.HasSuffix(part.Name, ".ncx"), strings.HasSuffix(part.Name, "nav.xhtml"):
				in[2] = string(data)
			}
		}
		f.Add(in[0], in[1], in[2])
	}
	f.Fuzz(func(t *testing.T, text, opf, list string) {
		if len(text)+len(opf)+len(list) > 32<<10 {
			return
		}
		file := documenttest.Zip(t, container, documenttest.Part{Name: "OEBPS/book.opf", Data: opf}, documenttest.Part{Name: "OEBPS/text/c0.xhtml", Data: text},
			documenttest.Part{Name: "OEBPS/nav.xhtml", Data: list}, documenttest.Part{Name: "OEBPS/toc.ncx", Data: list})
		fuzzed.Within(t, func() {
			if _, err := epub.Read(t.Context(), file); err != nil {
				documenttest.Problem(t, err)
			}
		})
	})
}
