package main

import "sidelight/annotations/annotator/names/tagger"

// divide holds a tenth of the documents back, by the hash of their id.
func divide(texts []text) (kept, held []text) {
	for _, t := range texts {
		if tagger.Hash(t.ID)%10 == 0 {
			held = append(held, t)
		} else {
			kept = append(kept, t)
		}
	}
	return kept, held
}
