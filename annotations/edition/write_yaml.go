package edition

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
)

// yamlWriter writes mappings and lists in blocks.
type yamlWriter struct {
	bytes.Buffer
	indent int
	first  bool // the next key is the first of an entry of a list
}

// begin begins an entry of a list.
func (b *yamlWriter) begin(indent int) {
	b.indent, b.first = indent, true
	b.indent += 2
}

// line writes a line; the first of an entry of a list after its hyphen.
func (b *yamlWriter) line(indent int, s string) {
	if b.first {
		b.first = false
		b.WriteString(strings.Repeat(" ", indent-2) + "- " + s + "\n")
		return
	}
	b.WriteString(strings.Repeat(" ", indent) + s + "\n")
}

func (b *yamlWriter) open(key string) {
	b.line(b.indent, key+":")
	b.indent += 2
}

func (b *yamlWriter) close() { b.indent -= 2 }

// text writes text that is not blank.
func (b *yamlWriter) text(key, s string) {
	if s = strings.Join(strings.Fields(s), " "); s != "" {
		b.line(b.indent, key+": "+quoted(s))
	}
}

func (b *yamlWriter) id(key, s string) { b.line(b.indent, key+": "+bare(s)) }

func (b *yamlWriter) date(key string, d annotations.Date) {
	if !d.IsZero() {
		b.line(b.indent, key+": "+quoted(d.String()))
	}
}

func (b *yamlWriter) flag(key string, v bool) {
	if v {
		b.line(b.indent, key+": true")
	}
}

// words writes a list on one line.
func (b *yamlWriter) words(key string, all []string) {
	var out []string
	for _, s := range all {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			out = append(out, bare(s))
		}
	}
	if len(out) > 0 {
		b.line(b.indent, key+": ["+strings.Join(out, ", ")+"]")
	}
}

// bare is a word as it can stand in YAML, without quotation marks if it may.
func bare(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || !('0' <= c && c <= '9' || c == '-' || c == '.')) {
			return quoted(s)
		}
	}
	switch strings.ToLower(s) {
	case "", "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf":
		return quoted(s)
	}
	return s
}

// quoted is text between the double quotation marks of YAML.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	open := !paired(s)
	for _, r := range s {
		switch {
		case open && strings.ContainsRune("[]{}<", r):
			fmt.Fprintf(&b, `\u%04x`, r)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\ufeff', r == utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// paired reports whether each bracket of a text is closed, so that the text looks to
// nobody as if it opened a list, and whether no signs "<" stand side by side.
func paired(s string) bool {
	depth := 0
	for i := 0; i < len(s) && depth >= 0; i++ {
		switch s[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
	}
	return depth == 0 && !strings.Contains(s, "<<")
}

// decimal writes a number as the format reads it.
func decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if !strings.Contains(s, ".") && len(s) > 18 {
		s += ".0" // an integer beyond 64 bits
	}
	return s
}
