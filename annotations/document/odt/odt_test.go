package odt_test

import (
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/odt"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

const ns = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"` +
	` xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`

// text is a document to be made.
type text struct {
	body, automatic, styles, meta, manifest string
	pictures                                []documenttest.Part
}

// file makes the file of the document.
func (x text) file(t testing.TB) *raw.File {
	t.Helper()
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	parts := []documenttest.Part{
		{Name: "mimetype", Data: odt.MediaType},
		{Name: "content.xml", Data: head + "<office:document-content" + ns + "><office:automatic-styles>" + x.automatic + "</office:automatic-styles><office:body><office:text>" + x.body + "</office:text></office:body></office:document-content>"},
		{Name: "styles.xml", Data: head + "<office:document-styles" + ns + "><office:styles>" + x.styles + "</office:styles></office:document-styles>"},
		{Name: "meta.xml", Data: head + "<office:document-meta" + ns + "><office:meta>" + x.meta + "</office:meta></office:document-meta>"},
		{Name: "META-INF/manifest.xml", Data: head + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">` + x.manifest + `</manifest:manifest>`},
	}
	f := documenttest.Zip(t, append(parts, x.pictures...)...)
	f.Path, f.Name = "folder/a.odt", "a.odt"
	return f
}

// p is a paragraph of a style, or of none if it is "".
func p(style, words string) string {
	if style != "" {
		style = ` text:style-name="` + style + `"`
	}
	return "<text:p" + style + ">" + words + "</text:p>"
}

func h(level, words string) string {
	return `<text:h text:outline-level="` + level + `">` + words + "</text:h>"
}

func span(style, words string) string {
	return `<text:span text:style-name="` + style + `">` + words + "</text:span>"
}

func list(style, items string) string {
	if style != "" {
		style = ` text:style-name="` + style + `"`
	}
	return "<text:list" + style + ">" + items + "</text:list>"
}

func item(words string) string { return "<text:list-item>" + words + "</text:list-item>" }

func cell(more, words string) string {
	return "<table:table-cell" + more + ">" + words + "</table:table-cell>"
}

func row(cells ...string) string {
	return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
}

func note(class, sign, words string) string {
	return `<text:note text:note-class="` + class + `"><text:note-citation>` + sign + `</text:note-citation><text:note-body>` + words + `</text:note-body></text:note>`
}

const styles = `<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="CH"/></style:default-style>` +
	`<style:style style:family="paragraph" style:name="Standard"/><style:style style:family="paragraph" style:name="Text_20_body" style:display-name="Text body" style:parent-style-name="Standard"/>` +
	`<style:style style:family="paragraph" style:name="Quotations" style:parent-style-name="Standard"/><style:style style:family="paragraph" style:name="Preformatted_20_Text"/>` +
	`<style:style style:family="paragraph" style:name="Caption"/><style:style style:family="paragraph" style:name="Illustration" style:parent-style-name="Caption"/><style:style style:family="paragraph" style:name="Title"/>` +
	`<style:style style:family="text" style:name="Emphasis"><style:text-properties fo:font-style="italic"/></style:style><style:style style:family="text" style:name="Source_20_Text"/>` +
	`<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:display-levels="2" text:start-value="3"/><text:list-level-style-number text:level="3" style:num-format="I"/></text:list-style>` +
	`<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>`

const automatic = `<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Quotations"/><style:style style:family="text" style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>` +
	`<style:style style:family="text" style:name="T2" style:parent-style-name="Emphasis"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:family="text" style:name="T3" style:parent-style-name="Emphasis"><style:text-properties fo:font-style="normal"/></style:style>` +
	`<style:style style:family="text" style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:family="text" style:name="Down"><style:text-properties style:text-position="-33% 58%"/></style:style>` +
	`<style:style style:family="text" style:name="Out"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:family="text" style:name="Gone"><style:text-properties text:display="none"/></style:style>` +
	`<style:style style:family="section" style:name="S"><style:section-properties text:display="none"/></style:style>`

const frame = `<draw:frame svg:width="5cm" svg:height="25.4mm"><draw:image xlink:href="Pictures/a.png"/><draw:image xlink:href="Pictures/b.png"/><svg:title>T</svg:title><svg:desc>A lighthouse</svg:desc></draw:frame>`

// samples are documents of our own, by the name of the file that says what comes out.
var samples = map[string]text{
	"headings": {
		meta: `<dc:title>Über  das Meer</dc:title><meta:initial-creator>A. Matrose</meta:initial-creator><dc:creator>B. Lektor</dc:creator><meta:creation-date>2024-01-02</meta:creation-date>`,
		body: p("Title", "Über das Meer") + h("1", "Winde") + p("Text_20_body", "Sie wehen.") + h("2", "Passate") + p("P1", "Stetig.") + h("9", "Tief") +
			p("Preformatted_20_Text", "if wind {") + p("Preformatted_20_Text", `<text:s text:c="4"/>sail( <text:span>now</text:span> )`) + p("Preformatted_20_Text", "") + p("Preformatted_20_Text", "}") +
			p("Illustration", "Bild 1: nichts") + p("Unknown", "Ende."),
	},
	"lists": {
		body: list("N", item(p("", "one"))+item(p("", "two")+list("", item(p("", "in two"))+item(p("", "again")+list("", item(p("", "deep")))))+p("", "still two"))+`<text:list-item text:start-value="9">`+p("", "nine")+`</text:list-item>`) +
			list("B", item(p("", "dot")+list("", item(p("", "in it"))))) + `<text:list text:style-name="N" text:continue-numbering="true">` + item(p("", "ten")) + `</text:list>` + list("N", "<text:list-header>"+p("", "no number")+"</text:list-header>"+item(h("2", "a heading"))) + list("none", item(p("", "unknown"))),
	},
	"spans": {
		body: p("", "Plain "+span("T1", "bold")+" and "+span("T2", "both "+span("T3", "one"))+" E = mc"+span("Up", "2")+" H"+span("Down", "2")+"O "+span("Out", "struck")+span("Gone", " gone")+" "+span("Source_20_Text", "code()")) +
			p("", `<text:a xlink:href="https://example.org/a?b=c">a link</text:a> and <text:a xlink:href="#there">a place</text:a>, page <text:page-number>7</text:page-number>`) +
			`<text:tracked-changes><text:changed-region><text:deletion>` + p("", "deleted") + `</text:deletion></text:changed-region></text:tracked-changes>` +
			p("", `A<text:change-start/>n insertion<text:change-end/>,<office:annotation>`+p("", "a remark")+`</office:annotation> tab<text:tab/>ped<text:line-break/>line, two<text:s text:c="2"/>blanks`) +
			p("", "\n  over\n  two lines ") + p("", `<text:bookmark text:name="there"/>The place. <text:bookmark-ref text:ref-name="there">Up</text:bookmark-ref> <text:ruby><text:ruby-base>雨</text:ruby-base><text:ruby-text>あめ</text:ruby-text></text:ruby>`) +
			`<text:section text:style-name="S">` + p("", "hidden") + `</text:section><text:section>` + p("", "shown") + `</text:section>`,
	},
	"tables": {
		body: "<table:table><table:table-column/><table:table-header-rows>" + row(cell(` table:number-columns-spanned="2"`, p("", "Wide")), "<table:covered-table-cell/>", cell("", p("", "C"))) + "</table:table-header-rows>" +
			row(cell("", p("", "a")), cell("", ""), cell("", p("", "two")+p("", "lines"))) + row("<table:covered-table-cell/>", cell("", "<table:table>"+row(cell("", p("", "in")), cell("", p("", "side")))+"</table:table>"), cell(` table:number-columns-repeated="2000000000"`, p("", frame+"last"))) + "</table:table>" +
			"<table:table>" + row(cell("", p("", "another"))) + "</table:table>" + p("", "After."),
	},
	"notes": {
		body: p("", "One"+note("footnote", "1", p("", "First note.")+p("", "Its second paragraph."))+", two"+note("endnote", "i", p("", "At the end."))+", three"+note("footnote", "*", p("", span("T1", "Second.")))+"."),
	},
	"frames": {
		body: p("", "Around "+frame+"a picture.") + p("", frame) + p("", "With "+`<draw:frame><draw:text-box>`+p("", "In a frame.")+h("1", "Its heading")+`</draw:text-box></draw:frame>`+"a frame.") +
			p("", `<draw:custom-shape>`+p("", "In a shape.")+`</draw:custom-shape>`) + `<draw:frame svg:width="1in"><draw:image xlink:href="https://example.org/x.png"/></draw:frame>`,
		pictures: []documenttest.Part{{Name: "Pictures/a.png", Data: "PNG"}},
	},
}

func TestSamples(t *testing.T) {
	for name, x := range samples {
		t.Run(name, func(t *testing.T) {
			x.styles, x.automatic = styles, automatic
			f := x.file(t)
			a, err := odt.Read(t.Context(), f)
			if err != nil || !odt.Is(f) {
				t.Fatal(err)
			}
			documenttest.Origins(t, a)
			documenttest.Golden(t, filepath.Join("testdata", name+".txt"), documenttest.Outline(a))
			documenttest.Cut(t, f, odt.Read)
			documenttest.Cancelled(t, f, odt.Read)
		})
	}
}

func TestOriginNamesTheParagraph(t *testing.T) {
	a, err := odt.Read(t.Context(), text{body: p("", "One") + list("", item(p("", "Tüo <text:span>three</text:span>")))}.file(t))
	if err != nil {
		t.Fatal(err)
	}
	got, ok := a.Origin(strings.Index(a.Text, "three"))
	want := annotations.SourceLocation{Part: "content.xml", Path: "/office:document-content[1]/office:body[1]/office:text[1]/text:list[1]/text:list-item[1]/text:p[1]", Offset: 4}
	if !ok || got != want {
		t.Errorf("three stands at %+v", got)
	}
}

func TestHostileFiles(t *testing.T) {
	main := func(words string) *raw.File {
		return documenttest.Zip(t, documenttest.Part{Name: "content.xml", Data: words})
	}
	open := "<office:document-content" + ns + "><office:body><office:text>"
	for _, c := range []struct {
		name    string
		file    *raw.File
		problem raw.Problem
	}{
		{"no package", &raw.File{Path: "a", Data: []byte("PK\x03\x04 and so on")}, raw.Damaged},
		{"no text", documenttest.Zip(t, documenttest.Part{Name: "mimetype", Data: odt.MediaType}), raw.Damaged},
		{"an empty text", main(""), raw.Damaged},
		{"a text without words", text{body: p("", "")}.file(t), raw.Empty},
		{"a text that is cut", main(open + "<text:p>words"), raw.Damaged},
		{"encrypted", text{body: p("", "x"), manifest: `<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>`}.file(t), raw.Protected},
		{"lists in one another", main(open + strings.Repeat("<text:list><text:list-item>", 100_000)), raw.TooMuch},
		{"elements without end", main(open + strings.Repeat("<text:p/>", 7_000_000)), raw.TooMuch},
		{"a note without end", main(open + "<text:p><text:note><text:note-body>" + strings.Repeat("<text:p/>", 1_000_000)), raw.TooMuch},
		{"too many bytes", main(open + strings.Repeat(" ", 65<<20)), raw.TooMuch},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := odt.Read(t.Context(), c.file); documenttest.Problem(t, err) != c.problem {
				t.Errorf("the error is %v", err)
			}
		})
	}
	bomb := `<!DOCTYPE x [<!ENTITY a "words"><!ENTITY b "` + strings.Repeat("&a;", 1000) + `">]>` + open + p("", "&b;") + "</office:text></office:body></office:document-content>"
	if a, err := odt.Read(t.Context(), main(bomb)); err != nil || a.Text != "&b;" {
		t.Errorf("an entity becomes %v", err)
	}
}

