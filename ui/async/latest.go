// Package async runs what takes a while off the UI goroutine, the goroutine that
// alone may touch widgets.
package async

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations/carry"
)

// Latest runs one function at a time on a goroutine of its own. A newer function
// cancels the older one, whose result never arrives, however late the older one
// ends. The zero Latest is ready to use. All its methods belong to the UI
// goroutine.
type Latest[T any] struct {
	// Do runs a function on the UI goroutine and may be called on any. Nil means
	// [fyne.Do], which the toolkit's test driver runs on the goroutine it is
	// called on; a test that runs Latest sets a Do of its own.
	Do func(func())

	job *Job // the newest, while it runs
}

// Job is one run of a [Latest]: the context that a newer run or a Stop cancels.
type Job struct {
	context.Context
	cancel context.CancelFunc
	tell   func(func())
}

// Tell runs f on the UI goroutine, unless the job has been cancelled by then. It
// is for progress.
func (j *Job) Tell(f func()) { j.tell(f) }

// Wait blocks the job's goroutine for d and returns nil, or the context's error as
// soon as the job is cancelled.
func (j *Job) Wait(d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return j.Err()
	case <-j.Done():
		return j.Err()
	}
}

// Run cancels what runs, and runs work on a new goroutine. Then gets what work
// returns, on the UI goroutine, unless a newer Run or a Stop has come before.
// Inside then, nothing is running any more: then may Run again. A panic in work is
// raised on the UI goroutine, as a [carry.Panic].
func (l *Latest[T]) Run(work func(*Job) (T, error), then func(T, error)) {
	l.Stop()
	do := l.Do
	if do == nil {
		do = fyne.Do
	}
	j := &Job{}
	j.Context, j.cancel = context.WithCancel(context.Background())
	j.tell = func(f func()) {
		do(func() {
			if l.job == j {
				f()
			}
		})
	}
	l.job = j
	go func() {
		var result T
		var err error
		if p := carry.Do(func() { result, err = work(j) }); p != nil {
			do(p.Raise)
			return
		}
		j.Tell(func() {
			l.Stop()
			then(result, err)
		})
	}()
}

// Running reports whether a result is still to come.
func (l *Latest[T]) Running() bool { return l.job != nil }

// Stop cancels what runs; its result never arrives. It does nothing if nothing
// runs.
func (l *Latest[T]) Stop() {
	if l.job != nil {
		l.job.cancel()
		l.job = nil
	}
}
