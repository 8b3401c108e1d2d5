package html

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"net/url"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/document/raw"
)

const (
	// mostParts is the number of parts that a file may have.
	mostParts = 10_000
	// deepest is how deep parts may lie in one another.
	deepest = 4
)

// isMHTML reports whether a file is a page saved as a message of mail.
func isMHTML(data []byte) bool {
	const most = 4 << 10
	head := strings.ToLower(string(data[:min(len(data), most)]))
	head, _, _ = strings.Cut(strings.ReplaceAll(head, "\r\n", "\n"), "\n\n")
	return strings.Contains(head, "mime-version:") && strings.Contains(head, "content-type: multipart/related")
}

// message is a page saved as a message of mail, of which the parts are being read.
type message struct {
	ctx   context.Context
	start string // the Content-ID of the page, or ""
	page  *part
	files map[string][]byte
	count int
}

// part is a part of a message.
type part struct {
	location, charset string
	data              []byte
}

// readMHTML makes an article of a page saved as a message of mail.
func readMHTML(ctx context.Context, f *raw.File) (*annotations.Article, error) {
	head, err := mail.ReadMessage(bytes.NewReader(f.Data))
	if err != nil {
		return nil, &raw.Error{Problem: raw.Damaged, Err: err}
	}
	m := &message{ctx: ctx, files: make(map[string][]byte)}
	if err := m.read(textproto.MIMEHeader(head.Header), head.Body, 0); err != nil {
		return nil, err
	}
	if m.page == nil {
		return nil, &raw.Error{Problem: raw.Damaged, Err: errors.New("there is no page in it")}
	}
	named := m.page.charset
	if f.Encoding != "" {
		named = f.Encoding
	}
	text, err := decode(m.page.data, named)
	if err != nil {
		return nil, err
	}
	p := &page{part: m.page.location, files: files{parts: m.files}}
	if u, err := url.Parse(m.page.location); err == nil {
		p.here = u
	}
	return p.read(ctx, text, f.Whole, mediaTypeMHTML)
}

// read reads a message or a part of one, with the parts in it.
func (m *message) read(head textproto.MIMEHeader, body io.Reader, depth int) error {
	if err := context.Cause(m.ctx); err != nil {
		return err
	}
	if m.count++; m.count > mostParts || depth > deepest {
		return &raw.Error{Problem: raw.TooMuch, Err: fmt.Errorf("more than %d parts", mostParts)}
	}
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if !strings.HasPrefix(kind, "multipart/") {
		return m.leaf(head, body, kind, params)
	}
	if depth == 0 {
		m.start = strings.Trim(params["start"], "<>")
	}
	parts := multipart.NewReader(body, params["boundary"])
	for {
		next, err := parts.NextRawPart()
		if err != nil {
			return nil //nolint:nilerr // what is cut off is read as far as it goes
		}
		if err := m.read(next.Header, next, depth+1); err != nil {
			return err
		}
	}
}

// leaf reads a part that holds no others.
func (m *message) leaf(head textproto.MIMEHeader, body io.Reader, kind string, params map[string]string) error {
	switch strings.ToLower(strings.TrimSpace(head.Get("Content-Transfer-Encoding"))) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	data, _ := io.ReadAll(body) // what is cut off is read as far as it goes
	id, location := strings.Trim(head.Get("Content-ID"), "<>"), strings.TrimSpace(head.Get("Content-Location"))
	if (kind == "text/html" || kind == mediaTypeXHTML) && (m.page == nil || id != "" && id == m.start) {
		m.page = &part{location, params["charset"], data}
		return nil
	}
	if strings.HasPrefix(kind, "image/") {
		m.files[location] = data
		if id != "" {
			m.files["cid:"+id] = data
		}
	}
	return nil
}
