package noting

import (
	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/async"
	"sidelight/ui/session"
)

// Write begins a note on a span. A note that has exactly that span is edited instead, and
// one that was begun there and left is gone on with.
func (k *Keeper) Write(span annotations.Span) {
	span = trimmed(k.make.article.Text, span)
	if span.Empty() || !k.writable() {
		return
	}
	if p, ok := exactly(k.Session.Snapshot().Notes, span); ok {
		k.Edit(p.ID)
		return
	}
	k.keepDraft()
	for _, d := range k.left {
		if d.New && d.Span == span {
			k.goOn(d)
			return
		}
	}
	n := notes.Note{ID: k.make.mint(), Target: k.make.target(span), Style: k.Style, Made: k.make.now(), Changed: k.make.now()}
	k.write(&notes.Draft{Placed: notes.Placed{Note: n, Span: span}, New: true})
}

// Edit goes on with a note: with what was written of it and not saved, if there is that.
func (k *Keeper) Edit(id notes.ID) {
	now := k.Session.Snapshot()
	p, ok := now.Notes.Get(id)
	going := now.Draft != nil && now.Draft.ID == id // a note that is new is nowhere else
	if !ok && !going && k.left[id] == nil || !k.writable() {
		return
	}
	if going {
		k.write(now.Draft)
		return
	}
	if d, ok := k.left[id]; ok {
		k.goOn(d)
		return
	}
	base := p.Note
	k.write(&notes.Draft{Placed: *p, Base: &base})
}

// goOn turns the panel to a draft that was left.
func (k *Keeper) goOn(d *notes.Draft) {
	k.write(d)
	k.unkept = !d.Kept
}

// writable reports whether something can be noted, and otherwise tells why not, or asks
// what has to be known first.
func (k *Keeper) writable() bool {
	switch {
	case k.opened:
	case k.asking != nil:
		k.asking()
	case k.broken != nil:
		k.OnTrouble(k.broken)
	}
	return k.opened
}

// write turns the panel to a draft. The one before it, if something was written of it, is
// among those that were left.
func (k *Keeper) write(d *notes.Draft) {
	k.keepDraft()
	k.show(func(x *session.Document) { x.Draft = d })
	k.Session.Update(func(s *session.State) {
		s.Turn(session.Writing, "")
		if !d.New {
			s.Note = d.ID
		}
	})
}

// takeUp shows the draft that was written last and not saved, as it is on the disk.
func (k *Keeper) takeUp(drafts *notes.Set) {
	k.left = map[notes.ID]*notes.Draft{}
	now := k.Session.Snapshot()
	for _, p := range drafts.All() {
		_, known := now.Notes.Get(p.ID)
		k.left[p.ID] = &notes.Draft{Placed: p, New: !known, Kept: true}
	}
	if last := k.lastLeft(); last != nil {
		k.show(func(x *session.Document) { x.Draft = last })
		k.Session.Update(func(s *session.State) { s.Turn(session.Writing, "") })
	}
}

// Draft keeps what has been written so far, a moment later.
func (k *Keeper) Draft(n notes.Note) {
	d := k.Session.Snapshot().Draft
	if d == nil || d.ID != n.ID || d.Note.Equal(&n) {
		return
	}
	next := *d
	next.Note, next.Kept = n, false
	next.Changed = k.make.now()
	k.unkept = true
	k.show(func(x *session.Document) { x.Draft = &next })
	if !k.typing.Running() {
		k.typing.Run(func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(draftDelay) },
			func(struct{}, error) { k.keepDraft() })
	}
}

// keepDraft has what was typed written, if that has not been.
func (k *Keeper) keepDraft() {
	k.typing.Stop()
	d := k.Session.Snapshot().Draft
	if !k.unkept || d == nil {
		return
	}
	k.unkept = false
	k.left[d.ID] = d // while it is on its way too
	k.queue.add(func() {
		err := k.book.SetDraft(d.Note)
		if err != nil {
			k.fail(err)
			k.onUI(func() { k.unkept = k.unkept || k.writes(d.ID) })
			return
		}
		k.onUI(func() {
			kept := *d
			kept.Kept = true
			if k.left[d.ID] == d {
				k.left[d.ID] = &kept
			}
			k.show(func(x *session.Document) {
				if x.Draft == d { // nothing was typed since
					x.Draft = &kept
				}
			})
		})
	})
}

// writes reports whether the draft is that of a note.
func (k *Keeper) writes(id notes.ID) bool {
	d := k.Session.Snapshot().Draft
	return d != nil && d.ID == id
}

// Save makes the draft a note. What is typed before that is on the disk stays a draft.
func (k *Keeper) Save() {
	d := k.Session.Snapshot().Draft
	if d == nil || !k.opened {
		return
	}
	k.typing.Stop()
	k.use(d.Style)
	k.do(func(set *notes.Set) step {
		n, what := d.Note, notes.Edit
		n.Changed = k.make.now()
		if p, ok := set.Get(n.ID); ok {
			n = reconciled(d, &p.Note)
			n.Changed = k.make.now()
		}
		switch {
		case d.New && n.HasWords():
			what = notes.Write
		case d.New:
			what = notes.Highlight
		}
		return step{what, []notes.Change{notes.Put(n)}, n.ID}
	}, func() {
		delete(k.left, d.ID)
		if now := k.Session.Snapshot().Draft; k.writes(d.ID) && !now.Note.Equal(&d.Note) {
			more := *now
			more.New = false
			k.show(func(x *session.Document) { x.Draft = &more })
			return
		}
		k.leave(d)
	})
}

// leave takes a draft away and turns the panel to the notes. In its place comes the one
// that was written last of those that were left.
func (k *Keeper) leave(d *notes.Draft) {
	if !k.writes(d.ID) {
		return
	}
	k.unkept = false
	writing := k.Session.State().Panel.Face == session.Writing
	k.show(func(x *session.Document) { x.Draft = k.lastLeft() })
	if writing {
		k.Session.Update(func(s *session.State) { s.Turn(session.Notes, "") })
	}
}

// lastLeft returns the draft that was written last of those that were left, or nil.
func (k *Keeper) lastLeft() (last *notes.Draft) {
	for _, d := range k.left {
		if last == nil || d.Changed.After(last.Changed) {
			last = d
		}
	}
	return last
}

// Discard forgets the draft.
func (k *Keeper) Discard() {
	d := k.Session.Snapshot().Draft
	if d == nil || !k.opened {
		return
	}
	k.typing.Stop()
	delete(k.left, d.ID)
	k.leave(d)
	k.queue.add(func() {
		if err := k.book.DropDraft(d.ID); err != nil {
			k.fail(err)
		}
	})
}
