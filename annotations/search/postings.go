package search

import "encoding/binary"

// postings are lists of records, one for each word, or no lists at all. Of each
// record a list holds the distance from the one before it, as a varint: a word that
// is in nearly every record takes a byte for each.
type postings struct {
	start []uint32 // list i is lists[start[i]:start[i+1]]; nil if there are no lists
	lists []byte
}

// has reports whether any record has a word.
func (p *postings) has(word int) bool {
	return p.start != nil && p.start[word] < p.start[word+1]
}

// addTo puts the records of the words [from, to) into a set; their numbers count
// from the place first on.
func (p *postings) addTo(set bitset, first, from, to int) {
	if p.start == nil {
		return
	}
	for word := from; word < to; word++ {
		at := uint64(first)
		for list := p.lists[p.start[word]:p.start[word+1]]; len(list) > 0; {
			step, n := uint64(list[0]), 1
			if step >= 0x80 {
				step, n = binary.Uvarint(list)
			}
			at += step
			set[at/64] |= 1 << (at % 64)
			list = list[n:]
		}
	}
}

// few returns the records of a word, or none if there are more than most.
func (p *postings) few(word, most int) []int {
	if p.start == nil {
		return nil
	}
	var out []int
	at := 0
	for list := p.lists[p.start[word]:p.start[word+1]]; len(list) > 0; {
		step, n := binary.Uvarint(list)
		if at += int(step); len(out) == most {
			return nil
		}
		out, list = append(out, at), list[n:]
	}
	return out
}

// gathered are the records of words as they are collected: each word of a record
// once, the records ascending.
type gathered struct {
	tokens chunks
	last   []uint32 // by word: the last record that has it, counted from 1, or 0
	size   []uint32 // by word: the bytes that its list takes
}

// token is a word in a record, and how far that is from the record before it that
// has the word.
type token struct{ word, step uint32 }

// add notes that a record has a word.
func (g *gathered) add(word, record uint32) {
	for int(word) >= len(g.last) {
		g.last, g.size = append(g.last, 0), append(g.size, 0)
	}
	last := g.last[word]
	if last == record+1 {
		return
	}
	step := record
	if last > 0 {
		step = record + 1 - last
	}
	g.last[word] = record + 1
	g.size[word] += uint32(sizeOf(step))
	g.tokens.add(token{word, step})
}

// sizeOf returns how many bytes a number takes as a varint.
func sizeOf(n uint32) int {
	size := 1
	for ; n >= 0x80; n >>= 7 {
		size++
	}
	return size
}

// postings returns the lists. Rank is the index of each word in the sorted
// vocabulary.
func (g *gathered) postings(rank []uint32) postings {
	if g.tokens.isEmpty() {
		return postings{}
	}
	p := postings{start: make([]uint32, len(rank)+1)}
	for word, size := range g.size {
		p.start[rank[word]+1] = size
	}
	for i := range rank {
		p.start[i+1] += p.start[i]
	}
	p.lists = make([]byte, p.start[len(rank)])
	clear(g.size) // from here on: how much of each list is written
	for t := range g.tokens.all() {
		at := p.start[rank[t.word]] + g.size[t.word]
		g.size[t.word] += uint32(binary.PutUvarint(p.lists[at:], uint64(t.step)))
	}
	return p
}
