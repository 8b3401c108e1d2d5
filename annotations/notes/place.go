package notes

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// Place finds the notes in a text as a [Placer] does, once.
func Place(ctx context.Context, text string, all []*Note, texts func(fingerprint string) (string, error)) (*Set, anchor.Report, error) {
	return NewPlacer(text, texts).Place(ctx, all)
}

// Placer finds notes in one text. It remembers where it found those that were made on
// another, so that it is quick when one note of many has changed. It must not be used
// from several goroutines at once.
type Placer struct {
	text, fingerprint string
	points            *anchor.CodePoints
	texts             func(string) (string, error)
	earlier           map[string]*earlier // by fingerprint
	finder            *anchor.Finder      // of the text; nil until it is needed
	resolved          map[ID]resolved
}

// earlier is a text in which notes count their positions, compared with the one that is
// read. Without alignment there is no such text.
type earlier struct {
	points    *anchor.CodePoints
	text      string
	alignment *anchor.Alignment
}

// resolved is where the target of a note was found.
type resolved struct {
	target Target
	anchor.Resolved
}

// NewPlacer returns what finds notes in a text. The function texts returns the text of a
// fingerprint in which notes count their positions, as [Book.Text] does; where it fails,
// a note is looked for by its words alone.
func NewPlacer(text string, texts func(fingerprint string) (string, error)) *Placer {
	return &Placer{text: text, fingerprint: Fingerprint(text), points: anchor.NewCodePoints(text), texts: texts,
		earlier: map[string]*earlier{}, resolved: map[ID]resolved{}}
}

// Place finds notes, and counts what has become of those that were made on another text.
// A note whose position counts in this very text stands there. Place stops with the error
// of ctx when that ends.
func (p *Placer) Place(ctx context.Context, all []*Note) (*Set, anchor.Report, error) {
	out := make([]Placed, 0, len(all))
	var report anchor.Report
	for _, n := range all {
		if err := ctx.Err(); err != nil {
			return nil, report, err
		}
		found, err := p.place(ctx, n)
		if err != nil {
			return nil, report, err
		}
		if n.Target.Text != p.fingerprint {
			report.Add(found.Status)
		}
		out = append(out, found)
	}
	return NewSet(out), report, nil
}

func (p *Placer) place(ctx context.Context, n *Note) (Placed, error) {
	if n.Target.Aside {
		return Placed{Note: *n, Status: anchor.Unanchored}, nil
	}
	if n.Target.Text == p.fingerprint {
		if span, ok := at(p.text, p.points, n); ok {
			return Placed{Note: *n, Span: span, Status: anchor.Kept}, nil
		}
	}
	r, ok := p.resolved[n.ID]
	if !ok || r.target != n.Target {
		var err error
		if r.Resolved, err = p.resolve(ctx, n); err != nil {
			return Placed{}, err
		}
		r.target = n.Target
		p.resolved[n.ID] = r
	}
	return Placed{Note: *n, Span: r.Span, Status: r.Status, Offers: r.Offers}, nil
}

func (p *Placer) resolve(ctx context.Context, n *Note) (anchor.Resolved, error) {
	e, err := p.compare(ctx, n.Target.Text)
	if err != nil {
		return anchor.Resolved{}, err
	}
	if e.alignment != nil {
		if span, ok := at(e.text, e.points, n); ok {
			return e.alignment.Resolve(span), nil
		}
	}
	if p.finder == nil {
		if p.finder, err = anchor.NewFinder(ctx, p.text); err != nil {
			return anchor.Resolved{}, err
		}
	}
	if position := n.Target.Position; position.End > position.Start {
		return p.finder.Resolve(n.Target.Quote, &position), nil
	}
	return p.finder.Resolve(n.Target.Quote, nil), nil
}

// compare aligns an earlier text with the one that is read.
func (p *Placer) compare(ctx context.Context, fingerprint string) (*earlier, error) {
	if e := p.earlier[fingerprint]; e != nil {
		return e, nil
	}
	e := new(earlier)
	p.earlier[fingerprint] = e
	if fingerprint == "" || fingerprint == p.fingerprint || p.texts == nil {
		return e, nil
	}
	text, err := p.texts(fingerprint)
	if err != nil {
		return e, nil // the words of the note tell where it belongs
	}
	e.text, e.points = text, anchor.NewCodePoints(text)
	if e.alignment, err = anchor.NewAlignment(ctx, text, p.text); err != nil {
		return nil, err
	}
	if p.finder == nil {
		p.finder = e.alignment.Finder()
	}
	return e, nil
}

// at returns the place of a note whose position counts in a text. The words are compared
// as well: a note may have been written by hand, or by another program.
func at(text string, points *anchor.CodePoints, n *Note) (annotations.Span, bool) {
	span, err := points.Span(n.Target.Position)
	if err != nil || n.Target.Quote.Exact != "" && text[span.Start:span.End] != n.Target.Quote.Exact {
		return annotations.Span{}, false
	}
	return span, true
}
