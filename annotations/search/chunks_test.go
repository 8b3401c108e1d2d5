package search

import (
	"encoding/binary"
	"slices"
	"testing"
)

// FuzzPostings packs words of records, and compares what the lists hold with plain lists
// of numbers.
func FuzzPostings(f *testing.F) {
	f.Add([]byte{1, 0, 2, 0, 1, 1}, uint32(0))
	f.Add([]byte{3, 200, 3, 255, 3, 255, 0, 9}, uint32(1<<31))
	f.Fuzz(func(t *testing.T, steps []byte, far uint32) {
		var g gathered
		plain := make(map[uint32][]int)
		record := far % (1 << 31)
		for i := 0; i+1 < len(steps); i += 2 {
			word := uint32(steps[i])
			record += uint32(steps[i+1])
			for range 2 { // a word that comes again in a record counts once
				g.add(word, record)
			}
			if all := plain[word]; len(all) == 0 || all[len(all)-1] != int(record) {
				plain[word] = append(all, int(record))
			}
		}
		rank := make([]uint32, len(g.last))
		for i := range rank {
			rank[i] = uint32(len(rank) - 1 - i)
		}
		p := g.postings(rank)
		for word := range rank {
			got := p.few(int(rank[word]), len(steps))
			if want := plain[uint32(word)]; !slices.Equal(got, want) {
				t.Fatalf("word %d is in the records %d, want %d", word, got, want)
			}
			if p.has(int(rank[word])) != (len(plain[uint32(word)]) > 0) {
				t.Fatalf("word %d: has is wrong", word)
			}
		}
	})
}

// TestTokensFillChunks adds tokens of all lengths, more than fill one chunk.
func TestTokensFillChunks(t *testing.T) {
	var c chunks
	var want []token
	for i := range uint32(largestChunk) {
		x := token{i << (i % 16), ^i >> (i % 31)}
		want = append(want, x)
		c.add(x)
	}
	if got := slices.Collect(c.all()); !slices.Equal(got, want) {
		t.Error("the tokens are not those that were added")
	}
	for i, chunk := range c.full {
		if i+1 < len(c.full) && cap(chunk)-len(chunk) >= longestToken+binary.MaxVarintLen32 {
			t.Errorf("%d bytes of chunk %d are not used", cap(chunk)-len(chunk), i)
		}
	}
}
