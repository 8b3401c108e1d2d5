package zim

import (
	"context"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/text"
)

// maxAsked is how many names of one subject are looked for.
const maxAsked = 6

// Ask returns the first paragraph of the page that has the subject's name as its title
// or, if there is none, one of its other names. A page that is about something of
// another kind does not answer, nor does a list of namesakes. The line is sure only if
// the paragraph says the kind, and more than the name speaks for it: of a person, a word
// of what the article calls them.
func (a *Archive) Ask(ctx context.Context, about knowledge.Subject) ([]knowledge.Line, error) {
	for i, name := range append([]string{about.Name}, about.Aliases...) {
		if i >= maxAsked {
			break
		}
		if i > 0 && about.Kind == annotations.Person && !strings.Contains(strings.TrimSpace(name), " ") {
			continue // a surname is the title of another's page
		}
		p, ok, err := a.Page(ctx, line(name))
		if err != nil {
			return nil, err
		}
		if !ok || p.Namesakes || p.Kind != 0 && p.Kind != about.Kind {
			continue
		}
		return []knowledge.Line{{
			From: knowledge.Encyclopaedia, Text: p.Text, Title: p.Title, Detail: a.detail(),
			Source: a.source(&p), Sure: sure(&p, about, name), AsOf: a.info.Date,
		}}, nil
	}
	return nil, nil
}

// sure reports whether a page is that of the subject itself.
func sure(p *Page, about knowledge.Subject, name string) bool {
	if p.Kind != about.Kind {
		return false
	}
	said := text.Plain.Fold(p.Text)
	if text.Plain.Fold(p.Title) != text.Plain.Fold(name) && !strings.Contains(said, text.Plain.Fold(name)) {
		return false // led on to, and the page does not say why
	}
	if about.Kind != annotations.Person {
		return true
	}
	has := make(map[string]bool)
	for _, w := range wordsOf(p.Text) {
		has[w] = true
	}
	own := text.Plain.Fold(about.Name + " " + p.Title)
	for _, called := range about.Called {
		for _, w := range wordsOf(called) {
			if len(w) > 3 && has[w] && !strings.Contains(own, w) {
				return true
			}
		}
	}
	return false
}

// detail names the archive in one line: "Wikipedia · 2025-08-12 · CC BY-SA 4.0".
func (a *Archive) detail() string {
	var all []string
	for _, s := range []string{a.title(), a.info.Date.String(), a.info.License} {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, " · ")
}

// title is the name of the archive, or of its file.
func (a *Archive) title() string {
	if a.info.Title != "" {
		return a.info.Title
	}
	return a.name
}

func (a *Archive) source(p *Page) annotations.Source {
	s := annotations.Source{ID: "encyclopaedia", Type: "entry-encyclopedia", Title: p.Title, Publisher: a.title(), Issued: a.info.Date, Grade: "B"}
	if a.info.Creator != "" && a.info.Creator != s.Publisher {
		s.Publisher += " (" + a.info.Creator + ")"
	}
	return s
}
