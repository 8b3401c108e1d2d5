package tagger

import "encoding/binary"

// scale turns the distance of a name from the best path without it into the
// probability that span and kind are right: steps that only go up, fitted for each
// class and way of finding on texts that were not learnt from.
type scale [hows][Classes][]step

// step says that from a distance on the probability is of so many ten-thousandths.
type step struct{ margin, chance int32 }

// of is the probability of a name of a class at a distance, between the steps in
// proportion.
func (s *scale) of(n *name) float32 {
	steps, margin := s[n.how][n.class], n.margin
	if len(steps) == 0 {
		return 0.5
	}
	if margin <= steps[0].margin {
		return float32(steps[0].chance) / 10000
	}
	for i := 1; i < len(steps); i++ {
		a, b := steps[i-1], steps[i]
		if margin < b.margin {
			return float32(a.chance+int32(int64(b.chance-a.chance)*int64(margin-a.margin)/int64(b.margin-a.margin))) / 10000
		}
	}
	return float32(steps[len(steps)-1].chance) / 10000
}

func (s *scale) encode(b []byte) []byte {
	for h := range s {
		for _, steps := range s[h] {
			b = binary.AppendUvarint(b, uint64(len(steps)))
			for _, p := range steps {
				b = binary.AppendVarint(binary.AppendVarint(b, int64(p.margin)), int64(p.chance))
			}
		}
	}
	return b
}

func (s *scale) decode(r *reader) {
	for h := range s {
		for c := range s[h] {
			s[h][c] = nil
			for range r.count() {
				s[h][c] = append(s[h][c], step{int32(r.varint()), int32(r.varint())})
			}
		}
	}
}
