package search

import "sidelight/annotations"

// Detail is what there is to say of a result besides its title. Which fields are
// set depends on the type of the result. An interface puts them into the reader's
// words; the package has none.
type Detail struct {
	// Text is what a [Record] says, in the reader's words already.
	Text string

	Paragraph int // the number of the paragraph in which it stands first, from 1; 0 if in none
	Mentions  int // how often the article mentions an entity

	// By names who speaks the words of a quotation or a passage; empty for the
	// writer and for those whom the edition does not name.
	By string
	// About names the first entity that a fact or an editor's note is about.
	About string

	State      annotations.State   // of a fact
	Date       annotations.Date    // of a fact that came after the article
	Unverified bool                // a fact that weak sources back
	Sources    int                 // how many sources a fact has, or 1 for a source
	Source     *annotations.Source // the first of them, or nil
}

// Describe returns a result of an edition with its detail and, for a passage, its
// voice. The result is known by type and id, a passage by its span.
func Describe(e *annotations.Edition, r Result) Result {
	switch r.Type {
	case Entity, Quotation:
		if x, ok := e.Entity(annotations.EntityID(r.ID)); ok {
			r.Detail = entityDetail(e, x)
		}
	case Fact:
		if f, ok := e.Fact(annotations.FactID(r.ID)); ok {
			r.Detail = factDetail(e, f)
		}
	case Passage:
		p, _ := e.VoiceOf(r.Span)
		r.Detail = Detail{Paragraph: paragraph(e, r.Span), By: nameOf(e, p.Speaker, p.Name)}
		r.Voice = p.Voice
	case Note:
		if n, ok := e.Remark(r.ID); ok {
			r.Detail = Detail{Paragraph: paragraph(e, n.Span), About: firstName(e, n.About)}
		}
	case Source:
		r.Detail.Sources = 1
		r.Detail.Source, _ = e.Source(annotations.SourceID(r.ID))
	}
	return r
}

func entityDetail(e *annotations.Edition, x *annotations.Entity) Detail {
	all := e.TimesOf(x.ID)
	d := Detail{Mentions: len(all)}
	if len(all) > 0 {
		d.Paragraph = paragraph(e, all[0].Span)
	}
	if q := x.Words; x.Kind == annotations.Quote && q != nil {
		d.By = nameOf(e, q.Speaker, q.Said)
	}
	return d
}

func factDetail(e *annotations.Edition, f *annotations.Fact) Detail {
	d := Detail{About: firstName(e, f.About), State: f.State, Date: f.Date, Unverified: f.Unverified, Sources: len(f.Sources)}
	if len(f.Evidence) > 0 {
		d.Paragraph = paragraph(e, f.Evidence[0])
	}
	if len(f.Sources) > 0 {
		d.Source, _ = e.Source(f.Sources[0])
	}
	return d
}

// nameOf returns the name of an entity, or the other name if it is none.
func nameOf(e *annotations.Edition, id annotations.EntityID, other string) string {
	if x, ok := e.Entity(id); ok {
		return x.Name
	}
	return other
}

func firstName(e *annotations.Edition, ids []annotations.EntityID) string {
	if len(ids) == 0 {
		return ""
	}
	return nameOf(e, ids[0], "")
}

// paragraph returns the number of the paragraph in which a span begins.
func paragraph(e *annotations.Edition, s annotations.Span) int {
	return e.Article().SignAt(s.Start)
}
