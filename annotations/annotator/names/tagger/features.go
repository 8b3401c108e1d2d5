package tagger

// Templates of features. The number is part of the hash of the feature.
const (
	tBias = iota + 16
	tWord
	tWordForm
	tShape
	tPrefix
	tSuffix         = tPrefix + affixes
	tBefore         = tSuffix + affixes
	tBefore2        = tBefore + 1
	tAfter          = tBefore2 + 1
	tAfter2         = tAfter + 1
	tPair           = tAfter2 + 1
	tShapes         = tPair + 8
	tCluster        = tShapes + 8
	tRun            = tCluster + 32
	tBits           = tRun + 48
	tList           = tBits + 16*8
	tDoc            = tList + 64
	tNarrow         = tDoc + 64
	affixes         = 5
	edge     uint32 = 0xED6E // stands for the word beyond the ends of a sentence
	noBits          = entry0
	entry0          = wordBits(0)
)

var nothing = look{word: edge, shape: edge}

// window is a sentence with two empty places on either side.
type window struct{ l2, l1, k, r1, r2 *look }

func windowAt(sentence []look, i int) (w window) {
	w = window{&nothing, &nothing, &sentence[i], &nothing, &nothing}
	if i > 0 {
		w.l1 = &sentence[i-1]
	}
	if i > 1 {
		w.l2 = &sentence[i-2]
	}
	if i+1 < len(sentence) {
		w.r1 = &sentence[i+1]
	}
	if i+2 < len(sentence) {
		w.r2 = &sentence[i+2]
	}
	return w
}

// describe appends the features of a token of a sentence.
func describe(f []uint32, sentence []look, i int, word string, o *Options) []uint32 {
	w := windowAt(sentence, i)
	if w.k.rich != rich {
		return describeNarrow(f, w, o)
	}
	f = describeWord(f, w.k, word)
	f = describeWindow(f, w)
	f = describeRun(f, sentence, i, w.k, o)
	f = describeBits(f, w)
	f = describeLists(f, w, o)
	if !o.NoClusters {
		f = describeClusters(f, w)
	}
	if !o.NoDocument {
		f = describeDocument(f, sentence, w.k)
	}
	return f
}

// describeNarrow is the short list for a small word or sign beside a capital.
func describeNarrow(f []uint32, w window, o *Options) []uint32 {
	k := w.k
	f = append(f, mix(tNarrow, uint32(k.form), 0), mix(tNarrow+1, k.word, 0),
		mix(tNarrow+2, w.l1.word, uint32(k.form)), mix(tNarrow+3, w.r1.word, uint32(k.form)),
		mix(tNarrow+4, w.l1.word, k.word), mix(tNarrow+5, k.word, w.r1.word),
		mix(tNarrow+6, uint32(w.l1.form)<<8|uint32(w.r1.form), k.word),
		mix(tNarrow+7, uint32(w.l1.form)<<24|uint32(w.l2.form)<<16|uint32(w.r1.form)<<8|uint32(w.r2.form), uint32(k.form)))
	if !o.NoClusters {
		f = append(f, mix(tNarrow+8, uint32(k.entry.c64), uint32(w.l1.form)<<8|uint32(w.r1.form)),
			mix(tNarrow+9, uint32(w.l1.entry.c256), k.word), mix(tNarrow+10, uint32(w.r1.entry.c256), k.word))
	}
	return listsOf(f, tNarrow+12, k, o, k.word)
}

func describeWord(f []uint32, k *look, word string) []uint32 {
	form := uint32(k.form)
	f = append(f, mix(tBias, 0, 0), mix(tBias, 1, form), mix(tWord, k.word, 0), mix(tWordForm, k.word, form),
		mix(tShape, k.shape, 0), mix(tShape, k.shape, uint32(min(k.runes, 6))<<8|1))
	n := min(affixes, len(word))
	h := uint64(fnvOffset)
	for i := 0; i < n; i++ {
		h = (h ^ uint64(lowered(word[i]))) * fnvPrime
		f = append(f, mix(uint32(tPrefix+i), uint32(h>>20), form))
	}
	h = fnvOffset
	for i := 0; i < n; i++ {
		h = (h ^ uint64(lowered(word[len(word)-1-i]))) * fnvPrime
		f = append(f, mix(uint32(tSuffix+i), uint32(h>>20), form))
	}
	return f
}

