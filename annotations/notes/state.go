package notes

import (
	"cmp"
	"slices"
)

// State is what the reader has noted on one article, at one moment. It is immutable.
type State struct {
	Notes  []*Note  // in the order of their ids; not to be written to
	Drafts []*Note  // what is being written, in the order of the ids; not to be written to
	Damage []Damage // files of which something could not be read
	Later  int      // how many lines a later version of this program has written
	Undo   What     // what Undo would take back; Nothing if there is no step
	Redo   What     // what Redo would do again; Nothing if there is no step
	Backup error    // why the files could not be copied before the first note of the day, or nil
}

// Damage says what could not be read of one file. Nothing of it is lost: the file stays
// as it is.
type Damage struct {
	File  string // its path
	Lines int    // how many lines were set aside
	Err   error  // why the file cannot be read at all, or nil
}

// Get returns the note of an id.
func (s *State) Get(id ID) (*Note, bool) { return search(s.Notes, id) }

// Draft returns what is being written for the note of an id.
func (s *State) Draft(id ID) (*Note, bool) { return search(s.Drafts, id) }

func search(all []*Note, id ID) (*Note, bool) {
	i, ok := slices.BinarySearchFunc(all, id, func(n *Note, id ID) int { return cmp.Compare(n.ID, id) })
	if !ok {
		return nil, false
	}
	return all[i], true
}

// entry is a record in the history of a note.
type entry struct {
	*record
	note *Note // what the record says of it; nil until it is asked for, and for a removal
}

// stands returns the note as it is after the record, or nil if it is deleted.
func (e *entry) stands() (*Note, error) {
	if e == nil || len(e.Note) == 0 {
		return nil, nil
	}
	if e.note == nil {
		n, err := Unmarshal(e.Note)
		if err != nil {
			return nil, err
		}
		n.ID = e.ID
		e.note = &n
	}
	return e.note, nil
}

// step is a gesture that can be undone.
type step struct {
	id   string
	what What
	ids  []ID // of the notes that it changed
	has  map[ID]bool
}

// of adds a note that the step changed.
func (s *step) of(id ID) {
	if !s.has[id] {
		s.has[id] = true
		s.ids = append(s.ids, id)
	}
}

// history is all that the journals of an article say, in the order of all copies.
type history struct {
	of     map[ID][]*entry // in their order
	drafts map[ID][]*entry // the same for drafts
	steps  map[string]*step
	undo   []*step // of this copy, the last on top
	redo   []*step
	latest int64 // the time of the latest record

	touched []ID        // notes that changed since the state was made
	writing map[ID]bool // notes of which there is a draft
	shown   bool        // a state was made
}

func newHistory() *history {
	return &history{of: map[ID][]*entry{}, drafts: map[ID][]*entry{}, steps: map[string]*step{}, writing: map[ID]bool{}}
}

// add puts a record in its place, and reports whether it is new. A record of this copy
// changes what can be undone; such records come in their order.
func (h *history) add(r *record, mine bool) bool {
	h.latest = max(h.latest, r.at)
	all := h.of
	switch r.Act {
	case actFold:
		if mine {
			h.forget(r)
		}
		return false
	case actDraft, actDrop:
		all = h.drafts
	}
	list := all[r.ID]
	i := len(list)
	for i > 0 && r.before(list[i-1].record) {
		i--
	}
	if i > 0 && list[i-1].at == r.at && list[i-1].By == r.By {
		return false // the same record, of a copy of the file
	}
	list = slices.Insert(list, i, &entry{record: r})
	all[r.ID] = list
	switch {
	case r.draft() && top(list).Act == actDraft:
		h.writing[r.ID] = true
	case r.draft():
		delete(h.writing, r.ID)
	default:
		h.touched = append(h.touched, r.ID)
		if mine {
			h.stack(r)
		}
	}
	return true
}

// stack notes what a record of this copy means for undo and redo.
func (h *history) stack(r *record) {
	switch {
	case r.Undo != "":
		h.redo = moveTop(&h.undo, h.redo, r.Undo)
	case r.Redo != "":
		h.undo = moveTop(&h.redo, h.undo, r.Redo)
	case r.Step != "":
		s := h.steps[r.Step]
		if s == nil {
			s = &step{id: r.Step, what: whatOf(r.What), has: map[ID]bool{}}
			h.steps[r.Step] = s
			h.undo = append(h.undo, s)
		}
		h.redo = nil
		s.of(r.ID)
	}
}

// moveTop moves the step of an id from one stack to another; what lies above it was
// passed over and is gone.
func moveTop(from *[]*step, to []*step, id string) []*step {
	for i := len(*from) - 1; i >= 0; i-- {
		if s := (*from)[i]; s.id == id {
			*from = (*from)[:i]
			return append(to, s)
		}
	}
	return to
}

// forget drops the steps whose notes' earlier states were left out of a file.
func (h *history) forget(fold *record) {
	old := func(s *step) bool {
		for _, id := range s.ids {
			for _, e := range h.of[id] {
				if e.Step == s.id && e.By == fold.By && e.at < fold.at {
					return true
				}
			}
		}
		return false
	}
	h.undo = slices.DeleteFunc(h.undo, old)
	h.redo = slices.DeleteFunc(h.redo, old)
}

// replaced reports whether there is a record that another has replaced, both before a
// time in microseconds.
func (h *history) replaced(before int64) bool {
	for _, all := range [...]map[ID][]*entry{h.of, h.drafts} {
		for _, list := range all {
			if len(list) > 1 && list[1].at < before {
				return true
			}
		}
	}
	return false
}

// last returns the record on a note that counts, or nil.
func (h *history) last(id ID) *entry { return top(h.of[id]) }

func top(list []*entry) *entry {
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}

// around returns the records on a note that count before and after a step.
func (h *history) around(s *step, id ID) (before, after *entry) {
	for i, e := range h.of[id] {
		if e.Step != s.id {
			continue
		}
		if after == nil && i > 0 {
			before = h.of[id][i-1]
		}
		after = e
	}
	return before, after
}

// as reports whether two records leave a note in the same state.
func as(a, b *entry) bool {
	x, err := a.stands()
	if err != nil {
		return false
	}
	y, err := b.stands()
	if err != nil {
		return false
	}
	if x == nil || y == nil {
		return x == nil && y == nil
	}
	return x.Equal(y)
}
