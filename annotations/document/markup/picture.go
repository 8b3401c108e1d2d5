package markup

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sidelight/annotations"
)

const (
	// A picture that is declared to be this large at most, in pixels, is a sign in the
	// line or an ornament.
	sign = 32
	// The words of a sign have this many characters at most.
	longestSign = 3
)

// picture takes an <img>. A sign in the line is read as what it stands for. A picture in
// a paragraph follows it, one in a table follows the table.
func (w *Writer) picture(f *frame) {
	n := f.node
	p := annotations.Picture{
		Alt: strings.Join(strings.Fields(Attr(n, "alt")), " "), Target: pictureSource(n),
		Width: pixels(n, "width"), Height: pixels(n, "height"),
	}
	if stands(n, &p) {
		if !w.compose.Empty() || w.inCell() || !blocks[parentTag(n)] {
			w.ensure()
			w.compose.Whole(p.Alt, w.here())
			return
		}
	}
	if p.Target == "" || w.inCode() || small(p.Width) && small(p.Height) {
		return
	}
	if w.Load != nil {
		p.Load = w.Load(p.Target)
	}
	if strings.HasPrefix(p.Target, "data:") {
		p.Target = "" // the bytes are no address
	}
	w.pictures = append(w.pictures, annotations.Block{Kind: annotations.BlockPicture, Picture: &p})
	if w.compose.Opened() == nil {
		w.showPictures()
	}
}

// showPictures writes the pictures that have waited, unless a table goes on.
func (w *Writer) showPictures() {
	if len(w.pictures) == 0 || w.within(func(f *frame) bool { return f.table != nil && f.tag == "table" }) {
		return
	}
	for _, b := range w.pictures {
		w.compose.Begin(b)
		w.compose.End()
	}
	w.pictures = nil
}

// stands reports whether a picture stands for a sign in the line, such as an emoji.
func stands(n *html.Node, p *annotations.Picture) bool {
	letters := utf8.RuneCountInString(p.Alt)
	if letters == 0 || letters > longestSign {
		return false
	}
	return small(p.Width) || small(p.Height) || strings.Contains(strings.ToLower(Attr(n, "class")), "emoji") ||
		strings.IndexFunc(p.Alt, unicode.IsSymbol) >= 0
}

func small(pixels int) bool { return pixels > 0 && pixels <= sign }

func parentTag(n *html.Node) string {
	if n.Parent == nil {
		return ""
	}
	return n.Parent.Data
}

// pixels returns a length that an attribute gives in pixels, or 0.
func pixels(n *html.Node, key string) int {
	number, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(Attr(n, key)), "px"))
	if err != nil || number < 0 || number > 1<<16 {
		return 0
	}
	return number
}

// pictureSource returns the address of a picture. Pages that load pictures when they
// come into sight keep it in another attribute until then.
func pictureSource(n *html.Node) string {
	src := strings.TrimSpace(Attr(n, "src"))
	if src == "" {
		src = strings.TrimSpace(Attr(n, "href")) // of an SVG's image in a book
	}
	if src == "" {
		src = strings.TrimSpace(Attr(n, "xlink:href"))
	}
	if src != "" && !placeholder(src) {
		return src
	}
	for _, key := range []string{"data-src", "data-original", "data-lazy-src", "data-url", "data-actualsrc"} {
		if s := strings.TrimSpace(Attr(n, key)); s != "" {
			return s
		}
	}
	for _, key := range []string{"srcset", "data-srcset"} {
		if s := largest(Attr(n, key)); s != "" {
			return s
		}
	}
	if n.Parent != nil && n.Parent.Data == "picture" {
		for c := range n.Parent.ChildNodes() {
			if s := largest(Attr(c, "srcset")); c.Data == "source" && s != "" {
				return s
			}
		}
	}
	return src
}

// placeholder reports whether an address holds a picture that is too small to be more
// than a place for one.
func placeholder(src string) bool {
	const most = 400 // bytes
	return len(src) < most && strings.HasPrefix(src, "data:image/")
}

// largest returns the address of the largest picture in a srcset.
func largest(set string) string {
	best, most := "", -1.0
	for entry := range strings.SplitSeq(set, ", ") {
		fields := strings.Fields(strings.Trim(entry, ","))
		if len(fields) == 0 {
			continue
		}
		size := 1.0
		if len(fields) > 1 {
			size, _ = strconv.ParseFloat(strings.TrimRight(fields[1], "wxh"), 64)
		}
		if size > most {
			best, most = fields[0], size
		}
	}
	return best
}
