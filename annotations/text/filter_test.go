package text_test

import (
	"testing"

	"sidelight/annotations/text"
)

func TestFilter(t *testing.T) {
	keys := text.Keys("Bertolt Füßli", "", "O’Brien")
	for typed, want := range map[string]bool{
		"": true, " fuss ": true, "FUESS": true, "füß": true, "o'b": true, "fuesl": false, "li o": false,
	} {
		f := text.NewFilter(typed)
		if got := f.Passes(keys); got != want || f.IsEmpty() != (typed == "") {
			t.Errorf("%q: passes %v, is empty %v", typed, got, f.IsEmpty())
		}
	}
}
