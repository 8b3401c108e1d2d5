package typeset

import "sort"

// item is a stretch of a text that is drawn in one way. It ends where the next begins.
type item struct {
	*measurer
	start int     // byte of src
	raise float32 // of the baseline, pixels
}

// itemize divides the text into items.
func (t *Text) itemize(runs []Run) {
	at := 0
	for _, r := range runs {
		a, b := t.char(r.Start-t.base), t.char(r.End-t.base)
		if a >= b {
			continue
		}
		t.addItem(at, a, Run{})
		t.addItem(a, b, r)
		at = b
	}
	t.addItem(at, len(t.src), Run{})
	if len(t.items) == 0 {
		t.items = []item{{measurer: t.Style.Face.in(latin(t.Style.Size))}}
	}
}

// addItem appends the bytes [a, b) of src, which are set as a run is.
func (t *Text) addItem(a, b int, r Run) {
	if a >= b {
		return
	}
	face, size := t.Style.Face, t.Style.Size
	if r.Face != nil {
		face = r.Face
	}
	if r.Size > 0 {
		size = r.Size
	}
	t.items = append(t.items, item{face.in(latin(size)), a, r.Raise})
}

// itemAt returns the index of the item that holds the byte of src at an index.
func (t *Text) itemAt(at int) int {
	if len(t.items) == 1 {
		return 0
	}
	i := sort.Search(len(t.items), func(i int) bool { return t.items[i].start > at })
	return max(i-1, 0)
}

// itemEnd returns the index in src at which the i-th item ends.
func (t *Text) itemEnd(i int) int {
	if i+1 < len(t.items) {
		return t.items[i+1].start
	}
	return len(t.src)
}
