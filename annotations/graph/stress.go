package graph

import (
	"context"
	"slices"
)

const (
	seed   = 1710_04626 // of the order in which pairs are taken
	rounds = 30         // over all pairs
	// exact is up to how many nodes every pair is a term. In larger graphs the terms are
	// the lines, and the pairs of each node with pivots, as in section 4.3 of the paper.
	exact  = 400
	pivots = 80
)

// term is a pair of nodes that ought to be d lines apart.
type term struct {
	i, j int
	d    float64
}

// relax returns places for n nodes by stress: the distance between two nodes comes near
// to the number of lines between them, where one line is one unit long. The nodes begin
// on a circle in their order. It gives up when the context is cancelled.
func relax(ctx context.Context, near [][]int) []vec {
	n := len(near)
	at := make([]vec, n)
	for i := range at {
		share := float64(i) / float64(n)
		at[i] = direction(share).times(float64(n) / 6 * (1 + share/64)) // none on another one
	}
	terms := termsOf(near)
	if len(terms) == 0 {
		return at
	}
	longest := slices.MaxFunc(terms, func(a, b term) int { return int(a.d - b.d) }).d
	// The step falls from the weight of the longest distance to a tenth of the shortest.
	eta, last := longest*longest, 0.1
	ratio := root(last/eta, rounds-1)
	random := random(seed)
	for range rounds {
		if ctx.Err() != nil {
			return at
		}
		for k := len(terms) - 1; k > 0; k-- {
			j := int(random.next() % uint64(k+1))
			terms[k], terms[j] = terms[j], terms[k]
		}
		for _, t := range terms {
			way := at[t.i].sub(at[t.j])
			apart := way.length()
			if apart == 0 {
				continue
			}
			mu := min(1, eta/float64(t.d*t.d))
			move := way.times(mu * (apart - t.d) / 2 / apart)
			at[t.i], at[t.j] = at[t.i].sub(move), at[t.j].add(move)
		}
		eta *= ratio
	}
	return at
}

// termsOf returns the pairs of a graph with their distances. Nodes between which there is
// no way are held a little farther apart than the farthest others.
func termsOf(near [][]int) []term {
	n := len(near)
	sources := make([]int, 0, n)
	for i := range n {
		if n <= exact || i%(n/pivots) == 0 {
			sources = append(sources, i)
		}
	}
	var out []term
	longest := 1
	for _, i := range sources {
		for j, d := range hops(near, i) {
			if j > i || n > exact && j != i {
				out = append(out, term{i, j, float64(d)})
				longest = max(longest, d)
			}
		}
	}
	if n > exact {
		for i := range near {
			for _, j := range near[i] {
				if i < j {
					out = append(out, term{i, j, 1})
				}
			}
		}
	}
	for k := range out {
		if out[k].d < 0 {
			out[k].d = float64(longest) + 1
		}
	}
	return out
}

// hops returns how many lines each node is away from one; -1 where there is no way.
func hops(near [][]int, from int) []int {
	out := make([]int, len(near))
	for i := range out {
		out[i] = -1
	}
	out[from] = 0
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		for _, j := range near[queue[0]] {
			if out[j] < 0 {
				out[j] = out[queue[0]] + 1
				queue = append(queue, j)
			}
		}
	}
	return out
}

// root is the nth root of a number from 0 to 1, by halving.
func root(x float64, n int) float64 {
	low, high := 0.0, 1.0
	for range 60 {
		middle := (low + high) / 2
		power := 1.0
		for range n {
			power *= middle
		}
		if power < x {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// random is the generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
// Generators" (2014).
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Stress is how far a drawing is from its distances: over all pairs of nodes that are
// connected at all, the mean of (apart/d - 1)², where d is the number of lines between
// the two, at least one, and apart the distance in the drawing, in the unit of length for
// which the sum is smallest. 0 would be a drawing true to all distances.
func Stress(near [][]int, x, y []float32) float64 {
	var sum, squares, n float64
	for i := range near {
		for j, d := range hops(near, i) {
			if j <= i || d < 1 {
				continue
			}
			q := vec{float64(x[i]), float64(y[i])}.sub(vec{float64(x[j]), float64(y[j])}).length() / float64(d)
			sum, squares, n = sum+q, squares+float64(q*q), n+1
		}
	}
	if squares == 0 {
		return 0
	}
	// With the unit u = squares/sum, the sum of (q/u - 1)² is n - sum²/squares.
	return (n - float64(sum*sum)/squares) / n
}
