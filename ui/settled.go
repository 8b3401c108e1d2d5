package ui

import (
	"time"

	"sidelight/ui/async"
)

// pictureFirst has all that joins the line from now on wait until what is about to be shown
// has been drawn: on few processors it would come between.
func (w *Workspace) pictureFirst() {
	w.picture.Do = w.Do
	w.picture.RunIn(&w.line, func(j *async.Job) (struct{}, error) { return struct{}{}, j.Picture() }, func(struct{}, error) {})
}

// settleTime is half of the time that a document has to be in view before its
// opening counts as done.
const settleTime = time.Second

// settled says when what was opened has been in view for a while.
type settled struct {
	time     time.Duration // half of the while
	begun    bool          // something is being opened
	waiting  async.Latest[struct{}]
	giveBack func() // returns what is garbage to the system
}

// begin says that a path is about to be opened.
func (w *Workspace) begin(path string) {
	if w.OnOpening != nil {
		w.settled.begun = true
		w.settled.waiting.Stop()
		w.OnOpening(path)
	}
}

// giveUp says that what was being opened will not come into view.
func (w *Workspace) giveUp() {
	w.settled.waiting.Stop()
	if w.settled.begun {
		w.settled.begun = false
		w.OnOpening("")
	}
}

// settle says after a while that what is in view is open. It waits twice: before the
// first wait ends on the UI goroutine there may be no window yet, and between the
// ends of both a frame has been drawn. After the first it returns the memory that opening,
// or the start of the program, has left as garbage: a window that nobody does anything in
// does not fill the heap, and the collector would not come.
func (w *Workspace) settle() {
	w.settled.waiting.Do = w.Do
	w.afterSettleTime(func() {
		if w.settled.giveBack(); w.settled.begun {
			w.afterSettleTime(w.giveUp)
		}
	})
}

func (w *Workspace) afterSettleTime(then func()) {
	half := w.settled.time
	w.settled.waiting.Run(
		func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(half) },
		func(struct{}, error) { then() },
	)
}
