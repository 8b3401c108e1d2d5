package notes

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// Place finds the notes in a text. A note whose position counts in that very text
// stands there. The function texts returns the text of a fingerprint in which others
// count, as [Book.Text] does. It stops with the error of ctx when that ends.
func Place(ctx context.Context, text string, all []*Note, texts func(fingerprint string) (string, error)) (*Set, error) {
	p := placer{text: text, fingerprint: Fingerprint(text), points: anchor.NewCodePoints(text)}
	out := make([]Placed, 0, len(all))
	for _, n := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out = append(out, p.place(n))
	}
	return NewSet(out), nil
}

// placer finds notes in one text.
type placer struct {
	text, fingerprint string
	points            *anchor.CodePoints
}

func (p *placer) place(n *Note) Placed {
	if n.Target.Aside {
		return Placed{Note: *n, Status: anchor.Unanchored}
	}
	if span, ok := p.same(n); ok {
		return Placed{Note: *n, Span: span, Status: anchor.Kept}
	}
	return Placed{Note: *n, Status: anchor.Unanchored}
}

// same returns the place of a note whose position counts in this text. The words are
// compared as well: they may have been written by hand, or by another program.
func (p *placer) same(n *Note) (annotations.Span, bool) {
	if n.Target.Text != p.fingerprint {
		return annotations.Span{}, false
	}
	span, err := p.points.Span(n.Target.Position)
	if err != nil || n.Target.Quote.Exact != "" && p.text[span.Start:span.End] != n.Target.Quote.Exact {
		return annotations.Span{}, false
	}
	return span, true
}
