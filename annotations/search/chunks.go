package search

import "iter"

// chunks are very many tokens. They grow without being copied, which would take more
// than twice their memory.
type chunks struct{ full [][]token }

// The sizes of the first chunk and of the largest, in tokens.
const (
	firstChunk   = 256
	largestChunk = 16 << 10
)

func (c *chunks) add(t token) {
	n := len(c.full) - 1
	switch {
	case n < 0:
		c.full = append(c.full, make([]token, 0, firstChunk))
		n++
	case len(c.full[n]) == cap(c.full[n]):
		c.full = append(c.full, make([]token, 0, min(2*cap(c.full[n]), largestChunk)))
		n++
	}
	c.full[n] = append(c.full[n], t)
}

func (c *chunks) isEmpty() bool { return len(c.full) == 0 }

// all yields the tokens in the order in which they were added.
func (c *chunks) all() iter.Seq[token] {
	return func(yield func(token) bool) {
		for _, chunk := range c.full {
			for _, t := range chunk {
				if !yield(t) {
					return
				}
			}
		}
	}
}
