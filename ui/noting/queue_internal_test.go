package noting

import (
	"testing"

	"sidelight/annotations/carry"
)

// A panic in a job reaches whoever is to raise it, and the jobs after it run.
func TestQueueTellsOfPanics(t *testing.T) {
	r := open(t, t.TempDir(), words)
	r.queue.add(func() { panic("ran aground") })
	went := false
	r.queue.add(func() { went = true })
	r.queue.wait()
	p := carry.Do(r.drain)
	if p == nil || p.Value != "ran aground" || !went {
		t.Errorf("the panic is %v, and it went on: %v", p, went)
	}
}
