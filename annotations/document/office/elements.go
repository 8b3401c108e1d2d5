package office

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sidelight/annotations/document/raw"
)

// The most that a part of a package may have.
const (
	MaxDepth  = 250     // elements in one another
	maxTokens = 8 << 20 // elements, ends of elements and stretches of text
	maxSaved  = 1 << 19 // tokens that are saved at a time
)

// Elements reads the elements of an XML document one by one and knows the path to the
// one that is open. What it does not understand in the text it keeps as it is: an entity
// is never replaced by more than one character.
type Elements struct {
	from   xml.TokenReader
	spaces map[string]string // the name of each namespace that is known
	stack  []open
	tokens *int // read so far, together with what was saved
	saved  *int // tokens that are saved
	size   int  // of what was saved to be read here
	path   []byte
}

// open is an element that is not closed yet.
type open struct {
	name   string // with the namespace: "w:p"
	number int    // among its siblings of the same name, from 1
	inside map[string]int
}

// NewElements reads a document. Spaces gives the addresses of namespaces the short
// names that are used in paths and in the names of tokens.
func NewElements(r io.Reader, spaces map[string]string) *Elements {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	return &Elements{from: d, spaces: spaces, stack: []open{{inside: make(map[string]int)}}, tokens: new(int), saved: new(int)}
}

// Start is the beginning of an element.
type Start struct {
	Name string // with the short name of its namespace: "w:p"
	attr []xml.Attr
	e    *Elements
}

