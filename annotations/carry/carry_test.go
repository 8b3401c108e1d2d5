package carry_test

import (
	"bytes"
	"errors"
	"testing"

	"sidelight/annotations/carry"
)

// fall panics on a goroutine of its own, and raises that again on the goroutine of the
// caller.
func fall(value any) {
	done := make(chan *carry.Panic)
	go func() { done <- carry.Do(func() { panic(value) }) }()
	(<-done).Raise()
}

// However often it is raised again, a panic is that of where it arose.
func TestPanicIsCarried(t *testing.T) {
	value := errors.New("a fault")
	p := carry.Do(func() {
		carry.Do(func() { fall(value) }).Raise()
	})
	if p == nil || p.Value != value || !bytes.Contains(p.Stack, []byte("carry_test.fall.func1")) {
		t.Errorf("%+v arrives", p)
	}
}

func TestNoPanicIsNone(t *testing.T) {
	done := false
	p := carry.Do(func() { done = true })
	if p.Raise(); p != nil || !done {
		t.Errorf("%+v arrives, done %v", p, done)
	}
}
