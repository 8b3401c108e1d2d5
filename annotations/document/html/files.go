package html

import (
	"encoding/base64"
	"errors"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"sidelight/annotations/document/raw"
)

// files are the pictures that were saved with a page.
type files struct {
	beside fs.FS             // the folder of the page's file, or nil
	parts  map[string][]byte // by address, those in the same file
}

// load returns what reads a picture, or nil if it was not saved with the page.
func (p *page) load(src string) func() ([]byte, error) {
	if strings.HasPrefix(src, "data:") {
		return func() ([]byte, error) { return inlined(src) }
	}
	if id, ok := strings.CutPrefix(src, "cid:"); ok {
		src = "cid:" + strings.Trim(id, "<>")
	}
	for _, address := range []string{src, p.absolute(src)} {
		if data, ok := p.files.parts[address]; ok {
			return func() ([]byte, error) { return data, nil }
		}
	}
	return p.files.saved(src)
}

func (p *page) absolute(href string) string {
	u, err := p.base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}

// saved returns what reads a file beside the page's own, or nil if it is not there.
func (f files) saved(src string) func() ([]byte, error) {
	u, err := url.Parse(src)
	if f.beside == nil || err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || path.IsAbs(u.Path) {
		return nil
	}
	name := path.Clean(u.Path)
	if !fs.ValidPath(name) {
		return nil
	}
	if info, err := fs.Stat(f.beside, name); err != nil || info.Size() > raw.MaxSize {
		return nil
	}
	return func() ([]byte, error) { return fs.ReadFile(f.beside, name) }
}

var errInlined = errors.New("the address holds no picture")

// inlined returns the bytes that an address itself holds.
func inlined(src string) ([]byte, error) {
	head, body, ok := strings.Cut(strings.TrimPrefix(src, "data:"), ",")
	if !ok {
		return nil, errInlined
	}
	text, err := url.PathUnescape(body)
	if err != nil {
		text = body
	}
	if !strings.HasSuffix(strings.TrimSpace(head), ";base64") {
		return []byte(text), nil
	}
	text = strings.Map(func(r rune) rune {
		if r <= ' ' || r == '=' {
			return -1
		}
		return r
	}, text)
	return base64.RawStdEncoding.DecodeString(text)
}
