package figure

import (
	"maps"
	"slices"
)

// Inks returns the colours that a figure is drawn in, sorted.
func (f *Figure) Inks() []Ink {
	all := map[Ink]bool{f.Ground: true}
	for i := range f.Groups {
		for _, s := range f.Groups[i].Shapes {
			for _, ink := range inksOf(s) {
				all[ink] = true
			}
		}
	}
	delete(all, "")
	return slices.Sorted(maps.Keys(all))
}

func inksOf(s Shape) []Ink {
	switch s := s.(type) {
	case Line:
		return []Ink{s.Ink}
	case Area:
		return []Ink{s.Fill, s.Stroke}
	case Disc:
		return []Ink{s.Fill, s.Stroke}
	case Box:
		return []Ink{s.Fill, s.Stroke}
	case Words:
		return []Ink{s.Ink}
	case Icon:
		return []Ink{s.Ink}
	}
	return nil
}
