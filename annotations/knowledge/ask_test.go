package knowledge_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
)

// answer is a source that always answers the same, and counts how often it is asked.
type answer struct {
	lines []knowledge.Line
	err   error
	asked int
}

func (a *answer) Ask(context.Context, knowledge.Subject) ([]knowledge.Line, error) {
	a.asked++
	return a.lines, a.err
}

func line(from knowledge.From, text string) []knowledge.Line {
	return []knowledge.Line{{From: from, Text: text}}
}

func TestAsk(t *testing.T) {
	broken := errors.New("the file is gone")
	egypt := knowledge.Subject{Kind: annotations.Place, Name: "Egypt"}
	for name, tc := range map[string]struct {
		about                          knowledge.Subject
		builtIn, library, encyclopedia *answer
		want                           []string
		err                            error
	}{
		"nobody to ask": {about: egypt},
		"in order": {
			about:   egypt,
			builtIn: &answer{lines: line(knowledge.BuiltIn, "a country")}, library: &answer{},
			encyclopedia: &answer{lines: line(knowledge.Encyclopaedia, "Egypt is")},
			want:         []string{"a country", "Egypt is"},
		},
		"one fails": {
			about:   egypt,
			builtIn: &answer{lines: line(knowledge.BuiltIn, "a country")}, encyclopedia: &answer{err: broken},
			want: []string{"a country"}, err: broken,
		},
		"no such kind": {
			about:   knowledge.Subject{Kind: annotations.Number, Name: "24"},
			builtIn: &answer{lines: line(knowledge.BuiltIn, "an even number")},
		},
		"no name": {
			about:   knowledge.Subject{Kind: annotations.Place},
			builtIn: &answer{lines: line(knowledge.BuiltIn, "nowhere")},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var s knowledge.Sources
			for a, to := range map[*answer]*knowledge.Source{tc.builtIn: &s.BuiltIn, tc.library: &s.Library, tc.encyclopedia: &s.Encyclopaedia} {
				if a != nil {
					*to = a
				}
			}
			lines, err := s.Ask(t.Context(), tc.about)
			var got []string
			for _, l := range lines {
				got = append(got, l.Text)
			}
			if !slices.Equal(got, tc.want) || !errors.Is(err, tc.err) {
				t.Errorf("got %q and %v, want %q and %v", got, err, tc.want, tc.err)
			}
		})
	}
}

func TestAskIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a := &answer{lines: line(knowledge.BuiltIn, "a country")}
	if _, err := (knowledge.Sources{BuiltIn: a}).Ask(ctx, knowledge.Subject{Kind: annotations.Place, Name: "Egypt"}); !errors.Is(err, context.Canceled) || a.asked != 0 {
		t.Errorf("got %v, asked %d times", err, a.asked)
	}
}
