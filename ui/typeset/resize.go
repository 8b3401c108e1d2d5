package typeset

import "slices"

// In returns the text as [NewText] measures it in another style with other runs. Where
// these differ from the text's own in sizes and in room alone, no word is shaped and no
// place to break is looked for: both texts share what does not depend on the size.
func (t *Text) In(style Style, runs ...Run) *Text {
	if style == t.Style && slices.Equal(runs, t.runs) {
		return t
	}
	if !t.divides(style, runs) {
		return NewText(t.src, t.base, style, runs...)
	}
	out := *t
	out.Style, out.runs, out.items = style, runs, slices.Clone(t.items)
	for i := range out.items {
		x := &out.items[i]
		r := out.runOf(x.start)
		_, size := out.dress(r)
		x.sized, x.raise = x.resized(size), r.Raise
	}
	return &out
}

// runOf returns the run as which the item is set that begins at a byte of src, see
// [itemizer.stretches].
func (t *Text) runOf(at int) Run {
	for _, r := range from(t.runs, at+t.base) {
		if start, end := t.char(r.Start-t.base), t.char(r.End-t.base); start > at {
			break
		} else if at < end {
			return r
		}
	}
	return Run{}
}

// divides reports whether the text is divided into the same items and pieces in another
// style with other runs.
func (t *Text) divides(style Style, runs []Run) bool {
	if style.Face != t.Style.Face || style.Straight != t.Style.Straight {
		return false
	}
	// What looks alike goes on in one item: what did has to, and what did not must not.
	var before, now look
	plainBefore, plainNow := lookOf(Run{}, t.Style), lookOf(Run{}, style)
	return slices.EqualFunc(t.runs, runs, func(old, r Run) bool {
		last, lastNow := before, now
		before, now = lookOf(old, t.Style), lookOf(r, style)
		return old.Start == r.Start && old.End == r.End && old.Face == r.Face &&
			old.Straight == r.Straight && (old.After > 0) == (r.After > 0) &&
			(before == plainBefore) == (now == plainNow) && (before == last) == (now == lastNow)
	})
}

// look is how a run looks beside its face.
type look struct{ size, raise float32 }

func lookOf(r Run, s Style) look {
	if r.Size > 0 {
		return look{r.Size, r.Raise}
	}
	return look{s.Size, r.Raise}
}
