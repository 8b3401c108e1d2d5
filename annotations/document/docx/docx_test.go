package docx_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/docx"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// drawing is a picture with a description.
const drawing = `<w:r><w:drawing><wp:inline><wp:extent cx="1905000" cy="952500"/><wp:docPr id="1" name="x" descr="A lighthouse"/>` +
	`<a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="y"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

// begin, divide and end are the marks of a field.
const (
	begin  = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	divide = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	end    = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
)

func instruction(words string) string { return "<w:r><w:instrText>" + words + "</w:instrText></w:r>" }

func tc(properties, words string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + words + "</w:tc>"
}

// samples are documents of our own, by the name of the file that says what comes out.
var samples = map[string]text{
	"headings": {
		styles: styles,
		core:   `<dc:title>On  the sea</dc:title><dc:creator>A. Sailor</dc:creator><dcterms:created>2024-01-02T00:00:00Z</dcterms:created>`,
		body: p("Titel", r("On the sea")) + p("Inhalt", r("Contents")) + p("berschrift1", r("Winds")) + p("", r("They blow.")) +
			p("Kapitel", r("Trade winds")) + p("Kreis", r("Steady ones.")) + p("Zitat", r("Red sky at night,")) +
			`<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>` + r("By level alone") + `</w:p>` +
			p("Quelltext", r("if wind {")) + p("Quelltext", r("    sail()")) + p("Quelltext") + p("Quelltext", r("}")) + p("") +
			p("Quelltext", r("another")) + p("Beschriftung", r("Figure 1. Nothing.")),
	},
	"lists": {
		styles: styles,
		numbering: `<w:abstractNum w:abstractNumId="0">` + level("0", "decimal", "%1.", "") + level("1", "lowerLetter", "%2)", "") + level("2", "upperRoman", "%1.%3", "") + `</w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="1">` + level("0", "bullet", "\uf0b7", "") + level("1", "bullet", "o", "") + `</w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="2">` + level("0", "bullet", "-", "") + level("1", "bullet", "-", `<w:pStyle w:val="Liste"/>`) + `</w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>` +
			`<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`,
		body: item("1", "0", "one") + item("1", "1", "a") + item("1", "1", "b") + item("1", "2", "deep") + p("", r("between")) + item("1", "0", "two") + item("1", "1", "a again") +
			item("2", "0", "dot") + item("2", "1", "dot in dot") + item("4", "0", "seven") + item("1", "0", "eight") + p("Liste", r("by style")) + item("0", "0", "none") + item("9", "0", "unknown"),
	},
	"runs": {
		styles: styles,
		relations: `<Relationship Id="rId9" Type="` + types + `/hyperlink" Target="https://example.org/a?b=c" TargetMode="External"/>` +
			`<Relationship Id="rId7" Type="` + types + `/image" Target="media/a.png"/>`,
		pictures: []documenttest.Part{{Name: "word/media/a.png", Data: "PNG"}},
		body: p("", r("Plain "), r("bold", "<w:b/>"), r(" not", `<w:b w:val="0"/>`), r(" both", `<w:rStyle w:val="FettKursiv"/>`), r(" slanted", `<w:rStyle w:val="FettKursiv"/>`, `<w:b w:val="false"/>`),
			r(" E = mc"), r("2", `<w:vertAlign w:val="superscript"/>`), r(" H"), r("2", `<w:vertAlign w:val="subscript"/>`), r("O "), r("struck", "<w:strike/>"), r(" code()", `<w:rStyle w:val="Code"/>`)) +
			p("", `<w:hyperlink r:id="rId9">`+r("a link")+`</w:hyperlink>`, r(" and "), `<w:hyperlink w:anchor="there">`+r("a place")+`</w:hyperlink>`, r(" and"), begin, instruction(` HYPERLINK "https://`), instruction(`example.net" \o "tip"`), divide, r(" a field"), end, r(" on page "), begin, instruction("PAGE"), divide, r("7"), end) +
			p("", r("Kept"), `<w:del>`+"<w:r><w:delText>gone</w:delText></w:r>"+`</w:del>`, `<w:ins>`+r(" and new")+`</w:ins>`, r(" hidden", "<w:vanish/>"), r(" too", `<w:rStyle w:val="Versteckt"/>`), `<w:moveFrom>`+r(" away")+`</w:moveFrom>`) +
			`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + r("Joined") + `</w:p>` + p("", r(" to one.")) +
			p("", `<w:r><w:t>tab</w:t><w:tab/><w:t>ped</w:t><w:br/><w:t>line</w:t><w:br w:type="page"/><w:t>page</w:t><w:noBreakHyphen/><w:t>x</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`) +
			p("", r("Around "), drawing, r("a picture.")) + p("", drawing) +
			p("", `<w:bookmarkStart w:id="0" w:name="there"/>`, r("The place."), `<w:fldSimple w:instr="REF there \h">`+r(" Up")+`</w:fldSimple>`) +
			p("", `<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>`),
	},
	"tables": {
		styles: styles,
		body: `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>` + tc(`<w:gridSpan w:val="2"/>`, p("", r("Wide"))) + tc("", p("", r("C"))) + `</w:tr>` +
			`<w:tr>` + tc(`<w:vMerge w:val="restart"/>`, p("", r("tall"))) + tc("", p("")) + tc("", p("", r("two"))+p("", r("lines"))) + `</w:tr>` +
			`<w:tr>` + tc(`<w:vMerge/>`, p("")) + tc("", `<w:tbl><w:tr>`+tc("", p("", r("in")))+tc("", p("", r("side")))+`</w:tr></w:tbl>`+p("")) + tc("", p("", drawing, r("last"))) + `</w:tr>` +
			`<w:tr><w:trPr><w:del w:id="3"/></w:trPr>` + tc("", p("", r("deleted"))) + `</w:tr></w:tbl>` +
			`<w:tbl><w:tr>` + tc("", p("", r("another"))) + `</w:tr></w:tbl>` + p("", r("After.")),
		relations: `<Relationship Id="rId7" Type="` + types + `/image" Target="https://example.org/a.png" TargetMode="External"/>`,
	},
	"notes": {
		styles: styles,
		body: p("", r("One"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, r(", two"), `<w:r><w:footnoteReference w:id="3"/></w:r>`, r(", three"), `<w:r><w:endnoteReference w:id="1"/></w:r>`, r(".")) +
			p("", r("On."), `<w:r><w:commentReference w:id="0"/></w:r>`),
		footnotes: `<w:footnote w:type="separator" w:id="-1">` + p("", r("no")) + `</w:footnote><w:footnote w:id="2">` + p("", "<w:r><w:footnoteRef/></w:r>", r(" First note.")) + p("", r("Its second paragraph.")) + `</w:footnote>` +
			`<w:footnote w:id="3">` + p("", r("Second note.", "<w:i/>")) + `</w:footnote><w:footnote w:id="4">` + p("", r("Nobody refers to it.")) + `</w:footnote>`,
		endnotes: `<w:endnote w:id="1">` + p("", r("At the end.")) + `</w:endnote>`,
	},
	"frames": {
		styles: styles,
		body: p("", r("Around "), `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><w:txbxContent>`+p("", r("In a frame."))+p("berschrift1", r("Its heading"))+`</w:txbxContent></wp:anchor></w:drawing></mc:Choice>`+
			`<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>`+p("", r("Again."))+`</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`, r("the frame.")) +
			p("", `<w:r><mc:AlternateContent><mc:Choice Requires="cx1"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape style="width:72pt;height:36.5pt" alt="A chart"><v:imagedata r:id="rId7" o:title="t"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`) +
			`<w:sdt><w:sdtPr/><w:sdtContent>` + p("", r("In a control.")) + `</w:sdtContent></w:sdt>`,
		relations: `<Relationship Id="rId7" Type="` + types + `/image" Target="/word/media/b.emf"/>`,
		pictures:  []documenttest.Part{{Name: "word/media/b.emf", Data: "EMF!"}},
	},
}

