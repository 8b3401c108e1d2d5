package docx

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/office"
)

// paragraph is one that is being read.
type paragraph struct {
	at      annotations.SourceLocation // where its next character stands
	style   string
	list    reference
	outline int  // as in a style
	joined  bool // the mark at its end is deleted: the next goes on in its place
	begun   bool
	known   bool // what the block is
	block   annotations.Block
}

// blocks reads the paragraphs and tables in the open element.
func (r *reader) blocks(e *office.Elements) error {
	return e.Children(func(s *office.Start) error { return r.block(e, s) })
}

func (r *reader) block(e *office.Elements, s *office.Start) error {
	switch s.Name {
	case "w:p":
		return r.paragraph(e)
	case "w:tbl":
		return r.table(e)
	case "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag":
		return r.blocks(e)
	case "mc:AlternateContent":
		return r.alternate(e, func(s *office.Start) error { return r.block(e, s) })
	case "w:bookmarkStart":
		r.bookmark(s)
	}
	return nil
}

// paragraph reads a paragraph, and then the frames and pictures that stood in it.
func (r *reader) paragraph(e *office.Elements) error {
	outer := r.p
	p := &paragraph{at: annotations.SourceLocation{Part: r.part, Path: e.Path()}, style: r.styles.usual}
	r.p = p
	defer func() { r.p = outer }()
	err := e.Children(func(s *office.Start) error {
		if s.Name == "w:pPr" {
			return r.properties(e)
		}
		r.classify()
		return r.inline(e, s)
	})
	if err != nil {
		return err
	}
	r.classify()
	return r.after()
}

// properties reads what a paragraph says of itself.
func (r *reader) properties(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:pStyle":
			r.p.style = s.Attr("val")
		case "w:outlineLvl":
			r.p.outline = outline(s)
		case "w:numPr":
			return r.p.list.read(e)
		case "w:rPr":
			return e.Children(func(s *office.Start) error {
				r.p.joined = r.p.joined || s.Name == "w:del" || s.Name == "w:moveFrom"
				return nil
			})
		}
		return nil
	})
}

// classify decides what the paragraph is, and numbers it if it belongs to a list.
func (r *reader) classify() {
	p := r.p
	if p.known {
		return
	}
	p.known = true
	p.block = r.styles.kind(p.style)
	switch {
	case p.outline == 10:
		p.block = annotations.Block{}
	case p.outline > 0:
		p.block = annotations.Block{Kind: annotations.BlockHeading, Level: uint8(p.outline)} //nolint:gosec // 1 to 6
	}
	numbered, from := p.list, ""
	if !numbered.said {
		numbered, from = r.styles.list(p.style)
	} else if numbered.list == "" {
		numbered.list = r.listOf(p.style)
	}
	list, level := r.lists.find(numbered, from)
	if p.block.Kind == annotations.BlockHeading {
		r.depths = r.depths[:0]
	}
	if list == nil {
		return
	}
	marker := list.next(level)
	if p.block.Kind == annotations.BlockParagraph {
		p.block = annotations.Block{Kind: annotations.BlockItem, Depth: r.depth(level)}
	}
	p.block.Marker = marker
}

// listOf returns the id of the list of a style, or "".
func (r *reader) listOf(style string) string {
	l, _ := r.styles.list(style)
	return l.list
}

// depth returns how deep an item of a level lies in lists: those that skip a level lie
// no deeper.
func (r *reader) depth(level int) uint16 {
	for n := len(r.depths); n > 0 && r.depths[n-1] >= level; n = len(r.depths) {
		r.depths = r.depths[:n-1]
	}
	r.depths = append(r.depths, level)
	return uint16(len(r.depths)) //nolint:gosec // at most levels
}

// begin opens the block of the paragraph before its first word.
func (r *reader) begin() {
	p := r.p
	if p == nil || p.begun {
		return
	}
	p.begun = true
	r.w.Paragraph(p.block)
}

// after closes the paragraph, reads the frames that stood in it, and shows its pictures.
func (r *reader) after() error {
	if r.p.joined {
		r.w.Join(r.p.begun)
	} else {
		r.w.Close(r.p.block, r.p.begun, r.p.at)
	}
	frames := r.frames
	r.frames = nil
	for _, e := range frames {
		if err := r.blocks(e); err != nil {
			return err
		}
		e.Forget()
	}
	r.w.ShowPictures()
	return nil
}

// inline reads an element within a paragraph.
func (r *reader) inline(e *office.Elements, s *office.Start) error {
	within := func() error {
		return e.Children(func(s *office.Start) error { return r.inline(e, s) })
	}
	switch s.Name {
	case "w:r", "m:r":
		return r.run(e)
	case "w:hyperlink":
		return r.hyperlink(s, within)
	case "w:fldSimple":
		return r.simpleField(s, within)
	case "w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo", "w:rubyBase":
		return within()
	case "w:bookmarkStart":
		r.bookmark(s)
	case "mc:AlternateContent":
		return r.alternate(e, func(s *office.Start) error { return r.inline(e, s) })
	case "m:den":
		r.text("/")
		return within()
	default:
		if strings.HasPrefix(s.Name, "m:") {
			return within()
		}
	}
	return nil
}

// known are the extensions of the format whose choice is read; for others there is a
// fallback.
const known = " wps wpg wpc wpi w14 w15 w16 w16se w16cid wp14 a14 v "

// alternate reads the first choice that is known, or else the fallback.
func (r *reader) alternate(e *office.Elements, read func(*office.Start) error) error {
	done := false
	return e.Children(func(s *office.Start) error {
		if done || s.Name == "mc:Choice" && !understood(s.Attr("Requires")) {
			return nil
		}
		done = true
		return e.Children(read)
	})
}

func understood(requires string) bool {
	for _, x := range strings.Fields(requires) {
		if !strings.Contains(known, " "+x+" ") {
			return false
		}
	}
	return true
}

// bookmark names the place to which links may lead.
func (r *reader) bookmark(s *office.Start) {
	if name := s.Attr("name"); name != "" && len(name) <= maxLink {
		r.w.Label("#" + name)
	}
}

// hyperlink reads the words of a link.
func (r *reader) hyperlink(s *office.Start, words func() error) error {
	target, anchor := r.relations[s.Spaced("r", "id")].target, s.Attr("anchor")
	return r.linked(target, anchor, words)
}

// linked makes words lead to an address, or to a bookmark of the document if the
// address is "".
func (r *reader) linked(target, anchor string, words func() error) error {
	if len(target)+len(anchor) > maxLink || target+anchor == "" || r.w.Linked() {
		return words()
	}
	r.link(target, anchor)
	defer r.w.Unlink()
	return words()
}

func (r *reader) link(target, anchor string) {
	switch {
	case target == "":
		r.w.Link("#"+anchor, "#"+anchor)
	case anchor == "":
		r.w.Link(target, "")
	default:
		r.w.Link(target+"#"+anchor, "")
	}
}

// write adds words to the paragraph, if they are shown.
func (r *reader) write(s string, how func(c *compose.Composer, s string, from annotations.SourceLocation)) {
	if r.muted > 0 || r.hidden || s == "" || r.p == nil {
		return
	}
	r.begin()
	how(r.w.Composer, s, r.p.at)
	r.p.at.Offset += utf8.RuneCountInString(s)
}

// text writes words as they stand in the file.
func (r *reader) text(s string) { r.write(s, (*compose.Composer).Text) }

// lineBreak ends a line.
func (r *reader) lineBreak() {
	r.write("\n", func(c *compose.Composer, _ string, from annotations.SourceLocation) { c.Break(from) })
}
