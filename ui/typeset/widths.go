package typeset

// widths looks up how wide the pieces of a text are, quickest from one to the next.
type widths struct {
	text     *Text
	from, to int      // the bytes of src of the item at hand
	extents  []extent // of its words
}

func (t *Text) widths() widths { return widths{text: t} }

// of returns how wide the i-th piece is, with the room behind it.
func (w *widths) of(i int) extent {
	p := w.text.pieces[i]
	if at := p.at(); at < w.from || at >= w.to {
		k := w.text.itemAt(at)
		w.from, w.to, w.extents = w.text.items[k].start, w.text.itemEnd(k), w.text.items[k].all()
	}
	out := w.extents[p.word]
	if p.start&hasRoom != 0 {
		_, room := w.text.room(p.at(), w.text.end(i))
		out.advance += room
		out.inked += room
	}
	return out
}

// pens appends to x the places of the pen before each rune of the i-th piece, and after the
// last, in pixels from its beginning.
func (t *Text) pens(x []float32, i int) []float32 {
	p := t.pieces[i]
	return t.items[t.itemAt(p.at())].pens(x, p.word)
}
