package main

import "slices"

// counter counts the hashes of features in a flat table with open addressing.
type counter struct {
	keys   []uint32
	counts []int32
	n      int
}

func newCounter(size int) *counter { return &counter{make([]uint32, size), make([]int32, size), 0} }

func (c *counter) find(key uint32) int {
	mask := uint32(len(c.keys) - 1)
	i := key & mask
	for c.keys[i] != key && c.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return int(i)
}

func (c *counter) add(key uint32, by int32) {
	i := c.find(key)
	if c.keys[i] == 0 {
		if 2*(c.n+1) > len(c.keys) {
			bigger := newCounter(2 * len(c.keys))
			for j, k := range c.keys {
				if k != 0 {
					bigger.add(k, c.counts[j])
				}
			}
			*c = *bigger
			i = c.find(key)
		}
		c.keys[i] = key
		c.n++
	}
	c.counts[i] += by
}

// number gives numbers, in the order of the hashes, to those that were counted often
// enough: from there on a count is the number and one, or 0.
func (c *counter) number(rare int) []uint32 {
	var keys []uint32
	for i, k := range c.keys {
		if k != 0 && int(c.counts[i]) >= rare {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	clear(c.counts)
	for i, k := range keys {
		c.counts[c.find(k)] = int32(i + 1)
	}
	return keys
}

// renumber puts numbers in the place of the hashes of the examples, leaves out what is
// too rare, and returns the hash of each number.
func renumber(all []example, rare int) []uint32 {
	c := newCounter(1 << 20)
	for _, e := range all {
		for _, f := range e.features {
			for _, k := range f {
				c.add(k, 1)
			}
		}
	}
	keys := c.number(rare)
	for _, e := range all {
		for i, f := range e.features {
			kept := f[:0]
			for _, k := range f {
				if n := c.counts[c.find(k)]; n > 0 {
					kept = append(kept, uint32(n-1))
				}
			}
			e.features[i] = kept
		}
	}
	return keys
}
