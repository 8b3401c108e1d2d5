package office

import (
	"context"
	"errors"
	"io"

	"sidelight/annotations/document/pack"
	"sidelight/annotations/document/raw"
)

// ReadPart calls a function with the elements of a part of a package, in the first of
// which it stands. A part that is missing is none: the function is not called. Spaces is
// that of [NewElements].
func ReadPart(ctx context.Context, p *pack.Package, part string, spaces map[string]string, read func(*Elements) error) error {
	if !p.Has(part) {
		return nil
	}
	from, err := p.Open(ctx, part)
	if err != nil {
		return err
	}
	e := NewElements(from, spaces)
	for {
		t, err := e.Next()
		if errors.Is(err, io.EOF) {
			return p.Problem(raw.Damaged, errors.New("nothing in "+part))
		}
		if err != nil {
			return err
		}
		if _, ok := t.(*Start); ok {
			return read(e)
		}
	}
}
