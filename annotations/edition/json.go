package edition

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// parseJSON reads a JSON file. Unlike [json.Unmarshal] it keeps the places of
// the values and refuses a key that stands twice in one object.
func parseJSON(file, text string) (*node, error) {
	var raw json.RawMessage
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return nil, jsonSyntax(file, text, err)
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	return (&jsonReader{newRuler(file, text), d}).value(0)
}

// jsonSyntax returns the place of a syntax error in JSON.
func jsonSyntax(file, text string, err error) error {
	at, message := len(text), "the JSON ends too early: a bracket, a brace or a quote is not closed"
	var s *json.SyntaxError
	if errors.As(err, &s) && int(s.Offset) <= len(text) && s.Error() != "unexpected end of JSON input" {
		// The offset counts the byte that is wrong; it may lie inside a character.
		for at = max(int(s.Offset)-1, 0); at > 0 && !utf8.RuneStart(text[at]); at-- {
		}
		message = fmt.Sprintf("this is not valid JSON (%s): see whether a comma, a quote or a bracket is wrong here or right before", s.Error())
	}
	p := placeAt(file, text, at)
	return &Error{p.file, p.line, p.column, message}
}

type jsonReader struct {
	ruler
	d *json.Decoder
}

// next is the offset of the token that the decoder reads next.
func (j *jsonReader) next() int {
	i := int(j.d.InputOffset())
	for i < len(j.text) && strings.IndexByte(" \t\r\n,:", j.text[i]) >= 0 {
		i++
	}
	return i
}

func (j *jsonReader) refuse(offset int, message string) error {
	p := placeAt(j.file, j.text, offset)
	return &Error{p.file, p.line, p.column, message}
}

func (j *jsonReader) value(depth int) (*node, error) {
	start := j.next()
	if depth > maxDepth {
		return nil, j.refuse(start, "the values are nested too deep here")
	}
	t, err := j.d.Token()
	if err != nil {
		return nil, jsonSyntax(j.file, j.text, err)
	}
	n := &node{at: j.at(start)}
	switch v := t.(type) {
	case string:
		n.kind, n.text = stringNode, v
	case json.Number:
		n.kind, n.text = numberNode, v.String()
	case bool:
		n.kind, n.text = boolNode, fmt.Sprint(v)
	case json.Delim:
		if v == '{' {
			return n, j.object(n, depth)
		}
		return n, j.array(n, depth)
	}
	return n, nil
}

func (j *jsonReader) object(n *node, depth int) error {
	n.kind = mappingNode
	seen := make(map[string]bool)
	for j.d.More() {
		start := j.next()
		t, err := j.d.Token()
		if err != nil {
			return jsonSyntax(j.file, j.text, err)
		}
		key, _ := t.(string)
		if seen[key] {
			return j.refuse(start, fmt.Sprintf("the key %q stands twice in this object: keep one of the two", key))
		}
		seen[key] = true
		at := j.at(start)
		value, err := j.value(depth + 1)
		if err != nil {
			return err
		}
		n.pairs = append(n.pairs, pair{key, at, value})
	}
	return j.end()
}

func (j *jsonReader) array(n *node, depth int) error {
	n.kind = listNode
	for j.d.More() {
		item, err := j.value(depth + 1)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
	return j.end()
}

// end reads the bracket or the brace that closes a value.
func (j *jsonReader) end() error {
	if _, err := j.d.Token(); err != nil {
		return jsonSyntax(j.file, j.text, err)
	}
	return nil
}
