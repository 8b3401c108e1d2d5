package cite

import (
	"fmt"
	"slices"
	"strings"

	"sidelight/annotations"
)

// BibTeX returns sources as entries of a BibTeX file in the fields of biblatex, each
// with the source's id for its key. The text is UTF-8; what TeX takes for commands is
// escaped.
func BibTeX(sources ...*annotations.Source) string {
	var entries []string
	for _, s := range sources {
		kind := "online"
		switch s.Type {
		case "article-newspaper", "article-magazine", "article-journal":
			kind = "article"
		case "report":
			kind = "report"
		case "dataset":
			kind = "dataset"
		case "book":
			kind = "book"
		}
		entries = append(entries, entry(kind, s))
	}
	return strings.Join(entries, "\n")
}

// entry is one entry. What a publisher is called depends on the kind of entry.
func entry(kind string, s *annotations.Source) string {
	publisher := map[string]string{"article": "journaltitle", "report": "institution", "dataset": "publisher", "book": "publisher"}[kind]
	if publisher == "" {
		publisher = "organization"
	}
	fields := [][2]string{
		{"title", "{" + escaped(s.Title) + "}"}, // in braces of its own, so that a style leaves its capitals alone
		{publisher, escaped(s.Publisher)},
		{"date", s.Issued.String()},
		{"note", ""},
		{"url", address.Replace(s.URL)},
	}
	if s.Issued.IsZero() {
		fields[3][1] = escaped(s.IssuedRaw)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s,\n", kind, s.ID)
	for _, f := range slices.DeleteFunc(fields, func(f [2]string) bool { return f[1] == "" || f[1] == "{}" }) {
		fmt.Fprintf(&b, "  %s = {%s},\n", f[0], f[1])
	}
	b.WriteString("}\n")
	return b.String()
}

var (
	// texSigns are the characters that mean something to TeX.
	texSigns = strings.NewReplacer(
		`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`,
		`_`, `\_`, `%`, `\%`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
	)
	// address keeps an address together in its braces. Its other signs stay: the field
	// is read letter by letter.
	address = strings.NewReplacer(`{`, "%7B", `}`, "%7D", `\`, "%5C")
)

// escaped returns words as TeX prints them, on one line.
func escaped(words string) string {
	return texSigns.Replace(strings.Join(strings.Fields(words), " "))
}