// Attr returns the value of an attribute by its name without a namespace, or "".
func (s *Start) Attr(name string) string {
	for _, a := range s.attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Spaced returns the value of an attribute by the short name of its namespace and its
// own: two attributes of an element may have the same name in other namespaces.
func (s *Start) Spaced(space, name string) string {
	for _, a := range s.attr {
		if a.Name.Local == name && s.e.short(a.Name.Space) == space {
			return a.Value
		}
	}
	return ""
}

// Next returns the next token: a *Start, an End or a Text. The error is io.EOF at the
// end of the document, or of what was saved.
func (e *Elements) Next() (any, error) {
	for {
		t, err := e.from.Token()
		if err != nil {
			return nil, e.wrong(err)
		}
		if *e.tokens++; *e.tokens > maxTokens {
			return nil, &raw.Error{Problem: raw.TooMuch, Err: errors.New("too many elements")}
		}
		switch t := t.(type) {
		case xml.StartElement:
			return e.start(t)
		case xml.EndElement:
			if len(e.stack) > 1 {
				e.stack = e.stack[:len(e.stack)-1]
			}
			return End{Name: e.named(t.Name)}, nil
		case xml.CharData:
			return Text(t), nil
		}
	}
}

// End is the end of an element.
type End struct{ Name string }

// Text is text between elements. It holds until the next token is read.
type Text []byte

func (e *Elements) start(t xml.StartElement) (any, error) {
	if len(e.stack) > MaxDepth {
		return nil, &raw.Error{Problem: raw.TooMuch, Err: fmt.Errorf("elements lie more than %d deep in one another", MaxDepth)}
	}
	s := &Start{Name: e.named(t.Name), attr: t.Attr, e: e}
	parent := &e.stack[len(e.stack)-1]
	if parent.inside == nil {
		parent.inside = make(map[string]int)
	}
	parent.inside[s.Name]++
	e.stack = append(e.stack, open{name: s.Name, number: parent.inside[s.Name]})
	return s, nil
}

// wrong puts an error of the decoder into the words of package raw.
func (e *Elements) wrong(err error) error {
	var file *raw.Error
	switch {
	case errors.Is(err, io.EOF) && len(e.stack) <= 1:
		return io.EOF
	case errors.As(err, &file), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	return &raw.Error{Problem: raw.Damaged, Err: err}
}

func (e *Elements) named(n xml.Name) string {
	if short := e.short(n.Space); short != "" {
		return short + ":" + n.Local
	}
	return n.Local
}

func (e *Elements) short(space string) string {
	if short, ok := e.spaces[space]; ok {
		return short
	}
	if strings.Contains(space, ":") {
		return "other"
	}
	return space
}

// Path returns the path to the open element: "/w:document[1]/w:body[1]/w:p[3]".
func (e *Elements) Path() string {
	e.path = e.path[:0]
	for _, o := range e.stack[1:] {
		e.path = append(append(e.path, '/'), o.name...)
		e.path = append(strconv.AppendInt(append(e.path, '['), int64(o.number), 10), ']')
	}
	return string(e.path)
}

// Skip reads to the end of the open element.
func (e *Elements) Skip() error {
	for depth := len(e.stack); len(e.stack) >= depth; {
		if _, err := e.Next(); err != nil {
			return unexpected(err)
		}
	}
	return nil
}

// Children calls a function with each element directly in the open one, up to its end.
// The function may read on up to the end of that element; what it leaves is skipped.
func (e *Elements) Children(each func(*Start) error) error {
	return e.Content(func(Text) error { return nil }, each)
}

// Content is like [Elements.Children], and calls another function with the text between
// the elements.
func (e *Elements) Content(text func(Text) error, each func(*Start) error) error {
	depth := len(e.stack)
	for len(e.stack) >= depth {
		t, err := e.Next()
		if err != nil {
			return unexpected(err)
		}
		switch t := t.(type) {
		case Text:
			err = text(t)
		case *Start:
			if err = each(t); err == nil {
				err = e.skipTo(depth)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// skipTo reads on until no more than depth elements are open.
func (e *Elements) skipTo(depth int) error {
	for len(e.stack) > depth {
		if _, err := e.Next(); err != nil {
			return unexpected(err)
		}
	}
	return nil
}

// Words returns the text of the open element and of all in it, up to its end.
func (e *Elements) Words() (string, error) {
	var out strings.Builder
	for depth := len(e.stack); len(e.stack) >= depth; {
		t, err := e.Next()
		if err != nil {
			return "", unexpected(err)
		}
		if text, ok := t.(Text); ok {
			out.Write(text)
		}
	}
	return out.String(), nil
}

// unexpected makes an end of the document an error: an element is still open.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return &raw.Error{Problem: raw.Damaged, Err: io.ErrUnexpectedEOF}
	}
	return err
}

// Save reads to the end of the open element and returns what can be read in it later,
// with the same paths.
func (e *Elements) Save() (*Elements, error) {
	top := e.stack[len(e.stack)-1]
	top.inside = make(map[string]int)
	later := &Elements{spaces: e.spaces, stack: []open{{}}, tokens: e.tokens, saved: e.saved}
	for _, o := range e.stack[1 : len(e.stack)-1] {
		later.stack = append(later.stack, open{name: o.name, number: o.number})
	}
	later.stack = append(later.stack, top)
	var tape tape
	for depth := len(e.stack); len(e.stack) >= depth; {
		t, err := e.from.Token()
		if err != nil {
			return nil, unexpected(e.wrong(err))
		}
		if *e.saved++; *e.saved > maxSaved {
			return nil, &raw.Error{Problem: raw.TooMuch, Err: errors.New("too much text in one frame")}
		}
		switch t := t.(type) {
		case xml.StartElement:
			if _, err := e.start(t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			e.stack = e.stack[:len(e.stack)-1]
		}
		tape = append(tape, xml.CopyToken(t))
	}
	later.from, later.size = &tape, len(tape)
	return later, nil
}

// Forget frees the room that was taken by what was saved to be read here.
func (e *Elements) Forget() {
	*e.saved -= e.size
	e.size = 0
}

// tape is tokens that were read before.
type tape []xml.Token

// Token returns the next of the tokens.
func (t *tape) Token() (xml.Token, error) {
	if len(*t) == 0 {
		return nil, io.EOF
	}
	next := (*t)[0]
	*t = (*t)[1:]
	return next, nil
}
