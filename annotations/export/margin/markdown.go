package margin

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"text/template"
	"time"
	"unicode"

	"sidelight/annotations/notes"
	"sidelight/annotations/text"
)

//go:embed markdown.tmpl
var markdownSource string

// DefaultTemplate returns the template with which Markdown is written if the reader
// gives no other.
func DefaultTemplate() string { return markdownSource }

var markdownTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(newTemplate("markdown.tmpl", false).Parse(markdownSource))
})

// Template is a template of the reader's for Markdown.
type Template struct{ t *template.Template }

// mostTemplate is the most bytes of a template.
const mostTemplate = 1 << 20

// ParseTemplate reads a template in the language of Go's text/template. It is executed
// with a [Sheet] and has these functions beside those of the language: words writes a
// text on one line with what Markdown would obey escaped, quote as a block quotation,
// note as paragraphs in which tags and links stay, yaml as a string of a front matter,
// link as [[text]], hyphened as a tag without blanks, and date writes a time. The error
// begins with the name of the file and the line.
func ParseTemplate(file string, source []byte) (*Template, error) {
	if len(source) > mostTemplate {
		return nil, fmt.Errorf("%s: a template of more than %d MB is not read", file, mostTemplate>>20)
	}
	t, err := newTemplate(file, false).Parse(string(source))
	if err != nil {
		return nil, templateError(err)
	}
	return &Template{t}, nil
}

// templateError takes out of an error of text/template what does not help its writer.
func templateError(err error) error {
	var failed template.ExecError
	if errors.As(err, &failed) {
		err = failed.Err
	}
	return errors.New(strings.TrimPrefix(err.Error(), "template: "))
}

// newTemplate returns an empty template with the functions. In an article whose lines
// end where its writer ended them, quotations keep the ends of lines.
func newTemplate(name string, lines bool) *template.Template {
	return template.New(name).Funcs(template.FuncMap{
		"words":    func(s string) string { return markdownLine(s) },
		"quote":    func(s string) string { return blockQuote(s, lines) },
		"note":     func(s string) string { return noteParagraphs(s) },
		"yaml":     yamlString,
		"link":     wikiLink,
		"hyphened": hyphened,
		"date":     func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
	})
}

// Markdown writes the notes as Markdown: a front matter, then for each note its words
// as a block quotation, what the reader wrote as paragraphs of their own, and a line
// with the number of the paragraph, style, tags and "^id", to which other notes can
// link. There is no HTML in it, and nothing in the words of others is obeyed. Without a
// template the default one is used.
func (s *Sheet) Markdown(w io.Writer, own *Template) error {
	if own == nil {
		own = &Template{markdownTemplate()}
	}
	t, err := own.t.Clone()
	if err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	t.Funcs(template.FuncMap{"quote": func(q string) string { return blockQuote(q, s.lines) }})
	var b strings.Builder
	if err := t.Execute(&b, s); err != nil {
		return templateError(err)
	}
	if _, err := io.WriteString(w, shown(b.String())); err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	return nil
}

// shown is a text with its line breaks and tabs, and a sign for any other character that
// is obeyed and not seen.
func shown(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	if !strings.Contains(s, "\t") {
		return text.VisibleLines(s)
	}
	parts := strings.Split(s, "\t")
	for i := range parts {
		parts[i] = text.VisibleLines(parts[i])
	}
	return strings.Join(parts, "\t")
}

// obeyed are the characters that Markdown may obey anywhere in a line, in any of its
// dialects that are widely used.
const obeyed = "\\`*_[]<>&#^$~=|%!{}"

