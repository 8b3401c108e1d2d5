// Package carry puts into words what the reader takes out of the window: a name, a
// fact, a quotation, a passage, a source; alone, or with where it is from.
package carry

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/cite"
	"sidelight/annotations/text"
	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// Words returns what is copied of a target by itself, or "" where there is nothing. Of
// a source that is a citation.
func Words(e *annotations.Edition, t command.Target) string {
	switch t.On {
	case command.OnSelection, command.OnLine, command.OnPassage:
		return e.Article().Slice(t.Passage)
	case command.OnMark, command.OnEntity:
		if x, ok := e.Entity(t.Entity); ok {
			return locale.Name(x)
		}
	case command.OnFact:
		if f, ok := e.Fact(t.Fact); ok {
			return f.Text
		}
	case command.OnRemark:
		if n, ok := e.Remark(t.Remark); ok {
			return n.Text
		}
	case command.OnSource:
		if s, ok := e.Source(t.Source); ok {
			return cite.Note(s)
		}
	case command.OnLink:
		return t.Address
	case command.OnWords:
		return t.Words
	}
	return ""
}

// Cited returns what is copied of a target with where it is from, or "" where there is
// nothing: words, speaker and standing, occasion, outlet, date and address as far as
// the edition knows them, the article, and the paragraph. Of a mark it is the sentence
// around it, but of a quotation the quotation.
func Cited(e *annotations.Edition, t command.Target) string {
	switch t.On {
	case command.OnSelection, command.OnLine, command.OnPassage:
		return passage(e, t.Passage)
	case command.OnMark:
		if m, ok := e.Mention(t.Mention); ok {
			return passage(e, around(e, m))
		}
	case command.OnEntity:
		if x, ok := e.Entity(t.Entity); ok {
			return card(e, x)
		}
	case command.OnFact:
		if f, ok := e.Fact(t.Fact); ok {
			return fact(e, f)
		}
	case command.OnRemark:
		if n, ok := e.Remark(t.Remark); ok {
			return lines(n.Text, notes(e, n.Sources), place(e, n.Span))
		}
	case command.OnSource:
		if s, ok := e.Source(t.Source); ok {
			return cite.Note(s)
		}
	case command.OnWords:
		name := ""
		if x, ok := e.Entity(t.Entity); ok {
			name = locale.Name(x)
		}
		return lines(t.Words, name, joined(", ", e.Title(), locale.AsOf(e)))
	}
	return ""
}

// Sources returns the sources of a target: those of a fact, a note or a quotation, or
// the source itself.
func Sources(e *annotations.Edition, t command.Target) []*annotations.Source {
	var ids []annotations.SourceID
	switch t.On {
	case command.OnFact:
		if f, ok := e.Fact(t.Fact); ok {
			ids = f.Sources
		}
	case command.OnRemark:
		if n, ok := e.Remark(t.Remark); ok {
			ids = n.Sources
		}
	case command.OnEntity, command.OnMark:
		if x, ok := e.Entity(t.Entity); ok && x.Words != nil {
			ids = x.Words.Sources
		}
	case command.OnSource:
		ids = []annotations.SourceID{t.Source}
	}
	var out []*annotations.Source
	for _, id := range ids {
		if s, ok := e.Source(id); ok {
			out = append(out, s)
		}
	}
	return out
}

// Whence names in a few words where a target is from: "Israeli officials, ¶5", "The
// New York Times, 5 March 2025". It is empty where that is not known.
func Whence(e *annotations.Edition, t command.Target) string {
	s := t.Passage
	if f, ok := e.Fact(t.Fact); ok && t.On == command.OnFact && len(f.Evidence) > 0 {
		s = f.Evidence[0]
	}
	if m, ok := e.Mention(t.Mention); ok && t.On == command.OnMark {
		s = around(e, m)
	}
	if !s.Empty() {
		return joined(", ", speaker(e, s), Paragraphs(e.Article(), s))
	}
	if from := Sources(e, t); len(from) > 0 {
		return joined(", ", locale.Publisher(from[0]), locale.Issued(from[0]))
	}
	return ""
}

// passage is words of the article with who says them, and where they stand.
func passage(e *annotations.Edition, s annotations.Span) string {
	words := strings.TrimSpace(e.Article().Slice(s))
	if first, last := ends(words); text.IsQuote(first) && text.IsQuote(last) { // the article's own are the same
		words = strings.TrimSuffix(strings.TrimPrefix(words, string(first)), string(last))
	}
	words = locale.X("selection.words", "“{{.Words}}”", map[string]any{"Words": cite.Curled(words)})
	if x := quoted(e, s); x != nil {
		return lines(words, published(x.Words), occasion(e, x.Words, s), place(e, s), notes(e, x.Words.Sources))
	}
	return lines(words, voices(e, s), place(e, s))
}

// mostVoices is how many voices of a passage are named.
const mostVoices = 3

// voices says on whose word the parts of a span rest, in their order; it is empty where
// they are many.
func voices(e *annotations.Edition, s annotations.Span) string {
	var all []string
	for p := range e.PassagesIn(s) {
		if part := p.Span.Intersect(s); strings.TrimSpace(e.Article().Slice(part)) == "" {
			continue
		}
		if who := locale.Attribution(e, *p); !slices.Contains(all, who) {
			all = append(all, who)
		}
	}
	if len(all) > mostVoices {
		return ""
	}
	return strings.Join(all, "; ")
}

