package markdown

import (
	"bytes"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"sidelight/annotations"
	"sidelight/annotations/lazy"
)

// onlyPictures reports whether a paragraph consists of pictures alone.
func (w *writer) onlyPictures(n ast.Node) bool {
	found := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.m.tick()
		if t, ok := c.(*ast.Text); ok {
			if len(bytes.TrimSpace(t.Segment.Value(w.src))) > 0 {
				return false
			}
			continue
		}
		if !w.isPicture(c) {
			return false
		}
		found = true
	}
	return found
}

func (w *writer) isPicture(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Image:
		return true
	case *ast.Link:
		return n.ChildCount() == 1 && n.FirstChild().Kind() == ast.KindImage
	case *leaf:
		switch n.kind {
		case wikiEmbed:
			name, _, _ := strings.Cut(string(n.at.Value(w.src)), "|")
			return pictureName(name)
		case shortcode:
			name, arguments := w.arguments(n.at)
			_, ok := arguments["src"]
			return ok && slices.Contains([]string{"figure", "image", "img", "picture"}, name)
		}
	}
	return false
}

func pictureName(name string) bool {
	end := strings.ToLower(path.Ext(strings.TrimSpace(name)))
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".avif"}, end)
}

// pictures writes the pictures under n, a block each.
func (w *writer) pictures(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			w.image(c)
		case *ast.Link:
			w.link(unescaped(c.Destination), func() { w.image(c.FirstChild().(*ast.Image)) })
		case *leaf:
			if c.kind == wikiEmbed {
				w.embed(c.at)
			} else {
				w.figure(c.at)
			}
		}
	}
}

// picture writes a picture whose description stands in the text.
func (w *writer) picture(target string, describe func()) {
	p := &annotations.Picture{Target: target, Load: w.load(target)}
	w.Begin(annotations.Block{Kind: annotations.BlockPicture, Picture: p})
	describe()
	p.Alt = w.Words()
	w.End()
}

func (w *writer) image(n *ast.Image) {
	w.picture(unescaped(n.Destination), func() { w.words(n) })
}

func (w *writer) embed(at text.Segment) {
	target, _, _ := strings.Cut(string(at.Value(w.src)), "|")
	target = strings.TrimSpace(strings.TrimSuffix(target, `\`))
	w.picture(target, func() { w.wikiWords(at) })
}

// load returns what reads the picture of an address, or nil if that is not in the
// folder of the file.
func (w *writer) load(target string) func() ([]byte, error) {
	u, err := url.Parse(target)
	if w.file.Beside == nil || err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return nil
	}
	name := path.Clean(u.Path)
	if !fs.ValidPath(name) || name == "." {
		return nil
	}
	folder := w.file.Beside
	return func() ([]byte, error) { return fs.ReadFile(folder, name) }
}

// argument is what a shortcode is given: name="words", or the words alone.
var argument = lazy.Regexp{Source: `([\w-]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`}

// arguments returns the name of a shortcode, and where in the source the words of its
// arguments stand.
func (w *writer) arguments(at text.Segment) (name string, all map[string]text.Segment) {
	s := string(at.Value(w.src))
	all = make(map[string]text.Segment)
	for _, m := range argument.Get().FindAllStringSubmatchIndex(s, -1) {
		for i := 4; i < len(m); i += 2 {
			if m[i] >= 0 {
				all[strings.ToLower(s[m[2]:m[3]])] = text.NewSegment(at.Start+m[i], at.Start+m[i+1])
			}
		}
	}
	if fields := strings.Fields(s); len(fields) > 0 {
		name = strings.ToLower(fields[0])
	}
	return name, all
}

// wordsOfShortcodes are the arguments that are words to read.
var wordsOfShortcodes = []string{"title", "alt", "text", "caption"}

// shortcode writes the words that a shortcode is given.
func (w *writer) shortcode(at text.Segment) {
	_, all := w.arguments(at)
	for _, name := range wordsOfShortcodes {
		if words, ok := all[name]; ok {
			w.Space(location(words.Start))
			w.resolve(words.Start, words.Stop)
			w.Space(location(words.Stop))
		}
	}
}

// figure writes the picture of a shortcode and its caption.
func (w *writer) figure(at text.Segment) {
	_, all := w.arguments(at)
	source, alt := all["src"], all["alt"]
	w.picture(string(source.Value(w.src)), func() { w.resolve(alt.Start, alt.Stop) })
	for _, name := range []string{"title", "caption"} {
		if words, ok := all[name]; ok {
			w.Begin(annotations.Block{Kind: annotations.BlockCaption})
			w.resolve(words.Start, words.Stop)
			w.End()
		}
	}
}
