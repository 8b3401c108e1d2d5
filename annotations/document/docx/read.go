package docx

import (
	"context"
	"errors"
	"path"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/office"
	"sidelight/annotations/document/pack"
	"sidelight/annotations/document/raw"
)

// Deriver names this reader and its version.
const Deriver = "docx/1"

// MediaType is that of the files that are read.
const MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// maxLink is the length in bytes of the longest address or bookmark that is kept.
const maxLink = 4 << 10

// spaces are the namespaces of the format, in both of its editions.
var spaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                "r",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"urn:schemas-microsoft-com:office:office":                                "o",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "rel",
	"http://purl.org/dc/elements/1.1/":                                       "dc",
}

// reader reads one document.
type reader struct {
	ctx      context.Context
	pack     *pack.Package
	w        *office.Writer
	main     string // the name of the part with the text
	settings map[string]relation
	styles   *styles
	lists    *lists
	notes    map[string]*note // by the kind and the id of a note
	counted  map[string]int   // notes of each kind so far

	part      string              // that is being read
	relations map[string]relation // of the part
	p         *paragraph          // that is open, or nil
	frames    []*office.Elements
	fields    []field
	deeper    int // fields that are open beyond maxFields
	muted     int // fields that are open and show nothing
	hidden    bool
	depths    []int // the levels of the list items around the last one
}

// Is reports whether a file is a text of this format.
func Is(f *raw.File) bool {
	p, err := pack.Open(f)
	if err != nil {
		return false
	}
	return p.Has("word/document.xml") || p.Has("[Content_Types].xml") && !p.Has("xl/workbook.xml") && !p.Has("ppt/presentation.xml")
}

// Read makes an article of a text. The error is an [*raw.Error], or that of ctx.
func Read(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	p, err := pack.Open(f)
	if err != nil {
		return nil, err
	}
	r := &reader{
		ctx: ctx, pack: p, w: office.NewWriter(),
		notes: make(map[string]*note), counted: make(map[string]int),
	}
	a, err := r.read()
	if errors.Is(err, compose.ErrTooLong) {
		return nil, p.Problem(raw.TooMuch, err)
	}
	return a, err
}

func (r *reader) read() (*annotations.Article, error) {
	top, err := r.related("")
	if err != nil {
		return nil, err
	}
	r.main = find(top, "/officeDocument", "word/document.xml")
	if !r.pack.Has(r.main) {
		return nil, r.pack.Problem(raw.Damaged, errors.New("there is no "+r.main))
	}
	if r.settings, err = r.related(r.main); err != nil {
		return nil, err
	}
	meta, err := r.meta(find(top, "/core-properties", "docProps/core.xml"))
	if err != nil {
		return nil, err
	}
	if err := r.readStyles(r.beside("/styles", "styles.xml")); err != nil {
		return nil, err
	}
	if err := r.readLists(r.beside("/numbering", "numbering.xml")); err != nil {
		return nil, err
	}
	if meta.Language.Text == "" && r.styles.language != "" {
		meta.Language = annotations.Given{Text: r.styles.language, From: "styles"}
	}
	if err := r.story(r.main, "w:body", r.blocks); err != nil {
		return nil, err
	}
	for _, kind := range []string{footnote, endnote} {
		if err := r.readNotes(kind); err != nil {
			return nil, err
		}
	}
	if r.w.End(); r.w.Len() == 0 {
		return nil, r.pack.Problem(raw.Empty, nil)
	}
	return r.w.Article(r.ctx, annotations.File{Deriver: Deriver, MediaType: MediaType}, meta)
}

// beside returns the name of the part that has a kind of relation to the text's.
func (r *reader) beside(kind, usual string) string {
	return find(r.settings, kind, path.Join(path.Dir(r.main), usual))
}

// story reads a part: what stands in the first element of a name.
func (r *reader) story(part, name string, read func(*office.Elements) error) error {
	var err error
	if r.relations, err = r.related(part); err != nil {
		return err
	}
	r.part = part
	found := false
	return r.open(part, func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			if s.Name != name || found {
				return nil
			}
			found = true
			return read(e)
		})
	})
}

// open calls a function with the elements of a part, see [office.ReadPart].
func (r *reader) open(part string, read func(*office.Elements) error) error {
	return office.ReadPart(r.ctx, r.pack, part, spaces, read)
}

// relation is what an id in a part stands for.
type relation struct {
	kind     string // the end of its type
	target   string // the name of a part, or an address
	external bool
}

// related reads the relations of a part, or those of the package if part is "".
func (r *reader) related(part string) (map[string]relation, error) {
	dir, name := path.Split(part)
	out := make(map[string]relation)
	err := r.open(path.Join(dir, "_rels", name+".rels"), func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			x := relation{kind: s.Attr("Type"), target: s.Attr("Target"), external: s.Attr("TargetMode") == "External"}
			if !x.external {
				x.target = resolve(dir, x.target)
			}
			out[s.Attr("Id")] = x
			return nil
		})
	})
	return out, err
}

// resolve returns the name of the part to which a folder's part refers.
func resolve(dir, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(dir, target)
}

// find returns the part of the relation whose type has an end, or else the usual one.
func find(all map[string]relation, kind, usual string) string {
	for _, x := range all {
		if !x.external && strings.HasSuffix(x.kind, kind) {
			return x.target
		}
	}
	return usual
}

// meta reads what the document says of itself.
func (r *reader) meta(part string) (annotations.Meta, error) {
	var m annotations.Meta
	given := func(e *office.Elements, to *annotations.Given) error {
		words, err := e.Words()
		*to = annotations.Given{Text: strings.Join(strings.Fields(words), " "), From: "core properties"}
		if to.Text == "" {
			*to = annotations.Given{}
		}
		return err
	}
	err := r.open(part, func(e *office.Elements) error {
		return e.Children(func(s *office.Start) error {
			switch s.Name {
			case "dc:title":
				return given(e, &m.Title)
			case "dc:creator":
				return given(e, &m.Byline)
			case "dc:language":
				return given(e, &m.Language)
			}
			return nil
		})
	})
	return m, err
}
