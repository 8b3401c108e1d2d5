package notes

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// Place finds the notes in a text, as a [Placer] of it does.
func Place(ctx context.Context, text string, all []*Note, texts func(fingerprint string) (string, error)) (*Set, anchor.Report, error) {
	return NewPlacer(text, texts).Place(ctx, all)
}

// Placer finds notes in one text. It keeps what it has compared: what is placed again
// after a change costs little. It belongs to one goroutine at a time.
type Placer struct {
	text, fingerprint string
	points            *anchor.CodePoints
	texts             func(string) (string, error)
	earlier           map[string]*earlier // by fingerprint
	finder            *anchor.Finder      // of the text; nil until it is needed
}

// NewPlacer makes a placer of a text. The function texts returns the text of a fingerprint
// in which notes on another one count their positions, as [Book.Text] does; where it
// fails, a note is looked for by its words alone.
func NewPlacer(text string, texts func(fingerprint string) (string, error)) *Placer {
	return &Placer{
		text: text, fingerprint: Fingerprint(text), points: anchor.NewCodePoints(text),
		texts: texts, earlier: map[string]*earlier{},
	}
}

// Place finds the notes, and counts what has become of those that were made on another
// text. A note whose position counts in that very text stands there. It stops with the
// error of ctx when that ends.
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

// earlier is a text in which notes count their positions, compared with the one that is
// read. Without alignment there is no such text.
type earlier struct {
	points    *anchor.CodePoints
	text      string
	alignment *anchor.Alignment
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
	r, err := p.resolve(ctx, n)
	return Placed{Note: *n, Span: r.Span, Status: r.Status, Offers: r.Offers}, err
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
	if fingerprint == "" || fingerprint == p.fingerprint || p.texts == nil {
		p.earlier[fingerprint] = e
		return e, nil
	}
	text, err := p.texts(fingerprint)
	if err != nil {
		p.earlier[fingerprint] = e
		return e, nil // the words of the note tell where it belongs
	}
	e.text, e.points = text, anchor.NewCodePoints(text)
	if e.alignment, err = anchor.NewAlignment(ctx, text, p.text); err != nil {
		return nil, err
	}
	p.earlier[fingerprint] = e // not before: an alignment that was cancelled is made again
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
