package tagger

// row holds the weights of a feature for each label, a byte for each, moved up by
// 128 so that eight of them add up in one word.
type row [3]uint64

const rowBias = 128

// most is how many features of a token count: with more the sums of bytes could run
// into each other.
const most = 256

// weights is a flat table with open addressing from the hash of a feature to its row.
type weights struct {
	slots []uint64 // hash in the upper half, the row's number and one in the lower
	shift int      // what is left of a hash when it is moved by that is its place
	rows  []row
}

func newWeights(n int) weights {
	bits := 4
	for 1<<bits < 2*n {
		bits++
	}
	return weights{slots: make([]uint64, 1<<bits), shift: 32 - bits, rows: make([]row, 0, n)}
}

func (w *weights) add(key uint32, r row) {
	mask := uint32(len(w.slots) - 1)
	i := key >> w.shift
	for w.slots[i] != 0 {
		i = (i + 1) & mask
	}
	w.rows = append(w.rows, r)
	w.slots[i] = uint64(key)<<32 | uint64(len(w.rows))
}

// lanes are the even bytes of a word, each with room to grow.
const lanes = 0x00FF00FF00FF00FF

// score adds the rows of the features.
func (w *weights) score(features []uint32, scores *[Labels]int32) {
	if len(features) > most {
		features = features[:most]
	}
	mask := uint32(len(w.slots) - 1)
	var a0, a1, b0, b1, c0, c1 uint64
	n := int32(0)
	for _, key := range features {
		for i := key >> w.shift; ; i = (i + 1) & mask {
			slot := w.slots[i]
			if slot == 0 {
				break
			}
			if uint32(slot>>32) == key {
				r := &w.rows[uint32(slot)-1]
				a0 += r[0] & lanes
				a1 += r[0] >> 8 & lanes
				b0 += r[1] & lanes
				b1 += r[1] >> 8 & lanes
				c0 += r[2] & lanes
				c1 += r[2] >> 8 & lanes
				n++
				break
			}
		}
	}
	n *= rowBias
	for l := range 4 {
		shift := 16 * l
		scores[2*l] = int32(uint16(a0>>shift)) - n
		scores[2*l+1] = int32(uint16(a1>>shift)) - n
		scores[8+2*l] = int32(uint16(b0>>shift)) - n
		scores[8+2*l+1] = int32(uint16(b1>>shift)) - n
	}
	scores[16] = int32(uint16(c0)) - n
}

// pack makes a row of the weights of a feature.
func pack(values *[Labels]int8) (r row) {
	for l := range 24 {
		v := 0
		if l < Labels {
			v = int(values[l])
		}
		r[l/8] |= uint64(uint8(v+rowBias)) << (8 * (l % 8))
	}
	return r
}

func unpack(r row) (values [Labels]int8) {
	for l := range Labels {
		values[l] = int8(int(uint8(r[l/8]>>(8*(l%8)))) - rowBias)
	}
	return values
}
