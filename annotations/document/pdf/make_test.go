package pdf_test

import (
	"fmt"
	"strings"

	"sidelight/annotations/document/raw"
)

// The fonts of a made file.
const (
	roman  = "F1"
	bold   = "F2"
	italic = "F3"
	fixed  = "F4"
)

var fontNames = []string{"Times-Roman", "Times-Bold", "Times-Italic", "Courier"}

// file is a PDF file to be made.
type file struct {
	pages   []*page
	info    string // in the dictionary of information
	outline []entry
	trailer string // more in the trailer
	kids    string // in place of the list of pages
}

// entry is an entry of the outline.
type entry struct {
	title string
	page  int // from 0
}

// page is a page to be made.
type page struct {
	draw  strings.Builder
	more  string // in its dictionary
	notes []string
}

// put writes words with a font in a size from a place on.
func (p *page) put(font string, size, x, y float64, words string) *page {
	words = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "•", `\225`, "ﬁ", `\001`, "–", `\226`).Replace(words)
	fmt.Fprintf(&p.draw, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, words)
	return p
}

// lines writes lines of text with 14 points from one to the next, and returns where the
// line below them would stand.
func (p *page) lines(size, x, y float64, lines ...string) float64 {
	for _, l := range lines {
		p.put(roman, size, x, y, l)
		y -= 14
	}
	return y
}

// link makes a rectangle lead to an address.
func (p *page) link(left, bottom, right, top float64, to string) {
	p.notes = append(p.notes, fmt.Sprintf("<< /Type /Annot /Subtype /Link /Rect [%g %g %g %g] /A << /S /URI /URI (%s) >> >>", left, bottom, right, top, to))
}

// make writes the file.
func (f file) make() *raw.File {
	var objects []string
	add := func(s string) int {
		objects = append(objects, s)
		return len(objects)
	}
	add("") // the catalog
	add("") // the pages
	var fonts, kids strings.Builder
	for i, name := range fontNames {
		n := add("<< /Type /Font /Subtype /Type1 /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /afii57677 /afii57669 /afii57676 /afii57689] >> /BaseFont /" + name + " >>")
		fmt.Fprintf(&fonts, "/F%d %d 0 R ", i+1, n)
	}
	var numbers []int
	for _, p := range f.pages {
		content := add(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", p.draw.Len(), p.draw.String()))
		n := add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << %s >> >> /Annots [%s] %s >>",
			content, fonts.String(), strings.Join(p.notes, " "), p.more))
		numbers = append(numbers, n)
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	outlines := ""
	if len(f.outline) > 0 {
		first := len(objects) + 2
		root := add(fmt.Sprintf("<< /First %d 0 R /Last %d 0 R >>", first, first+len(f.outline)-1))
		outlines = fmt.Sprintf("/Outlines %d 0 R", root)
		for i, e := range f.outline {
			next := fmt.Sprintf("/Next %d 0 R", first+(i+1)%len(f.outline)) // the last leads back to the first
			add(fmt.Sprintf("<< /Title (%s) /Parent %d 0 R %s /Dest [%d 0 R /Fit] >>", e.title, root, next, numbers[e.page]))
		}
	}
	if f.kids == "" {
		f.kids = kids.String()
	}
	objects[0] = "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) " + outlines + " >>"
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(f.pages), f.kids)
	info := add("<< " + f.info + " >>")
	var out strings.Builder
	out.WriteString("%PDF-1.5\n")
	var places []int
	for i, o := range objects {
		places = append(places, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range places {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, info, f.trailer, table)
	return &raw.File{Path: "folder/a.pdf", Name: "a.pdf", Data: []byte(out.String())}
}
