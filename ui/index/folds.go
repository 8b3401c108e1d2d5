package index

import (
	"slices"

	"sidelight/annotations"
)

// Folded returns the kinds whose groups are folded.
func (r *Rail) Folded() []annotations.Kind {
	var out []annotations.Kind
	for _, k := range annotations.Kinds() {
		if r.model.folded[k] {
			out = append(out, k)
		}
	}
	return out
}

// SetFolded folds the groups of these kinds and unfolds all others.
func (r *Rail) SetFolded(kinds []annotations.Kind) {
	for _, k := range annotations.Kinds() {
		r.model.folded[k] = slices.Contains(kinds, k)
	}
	r.model.list()
	r.list.Changed()
}

func (r *Rail) fold(k annotations.Kind, on bool) {
	r.model.fold(k, on)
	r.list.Changed()
}

// Open unfolds the group of a kind and brings its head to the top.
func (r *Rail) Open(k annotations.Kind) {
	r.fold(k, false)
	for i, x := range r.model.rows {
		if x.part == head && x.kind == k {
			r.list.SetCurrent(i)
			r.list.Bring(i, edgeGap)
		}
	}
}
