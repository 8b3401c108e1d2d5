package search

import (
	"encoding/binary"
	"iter"
)

// chunks are very many tokens, as varints: words that come early are frequent and have
// small numbers, so that most tokens take two or three bytes. They grow without being
// copied, which would take more than twice their memory.
type chunks struct{ full [][]byte }

// The sizes of the first chunk, of the largest and of the longest token, in bytes.
const (
	firstChunk   = 1 << 10
	largestChunk = 128 << 10
	longestToken = 2 * binary.MaxVarintLen32
)

func (c *chunks) add(t token) {
	n := len(c.full) - 1
	switch {
	case n < 0:
		c.full = append(c.full, make([]byte, 0, firstChunk))
		n++
	case cap(c.full[n])-len(c.full[n]) < longestToken:
		c.full = append(c.full, make([]byte, 0, min(2*cap(c.full[n]), largestChunk)))
		n++
	}
	c.full[n] = binary.AppendUvarint(binary.AppendUvarint(c.full[n], uint64(t.word)), uint64(t.step))
}

func (c *chunks) isEmpty() bool { return len(c.full) == 0 }

// all yields the tokens in the order in which they were added.
func (c *chunks) all() iter.Seq[token] {
	return func(yield func(token) bool) {
		for _, chunk := range c.full {
			for len(chunk) > 0 {
				word, n := binary.Uvarint(chunk)
				step, k := binary.Uvarint(chunk[n:])
				if chunk = chunk[n+k:]; !yield(token{uint32(word), uint32(step)}) { //nolint:gosec // as they were added
					return
				}
			}
		}
	}
}
