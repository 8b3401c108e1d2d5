package search

import (
	"fmt"
	"strings"

	"sidelight/annotations"
)

// The wording of Result.Detail; nothing else writes it.

// entityDetail is "Person · named once, in paragraph 5".
func entityDetail(e *annotations.Edition, x *annotations.Entity) string {
	kind := capital(x.Kind.String())
	mentions := e.MentionsOf(x.ID)
	if x.Kind == annotations.Quote && x.Words != nil {
		return quotationDetail(e, x, mentions)
	}
	switch n := len(mentions); n {
	case 0:
		return kind + " · not in the article"
	case 1:
		return fmt.Sprintf("%s · named once, in %s", kind, paragraph(e, mentions[0].Span))
	case 2:
		return fmt.Sprintf("%s · named twice, first in %s", kind, paragraph(e, mentions[0].Span))
	default:
		return fmt.Sprintf("%s · named %d times, first in %s", kind, n, paragraph(e, mentions[0].Span))
	}
}

// quotationDetail is "Quotation · Karoline Leavitt, paragraph 2".
func quotationDetail(e *annotations.Edition, x *annotations.Entity, mentions []*annotations.Mention) string {
	var parts []string
	if s := speaker(e, x.Words); s != "" {
		parts = append(parts, s)
	}
	if len(mentions) > 0 {
		parts = append(parts, paragraph(e, mentions[0].Span))
	}
	return strings.Join(append([]string{capital(x.Kind.String())}, strings.Join(parts, ", ")), " · ")
}

func speaker(e *annotations.Edition, q *annotations.Quotation) string {
	if s, ok := e.Entity(q.Speaker); ok {
		return s.Name
	}
	return q.Said
}

// factDetail is "Adam Boehler · Official statement, paragraph 5" for a fact of
// the article and "Adam Boehler · Background · The Times, 4 March 2025" for one
// that is not.
func factDetail(e *annotations.Edition, f *annotations.Fact) string {
	var parts []string
	if len(f.About) > 0 {
		if x, ok := e.Entity(f.About[0]); ok {
			parts = append(parts, x.Name)
		}
	}
	switch f.State {
	case annotations.InArticle:
		parts = append(parts, evidenceDetail(e, f.Evidence))
	case annotations.Background:
		parts = append(parts, "Background", sourcesDetail(e, f.Sources))
	case annotations.Since:
		parts = append(parts, "Since then, "+f.Date.Words(), sourcesDetail(e, f.Sources))
	}
	if f.Unverified {
		parts = append(parts, "unverified")
	}
	return strings.Join(parts, " · ")
}

func evidenceDetail(e *annotations.Edition, evidence []annotations.Span) string {
	if len(evidence) == 0 {
		return "In the article"
	}
	where := paragraph(e, evidence[0])
	if p, ok := e.VoiceOf(evidence[0]); ok {
		return voiceName(p.Voice) + ", " + where
	}
	return "In the article, " + where
}

func voiceName(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return "On record"
	case annotations.Official:
		return "Official statement"
	case annotations.Anonymous:
		return "Anonymous source"
	case annotations.Inference:
		return "Writer’s inference"
	}
	return "Article’s own account"
}

// sourcesDetail names the first source and counts the others.
func sourcesDetail(e *annotations.Edition, ids []annotations.SourceID) string {
	if len(ids) == 0 {
		return "no source"
	}
	s, ok := e.Source(ids[0])
	if !ok {
		return string(ids[0])
	}
	name := s.Publisher
	if name == "" {
		name = s.Title
	}
	issued := s.Issued.Words()
	if issued == "" {
		issued = s.IssuedRaw
	}
	if issued != "" {
		name += ", " + issued
	}
	if n := len(ids) - 1; n > 0 {
		name += fmt.Sprintf(" and %d more", n)
	}
	return name
}

func passageDetail(s annotations.Sentence) string {
	return fmt.Sprintf("Passage · paragraph %d", s.Paragraph)
}

// noteDetail is "Editor’s note · Adam Boehler, paragraph 5".
func noteDetail(e *annotations.Edition, n annotations.Note) string {
	where := paragraph(e, n.Span)
	if len(n.About) > 0 {
		if x, ok := e.Entity(n.About[0]); ok {
			where = x.Name + ", " + where
		}
	}
	return "Editor’s note · " + where
}

func paragraph(e *annotations.Edition, s annotations.Span) string {
	a := e.Article()
	return fmt.Sprintf("paragraph %d", a.Paragraphs[a.ParagraphAt(s.Start)].Number)
}

// sourceDetail is "Reuters · 4 March 2025 · S9".
func sourceDetail(s *annotations.Source) string {
	issued := s.Issued.Words()
	if issued == "" {
		issued = s.IssuedRaw
	}
	var parts []string
	for _, p := range []string{s.Publisher, issued, string(s.ID)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