// escape is a text on one line in which Markdown obeys nothing. An address of the web
// stays as it is where it holds nothing to obey: programs that make links of addresses
// would take the escapes for a part of it.
func escape(s string) string {
	var b strings.Builder
	for i, word := range strings.Split(s, " ") {
		if i > 0 {
			b.WriteByte(' ')
		}
		if isAddress(word) {
			b.WriteString(word)
			continue
		}
		for _, r := range word {
			if r < unicode.MaxASCII && strings.ContainsRune(obeyed, r) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isAddress reports whether a word is an address of the web in which Markdown obeys
// nothing.
func isAddress(word string) bool {
	rest, ok := strings.CutPrefix(word, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(word, "http://")
	}
	for i, r := range rest {
		inWord := r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if !inWord && !strings.ContainsRune("/.?=&%#-,:@+", r) || i > 0 && r == rune(rest[i-1]) && strings.ContainsRune("=%", r) {
			return false
		}
	}
	return ok && rest != ""
}

// lineStart escapes what Markdown obeys at the beginning of a line alone: the signs of
// lists and rules. The line has been escaped otherwise.
func lineStart(line string) string {
	line = strings.TrimSpace(line)
	if line == "" {
		return line
	}
	if strings.ContainsRune("-+:", rune(line[0])) {
		return `\` + line
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') {
		return line[:digits] + `\` + line[digits:]
	}
	return line
}

// markdownLine is a text as one line of Markdown.
func markdownLine(s string) string { return lineStart(escape(strings.Join(strings.Fields(s), " "))) }

// broken divides a text into its lines.
func broken(s string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s), "\n")
}

// blockQuote is a text as a block quotation. A blank line begins another paragraph; any
// other end of a line is kept if lines is set.
func blockQuote(s string, lines bool) string {
	return paragraphs(s, "> ", lines, escape)
}

// noteParagraphs is what a reader wrote as paragraphs, with the ends of lines, tags and
// links kept.
func noteParagraphs(s string) string {
	return paragraphs(s, "", true, func(line string) string {
		var b strings.Builder
		at := 0
		for _, x := range notes.InlineOf(line) {
			b.WriteString(escape(line[at:x.Start]))
			if x.Tag != "" {
				b.WriteString("#" + hyphened(x.Tag))
			} else {
				b.WriteString(wikiLink(x.Link))
			}
			if at = x.End; strings.HasPrefix(line[at:], "(") { // else brackets before it were a link of Markdown
				b.WriteByte('\\')
			}
		}
		b.WriteString(escape(line[at:]))
		return b.String()
	})
}

// paragraphs writes lines with a sign before each, and an empty line, with the sign, for
// one or more blank ones.
func paragraphs(s, sign string, lines bool, write func(string) string) string {
	var out []string
	gap := false
	for _, line := range broken(s) {
		line = lineStart(write(strings.TrimSpace(line)))
		if line == "" {
			gap = len(out) > 0
			continue
		}
		switch {
		case gap:
			out = append(out, strings.TrimRight(sign, " "))
		case len(out) > 0 && lines && strings.HasSuffix(out[len(out)-1], `\`): // not all count three of them
			out[len(out)-1] += "  "
		case len(out) > 0 && lines:
			out[len(out)-1] += `\`
		}
		gap = false
		out = append(out, sign+line)
	}
	return strings.Join(out, "\n")
}

// wikiLink is a link to a page of a name, as many programs for notes know it. A name that
// Markdown might obey is no link.
func wikiLink(name string) string {
	if name = strings.Join(strings.Fields(name), " "); strings.ContainsAny(name, obeyed) {
		return escape(name)
	}
	return "[[" + name + "]]"
}

// hyphened is a tag without blanks and without what Markdown might obey.
func hyphened(tag string) string {
	all := []rune(strings.TrimSpace(tag))
	word := func(i int) bool {
		return i >= 0 && i < len(all) && (unicode.IsLetter(all[i]) || unicode.IsDigit(all[i]) || unicode.IsMark(all[i]))
	}
	var b strings.Builder
	for i, r := range all {
		switch {
		case word(i), r == '-', r == '/', r == '_' && word(i-1) && word(i+1):
			b.WriteRune(r)
		case word(i-1) || !unicode.IsSpace(r):
			b.WriteByte('-')
		}
	}
	if plain := strings.Trim(b.String(), "-/"); plain != "" {
		return plain
	}
	return escape(strings.Join(strings.Fields(tag), "-"))
}

// yamlString is a string of YAML in double quotes.
func yamlString(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
