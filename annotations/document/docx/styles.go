package docx

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/office"
	"sidelight/annotations/lazy"
)

// maxBased is how many styles may be based on one another in a row.
const maxBased = 24

// styles are those of a document, by their ids.
type styles struct {
	all      map[string]*style
	usual    string // the id of the style of paragraphs without one
	language string // of the document, as BCP 47, or ""
}

// style is what a named style says.
type style struct {
	name    string // in small letters
	based   string // the id of the style that it is based on, or ""
	outline int    // of headings 1 to 6; 10 of text that is no heading; 0 if it does not say
	list    reference
	look    look
}

// look is how a run looks: which styles are said, and which of them are on.
type look struct {
	said, on       annotations.Style
	vanish, hidden bool // hidden is said, and is on
	styled         string
}

// over returns the look l where it says something, and base where not.
func (l look) over(base look) look {
	l.on = l.on&l.said | base.on&^l.said
	l.said |= base.said
	if !l.vanish {
		l.vanish, l.hidden = base.vanish, base.hidden
	}
	return l
}

// set takes in an element of the properties of a run.
func (l *look) set(s *office.Start) {
	toggle := func(x annotations.Style) {
		l.said |= x
		if l.on &^= x; on(s) {
			l.on |= x
		}
	}
	switch s.Name {
	case "w:b":
		toggle(annotations.Strong)
	case "w:i":
		toggle(annotations.Emphasis)
	case "w:strike", "w:dstrike":
		toggle(annotations.Strikethrough)
	case "w:vertAlign":
		l.said |= annotations.Superscript | annotations.Subscript
		l.on &^= annotations.Superscript | annotations.Subscript
		switch s.Attr("val") {
		case "superscript":
			l.on |= annotations.Superscript
		case "subscript":
			l.on |= annotations.Subscript
		}
	case "w:vanish", "w:webHidden":
		l.vanish, l.hidden = true, l.hidden || on(s)
	case "w:rStyle":
		l.styled = s.Attr("val")
	}
}

// on reports whether an element that switches something switches it on.
func on(s *office.Start) bool {
	switch s.Attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func (r *reader) readStyles(part string) error {
	r.styles = &styles{all: make(map[string]*style)}
	return r.open(part, func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			switch s.Name {
			case "w:docDefaults":
				return r.styles.defaults(e)
			case "w:style":
				id := s.Attr("styleId")
				if usual := s.Attr("default"); s.Attr("type") == "paragraph" && (usual == "1" || usual == "true") {
					r.styles.usual = id
				}
				x, err := readStyle(e)
				r.styles.all[id] = x
				return err
			}
			return nil
		})
	})
}

// defaults reads the language of the document.
func (all *styles) defaults(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:rPrDefault", "w:rPr":
			return all.defaults(e)
		case "w:lang":
			if val := s.Attr("val"); val != "x-none" {
				all.language = val
			}
		}
		return nil
	})
}

func readStyle(e *office.Elements) (*style, error) {
	x := new(style)
	err := e.Children(func(s *office.Start) error {
		switch s.Name {
		case "w:name":
			x.name = strings.ToLower(s.Attr("val"))
		case "w:basedOn":
			x.based = s.Attr("val")
		case "w:rPr":
			return e.Children(func(s *office.Start) error {
				x.look.set(s)
				return nil
			})
		case "w:pPr":
			return e.Children(func(s *office.Start) error {
				switch s.Name {
				case "w:outlineLvl":
					x.outline = outline(s)
				case "w:numPr":
					return x.list.read(e)
				}
				return nil
			})
		}
		return nil
	})
	return x, err
}

// outline returns the level of an outline, see style.
func outline(s *office.Start) int {
	n, err := strconv.Atoi(s.Attr("val"))
	switch {
	case err != nil || n < 0:
		return 0
	case n > 8:
		return 10
	}
	return min(n+1, 6)
}

// chain calls a function with a style and those that it is based on until the function
// returns false.
func (all *styles) chain(id string, each func(id string, x *style) bool) {
	for range maxBased {
		x := all.all[id]
		if x == nil || !each(id, x) {
			return
		}
		id = x.based
	}
}

// look returns how a style of characters looks.
func (all *styles) look(id string) look {
	var out look
	all.chain(id, func(_ string, x *style) bool {
		if like(x.name, codeNames) {
			out.said |= annotations.Code
			out.on |= annotations.Code
		}
		out = out.over(x.look)
		return true
	})
	return out
}

var (
	headingName = lazy.Regexp{Source: `^heading ([1-9])$`}
	codeNames   = []string{"code", "verbatim", "preformatted", "source text", "plain text", "listing", "typewriter", "teletype"}
	quoteNames  = []string{"quote", "quotation", "block text", "blockquote"}
)

func like(name string, names []string) bool {
	for _, x := range names {
		if strings.Contains(name, x) {
			return true
		}
	}
	return false
}

// kind returns what a paragraph of a style is.
func (all *styles) kind(id string) (b annotations.Block) {
	all.chain(id, func(_ string, x *style) bool {
		heading := headingName.Get().FindStringSubmatch(x.name)
		switch {
		case x.outline == 10:
		case x.outline > 0:
			b = annotations.Block{Kind: annotations.BlockHeading, Level: uint8(x.outline)} //nolint:gosec // 1 to 6
		case x.name == "title":
			b = annotations.Block{Kind: annotations.BlockHeading, Level: 1}
		case heading != nil:
			b = annotations.Block{Kind: annotations.BlockHeading, Level: min(heading[1][0]-'0', 6)}
		case x.name == "caption":
			b.Kind = annotations.BlockCaption
		case like(x.name, quoteNames):
			b = annotations.Block{Kind: annotations.BlockQuote, Depth: 1}
		case like(x.name, codeNames):
			b.Kind = annotations.BlockCode
		default:
			return true
		}
		return false
	})
	return b
}

// list returns the list to which paragraphs of a style belong.
func (all *styles) list(id string) (list reference, from string) {
	all.chain(id, func(id string, x *style) bool {
		list, from = x.list, id
		return !x.list.said
	})
	return list, from
}
