package odt

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/office"
	"sidelight/annotations/lazy"
)

// paragraph is one that is being read.
type paragraph struct {
	at    annotations.SourceLocation // where its next character stands
	begun bool
	block annotations.Block
}

// blocks reads the paragraphs, lists and tables in the open element.
func (r *reader) blocks(e *office.Elements) error {
	return e.Children(func(s *office.Start) error { return r.block(e, s) })
}

func (r *reader) block(e *office.Elements, s *office.Start) error {
	switch s.Name {
	case "text:p", "text:h":
		return r.paragraph(e, s)
	case "text:list":
		return r.list(e, s)
	case "table:table":
		return r.table(e)
	case "text:section":
		if r.styles.all["section "+s.Attr("style-name")].hides() || s.Spaced("text", "display") == "none" {
			return nil
		}
		return r.blocks(e)
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
		"text:user-index", "text:alphabetical-index", "text:bibliography", "text:index-body", "text:index-title",
		"text:numbered-paragraph":
		return r.blocks(e)
	case "text:bookmark", "text:bookmark-start":
		r.bookmark(s)
	case "draw:frame", "draw:a", "draw:g", "draw:custom-shape", "draw:rect", "draw:text-box":
		if err := r.frame(e, s); err != nil {
			return err
		}
		return r.after()
	}
	return nil
}

func (x *style) hides() bool { return x != nil && x.hidden }

// paragraph reads a paragraph or a heading, and then the frames and pictures that stood
// in it.
func (r *reader) paragraph(e *office.Elements, s *office.Start) error {
	outer, hidden := r.p, r.hidden
	p := &paragraph{at: annotations.SourceLocation{Part: content, Path: e.Path()}}
	r.p = p
	defer func() { r.p, r.hidden = outer, hidden }()
	block, hides := r.styles.kind(s.Attr("style-name"))
	p.block, r.hidden = block, r.hidden || hides
	if s.Name == "text:h" {
		p.block = annotations.Block{Kind: annotations.BlockHeading, Level: uint8(min(max(number(s.Attr("outline-level"), 1), 1), 6))} //nolint:gosec // 1 to 6
	}
	r.inList(p)
	if err := r.inlines(e); err != nil {
		return err
	}
	r.w.Close(p.block, p.begun, p.at)
	return r.after()
}

// inList makes a paragraph an item if it is in one.
func (r *reader) inList(p *paragraph) {
	x := r.item
	if x == nil {
		return
	}
	if p.block.Kind == annotations.BlockParagraph {
		p.block = annotations.Block{Kind: annotations.BlockItem, Depth: uint16(x.depth)} //nolint:gosec // bounded by the depth of elements
	}
	if !x.shown {
		p.block.Marker, x.shown = x.marker, true
	}
}

// after reads the frames that stood in the paragraph, and shows its pictures.
func (r *reader) after() error {
	frames, item := r.frames, r.item
	r.frames, r.item = nil, nil
	defer func() { r.item = item }()
	for _, e := range frames {
		if err := r.blocks(e); err != nil {
			return err
		}
		e.Forget()
	}
	r.w.ShowPictures()
	return nil
}

// inlines reads what is in the open element of a paragraph.
func (r *reader) inlines(e *office.Elements) error {
	return e.Content(func(t office.Text) error {
		r.words(string(t))
		return nil
	}, func(s *office.Start) error { return r.inline(e, s) })
}

func (r *reader) inline(e *office.Elements, s *office.Start) error {
	switch s.Name {
	case "text:span":
		return r.span(e, s)
	case "text:a":
		return r.linked(s.Attr("href"), e)
	case "text:bookmark-ref", "text:reference-ref":
		return r.linked("#"+s.Attr("ref-name"), e)
	case "text:note":
		return r.noted(e, s)
	case "text:ruby":
		return e.Children(func(s *office.Start) error {
			if s.Name != "text:ruby-base" {
				return nil
			}
			return r.inlines(e)
		})
	case "text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start":
		r.bookmark(s)
	case "text:page-number", "text:page-count", "text:page-continuation", "text:hidden-text", "text:script",
		"office:annotation", "office:event-listeners", "text:tracked-changes":
		return nil
	default:
		if strings.HasPrefix(s.Name, "draw:") {
			return r.frame(e, s)
		}
		if r.character(s) || !strings.HasPrefix(s.Name, "text:") {
			return nil
		}
		return r.inlines(e)
	}
	return nil
}

// character writes what an element stands for that is one character or several blanks,
// and reports whether it is such an element.
func (r *reader) character(s *office.Start) bool {
	const most = 1000 // blanks in a row
	switch s.Name {
	case "text:s":
		r.write(strings.Repeat(" ", min(number(s.Attr("c"), 1), most)), (*compose.Composer).Text)
	case "text:tab":
		r.write("\t", (*compose.Composer).Text)
	case "text:line-break":
		r.write("\n", func(c *compose.Composer, _ string, from annotations.SourceLocation) { c.Break(from) })
	default:
		return false
	}
	return true
}

// span reads words that look otherwise than the words around them.
func (r *reader) span(e *office.Elements, s *office.Start) error {
	said, on, hides := r.styles.look(s.Attr("style-name"))
	hidden := r.hidden
	style := r.w.Styled(r.w.Style()&^said | on)
	r.hidden = r.hidden || hides
	defer func() {
		r.w.Styled(style)
		r.hidden = hidden
	}()
	return r.inlines(e)
}

// linked reads words that lead to an address, or to a place in the document.
func (r *reader) linked(target string, e *office.Elements) error {
	if len(target) > maxLink || len(target) < 2 || r.w.Linked() {
		return r.inlines(e)
	}
	label := ""
	if strings.HasPrefix(target, "#") {
		label = target
	}
	r.w.Link(target, label)
	defer r.w.Unlink()
	return r.inlines(e)
}

// bookmark names the place to which links may lead.
func (r *reader) bookmark(s *office.Start) {
	if name := s.Attr("name"); name != "" && len(name) < maxLink {
		r.w.Label("#" + name)
	}
}

var blanks = lazy.Regexp{Source: `[ \t\r\n]+`}

// words writes text as it stands in the file: blanks and line breaks of the file are one
// blank, also in code.
func (r *reader) words(s string) {
	if r.p != nil && r.p.block.Kind == annotations.BlockCode {
		s = blanks.Get().ReplaceAllString(s, " ")
	}
	r.write(s, (*compose.Composer).Text)
}

// write adds words to the paragraph, if they are shown.
func (r *reader) write(s string, how func(c *compose.Composer, s string, from annotations.SourceLocation)) {
	if r.hidden || s == "" || r.p == nil {
		return
	}
	if !r.p.begun {
		r.p.begun = true
		r.w.Paragraph(r.p.block)
	}
	how(r.w.Composer, s, r.p.at)
	r.p.at.Offset += utf8.RuneCountInString(s)
}
