package panel

import (
	"fmt"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

// calledWords is what the article calls an entity, in quotation marks; empty if it says
// nothing of it.
func calledWords(e *annotations.Edition, x *annotations.Entity) string {
	if len(x.Called) == 0 {
		return ""
	}
	return quoted(oneLine(e.Article().Slice(x.Called[0])))
}

// whereCalled says where the article calls an entity so.
func whereCalled(e *annotations.Edition, x *annotations.Entity) string {
	place := map[string]any{"Number": e.Article().SignAt(x.Called[0].Start)}
	switch x.Kind {
	case annotations.Person:
		return locale.X("panel.found.called.person", "What the article calls this person, in paragraph {{.Number}}.", place)
	case annotations.Organisation:
		return locale.X("panel.found.called.organisation", "What the article calls this organisation, in paragraph {{.Number}}.", place)
	case annotations.Place:
		return locale.X("panel.found.called.place", "What the article calls this place, in paragraph {{.Number}}.", place)
	case annotations.Event:
		return locale.X("panel.found.called.event", "What the article calls this event, in paragraph {{.Number}}.", place)
	}
	return locale.X("panel.found.called", "What the article calls this, in paragraph {{.Number}}.", place)
}

const (
	mostForms = 6  // of a name, that a card lists
	shortForm = 24 // bytes of a form in which no line ends
)

// formWords lists the forms other than its name in which the article names an entity,
// each with how often: “Ms. Sander” (2), “She” (1). Pronouns come last; that one opens a
// sentence makes no other of it.
func formWords(e *annotations.Edition, x *annotations.Entity) string {
	if x.Kind > annotations.Event { // whose words are what they are
		return ""
	}
	var forms, pronouns, known []string
	for _, s := range x.Called { // which stands above
		known = append(known, oneLine(e.Article().Slice(s)))
	}
	times := map[string]int{}
	for _, m := range e.MentionsOf(x.ID) {
		form := oneLine(e.Article().Slice(m.Span))
		if form == oneLine(x.Name) || slices.Contains(known, form) {
			continue
		}
		list := &forms
		if m.Form == annotations.Pronoun {
			list = &pronouns
			if i := slices.IndexFunc(pronouns, func(p string) bool { return strings.EqualFold(p, form) }); i >= 0 {
				form = pronouns[i]
			}
		}
		if times[form] == 0 {
			*list = append(*list, form)
		}
		times[form]++
	}
	forms = append(forms, pronouns...)
	more := len(forms) > mostForms
	forms = forms[:min(len(forms), mostForms)]
	for i, form := range forms {
		words := fmt.Sprintf("%s (%d)", quoted(form), times[form])
		if len(form) <= shortForm {
			words = unbroken(words)
		}
		forms[i] = words
	}
	if more {
		forms = append(forms, "…")
	}
	return strings.Join(forms, ", ")
}

// inSentences returns the sentences in which the article mentions an entity, each once,
// and with each its mentions there.
func inSentences(e *annotations.Edition, id annotations.EntityID) []told {
	var out []told
	for _, m := range e.MentionsOf(id) {
		if n := len(out); n > 0 && m.Start < out[n-1].End {
			out[n-1].mentions = append(out[n-1].mentions, m)
			continue
		}
		s := e.Article().SentenceAt(m.Start)
		s.End = max(s.End, min(m.End, e.Article().Paragraph(s.Paragraph-1).End))
		out = append(out, told{s.Span, []*annotations.Mention{m}})
	}
	return out
}

// inSentences returns the sentences of [inSentences], which are looked for once for a card.
func (b *Builder) inSentences(id annotations.EntityID) []told {
	if b.within == nil {
		b.within = inSentences(b.e, id)
	}
	return b.within
}

// told is a sentence of the article and what it mentions of one entity.
type told struct {
	annotations.Span
	mentions []*annotations.Mention
}

// doubtful reports whether the program is unsure of every mention in the sentence.
func (t told) doubtful() bool {
	return !slices.ContainsFunc(t.mentions, func(m *annotations.Mention) bool { return !m.Unsure() })
}
