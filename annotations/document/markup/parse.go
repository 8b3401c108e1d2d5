package markup

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"

	"sidelight/annotations/document/raw"
)

const (
	// MaxNodes is the number of tags, texts and attributes that a page may have.
	MaxNodes = 1 << 20
	// countedFrom is the size in bytes from which a page's parts are counted before
	// the page is parsed: a tree takes up to a hundred times the bytes of its file.
	countedFrom = 2 << 20
	// longestTag is the size in bytes of the longest tag that is read in a page whose
	// parts are counted: a picture may stand in an attribute.
	longestTag = 16 << 20
)

// Parse reads a page in UTF-8 as browsers do, whatever is wrong with it. It fails with
// the problem TooDeep or TooLong, or soon after the context ends.
func Parse(ctx context.Context, data []byte) (*html.Node, error) {
	if len(data) > countedFrom {
		if err := count(ctx, data); err != nil {
			return nil, err
		}
	}
	root, err := html.Parse(&reader{ctx, bytes.NewReader(data)})
	if cut := context.Cause(ctx); cut != nil {
		return nil, cut
	}
	if err != nil {
		// The parser has one reason to refuse bytes: elements deeper in one another
		// than 512.
		return nil, &raw.Error{Problem: raw.TooDeep, Err: err}
	}
	return root, nil
}

// count fails if a page has too many parts for a tree of them.
func count(ctx context.Context, data []byte) error {
	parts := 0
	for len(data) > 0 {
		z := html.NewTokenizer(&reader{ctx, bytes.NewReader(data)})
		z.SetMaxBuf(longestTag)
		read := 0
		for parts <= MaxNodes && z.Next() != html.ErrorToken {
			parts += partsOf(z)
			read += len(z.Raw())
		}
		if parts > MaxNodes {
			return errTooLong
		}
		if !errors.Is(z.Err(), html.ErrBufferExceeded) {
			return context.Cause(ctx)
		}
		if isTag(data[read:]) {
			return errTooLong
		}
		data = data[min(read+1, len(data)):] // text or a comment is too long: on with the next tag
		data = data[max(bytes.IndexByte(data, '<'), 0):]
	}
	return nil
}

var errTooLong = &raw.Error{Problem: raw.TooLong, Err: fmt.Errorf("the page has more than %d parts, or a tag of more than %d bytes", MaxNodes, longestTag)}

// partsOf counts a token and its attributes.
func partsOf(z *html.Tokenizer) int {
	parts := 1
	_, more := z.TagName()
	for more && parts <= MaxNodes {
		_, _, more = z.TagAttr()
		parts++
	}
	return parts
}

// isTag reports whether a tag begins the bytes.
func isTag(data []byte) bool {
	return len(data) > 1 && data[0] == '<' && data[1]|0x20 >= 'a' && data[1]|0x20 <= 'z'
}

// reader reads until a context ends.
type reader struct {
	ctx context.Context
	r   io.Reader
}

func (r *reader) Read(p []byte) (int, error) {
	if err := context.Cause(r.ctx); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}
