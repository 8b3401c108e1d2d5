package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/pdf/pdfium"
	"sidelight/annotations/document/raw"
)

// Deriver names this reader and its version.
const Deriver = "pdf/1"

// MediaType is that of the files that are read.
const MediaType = "application/pdf"

// Head is how each file begins.
const Head = "%PDF-"

// The most that is read of a file, and the work that it may take. What takes more is a
// file that was made to.
const (
	maxPages = 5000
	maxChars = 6 << 20
	maxOpen  = 4 * time.Second        // for the first page, beside starting the engine
	perPage  = 100 * time.Millisecond // more for each page
)

// Is reports whether a file is of this format.
func Is(f *raw.File) bool { return bytes.HasPrefix(f.Data, []byte(Head)) }

// Read makes an article of a file. The error is an [*raw.Error], or that of ctx.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	if err := pdfium.Start(ctx); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, &raw.Error{Problem: raw.Unreadable, Err: err}
	}
	limited, stop := context.WithCancel(ctx)
	defer stop()
	end := limit(maxOpen, work, stop)
	d, err := pdfium.Open(limited, f.Data)
	end()
	if err != nil {
		return nil, wrap(ctx, err)
	}
	defer d.Close()
	if d.Pages() > maxPages {
		return nil, &raw.Error{Problem: raw.TooMuch, Err: fmt.Errorf("%d pages", d.Pages())}
	}
	defer limit(maxOpen+time.Duration(d.Pages())*perPage, work, stop)()
	a, err := read(limited, d)
	if err != nil {
		return nil, wrap(ctx, err)
	}
	return a, nil
}

// wrap puts an error into the words of package raw. One that comes of the time that a
// file took is too much of it.
func wrap(ctx context.Context, err error) error {
	var file *raw.Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &file):
		return err
	case errors.Is(err, pdfium.ErrProtected):
		return &raw.Error{Problem: raw.Protected, Err: err}
	case errors.Is(err, context.Canceled), errors.Is(err, compose.ErrTooLong), errors.Is(err, pdfium.ErrTooMuch):
		return &raw.Error{Problem: raw.TooMuch, Err: err}
	}
	return &raw.Error{Problem: raw.Damaged, Err: err}
}

func read(ctx context.Context, d *pdfium.Document) (*annotations.Article, error) {
	pages, links, err := layout(ctx, d)
	if err != nil {
		return nil, err
	}
	bookmarks, err := d.Bookmarks(ctx)
	if err != nil {
		return nil, err
	}
	meta, err := metaOf(ctx, d)
	if err != nil {
		return nil, err
	}
	undress(pages)
	x := newDivider(pages)
	for _, page := range pages {
		for _, c := range page {
			x.column(c)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if len(x.all)+len(x.notes) == 0 {
		return nil, &raw.Error{Problem: raw.NoText}
	}
	x.classify()
	x.outline(bookmarks)
	w := &writer{c: compose.New(), links: links, hyphens: make(map[string]bool), signs: make(map[string]bool)}
	w.learn(x.all)
	for _, n := range x.notes {
		w.signs[label(n.lines[0].page, n.note)] = true
	}
	for _, p := range append(x.all, x.notes...) {
		w.paragraph(p)
	}
	return w.c.Article(ctx, annotations.File{Deriver: Deriver, MediaType: MediaType}, meta)
}

// layout reads the pages and puts the lines of each in the order of reading. Words that
// are turned come behind those that are not.
func layout(ctx context.Context, d *pdfium.Document) (pages [][]*column, links [][]pdfium.Link, err error) {
	chars := 0
	for i := range d.Pages() {
		p, err := d.Page(ctx, i)
		if err != nil {
			return nil, nil, err
		}
		if chars += len(p.Chars); chars > maxChars {
			return nil, nil, &raw.Error{Problem: raw.TooMuch, Err: errors.New("too many characters")}
		}
		var page []*column
		for quarters := range 4 {
			if all := pieces(p, i, quarters); len(all) > 0 {
				page = append(page, columns(all, 0)...)
			}
		}
		pages, links = append(pages, page), append(links, p.Links)
	}
	return pages, links, nil
}

// metaOf returns what the document says of itself.
func metaOf(ctx context.Context, d *pdfium.Document) (m annotations.Meta, err error) {
	given := func(name string) (annotations.Given, error) {
		s, err := d.Meta(ctx, name)
		if s = strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), ""); s == "" || err != nil {
			return annotations.Given{}, err
		}
		return annotations.Given{Text: s, From: "document information"}, nil
	}
	if m.Title, err = given("Title"); err == nil {
		m.Byline, err = given("Author")
	}
	if err != nil {
		return m, err
	}
	language, err := d.Language(ctx)
	if language != "" {
		m.Language = annotations.Given{Text: language, From: "catalog"}
	}
	return m, err
}
