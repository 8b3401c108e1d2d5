package uitest

import (
	"testing"
	"time"
)

// Queue stands for the UI goroutine. The toolkit's test driver runs what it is
// asked to do there on the goroutine that asks; a Queue keeps it until the test
// runs it.
type Queue struct{ work chan func() }

// NewQueue returns an empty queue.
func NewQueue() Queue { return Queue{make(chan func(), 1000)} }

// Do queues a function. It may be called on any goroutine.
func (q Queue) Do(f func()) { q.work <- f }

// RunUntil runs on the test's goroutine what is queued, in its order, until done
// reports true. It fails the test if that takes a minute.
func (q Queue) RunUntil(t testing.TB, done func() bool) {
	t.Helper()
	patience := time.After(time.Minute)
	for !done() {
		select {
		case f := <-q.work:
			f()
		case <-patience:
			t.Fatal("what the test waits for is not done after a minute")
		}
	}
}

// Run runs on the test's goroutine what is queued now.
func (q Queue) Run() {
	for len(q.work) > 0 {
		(<-q.work)()
	}
}

// Len returns how much is queued now.
func (q Queue) Len() int { return len(q.work) }
