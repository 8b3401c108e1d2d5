package typeset

// sized is a vocabulary at a size: how wide its words are. The lock of the face guards it.
type sized struct {
	*vocabulary
	size    float32 // pixels to the em
	widths  []int32 // of the clusters, 1/64 pixel
	extents []extent
}

// extent is how wide a word is in pixels.
type extent struct {
	advance float32
	inked   float32 // without blanks at the end
}

// at returns the vocabulary at a size. The caller holds the lock.
func (v *vocabulary) at(size float32) *sized {
	s, ok := v.sizes[size]
	if !ok {
		if len(v.sizes) >= keptSizes { // those that texts use live on
			clear(v.sizes)
		}
		s = &sized{vocabulary: v, size: size}
		v.sizes[size] = s
	}
	return s
}

// resized returns the same words at another size.
func (s *sized) resized(size float32) *sized {
	if s.size == size {
		return s
	}
	s.face.mu.Lock()
	defer s.face.mu.Unlock()
	return s.at(size)
}

// all returns the extents of all words that have a number by now. Nobody changes them.
func (s *sized) all() []extent {
	s.face.mu.Lock()
	defer s.face.mu.Unlock()
	var x []float32
	s.scale()
	for n := len(s.extents); n < len(s.words); n++ {
		w := s.words[n]
		x = s.places(x[:0], w)
		s.extents = append(s.extents, extent{x[len(x)-1] + pixels(s.kernWidth(w.after)), x[w.ink] - pixels(s.kernWidth(w.blank))})
	}
	return s.extents
}

// scale scales the clusters that have come since it was last called.
func (s *sized) scale() {
	scale, upem := scaleOf(s.size), s.face.upem()
	for _, c := range s.clusters[len(s.widths):] {
		w := c.at(scale, upem)
		if c.tab {
			w = int32(tabEms * s.size * 64)
		}
		if c.more > 0 {
			w += s.widths[c.more-1]
		}
		s.widths = append(s.widths, w)
	}
}

// kernWidth returns the width of a kern in 1/64 pixel.
func (s *sized) kernWidth(n uint32) int32 {
	if n == 0 {
		return 0
	}
	sum := func(r row) (w int32) {
		for c := range s.of(r) {
			w += s.widths[c]
		}
		return w
	}
	k := s.kerns[n]
	return sum(k.both) - sum(k.a) - sum(k.b)
}

// places appends to x the places of the pen before each rune of a word, and after the
// last. The runes of a cluster have equal shares of its width.
func (s *sized) places(x []float32, w word) []float32 {
	x = append(x, 0)
	var pen int32
	var inner uint64
	for n := range s.of(row{w.from, w.n}) {
		c, width := &s.clusters[n], s.widths[n]
		inner |= c.inner << (len(x) - 1)
		for i := uint8(1); i < c.runes; i++ {
			x = append(x, pixels(pen)+pixels(width)*float32(i)/float32(c.runes))
		}
		pen += width
		if c.runes > 0 {
			x = append(x, pixels(pen))
		}
	}
	for i := len(x) - 2; inner != 0 && i > 0; i-- {
		if inner>>i&1 == 1 {
			x[i] = x[i+1]
		}
	}
	return x
}

// pens appends to x the places of the pen in the word of a number, as places does.
func (s *sized) pens(x []float32, n uint32) []float32 {
	s.face.mu.Lock()
	defer s.face.mu.Unlock()
	s.scale()
	return s.places(x, s.words[n])
}
