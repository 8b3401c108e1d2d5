package panel

import (
	"sidelight/ui/async"
	"sidelight/ui/look"
)

// exactRows is how many rows of notes are measured at once; the heights of those
// after them are guessed until they have been measured in the background.
const exactRows = 300

// noteHeights are the heights of the rows of notes. To measure ten thousand takes as
// long as a reader waits.
type noteHeights struct {
	// changed is called after heights have been measured in the background.
	changed func()

	roles *look.Roles
	width float32
	exact map[noteForm]float32 // of the words of a row, at the width
	forms []noteForm           // of all rows
	job   async.Latest[map[noteForm]float32]
}

// begin begins a list of n rows.
func (h *noteHeights) begin(roles *look.Roles, n int) {
	h.job.Stop()
	if h.roles != roles || len(h.exact) > 2*n+1000 { // of notes that are gone
		h.roles, h.exact = roles, nil
	}
	h.forms = make([]noteForm, 0, n)
}

// add adds a row.
func (h *noteHeights) add(f noteForm) { h.forms = append(h.forms, f) }

// of returns the height of the words of row i at a width, in pixels.
func (h *noteHeights) of(f noteForm, i int, width float32) float32 {
	if h.width != width || h.exact == nil {
		h.job.Stop()
		h.width, h.exact = width, map[noteForm]float32{}
	}
	if y, ok := h.exact[f]; ok {
		return y
	}
	if i >= exactRows {
		h.measure()
		return f.guess(h.roles, width)
	}
	y := f.lay(h.roles, width).height
	h.exact[f] = y
	return y
}

// measure measures in the background what is not measured yet.
func (h *noteHeights) measure() {
	if h.job.Running() {
		return
	}
	var todo []noteForm
	for _, f := range h.forms {
		if _, ok := h.exact[f]; !ok {
			todo = append(todo, f)
		}
	}
	roles, width := h.roles, h.width
	h.job.Run(func(j *async.Job) (map[noteForm]float32, error) {
		out := make(map[noteForm]float32, len(todo))
		for i, f := range todo {
			if i%64 == 0 && j.Err() != nil {
				return nil, j.Err()
			}
			out[f] = f.lay(roles, width).height
		}
		return out, nil
	}, func(found map[noteForm]float32, err error) {
		if err != nil || width != h.width {
			return
		}
		for f, y := range found {
			h.exact[f] = y
		}
		h.changed()
	})
}
