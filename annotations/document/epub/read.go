package epub

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/pack"
	"sidelight/annotations/document/raw"
)

// Deriver names this reader and its version.
const Deriver = "epub/1"

// MediaType is that of the files that are read.
const MediaType = "application/epub+zip"

// container names the part that names the book's package document.
const container = "META-INF/container.xml"

// Is reports whether a file is a book of this format.
func Is(f *raw.File) bool {
	const first = 30 // bytes of the head of the first entry, before its name
	if len(f.Data) < first || string(f.Data[:4]) != "PK\x03\x04" {
		return false
	}
	if strings.HasPrefix(string(f.Data[first:min(len(f.Data), 128)]), "mimetype"+MediaType) {
		return true
	}
	p, err := pack.Open(f)
	return err == nil && p.Has(container)
}

// book is a book that is being read.
type book struct {
	ctx    context.Context
	pack   *pack.Package
	left   markup.Budget
	opf    *opf
	notes  *markup.Notes
	labels contents
	c      *compose.Composer
}

// chapter is a part of the book's text.
type chapter struct {
	place
	root *html.Node
}

// Read makes an article of a book.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	p, err := pack.Open(f)
	if err != nil {
		return nil, err
	}
	b := &book{ctx: ctx, pack: p, left: markup.MaxNodes, notes: markup.NewNotes(), c: compose.New()}
	if err := b.protected(); err != nil {
		return nil, err
	}
	if b.opf, err = b.readPackage(); err != nil {
		return nil, err
	}
	if err := b.readContents(); err != nil {
		return nil, err
	}
	chapters, err := b.chapters()
	if err != nil {
		return nil, err
	}
	for _, ch := range chapters {
		if err := b.write(ch); err != nil {
			return nil, err
		}
	}
	a, err := b.c.Article(ctx, annotations.File{Deriver: Deriver, MediaType: MediaType}, b.opf.meta)
	switch {
	case errors.Is(err, compose.ErrTooLong):
		return nil, p.Problem(raw.TooMuch, err)
	case err != nil:
		return nil, err
	case strings.TrimSpace(a.Text) == "":
		return nil, p.Problem(raw.Empty, nil)
	}
	return a, nil
}

// chapters reads the parts of the spine, each once, and finds the links to notes in them.
// A part that is missing is left out unless all are.
func (b *book) chapters() ([]chapter, error) {
	var out []chapter
	seen := make(map[string]bool)
	for _, at := range b.opf.spine {
		part := at.part
		if seen[part] || part == b.opf.nav {
			continue
		}
		seen[part] = true
		if !b.pack.Has(part) {
			continue
		}
		root, err := b.tree(part)
		if err != nil {
			return nil, err
		}
		out = append(out, chapter{at, root})
		b.notes.Collect(root, b.resolver(part), func(id string) string { return part + "#" + id })
	}
	if len(out) == 0 {
		return nil, b.pack.Problem(raw.Damaged, errors.New("there is no chapter in it"))
	}
	return out, nil
}

// tree reads a part as XML or, if that is what it is not, as HTML.
func (b *book) tree(part string) (*html.Node, error) {
	data, err := b.pack.Read(b.ctx, part)
	if err != nil {
		return nil, err
	}
	text, err := charset.Decode(data, "")
	if e := (*raw.Error)(nil); errors.As(err, &e) && e.Problem == raw.Empty {
		text, err = "<p/>", nil
	}
	if err != nil {
		return nil, b.pack.Problem(raw.Damaged, fmt.Errorf("%s: %w", part, err))
	}
	before := b.left
	root, err := markup.ParseXML(b.ctx, []byte(text), &b.left)
	if e := (*raw.Error)(nil); errors.As(err, &e) && e.Problem == raw.Damaged {
		b.left = before - markup.Budget(len(text)/4) // as many nodes as HTML of that size has at most
		if b.left < 0 {
			return nil, b.pack.Problem(raw.TooMuch, err)
		}
		return markup.Parse(b.ctx, []byte(text))
	}
	return root, err
}

// resolver returns what finds out where the links of a part lead.
func (b *book) resolver(part string) func(href string) (target, label string) {
	return func(href string) (target, label string) {
		u, err := url.Parse(href)
		if err != nil || u.Scheme != "" || u.Host != "" {
			return href, ""
		}
		to := part
		if u.Path != "" {
			to = join(part, u.Path)
		}
		if u.Fragment != "" {
			return href, to + "#" + u.Fragment
		}
		return href, to
	}
}

// join returns the name of a part that another one names, relative to itself.
func join(part, name string) string {
	return strings.TrimPrefix(path.Join("/", path.Dir(part), name), "/")
}

// write writes a chapter.
func (b *book) write(ch chapter) error {
	b.c.End()
	b.c.Label(ch.part)
	w := markup.New(b.c)
	w.Part, w.Steps, w.Notes, w.Resolve = ch.part, ch.steps, b.notes, b.resolver(ch.part)
	w.Lang = b.opf.meta.Language.Text
	w.Label = func(id string) string { return ch.part + "#" + id }
	w.Load = func(src string) func() ([]byte, error) {
		u, err := url.Parse(src)
		if err != nil || u.Scheme != "" || u.Path == "" {
			return nil
		}
		return b.pack.Loader(join(ch.part, u.Path))
	}
	w.Headings = b.labels.headings(ch, b.c)
	return w.Walk(b.ctx, ch.root)
}
