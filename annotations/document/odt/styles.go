package odt

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/office"
	"sidelight/annotations/lazy"
)

// maxBased is how many styles may be based on one another in a row.
const maxBased = 24

// levels is how many levels a list has.
const levels = 10

// styles are those of a document: by the family and the name of a style, and by the
// name of a list's style.
type styles struct {
	all      map[string]*style
	lists    map[string]*listStyle
	language string // of the document, as BCP 47, or ""
}

// style is what a named style says.
type style struct {
	name     string // as the author sees it, in small letters
	based    string // the name of the style that it is based on, or ""
	said, on annotations.Style
	hidden   bool
}

// listStyle is how a list numbers its items.
type listStyle struct{ levels [levels]level }

// level is one level of it.
type level struct {
	figures        office.Figures
	before, behind string
	start, shown   int // the first number, and the numbers of how many levels are shown
}

func newStyles() *styles {
	return &styles{all: make(map[string]*style), lists: make(map[string]*listStyle)}
}

// readStyles reads the part with the styles.
func (r *reader) readStyles(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		if s.Name == "office:styles" || s.Name == "office:automatic-styles" {
			return r.styleList(e)
		}
		return nil
	})
}

// styleList reads the styles in the open element.
func (r *reader) styleList(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "style:default-style":
			if s.Attr("family") == "paragraph" {
				return r.styles.usual(e)
			}
		case "style:style":
			x, err := readStyle(e, s)
			r.styles.all[s.Attr("family")+" "+s.Spaced("style", "name")] = x
			return err
		case "text:list-style":
			x, err := readListStyle(e)
			r.styles.lists[s.Attr("name")] = x
			return err
		}
		return nil
	})
}

// usual reads the language of the document.
func (all *styles) usual(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		if language := s.Spaced("fo", "language"); language != "" && language != "none" && language != "zxx" {
			all.language = language
			if country := s.Spaced("fo", "country"); country != "" && country != "none" {
				all.language += "-" + country
			}
		}
		return nil
	})
}

var spelled = lazy.Regexp{Source: `_[0-9a-fA-F]{2,4}_`}

// shown returns the name of a style as the author sees it, in small letters: in the file
// a blank is written as _20_.
func shown(name string) string {
	return strings.ToLower(spelled.Get().ReplaceAllStringFunc(name, func(s string) string {
		n, err := strconv.ParseUint(strings.Trim(s, "_"), 16, 16)
		if err != nil {
			return s
		}
		return string(rune(n))
	}))
}

func readStyle(e *office.Elements, s *office.Start) (*style, error) {
	x := &style{name: shown(s.Spaced("style", "name")), based: s.Attr("parent-style-name")}
	if name := s.Attr("display-name"); name != "" {
		x.name = strings.ToLower(name)
	}
	err := e.Children(func(s *office.Start) error {
		switch s.Name {
		case "style:text-properties":
			x.properties(s)
		case "style:section-properties":
			x.hidden = x.hidden || s.Attr("display") == "none"
		}
		return nil
	})
	return x, err
}

// properties takes in how words of the style look.
func (x *style) properties(s *office.Start) {
	set := func(value string, style annotations.Style, on bool) {
		if value == "" {
			return
		}
		x.said |= style
		if on {
			x.on |= style
		}
	}
	weight := s.Spaced("fo", "font-weight")
	set(weight, annotations.Strong, weight == "bold" || len(weight) == 3 && weight >= "600")
	slant := s.Spaced("fo", "font-style")
	set(slant, annotations.Emphasis, slant == "italic" || slant == "oblique")
	line := s.Attr("text-line-through-style") + s.Attr("text-line-through-type")
	set(line, annotations.Strikethrough, !strings.Contains(line, "none"))
	place, _, _ := strings.Cut(s.Attr("text-position"), " ")
	percent, err := strconv.ParseFloat(strings.TrimSuffix(place, "%"), 64)
	set(place, annotations.Superscript, place == "super" || err == nil && percent > 0)
	set(place, annotations.Subscript, place == "sub" || err == nil && percent < 0)
	x.hidden = x.hidden || s.Attr("display") == "none"
}

func readListStyle(e *office.Elements) (*listStyle, error) {
	x := new(listStyle)
	for i := range x.levels {
		x.levels[i] = level{figures: office.Bullet, start: 1, shown: 1}
	}
	err := e.Children(func(s *office.Start) error {
		n, err := strconv.Atoi(s.Attr("level"))
		if err != nil || n < 1 || n > levels || s.Name != "text:list-level-style-number" {
			return nil
		}
		x.levels[n-1] = level{
			figures: figures(s.Attr("num-format")), before: s.Attr("num-prefix"), behind: s.Attr("num-suffix"),
			start: number(s.Attr("start-value"), 1), shown: number(s.Attr("display-levels"), 1),
		}
		return nil
	})
	return x, err
}

// figures returns the figures of a number as the format shows them.
func figures(format string) office.Figures {
	switch format {
	case "a":
		return office.LowerLetter
	case "A":
		return office.UpperLetter
	case "i":
		return office.LowerRoman
	case "I":
		return office.UpperRoman
	case "":
		return office.None
	}
	return office.Decimal
}

// number returns the number that is written, or another if none is.
func number(s string, other int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1<<30 {
		return other
	}
	return n
}

// chain calls a function with a style of a family and those that it is based on until
// the function returns false.
func (all *styles) chain(family, name string, each func(*style) bool) {
	for range maxBased {
		x := all.all[family+" "+name]
		if x == nil || !each(x) {
			return
		}
		name = x.based
	}
}

// look returns of which looks a style of characters says something, which of them are
// on, and whether its words are hidden.
func (all *styles) look(name string) (said, on annotations.Style, hidden bool) {
	all.chain("text", name, func(x *style) bool {
		on |= x.on &^ said
		said |= x.said
		hidden = hidden || x.hidden
		if like(x.name, codeNames) {
			on |= annotations.Code
		}
		return true
	})
	return said, on, hidden
}

var (
	headingName = lazy.Regexp{Source: `^heading ([1-9])$`}
	codeNames   = []string{"code", "preformatted", "source text", "teletype", "verbatim", "listing"}
	quoteNames  = []string{"quotation", "quote", "blockquote"}
)

func like(name string, names []string) bool {
	for _, x := range names {
		if strings.Contains(name, x) {
			return true
		}
	}
	return false
}

// kind returns what a paragraph of a style is, and whether it is hidden.
func (all *styles) kind(name string) (b annotations.Block, hidden bool) {
	known := false
	all.chain("paragraph", name, func(x *style) bool {
		hidden = hidden || x.hidden
		if !known {
			b, known = block(x.name)
		}
		return true
	})
	return b, hidden
}

// block returns what a paragraph is by the name of its style, and whether the name says
// so.
func block(name string) (annotations.Block, bool) {
	heading := headingName.Get().FindStringSubmatch(name)
	switch {
	case name == "title":
		return annotations.Block{Kind: annotations.BlockHeading, Level: 1}, true
	case heading != nil:
		return annotations.Block{Kind: annotations.BlockHeading, Level: min(heading[1][0]-'0', 6)}, true
	case name == "caption":
		return annotations.Block{Kind: annotations.BlockCaption}, true
	case like(name, quoteNames):
		return annotations.Block{Kind: annotations.BlockQuote, Depth: 1}, true
	case like(name, codeNames):
		return annotations.Block{Kind: annotations.BlockCode}, true
	}
	return annotations.Block{}, false
}