// Eight times as many words cost about eight times the work, whatever they are made of.
func TestWorkGrowsWithTheSize(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	shapes := map[string]func(n int) string{
		"paragraphs": func(n int) string { return strings.Repeat(p("", "words "+span("T1", "and")), n) },
		"one line":   func(n int) string { return p("", strings.Repeat(span("T1", "a")+"b ", n)) },
		"items":      func(n int) string { return list("N", strings.Repeat(item(p("", "words")), n)) },
		"lists":      func(n int) string { return strings.Repeat(list("N", item(p("", "words"))), n) },
		"cells": func(n int) string {
			return "<table:table>" + strings.Repeat(row(cell("", p("", "a"))), n) + "</table:table>"
		},
		"code":      func(n int) string { return strings.Repeat(p("Preformatted_20_Text", "a <text:s/>"), n) },
		"notes":     func(n int) string { return p("", strings.Repeat(note("footnote", "1", p("", "note")), n)) },
		"frames":    func(n int) string { return p("", strings.Repeat("<draw:rect>"+p("", "in")+"</draw:rect>", n)) },
		"pictures":  func(n int) string { return p("", strings.Repeat("x"+frame, n)) },
		"bookmarks": func(n int) string { return p("", strings.Repeat(`<text:bookmark text:name="a"/>`, n)+"x") },
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			made := func(n int) *raw.File { return text{body: shape(n), styles: styles, automatic: automatic}.file(t) }
			documenttest.Doubles(t, odt.Read, made(900), made(7200), 8)
		})
	}
}

// However broken the text of a document is, it is read or refused in time.
func FuzzRead(f *testing.F) {
	for _, x := range samples {
		f.Add(x.body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		file := text{body: body, styles: styles, automatic: automatic}.file(t)
		fuzzed.Within(t, func() {
			a, err := odt.Read(t.Context(), file)
			if err != nil {
				documenttest.Problem(t, err)
				return
			}
			documenttest.Origins(t, a)
		})
	})
}

// However broken the styles of a document are, it is read or refused.
func FuzzStyles(f *testing.F) {
	f.Add(styles, automatic, samples["headings"].meta)
	f.Fuzz(func(t *testing.T, styles, automatic, meta string) {
		file := text{body: samples["lists"].body + samples["spans"].body, styles: styles, automatic: automatic, meta: meta}.file(t)
		fuzzed.Within(t, func() {
			if _, err := odt.Read(t.Context(), file); err != nil {
				documenttest.Problem(t, err)
			}
		})
	})
}
