package locale

import (
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/search"
)

// Group returns the heading of a group of results in the reader's language:
// "Names". The group 0 is everything.
func Group(g search.Group) string {
	switch g {
	case search.Names:
		return X("finder.names", "Names")
	case search.Facts:
		return X("finder.facts", "Facts")
	case search.Passages:
		return X("finder.passages", "Passages")
	case search.Notes:
		return X("finder.notes", "Notes")
	case search.Sources:
		return X("finder.sources", "Sources")
	case search.Commands:
		return X("finder.commands", "Commands")
	}
	return X("finder.everything", "Everything")
}

// Section returns the heading of a section of results in the reader's language.
func Section(s search.Section) string {
	if s.Close {
		return X("finder.close", "Close to what you typed")
	}
	return Group(s.Group)
}

// Result says in the reader's language what a result is and where it stands:
// "Person · mentioned once, in paragraph 4".
func Result(r search.Result) string {
	if r.Detail.Text != "" {
		return r.Detail.Text
	}
	return strings.Join(compact(parts(r)), " · ")
}

// parts are the parts of what a result is; those that are empty count nothing.
func parts(r search.Result) []string {
	d := r.Detail
	switch r.Type {
	case search.Fact:
		return fact(r)
	case search.Passage:
		who := d.By
		if who == "" {
			who = Voice(r.Voice)
		}
		return []string{X("finder.passage", "Passage"), paragraph(d), who}
	case search.Note:
		return []string{X("note", "Editor’s note"), commas(d.About, paragraph(d))}
	case search.Source:
		return []string{X("finder.source", "Source"), reference(d, annotations.Date{})}
	case search.Command:
		return nil
	}
	if r.Kind == annotations.Quote && d.By != "" {
		return []string{Kind(r.Kind), commas(d.By, paragraph(d))}
	}
	return []string{Kind(r.Kind), mentioned(d)}
}

// mentioned says how often the article mentions an entity: "mentioned once, in paragraph 4".
func mentioned(d search.Detail) string {
	at := map[string]any{"N": d.Mentions, "Paragraph": d.Paragraph}
	switch d.Mentions {
	case 0:
		return X("not-in-article", "not in the article")
	case 1:
		return X("finder.mentioned-once", "mentioned once, in paragraph {{.Paragraph}}", at)
	case 2:
		return X("finder.mentioned-twice", "mentioned twice, first in paragraph {{.Paragraph}}", at)
	}
	return X("finder.mentioned-often", "mentioned {{.N}} times, first in paragraph {{.Paragraph}}", at)
}

// fact is "Official statement", "paragraph 4" for a fact of the article, and
// "Background", "The Times, 4 March 2025" for one that is not. The name of what
// the fact is about comes first, unless the fact says it or the last word of it,
// as it does a person's surname.
func fact(r search.Result) []string {
	d := r.Detail
	var parts []string
	if !strings.Contains(r.Title, d.About[strings.LastIndexByte(d.About, ' ')+1:]) {
		parts = append(parts, d.About)
	}
	switch d.State {
	case annotations.InArticle:
		if d.Paragraph > 0 {
			parts = append(parts, Voice(r.Voice), paragraph(d))
		}
	case annotations.Background:
		parts = append(parts, X("background", "Background"), sources(d, annotations.Date{}))
	case annotations.Since:
		parts = append(parts, X("finder.since", "Since then, {{.Date}}", map[string]any{"Date": Date(d.Date)}), sources(d, d.Date))
	}
	if d.Unverified {
		parts = append(parts, X("unverified", "unverified"))
	}
	return parts
}

// sources names the first source and counts the others. A date that was said
// already is not said of the source again.
func sources(d search.Detail, said annotations.Date) string {
	switch d.Sources {
	case 0:
		return ""
	case 1:
		return reference(d, said)
	}
	return X("finder.more-sources", "{{.Source}} and {{.N}} more", map[string]any{"Source": reference(d, said), "N": d.Sources - 1})
}

// reference is "The Times, 4 March 2025", or without a date that was said already.
func reference(d search.Detail, said annotations.Date) string {
	if d.Source == nil {
		return ""
	}
	issued := Issued(d.Source)
	if !d.Source.Issued.IsZero() && d.Source.Issued == said {
		issued = ""
	}
	return commas(Publisher(d.Source), issued)
}

func paragraph(d search.Detail) string {
	if d.Paragraph == 0 {
		return ""
	}
	return X("finder.paragraph", "paragraph {{.N}}", map[string]any{"N": d.Paragraph})
}

// commas joins what is not empty by commas.
func commas(parts ...string) string { return strings.Join(compact(parts), ", ") }

// compact returns the parts that are not empty.
func compact(parts []string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// Reason says in the reader's language why a result was found: "also “Bibi”".
func Reason(r search.Result) string {
	data := map[string]any{"Name": r.Reason.Text, "N": r.Reason.Edits}
	switch r.Reason.How {
	case search.Exact:
		return X("finder.why.exact", "exact")
	case search.Beginning:
		return X("finder.why.beginning", "beginning of the name")
	case search.Word:
		return X("finder.why.word", "a word of the name")
	case search.Words:
		return X("finder.why.words", "words of the name")
	case search.Alias:
		return X("finder.why.alias", "also “{{.Name}}”", data)
	case search.Printed:
		return X("finder.why.printed", "printed as “{{.Name}}”", data)
	case search.Initials:
		if r.Reason.Text == r.Title {
			return X("finder.why.initials-of-it", "initials")
		}
		return X("finder.why.initials", "initials of “{{.Name}}”", data)
	case search.Letters:
		if len(r.Matches) > 0 {
			return X("finder.why.in-order", "letters in order")
		}
		return X("finder.why.order", "letters of another name")
	case search.Spelling:
		if r.Reason.Edits == 1 {
			return X("finder.why.letter", "spelling: 1 letter differs")
		}
		return X("finder.why.letters", "spelling: {{.N}} letters differ", data)
	}
	if r.Reason.How == search.Partly {
		return partly(r)
	}
	return textReason(r.Reason.How)
}

// partly says which words a result lacks, and how many letters of the others differ.
// The words come last.
func partly(r search.Result) string {
	without := X("finder.why.without", "without: {{.Words}}", map[string]any{"Words": DroppedWords(r)})
	if r.Reason.Edits == 0 {
		return without
	}
	r.Reason.How = search.Spelling
	return Reason(r) + " · " + without
}

// DroppedWords returns the words that a result lacks, as [Reason] names them.
func DroppedWords(r search.Result) string { return strings.Join(r.Dropped, ", ") }

// textReason says in which of its texts a result holds the query.
func textReason(h search.How) string {
	switch h {
	case search.InText:
		return X("finder.why.text", "in the text")
	case search.InIdentity:
		return X("finder.why.identity", "in its description")
	case search.InQuotation:
		return X("finder.why.quotation", "in its speaker, setting or published words")
	case search.Related:
		return X("finder.why.related", "about what you typed")
	case search.Inside:
		return X("finder.why.inside", "inside a word")
	case search.Listed:
		return X("finder.why.listed", "passes the filter")
	}
	return ""
}
