package notes

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Change is what a gesture does to one note.
type Change struct {
	Put    *Note // the note as it is to be, or nil
	Remove ID    // the note that is to be deleted, where Put is nil
}

// Put is the change that keeps a note as it is given.
func Put(n Note) Change { return Change{Put: &n} }

// Delete is the change that deletes a note.
func Delete(id ID) Change { return Change{Remove: id} }

// ErrTooLong says that the words of a note are more than can be kept.
var ErrTooLong = errors.New("a note may have up to 1,000,000 characters")

const longestNote = 1_000_000 // bytes

// Do makes changes that are one gesture, and one step of undo. It returns when they are
// on the disk; if it fails, none of them is made. What is as it is to be stays. A note
// that has no time gets the present, and but for Import each gets it as that of its
// change. Write, Edit and Remove end the drafts of their notes; what is being written for
// a note that is joined with another stays.
func (b *Book) Do(what What, changes ...Change) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	step := string(NewID(b.store.now()))
	var all []*record
	for _, c := range changes {
		r, err := b.change(what, c)
		if err != nil {
			return err
		}
		if r != nil {
			r.Step, r.What = step, what.String()
			all = append(all, r)
		}
	}
	for _, c := range changes {
		id := c.Remove
		if c.Put != nil {
			id = c.Put.ID
		}
		ends := what == Write || what == Edit || what == Remove
		if e := top(b.history.drafts[id]); ends && e != nil && e.Act == actDraft && b.ours(e) {
			all = append(all, &record{ID: id, Act: actDrop})
		}
	}
	return b.write(all)
}

// change returns the record of a change, or nil if it changes nothing.
func (b *Book) change(what What, c Change) (*record, error) {
	if c.Put == nil {
		if e := b.history.last(c.Remove); e == nil || e.Act == actRemove {
			return nil, nil
		}
		return &record{ID: c.Remove, Act: actRemove}, nil
	}
	n, err := clean(c.Put)
	if err != nil {
		return nil, err
	}
	now := b.store.now().UTC().Truncate(time.Millisecond)
	act := actPut
	if last := b.history.last(n.ID); last != nil {
		old, err := last.stands()
		switch {
		case err != nil || old == nil && last.Act == actRemove:
			act = actRestore
		case n.extra == extra{}:
			n.extra = old.extra
		}
		if old != nil && n.Equal(old) {
			return nil, nil
		}
	}
	if n.Made.IsZero() {
		n.Made = now
	}
	if n.Changed.IsZero() || what != Import {
		n.Changed = now
	}
	return put(act, n)
}

// clean returns a note as it can be written.
func clean(n *Note) (*Note, error) {
	c := *n
	c.Text = strings.ToValidUTF8(c.Text, "\ufffd")
	c.Tags = slices.Clone(c.Tags)
	size := len(c.Text)
	for i, tag := range c.Tags {
		c.Tags[i] = strings.ToValidUTF8(tag, "\ufffd")
		size += len(tag)
	}
	c.Tags = slices.DeleteFunc(c.Tags, func(tag string) bool { return tag == "" })
	switch {
	case size > longestNote:
		return nil, ErrTooLong
	case c.ID == "" || len(c.ID) > LongestID:
		return nil, fmt.Errorf("a note cannot have the id %.40q", string(c.ID))
	case c.Target.File != "" && !json.Valid([]byte(c.Target.File)):
		return nil, fmt.Errorf("the place of the note %s in the file is not JSON", c.ID)
	}
	return &c, nil
}

func put(act string, n *Note) (*record, error) {
	data, err := Marshal(n, nil)
	if err != nil {
		return nil, err
	}
	return &record{ID: n.ID, Act: act, Note: data}, nil
}

// SetDraft keeps what is being written for a note. It is no step of undo.
func (b *Book) SetDraft(n Note) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	c, err := clean(&n)
	if err != nil {
		return err
	}
	if old, ok := b.State().Draft(c.ID); ok && old.Equal(c) {
		return nil
	}
	r, err := put(actDraft, c)
	if err != nil {
		return err
	}
	return b.write([]*record{r})
}

// DropDraft forgets what is being written for a note.
func (b *Book) DropDraft(id ID) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, ok := b.State().Draft(id); !ok {
		return nil
	}
	return b.write([]*record{{ID: id, Act: actDrop}})
}

// Undo takes back the last gesture that was made here, also in a run that has ended, and
// returns it. Notes that another program has changed since stay as they are. It returns
// Nothing if there is no gesture to take back.
func (b *Book) Undo() (What, error) {
	return b.turn(func(h *history) []*step { return h.undo }, func(r *record, s *step) { r.Undo = s.id }, false)
}

// Redo makes the gesture again that was taken back last, and returns it.
func (b *Book) Redo() (What, error) {
	return b.turn(func(h *history) []*step { return h.redo }, func(r *record, s *step) { r.Redo = s.id }, true)
}

// turn writes the records that take back, or do again, the first step of a stack that
// can be.
func (b *Book) turn(stack func(*history) []*step, mark func(*record, *step), again bool) (What, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, err := b.poll(); err != nil {
		return Nothing, err
	}
	all := stack(b.history)
	for i := len(all) - 1; i >= 0; i-- {
		s := all[i]
		records := b.turned(s, again, len(s.ids))
		if len(records) == 0 {
			continue
		}
		for _, r := range records {
			mark(r, s)
			r.What = s.what.String()
		}
		if err := b.write(records); err != nil {
			return Nothing, err
		}
		return s.what, nil
	}
	return Nothing, nil
}

// next returns the gesture of the first step of a stack that can be turned.
func (b *Book) next(stack []*step, again bool) What {
	for i := len(stack) - 1; i >= 0; i-- {
		if len(b.turned(stack[i], again, 1)) > 0 {
			return stack[i].what
		}
	}
	return Nothing
}

// turned returns the records that take back a step, or do it again, up to a number of
// them. There is none for a note that somebody else has changed since.
func (b *Book) turned(s *step, again bool, most int) []*record {
	var out []*record
	for _, id := range s.ids {
		if len(out) == most {
			break
		}
		to, from := b.history.around(s, id)
		if again {
			to, from = from, to
		}
		now := b.history.last(id)
		if !as(now, from) || now == nil || now.Undo == "" && now.Redo == "" && !b.store.mine(now.By) {
			continue
		}
		r := &record{ID: id, Act: actRemove}
		if to != nil && len(to.Note) > 0 {
			r.Act, r.Note = actPut, to.Note
			if len(now.Note) == 0 {
				r.Act = actRestore
			}
		}
		out = append(out, r)
	}
	return out
}
