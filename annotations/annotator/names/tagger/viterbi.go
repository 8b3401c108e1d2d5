package tagger

// Transitions are the weights of two labels beside each other.
type Transitions [Labels][Labels]int32

// never is the score of a path that may not be.
const never = -1 << 28

// paths is the memory of a search.
type paths struct {
	ahead [][Labels]int32 // the best score of a path from the beginning to a label
	back  [][Labels]int32 // of one from behind a label to the end
	from  [][Labels]Label
}

func (p *paths) grow(n int) {
	if cap(p.ahead) < n {
		p.ahead, p.back, p.from = make([][Labels]int32, n), make([][Labels]int32, n), make([][Labels]Label, n)
	}
	p.ahead, p.back, p.from = p.ahead[:n], p.back[:n], p.from[:n]
}

// Best finds the best path of labels through the scores of each token (Viterbi 1967),
// between two tokens that are outside. If allowed is there, it holds a bit for each
// label that a token may have.
func (p *paths) best(scores [][Labels]int32, t *Transitions, allowed []uint32, labels []Label) int32 {
	p.grow(len(scores))
	for i := range scores {
		for b := range Label(Labels) {
			p.ahead[i][b] = never
			if allowed != nil && allowed[i]&(1<<b) == 0 {
				continue
			}
			if i == 0 {
				if b.opens() {
					p.ahead[i][b] = t[Outside][b] + scores[i][b]
				}
				continue
			}
			top, from := int32(2*never), Outside
			for _, a := range before[b] {
				if v := p.ahead[i-1][a] + t[a][b]; v > top {
					top, from = v, a
				}
			}
			p.ahead[i][b], p.from[i][b] = max(never, top+scores[i][b]), from
		}
	}
	return p.trace(t, labels)
}

func (p *paths) trace(t *Transitions, labels []Label) int32 {
	end, top := len(p.ahead)-1, int32(2*never)
	for _, a := range before[Outside] {
		if v := p.ahead[end][a] + t[a][Outside]; v > top {
			top, labels[end] = v, a
		}
	}
	for i := end; i > 0; i-- {
		labels[i-1] = p.from[i][labels[i]]
	}
	return top
}

// margin writes for each token by how much the best path is better than the best one
// that gives the token another label. It goes behind best. The least margin of the
// tokens of a name is the distance to the best path without this name.
func (p *paths) margin(scores [][Labels]int32, t *Transitions, top int32, labels []Label, margins []int32) {
	n := len(scores)
	for a := range Label(Labels) {
		p.back[n-1][a] = never
		if !a.open() {
			p.back[n-1][a] = t[a][Outside]
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range Labels {
			p.back[i][a] = never
		}
		for b := range Label(Labels) {
			v := p.back[i+1][b] + scores[i+1][b]
			for _, a := range before[b] {
				p.back[i][a] = max(p.back[i][a], v+t[a][b])
			}
		}
	}
	for i := range n {
		other := int32(2 * never)
		for b := range Label(Labels) {
			if b != labels[i] {
				other = max(other, p.ahead[i][b]+p.back[i][b])
			}
		}
		margins[i] = top - other
	}
}
