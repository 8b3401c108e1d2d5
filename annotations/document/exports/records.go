package exports

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/html"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/pack"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/lazy"
)

// article is an article as Wallabag exports it.
type article struct {
	Title       string   `json:"title"`
	URL         string   `json:"url"`
	Content     string   `json:"content"`
	Domain      string   `json:"domain_name"`
	Language    string   `json:"language"`
	Published   string   `json:"published_at"`
	PublishedBy []string `json:"published_by"`
	Created     string   `json:"created_at"`
}

// isWallabag reports whether JSON is an export of Wallabag.
func isWallabag(data []byte) bool {
	head := strings.TrimSpace(string(data[:min(len(data), sniffed)]))
	return strings.HasPrefix(head, "[") && strings.Contains(head, `"is_archived"`) && strings.Contains(head, `"content"`)
}

// readWallabag lists the articles of Wallabag's JSON.
func readWallabag(ctx context.Context, data []byte) (*Export, error) {
	var all []article
	if err := unmarshal(ctx, data, &all); err != nil {
		return nil, err
	}
	x := &Export{Service: "Wallabag", mediaType: mediaTypeJSON}
	for i, a := range all {
		source := html.Source{Text: a.Content, Part: fmt.Sprintf("/%d/content", i), Whole: true, Meta: annotations.Meta{
			Title: given(a.Title, x.Service), Byline: given(strings.Join(a.PublishedBy, ", "), x.Service),
			Published: given(markup.Date(a.Published), x.Service), Site: given(a.Domain, x.Service),
			URL: given(a.URL, x.Service), Language: given(markup.Language(a.Language), x.Service),
		}}
		x.Items = append(x.Items, Item{
			Item: raw.Item{Title: title(a.Title, a.URL), Site: a.Domain, Date: date(a.Published, a.Created)},
			read: func(ctx context.Context) (*annotations.Article, error) { return html.ReadSource(ctx, source) },
		})
	}
	return x, nil
}

func given(text, from string) annotations.Given {
	if text == "" {
		return annotations.Given{}
	}
	return annotations.Given{Text: text, From: from}
}

// date returns the first date that is given.
func date(all ...string) string {
	for _, d := range all {
		if d != "" {
			return markup.Date(d)
		}
	}
	return ""
}

func unmarshal(ctx context.Context, data []byte, into any) error {
	if err := context.Cause(ctx); err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return &raw.Error{Problem: raw.Damaged, Err: err}
	}
	return nil
}

// record is an article as Omnivore lists it. What it says stands in a file by its slug.
type record struct {
	Slug      string `json:"slug"`
	Title     string `json:"title"`
	Author    string `json:"author"`
	URL       string `json:"url"`
	Site      string `json:"siteName"`
	Published string `json:"publishedAt"`
	Saved     string `json:"savedAt"`
}

// metadataName is how Omnivore names its lists of articles.
var metadataName = lazy.Regexp{Source: `^metadata_\d+_to_\d+\.json$`}

// metadata returns the lists of articles among the parts of a package.
func metadata(names []string) []string {
	var out []string
	for _, name := range names {
		if metadataName.Get().MatchString(path.Base(name)) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// isMetadata reports whether a file is a list of articles in Omnivore's folder.
func isMetadata(f *raw.File) bool {
	head := strings.TrimSpace(string(f.Data[:min(len(f.Data), sniffed)]))
	return metadataName.Get().MatchString(f.Name) && strings.HasPrefix(head, "[") && strings.Contains(head, `"slug"`)
}

// readFolder lists the articles of a list in Omnivore's folder.
func readFolder(ctx context.Context, f *raw.File) (*Export, error) {
	x := &Export{Service: "Omnivore", mediaType: mediaTypeJSON}
	return x, x.list(ctx, f.Data, "", f.Beside)
}

// list adds the articles of a list of Omnivore's, which are in the folder content beside
// it.
func (x *Export) list(ctx context.Context, data []byte, folder string, files fs.FS) error {
	var all []record
	if err := unmarshal(ctx, data, &all); err != nil {
		return err
	}
	for _, r := range all {
		name := path.Join(folder, "content", r.Slug+".html")
		meta := annotations.Meta{
			Title: given(r.Title, x.Service), Byline: given(r.Author, x.Service), Site: given(r.Site, x.Service),
			Published: given(markup.Date(r.Published), x.Service), URL: given(r.URL, x.Service),
		}
		x.Items = append(x.Items, Item{
			Item: raw.Item{Title: title(r.Title, r.URL), Site: r.Site, Date: date(r.Published, r.Saved)},
			read: func(ctx context.Context) (*annotations.Article, error) {
				if files == nil || !fs.ValidPath(name) {
					return nil, &raw.Error{Problem: raw.Missing}
				}
				text, err := fs.ReadFile(files, name)
				if err != nil {
					return nil, &raw.Error{Problem: raw.Missing, Err: err}
				}
				return html.ReadSource(ctx, html.Source{Text: strings.ToValidUTF8(string(text), "\ufffd"), Part: name, Meta: meta, Whole: true})
			},
		})
	}
	return nil
}

// readPackage lists the articles of a package: Omnivore's, or saved pages.
func readPackage(ctx context.Context, f *raw.File) (*Export, error) {
	p, err := pack.Open(f)
	if err != nil {
		return nil, err
	}
	x := &Export{mediaType: mediaTypeZip}
	for _, name := range metadata(p.Names()) {
		x.Service = "Omnivore"
		data, err := p.Read(ctx, name)
		if err != nil {
			return nil, err
		}
		folder := path.Dir(name)
		if err := x.list(ctx, data, folder, inside{p, ""}); err != nil {
			return nil, err
		}
	}
	if x.Service != "" {
		return x, nil
	}
	for _, name := range pages(p.Names()) {
		x.Items = append(x.Items, Item{Item: raw.Item{Title: base(name)}, read: func(ctx context.Context) (*annotations.Article, error) {
			data, err := p.Read(ctx, name)
			if err != nil {
				return nil, err
			}
			return html.ReadPart(ctx, &raw.File{Path: f.Path, Name: path.Base(name), Data: data, Beside: inside{p, path.Dir(name)}, Whole: f.Whole}, name)
		}})
	}
	return x, nil
}

// pages returns the saved pages among the parts of a package. The pages in a folder that
// belongs to another page are none.
func pages(names []string) []string {
	var out []string
	for _, name := range names {
		switch strings.ToLower(path.Ext(name)) {
		case ".html", ".htm", ".xhtml", ".mhtml", ".mht":
			if folder := path.Dir(name); !strings.HasSuffix(folder, "_files") && !strings.HasSuffix(folder, "_data") && !strings.HasPrefix(name, "__MACOSX/") {
				out = append(out, name)
			}
		}
	}
	return out
}
