package document

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/docx"
	"sidelight/annotations/document/epub"
	"sidelight/annotations/document/exports"
	"sidelight/annotations/document/html"
	"sidelight/annotations/document/markdown"
	"sidelight/annotations/document/odt"
	"sidelight/annotations/document/pdf"
	"sidelight/annotations/document/plain"
	"sidelight/annotations/document/raw"
)

// Document is what was read from a file.
type Document struct {
	Title   string // as the file gives it, else its first heading, else its name without the ending
	Article *annotations.Article
}

// format is a sort of file that is read.
type format struct {
	mediaType string   // unless the reader gives one
	endings   []string // of file names, in small letters
	head      string   // the bytes with which such a file begins if it is no text, else ""
	// is reports whether a file is of the format, whatever its name. It is nil where
	// the ending alone can tell.
	is   func(*raw.File) bool
	read func(context.Context, *raw.File) (*annotations.Article, error)
}

// formats are all of them. A file is of the first that knows it by its bytes, else of
// the first that has its ending and its head, else of the last.
var formats = []format{
	{mediaType: docx.MediaType, endings: []string{".docx", ".docm", ".dotx", ".dotm"}, head: "PK\x03\x04", is: docx.Is, read: docx.Read},
	{mediaType: odt.MediaType, endings: []string{".odt", ".ott"}, head: "PK\x03\x04", is: odt.Is, read: odt.Read},
	{mediaType: pdf.MediaType, endings: []string{".pdf"}, head: pdf.Head, is: pdf.Is, read: pdf.Read},
	{mediaType: epub.MediaType, endings: []string{".epub"}, head: "PK\x03\x04", is: epub.Is, read: epub.Read},
	{mediaType: "application/zip", endings: []string{".zip"}, head: "PK\x03\x04", is: exports.Is, read: exports.ReadOne},
	{mediaType: html.MediaType, endings: []string{".html", ".htm", ".xhtml", ".mhtml", ".mht"}, is: html.Is, read: html.Read},
	{mediaType: "text/markdown", endings: []string{".md", ".markdown"}, read: markdown.Read},
	{mediaType: "text/plain", endings: []string{".txt", ".text"}, read: plain.Read},
}

// IsWebPage reports whether an article was read from a saved web page, which holds more
// than the article.
func IsWebPage(a *annotations.Article) bool { return strings.HasPrefix(a.File.Deriver, "html/") }

// Endings returns the endings of file names that are offered to the reader. A
// file with another name is read as what it looks like, else as plain text.
func Endings() []string {
	var out []string
	for _, f := range slices.Backward(formats) {
		out = append(out, f.endings...)
	}
	return out
}

// Open reads the file at path. The error is an [*raw.Error], or that of ctx as soon as
// it ends: Open does not wait for a disk that does not answer, and what computes
// stops shortly after. Progress, unless nil, is called on the same goroutine with the
// share that has been read, from 0 to 1.
func Open(ctx context.Context, path string, progress func(float64)) (*Document, error) {
	return open(ctx, path, Options{}, raw.OpenRegular, progress)
}

// Options are the ways in which the reader may want a file to be read.
type Options struct {
	Whole    bool   // of a web page, everything is wanted, not its main text alone
	Encoding string // of a text, its name; "" to find it out
	Item     int    // of an export with several articles, the number of the wanted one, from 1
}

// OpenAs is [Open] in a way that is chosen.
func OpenAs(ctx context.Context, path string, o Options, progress func(float64)) (*Document, error) {
	return open(ctx, path, o, raw.OpenRegular, progress)
}

// open is [OpenAs] from a source.
func open(ctx context.Context, path string, o Options, source raw.Source, progress func(float64)) (*Document, error) {
	return raw.Wait(ctx, progress, func(tell func(float64)) (*Document, error) {
		f, err := raw.Load(ctx, path, source, tell)
		if err != nil {
			return nil, err
		}
		f.Whole, f.Encoding, f.Item = o.Whole, o.Encoding, o.Item
		return read(ctx, f)
	})
}

// KnowsEncoding reports whether [Options] may name an encoding so.
func KnowsEncoding(name string) bool { return charset.Known(name) }

// Edition makes an edition of the document that has no marks. The notice says what it
// lacks.
func (d *Document) Edition(notice string) (*annotations.Edition, error) {
	return annotations.New(annotations.Content{Title: d.Title, Article: d.Article, Notice: notice})
}

// read makes a document of a file with the reader of its format.
func read(ctx context.Context, f *raw.File) (*Document, error) {
	format := formatOf(f)
	if name := named(f.Data); name != "" && format.head == "" {
		if name == word && encrypted(f.Data) {
			return nil, &raw.Error{Problem: raw.Protected, Path: f.Path, Size: int64(len(f.Data))}
		}
		return nil, &raw.Error{Problem: raw.Binary, Path: f.Path, Size: int64(len(f.Data)), Format: name}
	}
	a, err := format.read(ctx, f)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, placed(err, f)
	}
	if a.File.MediaType == "" {
		a.File.MediaType = format.mediaType
	}
	a.File.Name, a.File.Size, a.File.Fingerprint = f.Name, int64(len(f.Data)), sha256.Sum256(f.Data)
	return &Document{Title: title(a), Article: a}, nil
}

// formatOf returns the format of a file.
func formatOf(f *raw.File) format {
	for _, x := range formats {
		if x.is != nil && x.is(f) {
			return x
		}
	}
	end := strings.ToLower(filepath.Ext(f.Name))
	for _, x := range formats {
		if slices.Contains(x.endings, end) && x.begins(f.Data) {
			return x
		}
	}
	return formats[len(formats)-1]
}

// begins reports whether a file begins as one of the format does.
func (x format) begins(data []byte) bool {
	return strings.HasPrefix(string(data[:min(len(data), len(x.head))]), x.head)
}

// encrypted reports whether a file of Word's old format holds an encrypted one of a
// newer format.
func encrypted(data []byte) bool {
	return bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"))
}

// placed gives the error of a reader, which knows no path, the file's.
func placed(err error, f *raw.File) error {
	var e *raw.Error
	if !errors.As(err, &e) {
		return &raw.Error{Problem: raw.Unreadable, Path: f.Path, Size: int64(len(f.Data)), Err: err}
	}
	if e.Path == "" {
		e.Path, e.Size = f.Path, int64(len(f.Data))
	}
	return e
}

// title returns the title of an article.
func title(a *annotations.Article) string {
	if t := strings.TrimSpace(a.Meta.Title.Text); t != "" {
		return t
	}
	if all := a.Headings(); len(all) > 0 {
		return strings.Join(strings.Fields(a.Slice(all[0].Span)), " ")
	}
	return strings.TrimSuffix(a.File.Name, filepath.Ext(a.File.Name))
}
