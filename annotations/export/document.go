package export

import (
	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// exporter turns the domain into the document of [JSON].
type exporter struct {
	e      *annotations.Edition
	points *anchor.CodePoints
}

func (x exporter) document() document {
	e := x.e
	return document{
		Format: documentFormat, Version: documentVersion,
		Title: e.Title(), Standfirst: e.Standfirst(), Language: e.Language(), Notice: e.Notice(), Marked: e.Marked(),
		Published: e.Published().String(), Checked: e.Checked().String(), FactsAsOf: e.FactsAsOf().String(),
		Article:   x.article(),
		Entities:  each(e.Entities(), x.entity),
		Mentions:  each(e.Mentions(), x.mention),
		Facts:     each(e.Facts(), x.fact),
		Relations: each(e.Relations(), x.relation),
		Passages:  each(e.Passages(), x.passage),
		Notes:     each(e.Remarks(), x.note),
		About:     each(e.About(), x.section),
		Sources:   each(e.Sources(), x.source),
	}
}

// each returns turn of every element. It never returns nil, so that JSON shows a
// list.
func each[A, B any](list []A, turn func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = turn(a)
	}
	return out
}

func names[T ~string](ids []T) []string {
	return each(ids, func(id T) string { return string(id) })
}

func (x exporter) words(s annotations.Span) words {
	return words{x.points.Position(s), x.e.Article().Slice(s)}
}

func (x exporter) article() article {
	a := x.e.Article()
	return article{
		File: a.File.Name, SHA256: checksum(a), Text: a.Text,
		Paragraphs: x.paragraphs(a),
	}
}

func (x exporter) paragraphs(a *annotations.Article) []paragraph {
	out := make([]paragraph, 0, a.Len())
	for _, p := range a.Paragraphs() {
		next := paragraph{TextPositionSelector: x.points.Position(p.Span)}
		for s := range a.Sentences(p) {
			next.Sentences = append(next.Sentences, x.points.Position(s.Span))
		}
		out = append(out, next)
	}
	return out
}

func (x exporter) entity(n annotations.Entity) entity {
	out := entity{
		ID: string(n.ID), Kind: n.Kind.String(), Name: n.Name, Short: n.Short, Printed: n.Printed, Aliases: n.Aliases,
		Identity: n.Identity, Summary: n.Summary, When: n.When.String(), Length: n.Length,
	}
	if len(n.Called) > 0 {
		out.Called = each(n.Called, x.words)
	}
	if l := n.Location; l != nil {
		out.Location = &location{l.Lat, l.Lon}
	}
	if q := n.Quantity; q != nil {
		out.Quantity = &quantity{q.Value, q.Unit, q.Counted, q.Hedge, q.GivenBy, q.AsOf.String(),
			q.Computed, q.Others, names(q.Sources)}
	}
	if q := n.Words; q != nil {
		out.Quotation = &quotation{
			string(q.Speaker), q.Said, q.Setting, q.Date.String(), q.OnRecord,
			q.Published, q.Difference, names(q.Sources),
		}
	}
	return out
}

func (x exporter) mention(m annotations.Mention) mention {
	return mention{x.words(m.Span), string(m.Entity), m.Form.String(), x.found(&m)}
}

// found is what a mention says of who made it.
func (x exporter) found(m *annotations.Mention) found {
	f := found{Origin: made(m.Origin), Score: m.Score, Ground: x.beside(m.Ground)}
	if m.By != 0 {
		f.By = m.By.String()
	}
	return f
}

// made is the name of an origin, empty for the editor's own.
func made(o annotations.Origin) string {
	if o == annotations.Edited {
		return ""
	}
	return o.String()
}

// beside is a place that may be missing.
func (x exporter) beside(s annotations.Span) *words {
	if s.Empty() {
		return nil
	}
	w := x.words(s)
	return &w
}

func (x exporter) fact(f annotations.Fact) fact {
	out := fact{
		ID: string(f.ID), About: names(f.About), State: f.State.String(), Text: f.Text,
		Evidence: each(f.Evidence, x.words), AsOf: f.AsOf.String(), Date: f.Date.String(),
		Sources: names(f.Sources), Statement: f.Statement, Unverified: f.Unverified, Order: names(f.Order),
	}
	if f.Moment != 0 {
		out.Moment = f.Moment.String()
	}
	if len(f.Evidence) > 0 {
		if p, ok := x.e.VoiceOf(f.Evidence[0]); ok {
			out.Voice = p.Voice.String()
		}
	}
	return out
}

func (x exporter) relation(r annotations.Relation) relation {
	return relation{
		r.ID, string(r.From), r.Label, string(r.To), r.Inverse,
		each(r.Evidence, x.words), names(r.Sources), made(r.Origin),
	}
}

func (x exporter) passage(p annotations.Passage) passage {
	out := passage{
		words: x.words(p.Span), Voice: p.Voice.String(), Speaker: string(p.Speaker), Name: p.Name,
		Origin: made(p.Origin), Cue: x.beside(p.Cue),
	}
	if p.Anonymity != 0 {
		out.Anonymity = p.Anonymity.String()
	}
	return out
}

func (x exporter) note(n annotations.Remark) note {
	out := note{words: x.words(n.Span), ID: n.ID, Title: n.Title, Text: n.Text, About: names(n.About), Sources: names(n.Sources)}
	for _, l := range n.Since {
		out.Since = append(out.Since, later{l.Text, l.Date.String(), names(l.Sources)})
	}
	return out
}

func (x exporter) section(s annotations.Section) section {
	return section{s.ID, s.Heading, each(s.Paragraphs, func(p string) string { return p }), names(s.Sources)}
}

func (x exporter) source(s annotations.Source) source {
	return source{
		string(s.ID), s.Type, s.Title, s.Publisher, s.Issued.String(), s.IssuedRaw, s.URL, s.Grade, s.Party,
	}
}
