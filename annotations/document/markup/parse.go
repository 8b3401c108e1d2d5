package markup

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"sidelight/annotations/document/raw"
)

const (
	// MaxNodes is the number of tags, texts and attributes that a page may have.
	MaxNodes = 1 << 20
	// countedFrom is the size in bytes from which a page's parts are counted before
	// the page is parsed: a tree takes up to a hundred times the bytes of its file.
	countedFrom = 2 << 20
	// longestTag is the size in bytes of the longest tag of which the attributes are
	// counted one by one. One that is longer holds a picture, or very many.
	longestTag = 1 << 20
	// mostAttributes is how many attributes a longer tag may have.
	mostAttributes = 1 << 14
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
		if data = data[read:]; isTag(data) {
			size, attributes := measure(data)
			if attributes > mostAttributes {
				return errTooLong
			}
			parts += attributes
			data = data[size:]
			continue
		}
		data = data[min(1, len(data)):] // text or a comment is too long: on with the next tag
		data = data[max(bytes.IndexByte(data, '<'), 0):]
	}
	return nil
}

var errTooLong = &raw.Error{Problem: raw.TooLong, Err: fmt.Errorf("the page has more than %d parts", MaxNodes)}

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

// measure returns the size of the tag that begins the bytes, and at most how many
// attributes it has: each stands behind a blank, a slash or a value in quotation marks.
func measure(data []byte) (size, attributes int) {
	value := false // a value comes next
	for i := 0; i < len(data); i++ {
		switch b := data[i]; {
		case b == '>':
			return i + 1, attributes
		case strings.IndexByte(" \t\n\r\f", b) >= 0:
			attributes++
		case value:
			i += valueSize(data[i:]) - 1
			attributes++
			value = false
		case b == '/':
			attributes++
		default:
			value = b == '='
		}
	}
	return len(data), attributes
}

// valueSize returns the size of the value of an attribute that begins the bytes.
func valueSize(data []byte) int {
	if data[0] != '"' && data[0] != '\'' {
		if end := bytes.IndexAny(data, " \t\n\r\f>"); end >= 0 {
			return end
		}
		return len(data)
	}
	if end := bytes.IndexByte(data[1:], data[0]); end >= 0 {
		return end + 2
	}
	return len(data)
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
