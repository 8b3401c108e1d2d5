package anchor

import "unicode/utf8"

const (
	// mostInGap is how many pairs of words, one of either text, are compared in a gap.
	mostInGap = 400
	// skipCost is what a word without a partner costs, beside 1 for a pair of words that
	// have nothing in common.
	skipCost = 0.55
	// fewChanged is up to how many words may be other words altogether, where what
	// stands around them is kept.
	fewChanged = 4
	// halfAlike is how alike the words have to be otherwise.
	halfAlike = 0.5
)

// likely is the likely partner of an old word, and how alike the two are, from 0 to 1.
type likely struct {
	old, new int
	alike    float64
}

// proposed returns the new words that are likely to stand where the old words [i, j)
// stood: their partners, and what stands between the neighbours of those that are gone.
func (a *Alignment) proposed(i, j int) (p, end int, ok bool) {
	p = -1
	alike, few := 0.0, true
	for at := i; at < j; {
		k := a.runAt(at)
		if k < len(a.runs) && a.runs[k].old <= at {
			r := a.runs[k]
			last := min(j, r.old+r.len)
			if p < 0 {
				p = r.new + at - r.old
			}
			end = r.new + last - r.old
			alike += float64(last - at)
			at = last
			continue
		}
		left, right := a.around(k)
		for _, l := range a.inGap(left, right) {
			if l.old < i || l.old >= j {
				continue
			}
			if p < 0 {
				p = l.new
			}
			end = l.new + 1
			alike += l.alike
		}
		few = few && right.old-left.old-left.len <= fewChanged && right.new-left.new-left.len <= fewChanged
		at = right.old
	}
	n := j - i
	if p < 0 || end-p > 2*n+fewChanged {
		return 0, 0, false
	}
	return p, end, few || alike >= halfAlike*float64(n)
}

// around returns the runs around the gap before run k. The ends of the texts are empty runs.
func (a *Alignment) around(k int) (left, right run) {
	right = run{a.old.len(), a.finder.len(), 0}
	if k > 0 {
		left = a.runs[k-1]
	}
	if k < len(a.runs) {
		right = a.runs[k]
	}
	return left, right
}

// inGap pairs the words between two runs so that they are as alike as possible. It leaves
// a gap alone that is large.
func (a *Alignment) inGap(left, right run) []likely {
	o, w := left.old+left.len, left.new+left.len
	rows, columns := right.old-o, right.new-w
	if rows == 0 || columns == 0 || rows > mostInGap || columns > mostInGap || rows*columns > mostInGap {
		return nil
	}
	out := pairUp(a.finder.named(a.old.ids[o:right.old]), a.finder.named(a.finder.ids[w:right.new]))
	for i := range out {
		out[i].old += o
		out[i].new += w
	}
	return out
}

// pairUp pairs old and new words, in order, so that they are as alike as possible.
func pairUp(old, new []string) []likely {
	rows, columns := len(old), len(new)
	alike := make([]float64, rows*columns)
	for x := range rows {
		for y := range columns {
			alike[x*columns+y] = alikeness(old[x], new[y])
		}
	}
	// cost[x][y] is the least cost of pairing the words from x and y on.
	cost := make([]float64, (rows+1)*(columns+1))
	at := func(x, y int) *float64 { return &cost[x*(columns+1)+y] }
	for x := rows; x >= 0; x-- {
		for y := columns; y >= 0; y-- {
			switch {
			case x == rows:
				*at(x, y) = skipCost * float64(columns-y)
			case y == columns:
				*at(x, y) = skipCost * float64(rows-x)
			default:
				*at(x, y) = min(*at(x+1, y+1)+1-alike[x*columns+y], *at(x+1, y)+skipCost, *at(x, y+1)+skipCost)
			}
		}
	}
	var out []likely
	for x, y := 0, 0; x < rows && y < columns; {
		switch s := alike[x*columns+y]; *at(x, y) {
		case *at(x+1, y+1) + 1 - s:
			out = append(out, likely{x, y, s})
			x, y = x+1, y+1
		case *at(x+1, y) + skipCost:
			x++
		default:
			y++
		}
	}
	return out
}

// named returns the words of some numbers, folded.
func (v *vocabulary) named(ids []int32) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = v.names[id]
	}
	return out
}

// alikeness returns how alike two words are: 1 if they are the same, 0 if no letter is.
func alikeness(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if long, short := max(x, y), min(x, y); long <= longWord && 2*short >= long {
		return 1 - float64(distance([]rune(a), []rune(b)))/float64(long)
	}
	return 0
}

// longWord is how many letters words have at most that are compared letter by letter.
const longWord = 256
