package quotes

import (
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/annotator/found"
)

// sign says which quotation mark a mark is.
type sign uint8

const (
	noSign   sign = iota
	straight      // " and two ' in a row
	high          // “ and two ` in a row; it closes „
	closing       // ”; opens and closes in Swedish and Finnish
	low           // „
	single        // '
	singleHigh
	singleClosing
	singleLow
	left  // «
	right // »
	singleLeft
	singleRight
	corner // 「 and 『
	cornerEnd
)

// isSingle reports whether the mark may be an apostrophe.
func (s sign) isSingle() bool { return s == single || s == singleHigh || s == singleClosing }

// mark is a quotation mark, or what may be one.
type mark struct {
	first, last int // tokens, half-open: two for '' and ``
	sign        sign
	before      rune // the character before it in its block; 0 if there is none
	after       rune // the character behind it; 0 if there is none
}

// signAt returns the mark that the token i is, and how many tokens it has; 0 if the token
// is no mark.
func signAt(d *found.Doc, i, last int) (sign, int) {
	t := d.Tokens[i]
	n := t.End - t.Start
	if n > 3 {
		return noSign, 0
	}
	switch c := d.Text[t.Start]; c {
	case '"':
		return straight, 1
	case '\'', '`':
		if n != 1 {
			return noSign, 0 // 's
		}
		double := i+1 < last && d.Tokens[i+1].Start == t.End && d.Tokens[i+1].End == t.End+1 && d.Text[t.End] == c
		switch {
		case double && c == '`':
			return high, 2
		case double:
			return straight, 2
		case c == '`':
			return singleHigh, 1
		}
		return single, 1
	case 0xC2, 0xE2, 0xE3:
		return wideSign(d.Text[t.Start:t.End]), 1
	}
	return noSign, 0
}

func wideSign(s string) sign {
	switch s {
	case "“", "‟":
		return high
	case "”":
		return closing
	case "„":
		return low
	case "‘", "‛":
		return singleHigh
	case "’":
		return singleClosing
	case "‚":
		return singleLow
	case "«":
		return left
	case "»":
		return right
	case "‹":
		return singleLeft
	case "›":
		return singleRight
	case "「", "『":
		return corner
	case "」", "』":
		return cornerEnd
	}
	return noSign
}

// marksOf appends the marks among the tokens [first, last), which are one block.
func marksOf(dst []mark, d *found.Doc, first, last int) []mark {
	for i := first; i < last; i++ {
		s, n := signAt(d, i, last)
		if s == noSign {
			continue
		}
		m := mark{first: i, last: i + n, sign: s}
		if i > first {
			m.before, _ = utf8.DecodeLastRuneInString(d.Text[d.Tokens[first].Start:d.Tokens[i].Start])
		}
		if i+n < last {
			m.after, _ = utf8.DecodeRuneInString(d.Text[d.Tokens[i+n-1].End:])
		}
		dst = append(dst, m)
		i += n - 1
	}
	return dst
}

func blank(r rune) bool { return r == 0 || r == ' ' || r == '\u00ad' || unicode.IsSpace(r) }

func letterOrDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// opens reports whether the mark stands where a quotation can begin.
func (m *mark) opens() bool {
	if m.sign >= left && m.sign <= singleRight {
		return !letterOrDigit(m.before)
	}
	if m.sign == straight && blank(m.before) {
		return true
	}
	return !blank(m.after) && !letterOrDigit(m.before) && !ends(m.before)
}

// closes reports whether the mark stands where a quotation can end.
func (m *mark) closes() bool {
	if m.sign >= left && m.sign <= singleRight {
		return !letterOrDigit(m.after)
	}
	switch m.sign {
	case closing, cornerEnd:
		return true
	case high:
		return ends(m.after) && !blank(m.before) // “ in the place of ”
	case straight:
		return m.before != 0 && (blank(m.after) || ends(m.after)) || !blank(m.before) && (!letterOrDigit(m.after) || ends(m.before))
	}
	return !blank(m.before) && !letterOrDigit(m.after)
}

// ends reports whether r is a sign that ends a clause, behind which no quotation begins
// without a blank.
func ends(r rune) bool {
	switch r {
	case '.', ',', '!', '?', ';', '…':
		return true
	}
	return false
}

func digit(r rune) bool { return '0' <= r && r <= '9' }
