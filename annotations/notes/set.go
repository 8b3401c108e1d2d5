package notes

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/interval"
)

// Placed is a note, and where it stands in the text that is read.
type Placed struct {
	Note
	// Span is where the note stands, and for one that is [anchor.Approximate] where it
	// may; empty for one that is [anchor.Unanchored].
	Span   annotations.Span
	Status anchor.Status
	Offers []annotations.Span // up to three places where an unanchored note may stand, the likeliest first
}

// Stands reports whether the note has a place in the text, rather than waiting for the
// reader to say where it belongs.
func (p *Placed) Stands() bool { return p.Status == anchor.Kept || p.Status == anchor.Moved }

// Set is the notes of an article as they stand in its text. It is immutable. A nil Set
// has no notes.
type Set struct {
	all   []Placed // those that stand first, by place, then the others by the time they were made
	stand int      // how many of all stand
	byID  map[ID]*Placed
	index *interval.Index[Placed]
	tags  []TagCount
}

// TagCount is a tag and how many notes have it.
type TagCount struct {
	Tag string // as it is written first
	N   int
}

// NewSet makes a set of notes, which it takes over.
func NewSet(all []Placed) *Set {
	slices.SortStableFunc(all, func(a, b Placed) int {
		if a.Stands() != b.Stands() {
			if a.Stands() {
				return -1
			}
			return 1
		}
		if a.Stands() {
			return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End), cmp.Compare(a.ID, b.ID))
		}
		return cmp.Or(a.Made.Compare(b.Made), cmp.Compare(a.ID, b.ID))
	})
	s := &Set{all: all, byID: make(map[ID]*Placed, len(all))}
	for i := range all {
		s.byID[all[i].ID] = &all[i]
		if all[i].Stands() {
			s.stand++
		}
	}
	s.index = interval.New(all[:s.stand], func(p *Placed) (int, int) { return p.Span.Start, p.Span.End })
	s.tags = countTags(all)
	return s
}

func countTags(all []Placed) []TagCount {
	at := map[string]int{}
	var out []TagCount
	for i := range all {
		for _, tag := range all[i].AllTags() {
			key := strings.ToLower(tag)
			if k, ok := at[key]; ok {
				out[k].N++
				continue
			}
			at[key] = len(out)
			out = append(out, TagCount{tag, 1})
		}
	}
	slices.SortStableFunc(out, func(a, b TagCount) int { return cmp.Compare(b.N, a.N) })
	return out
}

// Len is the number of notes.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return len(s.all)
}

// All returns the notes: those that stand in the text by place, then the others by the
// time at which they were made. The result must not be written to.
func (s *Set) All() []Placed {
	if s == nil {
		return nil
	}
	return s.all
}

// Standing returns the notes that stand in the text, by place.
func (s *Set) Standing() []Placed {
	if s == nil {
		return nil
	}
	return s.all[:s.stand]
}

// Adrift returns the notes that wait for the reader to say where they belong, by the
// time at which they were made.
func (s *Set) Adrift() []Placed {
	if s == nil {
		return nil
	}
	return s.all[s.stand:]
}

// Get returns the note of an id.
func (s *Set) Get(id ID) (*Placed, bool) {
	if s == nil {
		return nil, false
	}
	p, ok := s.byID[id]
	return p, ok
}

// At yields the notes on the byte at an offset, innermost first.
func (s *Set) At(offset int) iter.Seq[*Placed] {
	if s == nil {
		return func(func(*Placed) bool) {}
	}
	return s.index.At(offset)
}

// In yields the notes that share at least one byte with a span, by place; of two that
// begin at one byte the longer comes first.
func (s *Set) In(span annotations.Span) iter.Seq[*Placed] {
	if s == nil {
		return func(func(*Placed) bool) {}
	}
	return s.index.In(span.Start, span.End)
}

// Tags returns the tags of all notes, the most used first.
func (s *Set) Tags() []TagCount {
	if s == nil {
		return nil
	}
	return s.tags
}
