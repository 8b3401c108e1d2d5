package noting

import (
	"fmt"
	"testing"

	"sidelight/annotations/notes"
)

// What was changed of a note while it was written on stays, and no words are lost.
func TestReconcile(t *testing.T) {
	note := func(style notes.Style, text string, tags ...string) notes.Note {
		return notes.Note{Style: style, Text: text, Tags: tags}
	}
	for _, c := range []struct {
		name             string
		base, draft, now notes.Note
		want             string
	}{
		{"nothing else", note(0, "a", "x"), note(2, "ab", "y"), note(0, "a", "x"), `wave "ab" [y]`},
		{"another style", note(0, "a"), note(0, "ab"), note(3, "a"), `brackets "ab" []`},
		{"a style in both", note(0, "a"), note(1, "a"), note(3, "a"), `half-band "a" []`},
		{"merged with another", note(0, "a"), note(0, "a!"), note(0, "a\n\nb", "t"), `marker "a!\n\nb" [t]`},
		{"only tags were written", note(0, "a"), note(0, "a", "x"), note(0, "a\n\nb"), `marker "a\n\nb" [x]`},
		{"the same words in both", note(0, "a"), note(0, "b"), note(0, "b"), `marker "b" []`},
		{"a highlight that got words elsewhere", note(0, ""), note(0, "mine"), note(0, "yours"), `marker "mine\n\nyours" []`},
	} {
		n := reconciled(&notes.Draft{Placed: notes.Placed{Note: c.draft}, Base: &c.base}, &c.now)
		if got := fmt.Sprintf("%s %q %v", n.Style, n.Text, n.Tags); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
