package typeset

import (
	"golang.org/x/text/unicode/bidi"
)

// The directions in which words run are found by the Unicode bidirectional algorithm
// (UAX #9), without its embeddings and isolates: what would begin them is drawn as a
// [Sign]. Where lines are divided, rule L2 orders their parts, see [Line.parts].

// rightToLeft reports whether the first letter of a text with a direction of its own
// belongs to a script that is written from right to left.
func rightToLeft(text string) bool {
	for _, r := range text {
		if r < 0x80 && (r|0x20 < 'a' || r|0x20 > 'z') {
			continue
		}
		switch classOf(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

func classOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// resolver finds the levels of the runes of one paragraph.
type resolver struct {
	base  uint8 // 0: from left to right, 1: from right to left
	runes []rune
	at    []int        // the indices of the runes that take part
	class []bidi.Class // of those
	given []bidi.Class // the same, as they were in the beginning
}

// levels returns the level of each rune in a paragraph; an even one is that of runes
// from left to right. It returns nil where all have the level 0.
func levels(runes []rune, rtl bool) []uint8 {
	v := resolver{runes: runes}
	if rtl {
		v.base = 1
	}
	turns := rtl
	for i, r := range runes {
		c := classOf(r)
		turns = turns || c == bidi.R || c == bidi.AL || c == bidi.AN
		if c != bidi.BN {
			v.at, v.class = append(v.at, i), append(v.class, c)
		}
	}
	if !turns {
		return nil
	}
	v.given = append(v.given, v.class...)
	v.weak()
	v.brackets()
	v.neutral()
	return v.assign()
}

// embedding is the class of the paragraph's own direction.
func (v *resolver) embedding() bidi.Class {
	if v.base == 1 {
		return bidi.R
	}
	return bidi.L
}

// weak resolves marks, numbers and what stands in numbers: rules W1 to W7.
func (v *resolver) weak() {
	before, strong := v.embedding(), v.embedding()
	for i, c := range v.class {
		switch c {
		case bidi.NSM:
			c = before
		case bidi.EN:
			if strong == bidi.AL {
				c = bidi.AN
			}
		}
		if c == bidi.L || c == bidi.R || c == bidi.AL {
			strong = c
		}
		v.class[i], before = c, c
	}
	for i, c := range v.class {
		if c == bidi.AL {
			v.class[i] = bidi.R
		}
	}
	v.separators()
	v.terminators()
	strong = v.embedding()
	for i, c := range v.class {
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				v.class[i] = bidi.L
			}
		}
	}
}

// separators makes one separator between two numbers of a kind a part of the number:
// rule W4.
func (v *resolver) separators() {
	for i := 1; i+1 < len(v.class); i++ {
		c, a, b := v.class[i], v.class[i-1], v.class[i+1]
		if a == b && (a == bidi.EN && (c == bidi.ES || c == bidi.CS) || a == bidi.AN && c == bidi.CS) {
			v.class[i] = a
		}
	}
}

// terminators makes the terminators beside a number a part of it, and neutral what is
// left of them and of separators: rules W5 and W6.
func (v *resolver) terminators() {
	for i := 0; i < len(v.class); {
		if v.class[i] != bidi.ET {
			if c := v.class[i]; c == bidi.ES || c == bidi.CS {
				v.class[i] = bidi.ON
			}
			i++
			continue
		}
		end := i
		for end < len(v.class) && v.class[end] == bidi.ET {
			end++
		}
		to := bidi.ON
		if i > 0 && v.class[i-1] == bidi.EN || end < len(v.class) && v.class[end] == bidi.EN {
			to = bidi.EN
		}
		for ; i < end; i++ {
			v.class[i] = to
		}
	}
}

// side is the direction for which a class stands beside neutral runes; ON if it is
// neutral itself.
func side(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// neutral gives neutral runes the direction of both their sides or, where these
// differ, that of the paragraph: rules N1 and N2.
func (v *resolver) neutral() {
	before := v.embedding()
	for i := 0; i < len(v.class); {
		if s := side(v.class[i]); s != bidi.ON {
			before = s
			i++
			continue
		}
		end := i
		for end < len(v.class) && side(v.class[end]) == bidi.ON {
			end++
		}
		after := v.embedding()
		if end < len(v.class) {
			after = side(v.class[end])
		}
		if before != after {
			after = v.embedding()
		}
		for ; i < end; i++ {
			v.class[i] = after
		}
	}
}

// assign gives the levels: rules I1, I2 and L1, and for runes that take no part the
// level of the one before.
func (v *resolver) assign() []uint8 {
	out := make([]uint8, len(v.runes))
	last, k := v.base, 0
	for i := range out {
		if k < len(v.at) && v.at[k] == i {
			last = v.level(k)
			k++
		}
		out[i] = last
	}
	// Tabs stand in the paragraph's own direction, and so do blanks before them.
	back := false
	for k := len(v.at) - 1; k >= 0; k-- {
		switch v.given[k] {
		case bidi.S, bidi.B:
			back = true
		case bidi.WS:
		default:
			back = false
		}
		if back {
			out[v.at[k]] = v.base
		}
	}
	return out
}

func (v *resolver) level(k int) uint8 {
	switch c := v.class[k]; {
	case v.base == 1 && c == bidi.R:
		return 1
	case v.base == 1:
		return 2
	case c == bidi.R:
		return 1
	case c == bidi.EN, c == bidi.AN:
		return 2
	}
	return 0
}
