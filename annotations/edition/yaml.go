package edition

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"sidelight/annotations/lazy"
)

// parseYAML reads the one document of a YAML file.
func parseYAML(file, text string) (root *node, err error) {
	defer func() {
		// The library panics on some malformed input. Such a file is no YAML, and
		// the program goes on.
		if recover() != nil {
			root, err = nil, &Error{File: file, Message: "the file is not valid YAML, and the parser cannot say where"}
		}
	}()
	if at, ok := refusedBlank(file, text); ok {
		return nil, at
	}
	tokens := lexer.Tokenize(text)
	if e := refusedTokens(file, tokens); e != nil {
		return nil, e
	}
	f, err := parser.Parse(tokens, 0)
	if err != nil {
		return nil, syntaxError(file, err)
	}
	y := yamlReader{file}
	return y.document(f)
}

// refusedBlank finds a byte order mark at the beginning and tabs that indent.
func refusedBlank(file, text string) (*Error, bool) {
	if strings.HasPrefix(text, "\ufeff") {
		return &Error{file, 1, 1, "the file begins with a byte order mark: save it as UTF-8 without one"}, true
	}
	line := 0
	for s := range strings.Lines(text) {
		line++
		body := strings.TrimLeft(s, " \t")
		tab := strings.IndexByte(s[:len(s)-len(body)], '\t')
		if tab >= 0 && strings.TrimSpace(body) != "" {
			return &Error{file, line, tab + 1, "a tab indents this line: YAML is indented with spaces, two for each level"}, true
		}
	}
	return nil, false
}

var definedTwice = lazy.Regexp{Source: `^mapping key (".*") already defined at \[(\d+):(\d+)\]$`}

// syntaxError turns an error of the library into one sentence, without the
// excerpt of the file that it prints.
func syntaxError(file string, err error) *Error {
	var e interface {
		error
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &e) || e.GetToken() == nil || e.GetToken().Position == nil {
		return &Error{File: file, Message: "the file is not valid YAML, and the parser does not say where"}
	}
	p := e.GetToken().Position
	message := e.GetMessage()
	if m := definedTwice.Get().FindStringSubmatch(message); m != nil {
		message = fmt.Sprintf("the key %s is already on line %s: keep one of the two", m[1], m[2])
	} else {
		message = fmt.Sprintf("this is not valid YAML (%s): see whether a quote, a bracket or the indentation is wrong here or on the line before", strings.Join(strings.Fields(message), " "))
	}
	return &Error{file, p.Line, p.Column, message}
}

// yamlReader turns the library's syntax tree into nodes. Whatever the format
// does not need (merge keys, several documents) is refused, so that a file means
// what it says.
type yamlReader struct{ file string }

func (y yamlReader) document(f *ast.File) (*node, error) {
	var root *node
	for _, d := range f.Docs {
		if d.Body == nil || d.Body.Type() == ast.CommentType {
			continue
		}
		if root != nil {
			return nil, y.refuse(d.Body, "a second document begins here: an edition's file holds one, so take out the --- before it")
		}
		n, err := y.node(d.Body, 0)
		if err != nil {
			return nil, err
		}
		root = n
	}
	if root == nil {
		return nil, &Error{File: y.file, Message: "the file holds comments only: write its list or take its name out of edition.yaml"}
	}
	return root, nil
}

func (y yamlReader) node(n ast.Node, depth int) (*node, error) {
	if depth > maxDepth {
		return nil, y.refuse(n, tooDeep)
	}
	switch x := n.(type) {
	case *ast.NullNode:
		return &node{kind: nullNode, at: y.at(n)}, nil
	case *ast.StringNode:
		return &node{kind: stringNode, text: x.Value, at: y.at(n)}, nil
	case *ast.LiteralNode:
		return &node{kind: stringNode, text: x.Value.Value, at: y.at(n)}, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return &node{kind: numberNode, text: n.GetToken().Value, at: y.at(n)}, nil
	case *ast.BoolNode:
		return &node{kind: boolNode, text: n.GetToken().Value, at: y.at(n)}, nil
	case *ast.MappingNode:
		return y.mapping(n, x.Values, depth)
	case *ast.MappingValueNode:
		return y.mapping(n, []*ast.MappingValueNode{x}, depth)
	case *ast.SequenceNode:
		return y.list(x, depth)
	}
	return nil, y.refuse(n, "this is not a value that the format knows")
}

func (y yamlReader) mapping(n ast.Node, values []*ast.MappingValueNode, depth int) (*node, error) {
	m := &node{kind: mappingNode, at: y.at(n)}
	seen := make(map[string]int, len(values))
	for i, v := range values {
		key, ok := v.Key.(ast.ScalarNode)
		if !ok || v.Key.Type() == ast.MergeKeyType {
			return nil, y.refuse(v.Key, "a key is one plain word before a colon")
		}
		at := y.at(v.Key)
		name := key.GetToken().Value
		if line, dup := seen[name]; dup {
			return nil, &Error{at.file, at.line, at.column, fmt.Sprintf("the key %q is already on line %d: keep one of the two", name, line)}
		}
		seen[name] = at.line
		// The library gives a block mapping the place of its first colon.
		if i == 0 && n.GetToken().Type == token.MappingValueType {
			m.at = at
		}
		value, err := y.node(v.Value, depth+1)
		if err != nil {
			return nil, err
		}
		m.pairs = append(m.pairs, pair{name, at, value})
	}
	return m, nil
}

func (y yamlReader) list(s *ast.SequenceNode, depth int) (*node, error) {
	l := &node{kind: listNode, at: y.at(s)}
	for _, v := range s.Values {
		item, err := y.node(v, depth+1)
		if err != nil {
			return nil, err
		}
		l.items = append(l.items, item)
	}
	return l, nil
}

func (y yamlReader) at(n ast.Node) place {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return place{y.file, t.Position.Line, t.Position.Column}
	}
	return place{file: y.file}
}

func (y yamlReader) refuse(n ast.Node, message string) error {
	p := y.at(n)
	return &Error{p.file, p.line, p.column, message}
}
