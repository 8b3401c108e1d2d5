package tagger

// describeRun tells of the run of capitalised words around a token: how long it is,
// where the token stands in it, what its ends are and what stands beside it.
func describeRun(f []uint32, sentence []look, i int, k *look, o *Options) []uint32 {
	place := uint32(placeIn(i-int(k.first), int(k.last-k.first)))
	length := uint32(min(k.last-k.first, 6))
	first, last := &sentence[k.first], &sentence[k.last-1]
	l1, l2, r1, r2 := &nothing, &nothing, &nothing, &nothing
	if k.first > 0 {
		l1 = &sentence[k.first-1]
	}
	if k.first > 1 {
		l2 = &sentence[k.first-2]
	}
	if int(k.last) < len(sentence) {
		r1 = &sentence[k.last]
	}
	if int(k.last)+1 < len(sentence) {
		r2 = &sentence[k.last+1]
	}
	f = append(f, mix(tRun, place, length), mix(tRun+1, uint32(min(i-int(k.first), 3))<<8|uint32(min(int(k.last)-i, 3)), b2u(k.first == 0)),
		mix(tRun+2, first.word, place), mix(tRun+3, last.word, place),
		mix(tRun+4, l1.word, place), mix(tRun+5, r1.word, place),
		mix(tRun+6, l1.word, l2.word), mix(tRun+7, r1.word, r2.word), mix(tRun+8, l1.word, r1.word),
		mix(tRun+9, uint32(last.entry.bits), place), mix(tRun+10, uint32(first.entry.bits), place),
		mix(tRun+11, uint32(l1.entry.bits), uint32(r1.entry.bits)),
		mix(tRun+12, o.only(first.lists), o.only(last.lists)), mix(tRun+13, last.shape, place))
	if !o.NoClusters {
		f = append(f,
			mix(tRun+20, uint32(first.entry.c256), place), mix(tRun+21, uint32(last.entry.c256), place),
			mix(tRun+22, uint32(first.entry.c1024), place), mix(tRun+23, uint32(last.entry.c1024), place),
			mix(tRun+24, uint32(l1.entry.c256), place), mix(tRun+25, uint32(r1.entry.c256), place),
			mix(tRun+26, uint32(l1.entry.c1024), 0), mix(tRun+27, uint32(r1.entry.c1024), 0),
			mix(tRun+28, uint32(first.entry.c64), uint32(last.entry.c64)),
			mix(tRun+29, uint32(l1.entry.c64), uint32(r1.entry.c64)))
	}
	if k.wide == k.last && k.wideOf == k.first {
		return f
	}
	wideFirst, wideLast := &sentence[k.wideOf], &sentence[k.wide-1]
	place = uint32(placeIn(i-int(k.wideOf), int(k.wide-k.wideOf)))
	return append(f, mix(tRun+30, wideFirst.word, place), mix(tRun+31, wideLast.word, place),
		mix(tRun+32, uint32(wideFirst.entry.bits), uint32(wideLast.entry.bits)), mix(tRun+33, place, uint32(min(k.wide-k.wideOf, 8))),
		mix(tRun+34, wideFirst.word, l1.word))
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
