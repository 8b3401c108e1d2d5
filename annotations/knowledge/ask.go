package knowledge

import (
	"context"
	"errors"

	"sidelight/annotations"
)

// mostBytes bounds the names of a subject that are asked for: an article of a stranger
// may print anything.
const mostBytes = 400

// Ask asks each source that is there for a person, an organisation or a place; of other
// kinds nothing is known. The lines come in the order of [From], each source's surest
// first. A source that fails does not keep the others from answering: its error is
// returned beside their lines.
func (s Sources) Ask(ctx context.Context, about Subject) ([]Line, error) {
	switch about.Kind {
	case annotations.Person, annotations.Organisation, annotations.Place:
	default:
		return nil, nil
	}
	if about.Name == "" || len(about.Name) > mostBytes {
		return nil, nil
	}
	var lines []Line
	var failed []error
	for _, source := range []Source{s.BuiltIn, s.Library, s.Encyclopaedia} {
		if source == nil {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, err := source.Ask(ctx, about)
		if err != nil {
			failed = append(failed, err)
		}
		lines = append(lines, found...)
	}
	return lines, errors.Join(failed...)
}