func lowered(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func describeWindow(f []uint32, w window) []uint32 {
	k := w.k
	shapes := uint32(w.l1.form)<<16 | uint32(k.form)<<8 | uint32(w.r1.form)
	return append(f,
		mix(tBefore, w.l1.word, 0), mix(tBefore2, w.l2.word, 0), mix(tAfter, w.r1.word, 0), mix(tAfter2, w.r2.word, 0),
		mix(tPair, w.l1.word, k.word), mix(tPair+1, k.word, w.r1.word), mix(tPair+2, w.l1.word, w.r1.word),
		mix(tPair+3, w.l2.word, w.l1.word), mix(tPair+4, w.r1.word, w.r2.word),
		mix(tPair+5, w.l1.word, shapes), mix(tPair+6, w.r1.word, shapes),
		mix(tShapes, w.l1.shape, k.shape), mix(tShapes+1, k.shape, w.r1.shape), mix(tShapes+2, shapes, 0),
		mix(tShapes+3, shapes, uint32(w.l2.form)<<8|uint32(w.r2.form)), mix(tShapes+4, w.l1.shape, 0), mix(tShapes+5, w.r1.shape, 0))
}

func describeClusters(f []uint32, w window) []uint32 {
	k := w.k.entry
	f = append(f, mix(tCluster, uint32(k.c64), 0), mix(tCluster+1, uint32(k.c256), 0), mix(tCluster+2, uint32(k.c1024), 0),
		mix(tCluster+3, uint32(k.c256), uint32(w.k.form)),
		mix(tCluster+4, uint32(w.l1.entry.c64), 0), mix(tCluster+5, uint32(w.l1.entry.c256), 0), mix(tCluster+6, uint32(w.l1.entry.c1024), 0),
		mix(tCluster+7, uint32(w.r1.entry.c64), 0), mix(tCluster+8, uint32(w.r1.entry.c256), 0), mix(tCluster+9, uint32(w.r1.entry.c1024), 0),
		mix(tCluster+10, uint32(w.l2.entry.c256), 0), mix(tCluster+11, uint32(w.r2.entry.c256), 0),
		mix(tCluster+12, uint32(w.l1.entry.c256), uint32(k.c256)), mix(tCluster+13, uint32(k.c256), uint32(w.r1.entry.c256)),
		mix(tCluster+14, uint32(w.l1.entry.c256), uint32(w.r1.entry.c256)))
	return f
}

// describeBits tells what the hand-written lists say of the word and its neighbours.
func describeBits(f []uint32, w window) []uint32 {
	for at, k := range [...]*look{w.k, w.l1, w.r1, w.l2, w.r2} {
		for b := k.entry.bits; b != 0; b &= b - 1 {
			f = append(f, mix(uint32(tBits+at), uint32(b&-b), 0))
		}
	}
	return f
}

func describeLists(f []uint32, w window, o *Options) []uint32 {
	f = listsOf(f, tList, w.k, o, 0)
	if w.l1.lists != 0 {
		f = append(f, mix(tList+20, o.only(w.l1.lists), 0))
	}
	if w.r1.lists != 0 {
		f = append(f, mix(tList+21, o.only(w.r1.lists), 0))
	}
	return f
}

func listsOf(f []uint32, template uint32, k *look, o *Options, with uint32) []uint32 {
	bits := listBits(o.only(k.lists))
	if bits == 0 {
		return f
	}
	for l := range lists {
		if bits&(1<<l) != 0 {
			f = append(f, mix(template, uint32(l)<<8|uint32(k.places[l]), with))
		}
	}
	return append(f, mix(template+1, uint32(bits), with))
}

// describeDocument tells what the rest of the document says of the word, and of the
// ends of its run.
func describeDocument(f []uint32, sentence []look, k *look) []uint32 {
	f = append(f, mix(tDoc, uint32(k.doc), 0))
	for b := range docFlags {
		if k.doc&(1<<b) != 0 {
			f = append(f, mix(tDoc+1, uint32(b), uint32(k.form)))
		}
	}
	first, last := &sentence[k.first], &sentence[k.last-1]
	if first == last {
		return f
	}
	for b := range docFlags {
		if first.doc&(1<<b) != 0 {
			f = append(f, mix(tDoc+2, uint32(b), 0))
		}
		if last.doc&(1<<b) != 0 {
			f = append(f, mix(tDoc+3, uint32(b), 0))
		}
	}
	return f
}
