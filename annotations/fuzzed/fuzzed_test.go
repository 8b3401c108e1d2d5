package fuzzed

import (
	"testing"
	"time"
)

// recorder is a test that notes whether it was failed.
type recorder struct {
	testing.TB
	fatal bool
}

func (r *recorder) Helper()               {}
func (r *recorder) Failed() bool          { return false }
func (r *recorder) Fatalf(string, ...any) { r.fatal = true }

func TestWithin(t *testing.T) {
	const most = 20 * time.Millisecond
	slow := 2 * most
	for _, c := range []struct {
		name  string
		takes []time.Duration // each time it is tried
		fails bool
	}{
		{"quick", []time.Duration{0}, false},
		{"slow once, on a busy machine", []time.Duration{slow, 0}, false},
		{"slow each time", []time.Duration{slow, slow, slow}, true},
	} {
		r, runs := &recorder{TB: t}, 0
		within(r, most, func() {
			time.Sleep(c.takes[runs])
			runs++
		})
		if r.fatal != c.fails || runs != len(c.takes) {
			t.Errorf("%s: failed %v after %d runs", c.name, r.fatal, runs)
		}
	}
}
