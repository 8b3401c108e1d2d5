package odt

import (
	"context"
	"errors"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/office"
	"sidelight/annotations/document/pack"
	"sidelight/annotations/document/raw"
)

// Deriver names this reader and its version.
const Deriver = "odt/1"

// MediaType is that of the files that are read.
const MediaType = "application/vnd.oasis.opendocument.text"

// content is the part that holds the text.
const content = "content.xml"

// maxLink is the length in bytes of the longest address or bookmark that is kept.
const maxLink = 4 << 10

// spaces are the namespaces of the format.
var spaces = map[string]string{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":            "office",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":             "style",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":              "text",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":             "table",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":           "draw",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":    "svg",
	"urn:oasis:names:tc:opendocument:xmlns:meta:1.0":              "meta",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":          "manifest",
	"http://www.w3.org/1999/xlink":                                "xlink",
	"http://purl.org/dc/elements/1.1/":                            "dc",
}

// reader reads one document.
type reader struct {
	ctx    context.Context
	pack   *pack.Package
	w      *office.Writer
	styles *styles
	counts map[counted]*counter // the last of each sort
	lists  []*counter           // that are open
	item   *item                // that is open, or nil
	p      *paragraph           // that is open, or nil
	hidden bool
	frames []*office.Elements
	notes  []note
}

// Is reports whether a file is a text of this format.
func Is(f *raw.File) bool {
	p, err := pack.Open(f)
	if err != nil || !p.Has("mimetype") {
		return false
	}
	kind, err := p.Read(context.Background(), "mimetype")
	return err == nil && strings.HasPrefix(string(kind), MediaType)
}

// Read makes an article of a text. The error is an [*raw.Error], or that of ctx.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	p, err := pack.Open(f)
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, pack: p, w: office.NewWriter(), counts: make(map[counted]*counter)}
	a, err := r.read()
	if errors.Is(err, compose.ErrTooLong) {
		return nil, p.Problem(raw.TooMuch, err)
	}
	return a, err
}

func (r *reader) read() (*annotations.Article, error) {
	if err := r.unprotected(); err != nil {
		return nil, err
	}
	if !r.pack.Has(content) {
		return nil, r.pack.Problem(raw.Damaged, errors.New("there is no "+content))
	}
	meta, err := r.meta()
	if err != nil {
		return nil, err
	}
	r.styles = newStyles()
	if err := r.open("styles.xml", r.readStyles); err != nil {
		return nil, err
	}
	if meta.Language.Text == "" && r.styles.language != "" {
		meta.Language = annotations.Given{Text: r.styles.language, From: "styles"}
	}
	if err := r.open(content, r.text); err != nil {
		return nil, err
	}
	if err := r.writeNotes(); err != nil {
		return nil, err
	}
	if r.w.End(); r.w.Len() == 0 {
		return nil, r.pack.Problem(raw.Empty, nil)
	}
	return r.w.Article(r.ctx, annotations.File{Deriver: Deriver, MediaType: MediaType}, meta)
}

// text reads the part that holds the text: its own styles, and then the words.
func (r *reader) text(e *office.Elements) error {
	return e.Children(func(s *office.Start) error {
		switch s.Name {
		case "office:automatic-styles":
			return r.styleList(e)
		case "office:body":
			return e.Children(func(s *office.Start) error {
				if s.Name != "office:text" {
					return nil
				}
				return r.blocks(e)
			})
		}
		return nil
	})
}

// open calls a function with the elements of a part, see [office.ReadPart].
func (r *reader) open(part string, read func(*office.Elements) error) error {
	return office.ReadPart(r.ctx, r.pack, part, spaces, read)
}

// unprotected returns an error if the package says that a part of it is encrypted.
func (r *reader) unprotected() error {
	return r.open("META-INF/manifest.xml", func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			return e.Children(func(s *office.Start) error {
				if s.Name == "manifest:encryption-data" {
					return r.pack.Problem(raw.Protected, nil)
				}
				return nil
			})
		})
	})
}

// meta reads what the document says of itself. Who wrote it first is its author, not
// who changed it last.
func (r *reader) meta() (annotations.Meta, error) {
	var m annotations.Meta
	var last annotations.Given
	given := func(e *office.Elements, to *annotations.Given) error {
		words, err := e.Words()
		if words = strings.Join(strings.Fields(words), " "); words != "" {
			*to = annotations.Given{Text: words, From: "meta.xml"}
		}
		return err
	}
	err := r.open("meta.xml", func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			return e.Children(func(s *office.Start) error {
				switch s.Name {
				case "dc:title":
					return given(e, &m.Title)
				case "meta:initial-creator":
					return given(e, &m.Byline)
				case "dc:creator":
					return given(e, &last)
				case "dc:language":
					return given(e, &m.Language)
				}
				return nil
			})
		})
	})
	if m.Byline.Text == "" {
		m.Byline = last
	}
	return m, err
}
