package anchor

import "unicode/utf8"

// matcher compares a pattern with texts, letter by letter, as in Gene Myers, "A fast
// bit-vector algorithm for approximate string matching based on dynamic programming",
// Journal of the ACM 46(3), 1999: the differences between neighbours in a column of the
// table of distances are bits, 64 of them a block, and a column takes a few operations a
// block.
type matcher struct {
	length int
	masks  map[rune][]uint64       // for each letter of the pattern, where it has that letter
	ascii  [utf8.RuneSelf][]uint64 // the same for the letters that are usual
	none   []uint64
	plus   []uint64 // where a distance is one more than the one above it in the column
	minus  []uint64 // where it is one less
}

const blockBits = 64

func newMatcher(pattern []rune) *matcher {
	n := (len(pattern) + blockBits - 1) / blockBits
	m := &matcher{length: len(pattern), masks: make(map[rune][]uint64), none: make([]uint64, n),
		plus: make([]uint64, n), minus: make([]uint64, n)}
	for i, r := range pattern {
		mask := m.masks[r]
		if mask == nil {
			mask = make([]uint64, n)
			m.masks[r] = mask
			if r < utf8.RuneSelf {
				m.ascii[r] = mask
			}
		}
		mask[i/blockBits] |= 1 << (i % blockBits)
	}
	return m
}

// mask returns where the pattern has a letter.
func (m *matcher) mask(r rune) []uint64 {
	mask := m.none
	if r < utf8.RuneSelf {
		mask = m.ascii[r]
	} else if there, ok := m.masks[r]; ok {
		return there
	}
	if mask == nil {
		return m.none
	}
	return mask
}

// ends calls yield with the least distance of the pattern to any stretch of text that
// ends behind letter i, for each i. If it is anchored, the stretch begins with the text.
func (m *matcher) ends(text []rune, anchored bool, yield func(i, distance int)) {
	for b := range m.plus {
		m.plus[b], m.minus[b] = ^uint64(0), 0
	}
	distance := m.length
	lastBit := uint64(1) << ((m.length - 1) % blockBits)
	for i, r := range text {
		mask := m.mask(r)
		carry := 0 // how the distance above a block differs from the one before it in the row
		if anchored {
			carry = 1
		}
		for b := range m.plus {
			top := uint64(1) << (blockBits - 1)
			if b == len(m.plus)-1 {
				top = lastBit
			}
			carry = m.step(b, mask[b], carry, top)
		}
		distance += carry
		yield(i, distance)
	}
}

// step moves block b on by a column, in which the pattern has the letter of the text
// where eq has bits, and returns by how much the distance at the bit top differs from the
// one before it in the row.
func (m *matcher) step(b int, eq uint64, carry int, top uint64) int {
	plus, minus := m.plus[b], m.minus[b]
	vertical := eq | minus
	if carry < 0 {
		eq |= 1
	}
	horizontal := (((eq & plus) + plus) ^ plus) | eq
	up := minus | ^(horizontal | plus)
	down := plus & horizontal
	out := 0
	if up&top != 0 {
		out = 1
	} else if down&top != 0 {
		out = -1
	}
	up, down = up<<1, down<<1
	if carry > 0 {
		up |= 1
	} else if carry < 0 {
		down |= 1
	}
	m.plus[b] = down | ^(vertical | up)
	m.minus[b] = up & vertical
	return out
}

// distance returns in how many letters two texts differ: how many have to be taken out,
// put in or replaced.
func distance(a, b []rune) int {
	switch {
	case len(a) == 0 || len(b) == 0:
		return max(len(a), len(b))
	case len(a) <= blockBits:
		return shortDistance(a, b)
	}
	d := 0
	newMatcher(a).ends(b, true, func(_, distance int) { d = distance })
	return d
}

// shortDistance is distance for up to 64 letters of a, without a table of its letters.
func shortDistance(a, b []rune) int {
	var plus, minus [1]uint64
	m := matcher{length: len(a), plus: plus[:], minus: minus[:]}
	plus[0] = ^uint64(0)
	d := len(a)
	for _, r := range b {
		eq := uint64(0)
		for i, x := range a {
			if x == r {
				eq |= 1 << i
			}
		}
		d += m.step(0, eq, 1, 1<<(len(a)-1))
	}
	return d
}
