package noting

import (
	"sidelight/annotations"
	"sidelight/annotations/notes"
)

// Highlight marks a span in a style, see [view.Margin].
func (k *Keeper) Highlight(span annotations.Span, style notes.Style) {
	k.use(style)
	k.do(func(set *notes.Set) step { return k.make.highlight(set, span, style) }, nil)
}

// HighlightAgain marks a span in the style that was used last, and gives a note that has
// exactly that span the next one.
func (k *Keeper) HighlightAgain(span annotations.Span) {
	span, style := trimmed(k.make.article.Text, span), k.Style
	k.do(func(set *notes.Set) step {
		if p, ok := exactly(set, span); ok {
			next := p.Style.Next()
			k.onUI(func() { k.use(next) })
			return k.make.restyle(set, p.ID, next)
		}
		return k.make.highlight(set, span, style)
	}, nil)
}

// NextStyle gives a note the style after its own.
func (k *Keeper) NextStyle(id notes.ID) {
	k.do(func(set *notes.Set) step {
		p, ok := set.Get(id)
		if !ok {
			return step{}
		}
		next := p.Style.Next()
		k.onUI(func() { k.use(next) })
		return k.make.restyle(set, id, next)
	}, nil)
}

// use notes the style that was used last.
func (k *Keeper) use(style notes.Style) {
	if k.Style != style {
		k.Style = style
		if k.OnStyle != nil {
			k.OnStyle(style)
		}
	}
}

// Restyle gives a note another style.
func (k *Keeper) Restyle(id notes.ID, style notes.Style) {
	k.use(style)
	k.do(func(set *notes.Set) step { return k.make.restyle(set, id, style) }, nil)
}

// Stretch puts a note on another span.
func (k *Keeper) Stretch(id notes.ID, to annotations.Span) {
	k.do(func(set *notes.Set) step { return k.make.stretch(set, id, to, notes.Stretch) }, nil)
}

// Remove takes a note away.
func (k *Keeper) Remove(id notes.ID) {
	k.do(func(set *notes.Set) step { return k.make.remove(set, id) }, func() {
		delete(k.left, id) // what was being written of it has gone with it
	})
}

// Merge joins the notes that overlap or touch a note with it.
func (k *Keeper) Merge(id notes.ID) {
	k.do(func(set *notes.Set) step { return k.make.merge(set, id) }, nil)
}

// Import adds notes that come from elsewhere, as one step. Of two with one id the one
// that was changed last counts.
func (k *Keeper) Import(all []notes.Note) {
	k.do(func(set *notes.Set) step {
		s := step{what: notes.Import}
		for _, n := range all {
			if old, ok := set.Get(n.ID); ok && old.Changed.After(n.Changed) {
				continue
			}
			s.changes = append(s.changes, notes.Put(n))
		}
		return s
	}, nil)
}

// Agree accepts the place that was found for a note.
func (k *Keeper) Agree(id notes.ID) {
	k.do(func(set *notes.Set) step {
		p, ok := set.Get(id)
		if !ok {
			return step{}
		}
		return k.make.stretch(set, id, p.Span, notes.Agree)
	}, nil)
}

// MoveTo puts a note on another place, whether it had one or not.
func (k *Keeper) MoveTo(id notes.ID, to annotations.Span) {
	to = trimmed(k.make.article.Text, to)
	k.do(func(set *notes.Set) step { return k.make.stretch(set, id, to, notes.MoveTo) }, nil)
}

// SetAside leaves a note without a place.
func (k *Keeper) SetAside(id notes.ID) {
	k.do(func(set *notes.Set) step { return k.make.setAside(set, id) }, nil)
}

// StyleName returns what the reader calls a style.
func (k *Keeper) StyleName(s notes.Style) string { return k.Name(s) }

// Undoes returns what would be undone; [notes.Nothing] if there is nothing.
func (k *Keeper) Undoes() notes.What { return k.undo }

// Redoes returns what would be done again; [notes.Nothing] if there is nothing.
func (k *Keeper) Redoes() notes.What { return k.redo }

// Undo undoes the last act of this window, or of the last one that was closed.
func (k *Keeper) Undo() { k.turn((*notes.Book).Undo, Done{Undone: true}) }

// Redo does again what was undone last.
func (k *Keeper) Redo() { k.turn((*notes.Book).Redo, Done{Redone: true}) }

func (k *Keeper) turn(act func(*notes.Book) (notes.What, error), done Done) {
	if !k.opened {
		return
	}
	k.queue.add(func() {
		what, err := act(k.book)
		if err != nil {
			k.fail(err)
			return
		}
		done.What = what
		k.place(func() {
			if what != notes.Nothing {
				k.OnDone(done)
			}
		})
	})
}
