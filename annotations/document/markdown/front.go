package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"

	"sidelight/annotations"
)

// longestFront is the size in bytes of the largest front matter that is read.
const longestFront = 16 << 10

// frontMatter returns what a text says of itself before it begins, in YAML between lines
// of hyphens or in TOML between lines of plus signs, and the byte behind that.
func frontMatter(src []byte) (annotations.Meta, int) {
	for mark, read := range map[string]func(string) (map[string]string, bool){"---": readYAML, "+++": readTOML} {
		inner, end, ok := fenced(src, mark)
		if !ok {
			continue
		}
		if values, ok := read(inner); ok {
			return metaOf(values), end
		}
	}
	return annotations.Meta{}, 0
}

// fenced returns what stands between a mark in the first line and the next line of the
// same mark, and the byte behind both.
func fenced(src []byte, mark string) (inner string, end int, ok bool) {
	first := lineAt(src, 0)
	if string(bytes.TrimRight(first, " \t\r\n")) != mark {
		return "", 0, false
	}
	for at := len(first); at < min(len(src), longestFront); {
		line := lineAt(src, at)
		if s := string(bytes.TrimRight(line, " \t\r\n")); s == mark || s == "..." && mark == "---" {
			return string(src[len(first):at]), at + len(line), true
		}
		at += len(line)
	}
	return "", 0, false
}

func lineAt(src []byte, at int) []byte {
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		return src[at : at+i+1]
	}
	return src[at:]
}

// names are the names that writers give to what an article says of itself.
var names = []struct {
	names string
	given func(*annotations.Meta) *annotations.Given
}{
	{"title", func(m *annotations.Meta) *annotations.Given { return &m.Title }},
	{"author authors byline by creator", func(m *annotations.Meta) *annotations.Given { return &m.Byline }},
	{"date published pubdate published_at publishdate created", func(m *annotations.Meta) *annotations.Given { return &m.Published }},
	{"site site_name publication publisher", func(m *annotations.Meta) *annotations.Given { return &m.Site }},
	{"url source canonical canonical_url link", func(m *annotations.Meta) *annotations.Given { return &m.URL }},
	{"lang language locale", func(m *annotations.Meta) *annotations.Given { return &m.Language }},
}

func metaOf(values map[string]string) annotations.Meta {
	var m annotations.Meta
	for _, n := range names {
		for _, name := range strings.Fields(n.names) {
			if given := n.given(&m); given.Text == "" && values[name] != "" {
				*given = annotations.Given{Text: values[name], From: "front matter"}
			}
		}
	}
	return m
}

// readYAML returns the values of the outermost keys, and whether there is one. It looks
// at the tokens alone: nothing that is nested or repeated takes time.
func readYAML(s string) (values map[string]string, ok bool) {
	defer func() {
		if recover() != nil { // the library panics on some malformed input
			values, ok = nil, false
		}
	}()
	values = make(map[string]string)
	key := ""
	for _, t := range lexer.Tokenize(s) {
		switch {
		case t.Type == token.InvalidType:
			return nil, false
		case isKey(t):
			if t.Position.Column == 1 {
				key, ok = strings.ToLower(t.Value), true
			}
		case t.Position.Column == 1 && t.Type == token.StringType:
			return nil, false // a line of words: it is no front matter
		case isScalar(t):
			values[key] = joined(values[key], t)
		}
	}
	return values, ok
}

func isKey(t *token.Token) bool {
	return t.Next != nil && t.Next.Type == token.MappingValueType && t.Next.Position.Line == t.Position.Line
}

func isScalar(t *token.Token) bool {
	switch t.Type {
	case token.StringType, token.SingleQuoteType, token.DoubleQuoteType, token.IntegerType, token.FloatType, token.BoolType:
		return true
	}
	return false
}

// joined adds a value to those of a list. A value of several lines is one of words.
func joined(before string, t *token.Token) string {
	value := strings.Join(strings.Fields(t.Value), " ")
	if before == "" || value == "" {
		return before + value
	}
	return before + ", " + value
}

// readTOML returns the values of the outermost keys.
func readTOML(s string) (map[string]string, bool) {
	var all map[string]any
	if _, err := toml.Decode(s, &all); err != nil || len(all) == 0 {
		return nil, false
	}
	values := make(map[string]string, len(all))
	for key, v := range all {
		values[strings.ToLower(key)] = worded(v)
	}
	return values, true
}

// worded returns a value of TOML in words. A table is none.
func worded(v any) string {
	switch v := v.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case time.Time:
		if strings.HasPrefix(v.Location().String(), "date-local") {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case []any:
		var all []string
		for _, x := range v {
			if s := worded(x); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		return ""
	}
	return fmt.Sprint(v)
}
