package ui

import (
	"cmp"
	"context"
	"errors"
	"time"

	"sidelight/annotations"
	"sidelight/ui/async"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/reading"
	"sidelight/ui/session"
)

// ErrTooLong is returned for a text that is too long to be marked.
var ErrTooLong = errors.New("the text is too long to be marked")

// Marker finds what there is to mark in an article that nobody has marked.
type Marker interface {
	// Mark returns the next revision of an edition without marks: the same article with
	// all marks, however unsure. It may be called on any goroutine, says how much of the
	// work is done, from 0 to 1, and returns as soon as the context is done. Its error
	// is ErrTooLong for a text that is not worth the memory.
	Mark(ctx context.Context, e *annotations.Edition, progress func(float64)) (*annotations.Edition, error)
	// Thin returns an edition without the marks that have a lower score than least.
	Thin(e *annotations.Edition, least float32) (*annotations.Edition, error)
}

// marking marks the article in view behind the window, while it can be read already.
type marking struct {
	work  async.Latest[marked]
	rest  *annotations.Rest    // what was found in the article in view and is not shown, or nil
	found layer.Found          // how much is shown
	plain *annotations.Edition // in which marks are looked for now, or nil
	path  string               // of that
}

// marked is what was found in an article. What is not shown is kept beside what is: all of
// it is put together, and indexed, only if the reader wants to see more or less.
type marked struct {
	shown *annotations.Edition
	rest  *annotations.Rest
	found layer.Found // how much of all is shown
}

// begin looks for the marks of an article that a reader shows without any. What was
// selected in it when it was left is selected again when they come, unless something else
// is open by then.
func (m *marking) begin(w *Workspace, r *reading.Reader, left session.Place) {
	plain, found := r.Session().Edition(), w.prefs.Found()
	m.plain, m.path, m.work.Do = plain, r.Path(), w.Do
	m.work.RunIn(&w.line, func(j *async.Job) (marked, error) {
		began := time.Now()
		return mark(j, w.Marker, plain, found, func(share float64) {
			if time.Since(began) > patience {
				j.Tell(func() { m.tell(w, share) })
			}
		})
	}, func(got marked, err error) {
		m.tell(w, 1)
		m.plain = nil
		switch {
		case err != nil:
			w.shelve(plain, r.Path())
			show(r, unmarked(plain))
			w.Say("info", unmarkedSentence(err))
		default:
			m.rest, m.found = got.rest, got.found
			w.shelve(got.shown, r.Path())
			show(r, got.shown)
			selectAgain(r, left)
			m.choose(w) // it may be another by now
		}
		async.GiveBack() // looking for marks leaves more than it finds
	})
}

// end stops looking for marks, and lets go of those that were found.
func (m *marking) end(w *Workspace) {
	if m.work.Running() {
		m.work.Stop()
		m.tell(w, 1)
	}
	if m.plain != nil {
		w.shelve(m.plain, m.path) // it was opened all the same
	}
	m.rest, m.plain = nil, nil
}

// tell shows how much of the work is done, unless the line shows how much is read of
// another file.
func (m *marking) tell(w *Workspace, share float64) {
	switch {
	case w.opening.Running():
	case share < 1:
		w.bar.set(float32(share))
	default:
		w.bar.hide()
	}
}

// choose shows as many of the marks as the reader wants now, if those are others than are
// shown. Nothing is looked for again.
func (m *marking) choose(w *Workspace) {
	rest, found := m.rest, w.prefs.Found()
	if rest == nil || found == m.found {
		return
	}
	r := w.reader
	m.work.Run(func(*async.Job) (marked, error) {
		all, err := rest.Of().With(func(c *annotations.Content) { *c = rest.Whole() })
		if err != nil {
			return marked{}, err
		}
		return thin(w.Marker, all, found)
	}, func(got marked, err error) {
		if err == nil {
			m.rest, m.found = got.rest, got.found
			show(r, got.shown)
		}
	})
}

// mark finds the marks of an article and chooses those to show. It runs on the job's
// goroutine.
func mark(ctx context.Context, by Marker, plain *annotations.Edition, found layer.Found, progress func(float64)) (marked, error) {
	all, err := by.Mark(ctx, plain, progress)
	if err != nil {
		return marked{}, err
	}
	return thin(by, all, found)
}

// thin chooses of all marks those to show.
func thin(by Marker, all *annotations.Edition, found layer.Found) (marked, error) {
	shown, err := by.Thin(all, found.Least())
	if err != nil {
		return marked{}, err
	}
	return marked{shown, annotations.RestOf(shown, all.Content()), found}, nil
}

// unmarkedSentence says why a text has no marks.
func unmarkedSentence(err error) string {
	if errors.Is(err, ErrTooLong) {
		return locale.X("notice.too-long-to-mark", "This text is too long for marks. It can be read and searched.")
	}
	return locale.X("notice.not-marked", "No marks could be found in this text.")
}

// unmarked is an edition that says that it has no marks.
func unmarked(plain *annotations.Edition) *annotations.Edition {
	e, err := plain.With(func(c *annotations.Content) {
		c.Notice = cmp.Or(c.Notice, locale.X("page.no-marks", "This file has no marks."))
	})
	if err != nil {
		return plain
	}
	return e
}

// show shows the next revision of what a reader shows, in which nothing is looked for any
// more.
func show(r *reading.Reader, e *annotations.Edition) {
	d := r.Session().Snapshot().Document
	d.Revision++
	d.Edition, d.Finding = e, false
	r.Show(d)
}

// selectAgain selects what was selected when an article was left, unless the reader has
// opened something by now.
func selectAgain(r *reading.Reader, left session.Place) {
	r.Session().Update(func(s *session.State) {
		if s.Selected == "" && s.Note == "" && s.Query == "" && s.Panel.Face == session.Card && s.Panel.Voice == 0 {
			s.Select(left.Selected, left.Mention)
		}
	})
}
