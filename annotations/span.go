package annotations

import "unicode/utf8"

// Span is a half-open range of byte offsets [Start, End) in the article's text.
// Both ends lie on rune boundaries.
type Span struct {
	Start, End int
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether the byte at offset lies in the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Covers reports whether every byte of o lies in the span.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Crosses reports whether the spans overlap without one covering the other.
func (s Span) Crosses(o Span) bool {
	return s.Overlaps(o) && !s.Covers(o) && !o.Covers(s)
}

// Intersect is the part that both spans share; it is empty if there is none.
func (s Span) Intersect(o Span) Span {
	r := Span{max(s.Start, o.Start), min(s.End, o.End)}
	if r.Empty() {
		return Span{}
	}
	return r
}

// ValidIn reports whether the span is a non-empty range of text whose ends lie
// on rune boundaries.
func (s Span) ValidIn(text string) bool {
	return s.Start >= 0 && s.Start < s.End && s.End <= len(text) &&
		utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
}
