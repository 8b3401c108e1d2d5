package typeset

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// mostOpen is how many brackets may be open at once; behind one more, the brackets of
// the paragraph are ordinary neutral runes.
const mostOpen = 63

// bracketPair is the indices of two brackets that belong together.
type bracketPair struct{ open, close int }

// brackets gives both brackets of a pair one direction: that of the paragraph if
// something inside has it, else the other if something inside and what stands before
// have it. Rule N0.
func (v *resolver) brackets() {
	for _, p := range v.pairs() {
		found := bidi.ON
		for i := p.open + 1; i < p.close && found != v.embedding(); i++ {
			if s := side(v.class[i]); s != bidi.ON {
				found = s
			}
		}
		if found == bidi.ON {
			continue
		}
		if found != v.embedding() && v.sideBefore(p.open) != found {
			found = v.embedding()
		}
		v.setBracket(p.open, found)
		v.setBracket(p.close, found)
	}
}

// sideBefore is the direction of what stands before an index and has one.
func (v *resolver) sideBefore(i int) bidi.Class {
	for i--; i >= 0; i-- {
		if s := side(v.class[i]); s != bidi.ON {
			return s
		}
	}
	return v.embedding()
}

// setBracket gives a bracket and the marks on it a direction.
func (v *resolver) setBracket(i int, c bidi.Class) {
	v.class[i] = c
	for i++; i < len(v.class) && v.given[i] == bidi.NSM; i++ {
		v.class[i] = c
	}
}

// pairs finds the brackets that belong together, in the order of the opening ones.
func (v *resolver) pairs() []bracketPair {
	type open struct {
		at     int
		closes rune
	}
	var stack []open
	var out []bracketPair
	for i, at := range v.at {
		r := v.runes[at]
		p, _ := bidi.LookupRune(r)
		if v.class[i] != bidi.ON || !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			if len(stack) == mostOpen {
				return nil
			}
			closes, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(r)))
			stack = append(stack, open{i, canonical(closes)})
			continue
		}
		for k := len(stack) - 1; k >= 0; k-- {
			if stack[k].closes == canonical(r) {
				out = append(out, bracketPair{stack[k].at, i})
				stack = stack[:k]
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b bracketPair) int { return cmp.Compare(a.open, b.open) })
	return out
}

// canonical returns the closing bracket with which r is one.
func canonical(r rune) rune {
	if r == '\u232a' {
		return '\u3009'
	}
	return r
}
