package office

import (
	"strconv"
	"strings"
)

// Figures is how a number is written.
type Figures uint8

// The ways in which lists number their items.
const (
	Decimal Figures = iota
	LowerLetter
	UpperLetter
	LowerRoman
	UpperRoman
	Bullet // no number: a dot
	None   // nothing
)

// BulletMark is the mark of an item without a number, whatever the file draws.
const BulletMark = "•"

// maxRoman is the largest number that is written in Roman figures, and maxLetter the
// largest in letters: beyond, their length would grow with the number.
const maxRoman, maxLetter = 3999, 26 * 30

// Write returns a number in the figures.
func (f Figures) Write(n int) string {
	switch {
	case f == None:
		return ""
	case f == Bullet:
		return BulletMark
	case n < 1 || f == Decimal:
	case f == LowerLetter && n <= maxLetter:
		return letters(n)
	case f == UpperLetter && n <= maxLetter:
		return strings.ToUpper(letters(n))
	case f == LowerRoman && n <= maxRoman:
		return strings.ToLower(roman(n))
	case f == UpperRoman && n <= maxRoman:
		return roman(n)
	}
	return strconv.Itoa(n)
}

// letters writes 1 as a, 26 as z, 27 as aa, 28 as bb, as word processors do.
func letters(n int) string {
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	var out strings.Builder
	for _, r := range [...]struct {
		value   int
		figures string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for n >= r.value {
			out.WriteString(r.figures)
			n -= r.value
		}
	}
	return out.String()
}
