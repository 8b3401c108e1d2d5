package docx_test

import (
	"strings"
	"testing"

	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/raw"
)

const (
	head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	ns   = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
		` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`
	types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// text is a document to be made. Each field but the pictures is what stands in the
// first element of a part.
type text struct {
	body, styles, numbering, footnotes, endnotes, core, relations string
	pictures                                                      []documenttest.Part
}

// part is a part with words in its first element.
func part(name, element, words string) documenttest.Part {
	return documenttest.Part{Name: name, Data: head + "<w:" + element + ns + ">" + words + "</w:" + element + ">"}
}

// file makes the file of the document.
func (x text) file(t testing.TB) *raw.File {
	t.Helper()
	relation := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + types + kind + `" Target="` + target + `"/>`
	}
	relations := func(list ...string) string {
		return head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(list, "") + `</Relationships>`
	}
	parts := []documenttest.Part{
		{Name: "[Content_Types].xml", Data: head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{Name: "_rels/.rels", Data: relations(relation("a", "/officeDocument", "word/document.xml"), relation("b", "/metadata/core-properties", "/docProps/core.xml"))},
		part("word/document.xml", "document", "<w:body>"+x.body+"</w:body>"),
		{Name: "word/_rels/document.xml.rels", Data: relations(relation("s", "/styles", "styles.xml"), relation("n", "/numbering", "numbering.xml"), x.relations)},
		part("word/styles.xml", "styles", x.styles),
		part("word/numbering.xml", "numbering", x.numbering),
		part("word/footnotes.xml", "footnotes", x.footnotes),
		part("word/endnotes.xml", "endnotes", x.endnotes),
		{Name: "docProps/core.xml", Data: head + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">` + x.core + `</cp:coreProperties>`},
	}
	f := documenttest.Zip(t, append(parts, x.pictures...)...)
	f.Path, f.Name = "folder/a.docx", "a.docx"
	return f
}

// p is a paragraph of a style, or of none if it is "", with runs.
func p(style string, runs ...string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return "<w:p>" + style + strings.Join(runs, "") + "</w:p>"
}

// r is a run with properties.
func r(words string, properties ...string) string {
	props := ""
	if len(properties) > 0 {
		props = "<w:rPr>" + strings.Join(properties, "") + "</w:rPr>"
	}
	return "<w:r>" + props + `<w:t xml:space="preserve">` + words + "</w:t></w:r>"
}

// item is a paragraph in a list, on a level.
func item(list, level, words string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` + r(words) + `</w:p>`
}

// level is a level of a list's shape.
func level(n, format, marker, more string) string {
	return `<w:lvl w:ilvl="` + n + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + marker + `"/>` + more + `</w:lvl>`
}

// style is a style of paragraphs, or of characters.
func style(kind, id, name, based, more string) string {
	if based != "" {
		based = `<w:basedOn w:val="` + based + `"/>`
	}
	return `<w:style w:type="` + kind + `" w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + based + more + `</w:style>`
}

// styles are the usual ones, with names as they are in a German edition.
var styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>` +
	style("paragraph", "Titel", "Title", "Standard", "") +
	style("paragraph", "berschrift1", "heading 1", "Standard", `<w:pPr><w:outlineLvl w:val="0"/></w:pPr>`) +
	style("paragraph", "berschrift2", "heading 2", "Standard", "") +
	style("paragraph", "Kapitel", "Chapter", "berschrift2", "") +
	style("paragraph", "Inhalt", "TOC Heading", "berschrift1", `<w:pPr><w:outlineLvl w:val="9"/></w:pPr>`) +
	style("paragraph", "Zitat", "Intense Quote", "Standard", "") +
	style("paragraph", "Quelltext", "Source Code", "Standard", "") +
	style("paragraph", "Beschriftung", "caption", "Standard", "") +
	style("paragraph", "Liste", "List Bullet", "Standard", `<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>`) +
	style("paragraph", "Kreis", "Circle", "Kreis", "") +
	style("character", "Fett", "Strong", "", `<w:rPr><w:b/></w:rPr>`) +
	style("character", "FettKursiv", "Strong Emphasis", "Fett", `<w:rPr><w:i/></w:rPr>`) +
	style("character", "Code", "Verbatim Char", "", "") +
	style("character", "Versteckt", "Hidden", "", `<w:rPr><w:vanish/></w:rPr>`)
