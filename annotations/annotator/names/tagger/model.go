package tagger

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"sync"
)

// Model is all that the engine has learnt and knows. It is immutable once made and may
// be used by many goroutines.
type Model struct {
	lexicon     *Lexicon
	weights     weights
	transitions Transitions
	scale       scale
	options     Options
	pool        sync.Pool
}

// Row is the weights of a feature.
type Row struct {
	Key    uint32
	Values [Labels]int8
}

// New makes a model. The rows are sorted by key.
func New(x *Lexicon, rows []Row, t *Transitions, o Options) *Model {
	m := &Model{lexicon: x, weights: newWeights(len(rows)), transitions: *t, options: o}
	for _, r := range rows {
		m.weights.add(r.Key, pack(&r.Values))
	}
	m.pool.New = func() any { return new(scratch) }
	return m
}

// magic begins the bytes of a model; its last letter is the version.
const magic = "Sidelight names 1"

// Encode writes a model as bytes: in order of their hashes, the distances between them,
// and only what is not zero.
func (m *Model) Encode() []byte {
	b := []byte(magic)
	b = m.lexicon.encode(b)
	b = m.scale.encode(b)
	for _, line := range m.transitions {
		for _, v := range line {
			b = binary.AppendVarint(b, int64(v))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(m.weights.rows)))
	slots := slices.Clone(m.weights.slots)
	slices.Sort(slots)
	last := uint32(0)
	for _, slot := range slots {
		if slot == 0 {
			continue
		}
		key := uint32(slot >> 32)
		b = binary.AppendUvarint(b, uint64(key-last))
		b = appendRow(b, unpack(m.weights.rows[uint32(slot)-1]))
		last = key
	}
	return b
}

func appendRow(b []byte, values [Labels]int8) []byte {
	mask := uint64(0)
	for l, v := range values {
		if v != 0 {
			mask |= 1 << l
		}
	}
	b = binary.AppendUvarint(b, mask)
	for _, v := range values {
		if v != 0 {
			b = append(b, byte(v))
		}
	}
	return b
}

var errModel = errors.New("the model of names is damaged")

// Decode reads what [Model.Encode] wrote.
func Decode(b []byte) (*Model, error) {
	if !bytes.HasPrefix(b, []byte(magic)) {
		return nil, errModel
	}
	r := &reader{b: b[len(magic):]}
	m := &Model{lexicon: decodeLexicon(r)}
	m.scale.decode(r)
	for i := range m.transitions {
		for j := range m.transitions[i] {
			m.transitions[i][j] = int32(r.varint())
		}
	}
	n := int(r.uvarint())
	if r.bad || n > len(r.b) {
		return nil, errModel
	}
	m.weights = newWeights(n)
	key := uint32(0)
	for range n {
		key += uint32(r.uvarint())
		row := r.row()
		if r.bad {
			return nil, errModel // keys that do not grow would be looked for ever longer
		}
		m.weights.add(key, row)
	}
	if r.bad || len(r.b) != 0 {
		return nil, errModel
	}
	m.pool.New = func() any { return new(scratch) }
	return m, nil
}

// reader takes numbers from bytes and remembers when there were too few.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	return r.take(v, n)
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.b)
	return int64(r.take(uint64(v), n))
}

func (r *reader) take(v uint64, n int) uint64 {
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

const noWeights = 0x8080808080808080

func (r *reader) row() row {
	w := row{noWeights, noWeights, noWeights}
	for mask, l := r.uvarint(), 0; mask != 0 && l < Labels; mask, l = mask>>1, l+1 {
		if mask&1 == 0 {
			continue
		}
		if len(r.b) == 0 {
			r.bad = true
			break
		}
		shift := 8 * (l % 8)
		w[l/8] = w[l/8]&^(0xFF<<shift) | uint64(r.b[0]+rowBias)<<shift
		r.b = r.b[1:]
	}
	return w
}

// sortedKeys are the keys of a table in order.
func sortedKeys[V any](t *table[V]) []uint32 {
	keys := make([]uint32, 0, t.n)
	for _, k := range t.keys {
		if k != 0 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

func (x *Lexicon) encode(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(x.words.n))
	last := uint32(0)
	for _, k := range sortedKeys(&x.words) {
		e := x.words.get(k)
		b = binary.AppendUvarint(b, uint64(k-last))
		v := uint32(e.c64) | uint32(e.c256)<<7 | uint32(e.c1024)<<16
		if e.bits != 0 {
			v |= 1 << 31
		}
		b = binary.LittleEndian.AppendUint32(b, v)
		if e.bits != 0 {
			b = binary.LittleEndian.AppendUint16(b, uint16(e.bits))
		}
		last = k
	}
	b = binary.AppendUvarint(b, uint64(x.phrases.n))
	last = 0
	for _, k := range sortedKeys(&x.phrases) {
		b = binary.AppendUvarint(b, uint64(k-last))
		b = binary.LittleEndian.AppendUint16(b, uint16(x.phrases.get(k)))
		last = k
	}
	return b
}

func (r *reader) fixed(n int) (v uint32) {
	if len(r.b) < n {
		r.bad, r.b = true, nil
		return 0
	}
	for i := range n {
		v |= uint32(r.b[i]) << (8 * i)
	}
	r.b = r.b[n:]
	return v
}

func decodeLexicon(r *reader) *Lexicon {
	x := &Lexicon{}
	n := r.count()
	x.words = newTable[entry](n)
	key := uint32(0)
	for range n {
		key += uint32(r.uvarint())
		v := r.fixed(4)
		e := entry{c64: uint16(v & 0x7F), c256: uint16(v >> 7 & 0x1FF), c1024: uint16(v >> 16 & 0x7FFF)}
		if v>>31 != 0 {
			e.bits = wordBits(r.fixed(2))
		}
		*x.words.at(nonzero(key)) = e
	}
	n = r.count()
	x.phrases = newTable[listBits](n)
	key = 0
	for range n {
		key += uint32(r.uvarint())
		*x.phrases.at(nonzero(key)) = listBits(r.fixed(2))
	}
	return x
}

// count is a number of things of which each takes a byte at least.
func (r *reader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.b)) {
		r.bad, r.b = true, nil
		return 0
	}
	return int(n)
}
