package async

import (
	"context"
	"sync"
)

// Line has what nobody waits for done one after another, in the order in which it was
// asked for, so that it takes no more than one processor and leaves no more garbage at a
// time than one of them makes. The zero Line is empty; in a nil Line nothing waits.
type Line struct {
	mu   sync.Mutex
	last <-chan struct{} // closed when the last of the line is done
}

// Turn is a place in a [Line], to which it must say that it is done.
type Turn struct {
	before <-chan struct{} // nil for the first
	done   chan struct{}
}

// Join takes the next place in the line. It may be called on any goroutine.
func (l *Line) Join() *Turn {
	if l == nil {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	t := &Turn{l.last, make(chan struct{})}
	l.last = t.done
	return t
}

// Wait waits until all before the turn are done, or returns the error of the context.
func (t *Turn) Wait(ctx context.Context) error {
	if t == nil || t.before == nil {
		return ctx.Err()
	}
	select {
	case <-t.before:
		return ctx.Err()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Done lets the next one go on, as soon as all before are done. It is called once, whether
// the turn has come or was given up.
func (t *Turn) Done() {
	switch {
	case t == nil:
	case t.before == nil:
		close(t.done)
	default:
		go func() { // at once, unless it was given up
			<-t.before
			close(t.done)
		}()
	}
}

// RunIn is [Latest.Run] of work that waits for its turn in a line.
func (l *Latest[T]) RunIn(line *Line, work func(*Job) (T, error), then func(T, error)) {
	turn := line.Join()
	l.Run(func(j *Job) (result T, err error) {
		defer turn.Done()
		if err := turn.Wait(j); err != nil {
			return result, err
		}
		return work(j)
	}, then)
}