func TestSamples(t *testing.T) {
	for name, x := range samples {
		t.Run(name, func(t *testing.T) {
			f := x.file(t)
			a, err := docx.Read(t.Context(), f)
			if err != nil || !docx.Is(f) {
				t.Fatal(err)
			}
			documenttest.Origins(t, a)
			documenttest.Golden(t, filepath.Join("testdata", name+".txt"), documenttest.Outline(a))
			documenttest.Cut(t, f, docx.Read)
			documenttest.Cancelled(t, f, docx.Read)
		})
	}
}

func TestOriginNamesTheParagraph(t *testing.T) {
	a, err := docx.Read(t.Context(), text{body: p("", r("One")) + p("", r("Tüo "), r("three"))}.file(t))
	if err != nil {
		t.Fatal(err)
	}
	got, ok := a.Origin(strings.Index(a.Text, "three"))
	want := annotations.SourceLocation{Part: "word/document.xml", Path: "/w:document[1]/w:body[1]/w:p[2]", Offset: 4}
	if !ok || got != want {
		t.Errorf("three stands at %+v", got)
	}
}

// bomb is a document that defines each entity as ten of the one before.
func bomb() string {
	var out strings.Builder
	out.WriteString(`<!DOCTYPE x [<!ENTITY e0 "words">`)
	for i := range 30 {
		fmt.Fprintf(&out, `<!ENTITY e%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	return out.String() + `]><w:document` + ns + `><w:body><w:p><w:r><w:t>&e30;</w:t></w:r></w:p></w:body></w:document>`
}

func TestHostileFiles(t *testing.T) {
	main := func(words string) *raw.File {
		return documenttest.Zip(t, documenttest.Part{Name: "word/document.xml", Data: words})
	}
	open := "<w:document" + ns + "><w:body>"
	for _, c := range []struct {
		name    string
		file    *raw.File
		problem raw.Problem
	}{
		{"no package", &raw.File{Path: "a", Data: []byte("PK\x03\x04 and so on")}, raw.Damaged},
		{"no document", documenttest.Zip(t, documenttest.Part{Name: "[Content_Types].xml"}), raw.Damaged},
		{"an empty document", main(""), raw.Damaged},
		{"a document without words", text{body: p("")}.file(t), raw.Empty},
		{"a document that is cut", main(open + "<w:p><w:r><w:t>words"), raw.Damaged},
		{"paragraphs in one another", main(open + strings.Repeat("<w:p><w:r><w:drawing><w:txbxContent>", 100_000)), raw.TooMuch},
		{"tables in one another", main(open + strings.Repeat("<w:tbl><w:tr><w:tc>", 100_000)), raw.TooMuch},
		{"elements without end", main(open + strings.Repeat("<w:p/>", 10_000_000)), raw.TooMuch},
		{"a frame without end", main(open + "<w:p><w:r><w:drawing><w:txbxContent>" + strings.Repeat("<w:p/>", 1_000_000)), raw.TooMuch},
		{"too many bytes", main(open + strings.Repeat(" ", 65<<20)), raw.TooMuch},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := docx.Read(t.Context(), c.file); documenttest.Problem(t, err) != c.problem {
				t.Errorf("the error is %v", err)
			}
		})
	}
	a, err := docx.Read(t.Context(), main(bomb()))
	if err != nil || a.Text != "&e30;" {
		t.Errorf("an entity becomes %v", err)
	}
}

// Eight times as many words cost about eight times the work, whatever they are made of.
func TestWorkGrowsWithTheSize(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	shapes := map[string]func(n int) text{
		"paragraphs": func(n int) text { return text{body: strings.Repeat(p("", r("words "), r("and", "<w:b/>")), n)} },
		"one line":   func(n int) text { return text{body: p("", strings.Repeat(r("words "), n))} },
		"items":      func(n int) text { x := samples["lists"]; x.body = strings.Repeat(item("1", "2", "words"), n); return x },
		"cells": func(n int) text {
			return text{body: "<w:tbl>" + strings.Repeat("<w:tr>"+tc("", p("", r("a")))+tc("", p("", r("b")))+"</w:tr>", n) + "</w:tbl>"}
		},
		"frames": func(n int) text {
			return text{body: p("", strings.Repeat("<w:r><w:pict><w:txbxContent>"+p("", r("in"))+"</w:txbxContent></w:pict></w:r>", n))}
		},
		"fields": func(n int) text {
			return text{body: p("", strings.Repeat(begin+instruction("PAGE ")+divide, n), strings.Repeat(end, n), r("x"))}
		},
		"bookmarks": func(n int) text { return text{body: p("", strings.Repeat(`<w:bookmarkStart w:name="a"/>`, n), r("x"))} },
		"pictures": func(n int) text {
			x := samples["runs"]
			x.body = p("", strings.Repeat(r("x")+drawing, n))
			return x
		},
		"notes": func(n int) text {
			var signs, notes strings.Builder
			for i := range n {
				fmt.Fprintf(&signs, `<w:r><w:footnoteReference w:id="%d"/></w:r>`, i)
				fmt.Fprintf(&notes, `<w:footnote w:id="%d">%s</w:footnote>`, i, p("", r("note")))
			}
			return text{body: p("", signs.String()), footnotes: notes.String()}
		},
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			documenttest.Doubles(t, docx.Read, shape(900).file(t), shape(7200).file(t), 8)
		})
	}
}

// However broken the text of a document is, it is read or refused in time.
func FuzzRead(f *testing.F) {
	for _, x := range samples {
		f.Add(x.body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		x := samples["lists"]
		x.body, x.footnotes, x.relations = body, samples["notes"].footnotes, samples["runs"].relations
		file := x.file(t)
		fuzzed.Within(t, func() {
			a, err := docx.Read(t.Context(), file)
			if err != nil {
				documenttest.Problem(t, err)
				return
			}
			documenttest.Origins(t, a)
		})
	})
}

// However broken the styles, lists and notes of a document are, it is read or refused.
func FuzzParts(f *testing.F) {
	for _, x := range samples {
		f.Add(x.styles, x.numbering, x.footnotes, x.core)
	}
	f.Fuzz(func(t *testing.T, styles, numbering, footnotes, core string) {
		x := samples["lists"]
		x.body += samples["notes"].body
		x.styles, x.numbering, x.footnotes, x.core = styles, numbering, footnotes, core
		file := x.file(t)
		fuzzed.Within(t, func() {
			if _, err := docx.Read(t.Context(), file); err != nil {
				documenttest.Problem(t, err)
			}
		})
	})
}
