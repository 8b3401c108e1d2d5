package finder

import (
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// words say in the reader's language what a result is, where it stands and why
// it was found.
type words struct {
	edition  *annotations.Edition
	commands func(id string) *command.Command
}

// meta is the line below a title.
func (w words) meta(r search.Result) string {
	parts := append(w.detail(r), reason(r))
	line := strings.Join(compact(parts), " · ")
	// A last word as short as a paragraph's number does not go on a line alone.
	if i := strings.LastIndexByte(line, ' '); i > 0 && len(line)-i <= 4 {
		line = line[:i] + "\u00a0" + line[i+1:]
	}
	return line
}

func (w words) detail(r search.Result) []string {
	switch r.Type {
	case search.Entity, search.Quotation:
		if x, ok := w.edition.Entity(annotations.EntityID(r.ID)); ok {
			return w.entity(x)
		}
	case search.Fact:
		if f, ok := w.edition.Fact(annotations.FactID(r.ID)); ok {
			return w.factLine(f)
		}
	case search.Passage:
		where := ""
		if w.number(r.Span) >= manyParagraphs {
			where = w.paragraph(r.Span)
		}
		return []string{locale.X("finder.passage", "Passage"), where, w.voice(r.Span)}
	case search.Note:
		for _, n := range w.edition.Notes() {
			if n.ID == r.ID {
				return []string{locale.X("note", "Editor’s note"), join(w.about(n.About, ""), w.paragraph(n.Span))}
			}
		}
	case search.Source:
		return []string{locale.X("finder.source", "Source"), w.source(r.Source, annotations.Date{})}
	case search.Command:
		if c := w.commands(r.ID); c != nil {
			return []string{c.Detail()}
		}
	}
	return []string{r.Detail}
}

// entity is "Person", "named once, in paragraph 4".
func (w words) entity(x *annotations.Entity) []string {
	kind, all := locale.Kind(x.Kind), w.edition.MentionsOf(x.ID)
	if x.Kind == annotations.Quote && x.Words != nil {
		who := x.Words.Said
		if s, ok := w.edition.Entity(x.Words.Speaker); ok {
			who = s.Name
		}
		where := ""
		if len(all) > 0 {
			where = w.paragraph(all[0].Span)
		}
		return []string{kind, join(who, where)}
	}
	if len(all) == 0 {
		return []string{kind, locale.X("not-in-article", "not in the article")}
	}
	at := map[string]any{"N": len(all), "Paragraph": w.number(all[0].Span)}
	switch len(all) {
	case 1:
		return []string{kind, locale.X("finder.named-once", "named once, in paragraph {{.Paragraph}}", at)}
	case 2:
		return []string{kind, locale.X("finder.named-twice", "named twice, first in paragraph {{.Paragraph}}", at)}
	}
	return []string{kind, locale.X("finder.named-often", "named {{.N}} times, first in paragraph {{.Paragraph}}", at)}
}

// factLine is "Official statement", "paragraph 4" for a fact of the article, and
// "Background", "The Times, 4 March 2025" for one that is not. The name of what
// it is about comes first where its text does not say it.
func (w words) factLine(f *annotations.Fact) []string {
	parts := []string{w.about(f.About, f.Text)}
	switch f.State {
	case annotations.InArticle:
		if len(f.Evidence) > 0 {
			p, _ := w.edition.VoiceOf(f.Evidence[0])
			parts = append(parts, locale.Voice(p.Voice), w.paragraph(f.Evidence[0]))
		}
	case annotations.Background:
		parts = append(parts, locale.X("background", "Background"), w.sources(f.Sources, annotations.Date{}))
	case annotations.Since:
		parts = append(parts, locale.X("finder.since", "Since then, {{.Date}}", map[string]any{"Date": locale.Date(f.Date)}), w.sources(f.Sources, f.Date))
	}
	if f.Unverified {
		parts = append(parts, locale.X("unverified", "unverified"))
	}
	return parts
}

// about is the name of the first of the entities, unless the text holds it or its
// last word, as it does a person's surname.
func (w words) about(ids []annotations.EntityID, text string) string {
	if len(ids) == 0 {
		return ""
	}
	x, ok := w.edition.Entity(ids[0])
	if !ok || text != "" && strings.Contains(text, x.Name[strings.LastIndexByte(x.Name, ' ')+1:]) {
		return ""
	}
	return x.Name
}

// sources names the first source and counts the others; a date that was said
// already is not said of the source again.
func (w words) sources(ids []annotations.SourceID, said annotations.Date) string {
	if len(ids) == 0 {
		return ""
	}
	first := w.source(ids[0], said)
	if n := len(ids) - 1; n > 0 {
		return locale.X("finder.more-sources", "{{.Source}} and {{.N}} more", map[string]any{"Source": first, "N": n})
	}
	return first
}

// source is "The Times, 4 March 2025", or without a date that was said already.
func (w words) source(id annotations.SourceID, said annotations.Date) string {
	s, ok := w.edition.Source(id)
	if !ok {
		return string(id)
	}
	issued := locale.Issued(s)
	if !s.Issued.IsZero() && s.Issued == said {
		issued = ""
	}
	return join(locale.Publisher(s), issued)
}

// voice says on whose word a passage rests.
func (w words) voice(s annotations.Span) string {
	p, _ := w.edition.VoiceOf(s)
	if name := locale.Speaker(w.edition, p); name != "" {
		return name
	}
	return locale.Voice(p.Voice)
}

func (w words) paragraph(s annotations.Span) string {
	return locale.X("finder.paragraph", "paragraph {{.N}}", map[string]any{"N": w.number(s)})
}

// number is the number of the paragraph in which a stretch begins.
func (w words) number(s annotations.Span) int {
	a := w.edition.Article()
	return a.Paragraphs[a.ParagraphAt(s.Start)].Number
}

// join joins what is not empty by commas.
func join(parts ...string) string { return strings.Join(compact(parts), ", ") }

// compact is what is not empty of the parts.
func compact(parts []string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// reason says why a result was found, where the marked letters of its title do
// not show it.
func reason(r search.Result) string {
	text := map[string]any{"Name": r.Reason.Text, "N": r.Reason.Edits}
	switch r.Reason.How {
	case search.Exact:
		return locale.X("finder.why.exact", "exact")
	case search.Alias:
		return locale.X("finder.why.alias", "also “{{.Name}}”", text)
	case search.Printed:
		return locale.X("finder.why.printed", "printed as “{{.Name}}”", text)
	case search.Initials:
		if r.Reason.Text == r.Title {
			return locale.X("finder.why.initials-of-it", "initials")
		}
		return locale.X("finder.why.initials", "initials of “{{.Name}}”", text)
	case search.Spelling:
		if r.Reason.Edits == 1 {
			return locale.X("finder.why.letter", "spelling: 1 letter differs")
		}
		return locale.X("finder.why.letters", "spelling: {{.N}} letters differ", text)
	}
	if len(r.Matches) > 0 {
		return ""
	}
	switch r.Reason.How {
	case search.Letters:
		return locale.X("finder.why.order", "letters of another name")
	case search.InText:
		return locale.X("finder.why.text", "in the text")
	case search.InIdentity:
		return locale.X("finder.why.identity", "in its description")
	case search.InQuotation:
		return locale.X("finder.why.quotation", "in the words as published")
	case search.Related:
		return locale.X("finder.why.related", "about what you typed")
	case search.Inside:
		return locale.X("finder.why.inside", "inside a word")
	}
	return ""
}
