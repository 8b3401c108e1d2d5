package markup

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations"
)

// set is a set of names of elements.
type set map[string]bool

func names(list string) set {
	s := make(set)
	for _, name := range strings.Fields(list) {
		s[name] = true
	}
	return s
}

var (
	// blocks are the elements before and behind which a line ends.
	blocks = names(`address article aside blockquote body caption center dd details dialog dir div dl dt
		fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main
		menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp`)
	// isCode are the elements whose text is lines of code.
	isCode = names("pre listing xmp plaintext")
	// unread are the elements whose text nobody sees in a browser that runs scripts, or
	// is no text to read.
	unread = names(`script style noscript template head title iframe noframes noembed object embed applet svg
		canvas video audio select datalist textarea annotation annotation-xml meter progress map area desc metadata`)
	// void are the elements that have no end.
	void = names("area base br col embed hr img image input link meta param source track wbr")
)

// styles are the elements that set text apart.
var styles = map[string]annotations.Style{
	"em": annotations.Emphasis, "i": annotations.Emphasis, "cite": annotations.Emphasis,
	"var": annotations.Emphasis, "dfn": annotations.Emphasis,
	"strong": annotations.Strong, "b": annotations.Strong, "dt": annotations.Strong, "summary": annotations.Strong,
	"code": annotations.Code, "kbd": annotations.Code, "samp": annotations.Code, "tt": annotations.Code,
	"small": annotations.Small, "sup": annotations.Superscript, "sub": annotations.Subscript,
	"s": annotations.Strikethrough, "strike": annotations.Strikethrough, "del": annotations.Strikethrough,
}

// Attr returns an attribute of an element, or "".
func Attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// has reports whether an element has an attribute, whatever its value.
func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// word reports whether an attribute that is a list of words has one of some words.
func word(n *html.Node, key string, words ...string) bool {
	list := Attr(n, key)
	if list == "" {
		return false
	}
	for _, have := range strings.Fields(list) {
		for _, want := range words {
			if strings.EqualFold(have, want) {
				return true
			}
		}
	}
	return false
}

// hidden reports whether a browser does not show an element.
func hidden(n *html.Node, css css) bool {
	switch {
	case n.Data == "template" && (has(n, "shadowrootmode") || has(n, "shadowroot")):
		return false
	case n.Data == "svg" && holdsPicture(n):
		return false
	case unread[n.Data] || css.hidden:
		return true
	case has(n, "hidden") && Attr(n, "hidden") != "until-found":
		return true
	case n.Data == "dialog" && !has(n, "open"):
		return true
	case n.Data == "input" && !strings.EqualFold(Attr(n, "type"), "checkbox"):
		return true
	}
	return Attr(n, "aria-hidden") == "true" && n.Data != "img"
}

// holdsPicture reports whether a drawing is a frame for a picture, as covers of books are.
func holdsPicture(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Data == "image" {
			return true
		}
	}
	return false
}

// css is what matters here of the style that an element's attribute gives it.
type css struct {
	hidden        bool
	space         string            // white-space
	with, without annotations.Style // what is added and what is taken away
}

// longestStyle is the size in bytes of the longest style attribute that is read: those
// that are longer hold a picture.
const longestStyle = 4096

// styleOf reads the style attribute of an element.
func styleOf(n *html.Node) css {
	var c css
	s := Attr(n, "style")
	if s == "" || len(s) > longestStyle {
		return c
	}
	for rule := range strings.SplitSeq(strings.ToLower(s), ";") {
		key, value, _ := strings.Cut(rule, ":")
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		c.take(strings.TrimSpace(key), value)
	}
	return c
}

func (c *css) take(key, value string) {
	switch key {
	case "display":
		c.hidden = c.hidden || value == "none"
	case "visibility":
		c.hidden = c.hidden || value == "hidden" || value == "collapse"
	case "white-space":
		c.space = value
	case "font-weight":
		weight, _ := strconv.Atoi(value)
		c.turn(annotations.Strong, value == "bold" || value == "bolder" || weight >= 600)
	case "font-style":
		c.turn(annotations.Emphasis, value == "italic" || strings.HasPrefix(value, "oblique"))
	case "text-decoration", "text-decoration-line":
		c.add(annotations.Strikethrough, strings.Contains(value, "line-through"))
	case "vertical-align":
		c.add(annotations.Superscript, value == "super")
		c.add(annotations.Subscript, value == "sub")
	}
}

func (c *css) add(s annotations.Style, on bool) {
	if on {
		c.with |= s
	}
}

// turn adds a style or takes it away.
func (c *css) turn(s annotations.Style, on bool) {
	if on {
		c.with |= s
	} else {
		c.with &^= s
		c.without |= s
	}
}

// keepsBlanks reports whether the blanks of an element are kept, which it takes from the
// element around it unless it says otherwise.
func keepsBlanks(tag string, c css, around bool) bool {
	switch c.space {
	case "pre", "pre-wrap", "pre-line", "break-spaces":
		return true
	case "normal", "nowrap":
		return false
	}
	return around || isCode[tag]
}

// styleFor returns how an element sets its text apart. What is bold in every heading
// is not bold by itself in one.
func (w *Writer) styleFor(f *frame) annotations.Style {
	s := styles[f.tag]
	switch {
	case f.tag == "cite" && f.block:
		return 0
	case f.tag == "a" && f.linked && refersToNote(f.node):
		return annotations.Superscript
	case s == annotations.Code && w.inCode():
		return 0
	case f.tag == "b" && styleOf(f.node).without&annotations.Strong != 0:
		return 0
	case s == annotations.Strong && w.within(func(f *frame) bool { return f.level > 0 }):
		return 0
	}
	return s
}

// tellsWho reports whether an element says who is quoted by the quotation around it, on
// a line of its own.
func (w *Writer) tellsWho(n *html.Node) bool {
	return n.Data == "cite" && len(w.frames) > 0 && w.top().tag == "blockquote"
}

// label gives the composer the names by which links lead to an element.
func (w *Writer) label(n *html.Node) {
	for _, a := range n.Attr {
		if a.Val != "" && (a.Key == "id" || a.Key == "name" && n.Data == "a") {
			w.compose.Label(w.labelOf(a.Val))
		}
	}
}

func (w *Writer) labelOf(id string) string {
	if w.Label != nil {
		return w.Label(id)
	}
	return id
}

// rule writes a break between parts.
func (w *Writer) rule() {
	if !w.inCell() {
		w.compose.Begin(annotations.Block{Kind: annotations.BlockRule})
		w.compose.End()
	}
}
