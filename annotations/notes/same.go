package notes

import (
	"context"
	"path/filepath"

	"sidelight/annotations/anchor"
)

// By these bounds an earlier text of an article is known by its words.
const (
	leastAlike   = 0.15 // of its sample is in the text that is read, or its words are not compared
	leastInOrder = 0.6  // of its words stand there in the same order
	leastOfNew   = 0.2  // of the words of the text that is read are those
	mostCompared = 5    // texts are compared word by word, the most alike first
)

// sameWords reports whether a text of a folder has enough of the words of another in
// the same order.
func (s *Store) sameWords(ctx context.Context, text, name string, about *about) (bool, error) {
	words := pieces(text, func(uint32) {})
	for _, t := range about.Texts {
		kept, err := readText(s.calls, filepath.Join(s.folder, name), t.Fingerprint)
		if err != nil {
			continue // without it nothing can be said
		}
		a, err := anchor.NewAlignment(ctx, kept, text)
		if err != nil {
			return false, err
		}
		in := a.Share() * float64(pieces(kept, func(uint32) {}))
		if a.Share() >= leastInOrder && in >= leastOfNew*float64(words) && in > 0 {
			return true, nil
		}
	}
	return false, nil
}