// published is the published wording of a quotation, or "".
func published(q *annotations.Quotation) string {
	if q.Published == "" {
		return ""
	}
	return locale.X("carry.published", "As published: {{.Words}}", map[string]any{"Words": q.Published})
}

// ends returns the first and the last character of some words.
func ends(words string) (first, last rune) {
	first, _ = utf8.DecodeRuneInString(words)
	last, _ = utf8.DecodeLastRuneInString(words)
	return first, last
}

// quoted returns the quotation whose words a span is, or nil.
func quoted(e *annotations.Edition, s annotations.Span) *annotations.Entity {
	for _, m := range e.MentionsAt(s.Start) {
		if x, ok := e.Entity(m.Entity); ok && x.Words != nil && m.End >= s.End {
			return x
		}
	}
	return nil
}

// within returns the passage of one voice that a whole span lies in.
func within(e *annotations.Edition, s annotations.Span) (annotations.Passage, bool) {
	p, ok := e.VoiceOf(s)
	return p, ok && p.Start <= s.Start && s.End <= p.End
}

// speaker names who says a span, or nobody.
func speaker(e *annotations.Edition, s annotations.Span) string {
	if p, ok := within(e, s); ok {
		return locale.Speaker(e, p)
	}
	return ""
}

// occasion says who said a quotation that stands at a span, in what standing, where
// and when.
func occasion(e *annotations.Edition, q *annotations.Quotation, at annotations.Span) string {
	who := q.Said
	if x, ok := e.Entity(q.Speaker); ok {
		who = x.Name
	}
	standing := locale.Standing(annotations.Passage{Voice: annotations.Unnamed})
	if p, ok := within(e, at); ok {
		standing = locale.Standing(p)
	} else if q.OnRecord {
		standing = locale.Standing(annotations.Passage{Voice: annotations.OnRecord})
	}
	return joined(". ", joined(", ", who, standing), joined(", ", q.Setting, locale.Date(q.Date)))
}

// card is what a card says first of an entity and, of a quotation, its printed and its
// published wording.
func card(e *annotations.Edition, x *annotations.Entity) string {
	if q := x.Words; q != nil {
		at, from := "", annotations.Span{}
		if m, ok := e.FirstNamed(x.ID); ok {
			at, from = place(e, m.Span), m.Span
		}
		return lines(
			locale.X("carry.printed", "As printed: {{.Words}}", map[string]any{"Words": locale.Name(x)}),
			published(q), q.Difference, occasion(e, q, from), at, notes(e, q.Sources),
		)
	}
	at := locale.X("carry.not-named", "{{.Title}}: not named", map[string]any{"Title": e.Title()})
	if m, ok := e.FirstNamed(x.ID); ok {
		at = joined(": ", place(e, m.Span), locale.Mentions(len(e.TimesOf(x.ID))))
	}
	return lines(locale.Name(x), x.Identity, x.Summary, at)
}

// fact is a fact with the words that state it and who says them, or its sources.
func fact(e *annotations.Edition, f *annotations.Fact) string {
	out := []string{f.Text}
	if f.Unverified {
		out = append(out, locale.X("unverified", "unverified"))
	}
	if when := locale.Date(f.Date); when != "" {
		out = append(out, when)
	}
	for _, s := range f.Evidence {
		out = append(out, passage(e, s))
	}
	return lines(append(out, notes(e, f.Sources))...)
}

// place is the article and the paragraphs of a span.
func place(e *annotations.Edition, s annotations.Span) string {
	return e.Title() + ", " + Paragraphs(e.Article(), s)
}

// notes cites sources, each on a line.
func notes(e *annotations.Edition, ids []annotations.SourceID) string {
	var out []string
	for _, id := range ids {
		if s, ok := e.Source(id); ok {
			out = append(out, cite.Note(s))
		}
	}
	return lines(out...)
}

// Paragraphs names the paragraphs of a span: "¶5", "¶5–7".
func Paragraphs(a *annotations.Article, s annotations.Span) string {
	first, last := a.SignAt(s.Start), a.SignAt(max(s.Start, s.End-1))
	if last != first {
		return fmt.Sprintf("¶%d–%d", first, last)
	}
	return fmt.Sprintf("¶%d", first)
}

// around returns what of the article is carried out of a mention: its sentence, or its
// own words where it is a quotation.
func around(e *annotations.Edition, m *annotations.Mention) annotations.Span {
	if x, ok := e.Entity(m.Entity); ok && x.Words != nil {
		return m.Span
	}
	return sentence(e.Article(), m.Start)
}

// sentence returns the sentence around a byte of the article.
func sentence(a *annotations.Article, offset int) annotations.Span {
	p := a.Paragraph(a.ParagraphAt(offset)).Span
	for start, end := range text.Sentences(a.Slice(p)) {
		if s := (annotations.Span{Start: p.Start + start, End: p.Start + end}); offset < s.End {
			return s
		}
	}
	return p
}

func lines(parts ...string) string { return joined("\n", parts...) }

// joined joins the parts that are not empty.
func joined(by string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, by)
}
