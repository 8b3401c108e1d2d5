package pdf

import (
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/pdf/pdfium"
	"sidelight/annotations/lazy"
)

var leading = lazy.Regexp{Source: `^[\d.]+\s+`}

// plain returns words as they are compared with the entry of an outline: without the
// number of a chapter.
func plain(s string) string {
	return strings.Join(strings.Fields(leading.Get().ReplaceAllString(strings.ToLower(strings.TrimSpace(s)), "")), " ")
}

// outline makes those paragraphs headings whose words an entry of the document's outline
// has, on the page to which it leads.
func (d *divider) outline(bookmarks []pdfium.Bookmark) {
	type entry struct {
		page  int
		words string
	}
	levels := make(map[entry]int)
	for _, b := range bookmarks {
		levels[entry{b.Page, plain(b.Title)}] = b.Level
	}
	if len(levels) == 0 {
		return
	}
	const letters = 300
	for _, p := range d.all {
		if len(p.lines) > 4 || len(p.lines[0].chars) > letters {
			continue
		}
		if level := levels[entry{p.lines[0].page, plain(p.text())}]; level > 0 {
			p.block = annotations.Block{Kind: annotations.BlockHeading, Level: uint8(min(level, 6))} //nolint:gosec // 1 to 6
			p.skip = 0
		}
	}
}
