package exports

import (
	"bytes"
	"context"
	"path"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/pack"
	"sidelight/annotations/document/raw"
)

// The media types of the files that are read.
const (
	mediaTypeZip  = "application/zip"
	mediaTypeJSON = "application/json"
)

// mostItems is the number of articles that an export may have.
const mostItems = 20_000

// Item is an article of an export.
type Item struct {
	raw.Item
	read func(context.Context) (*annotations.Article, error)
}

// Export is a list of articles.
type Export struct {
	Service string // that made it, such as "Omnivore"; "" for a package of pages
	Items   []Item

	mediaType string
}

// Open makes an article of an item.
func (x *Export) Open(ctx context.Context, i int) (*annotations.Article, error) {
	a, err := x.Items[i].read(ctx)
	if err != nil {
		return nil, err
	}
	a.File.MediaType = x.mediaType
	return a, nil
}

// sniffed is how many bytes of a file are looked at to see what it is.
const sniffed = 64 << 10

// Is reports whether a file is an export that is read, or a list of addresses. The latter
// is one that [Read] refuses.
func Is(f *raw.File) bool {
	if bytes.HasPrefix(f.Data, []byte("PK\x03\x04")) {
		p, err := pack.Open(f)
		return err == nil && (len(metadata(p.Names())) > 0 || len(pages(p.Names())) > 0)
	}
	return isWallabag(f.Data) || isMetadata(f) || listOf(f.Data) != ""
}

// Read lists the articles of an export.
func Read(ctx context.Context, f *raw.File) (*Export, error) {
	var x *Export
	var err error
	switch {
	case bytes.HasPrefix(f.Data, []byte("PK\x03\x04")):
		x, err = readPackage(ctx, f)
	case isWallabag(f.Data):
		x, err = readWallabag(ctx, f.Data)
	case isMetadata(f):
		x, err = readFolder(ctx, f)
	case listOf(f.Data) != "":
		return nil, &raw.Error{Problem: raw.Addresses, Format: listOf(f.Data)}
	default:
		return nil, &raw.Error{Problem: raw.Binary}
	}
	switch {
	case err != nil:
		return nil, err
	case len(x.Items) == 0:
		return nil, &raw.Error{Problem: raw.Empty}
	case len(x.Items) > mostItems:
		return nil, &raw.Error{Problem: raw.TooMuch}
	}
	return x, nil
}

// ReadOne makes an article of an export that has no other. It fails with the problem
// Several if there are more.
func ReadOne(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	x, err := Read(ctx, f)
	switch {
	case err != nil:
		return nil, err
	case f.Item > len(x.Items):
		return nil, &raw.Error{Problem: raw.Missing}
	case f.Item > 0:
		return x.Open(ctx, f.Item-1)
	case len(x.Items) > 1:
		e := &raw.Error{Problem: raw.Several, Format: x.Service}
		for _, item := range x.Items {
			e.Items = append(e.Items, item.Item)
		}
		return nil, e
	}
	return x.Open(ctx, 0)
}

// title returns what an item is called, which is its address if nobody said more.
func title(said, address string) string {
	if said = strings.Join(strings.Fields(said), " "); said != "" {
		return said
	}
	return address
}

// base returns the name of a file without its folder and ending.
func base(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// lists are the first bytes of lists of addresses, in small letters, with who makes them.
var lists = []struct{ head, service string }{
	{"title,url,time_added", "Pocket"},
	{"url,title,selection,folder", "Instapaper"},
	{"title,url,id,document tags", "Readwise"},
	{"url,title,folder,tags,selection", "Instapaper"},
}

// listOf returns who has made a list of addresses, or "".
func listOf(data []byte) string {
	head := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf")))))
	for _, l := range lists {
		if strings.HasPrefix(head, l.head) {
			return l.service
		}
	}
	if strings.HasPrefix(head, "<!doctype html") && strings.Contains(head, "<title>pocket export</title>") {
		return "Pocket"
	}
	return ""
}
