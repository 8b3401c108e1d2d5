package html

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/raw"
)

// Deriver names this reader and its version.
const Deriver = "html/1"

// The media types of the files that are read.
const (
	MediaType      = "text/html"
	mediaTypeXHTML = "application/xhtml+xml"
	mediaTypeMHTML = "multipart/related"
)

// Is reports whether a file is a web page by its first bytes.
func Is(f *raw.File) bool { return isMHTML(f.Data) || isPage(f.Data) }

// heads are what a page begins with, in small letters, behind comments.
var heads = []string{"<!doctype html", "<html", "<head", "<body"}

func isPage(data []byte) bool {
	const most = 4 << 10
	bare := bytes.ReplaceAll(data[:min(len(data), most)], []byte{0}, nil) // of UTF-16
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		bare = bytes.TrimPrefix(bare, []byte(mark))
	}
	head := strings.ToLower(string(bare))
	for {
		head = strings.TrimSpace(head)
		for _, h := range heads {
			if strings.HasPrefix(head, h) {
				return true
			}
		}
		end := ""
		switch {
		case strings.HasPrefix(head, "<!--"):
			end = "-->"
		case strings.HasPrefix(head, "<?xml"):
			end = "?>"
		default:
			return false
		}
		_, rest, ok := strings.Cut(head, end)
		if !ok {
			return false
		}
		head = rest
	}
}

// page is a web page that is being read.
type page struct {
	root  *html.Node
	part  string // its name in the file that holds it, or ""
	meta  annotations.Meta
	given annotations.Meta // what counts in place of what the page says
	base  *url.URL         // what addresses in it are relative to; never nil
	here  *url.URL         // its own address; never nil
	files files
}

// Read makes an article of a saved web page.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	return ReadPart(ctx, f, "")
}

// ReadPart makes an article of a saved web page that has a name in a file that holds it.
func ReadPart(ctx context.Context, f *raw.File, part string) (*annotations.Article, error) {
	if isMHTML(f.Data) {
		return readMHTML(ctx, f)
	}
	text, err := decode(f.Data, f.Encoding)
	if err != nil {
		return nil, err
	}
	media := MediaType
	if strings.HasPrefix(text, "<?xml") {
		media = mediaTypeXHTML
	}
	p := &page{part: part, files: files{beside: f.Beside}}
	return p.read(ctx, text, f.Whole, media)
}

// Source is the HTML of an article that something else holds, such as an export.
type Source struct {
	Text   string
	Part   string           // its name in the file that holds it
	Meta   annotations.Meta // what that file says of it, in place of what it says itself
	Beside fs.FS            // the folder in which it lies, or nil
	Whole  bool             // all of it is wanted
}

// ReadSource makes an article of HTML that something else holds.
func ReadSource(ctx context.Context, s Source) (*annotations.Article, error) {
	p := &page{part: s.Part, files: files{beside: s.Beside}, given: s.Meta}
	if u, err := url.Parse(s.Meta.URL.Text); err == nil {
		p.here = u
	}
	return p.read(ctx, s.Text, s.Whole, MediaType)
}

// read makes an article of the page's source.
func (p *page) read(ctx context.Context, text string, whole bool, mediaType string) (*annotations.Article, error) {
	var err error
	head := strings.Clone(text[:min(len(text), longestComment)]) // the text itself is let go
	if p.root, err = markup.Parse(ctx, []byte(text)); err != nil {
		return nil, err
	}
	p.meta = metaOf(p.root)
	for _, m := range []struct{ says, is *annotations.Given }{
		{&p.given.Title, &p.meta.Title}, {&p.given.Byline, &p.meta.Byline}, {&p.given.Published, &p.meta.Published},
		{&p.given.Site, &p.meta.Site}, {&p.given.URL, &p.meta.URL}, {&p.given.Language, &p.meta.Language},
	} {
		*m.is = either(*m.says, *m.is)
	}
	p.place(head)
	var kept *selection
	if !whole && !isArticle(p.root) {
		if kept, err = p.mainText(ctx); err != nil {
			return nil, err
		}
	}
	c := compose.New()
	w := markup.New(c)
	w.Part, w.Lang, w.Resolve, w.Load = p.part, p.meta.Language.Text, p.resolve, p.load
	if kept != nil {
		w.Keep = kept.keeps
	}
	if err := w.Walk(ctx, p.root); err != nil {
		return nil, err
	}
	a, err := c.Article(ctx, annotations.File{Deriver: Deriver, MediaType: mediaType}, p.meta)
	return a, inWords(err, a)
}

// inWords returns an error in the words of package raw, also for an article without text.
func inWords(err error, a *annotations.Article) error {
	switch {
	case errors.Is(err, compose.ErrTooLong):
		return &raw.Error{Problem: raw.TooMuch, Err: err}
	case err == nil && strings.TrimSpace(a.Text) == "":
		return &raw.Error{Problem: raw.Empty}
	}
	return err
}

// resolve returns where a link of the page leads.
func (p *page) resolve(href string) (target, label string) {
	u, err := p.base.Parse(href)
	if err != nil {
		return href, ""
	}
	if strings.HasPrefix(href, "#") {
		return href, u.Fragment
	}
	if p.base.Host == "" && u.Host == "" {
		return href, "" // nobody knows where the page was
	}
	target = u.String()
	if u.Fragment == "" || p.here.Host == "" {
		return target, ""
	}
	a, b := *u, *p.here
	a.Fragment, a.RawFragment, b.Fragment, b.RawFragment = "", "", "", ""
	if a.String() == b.String() {
		label = u.Fragment
	}
	return target, label
}
