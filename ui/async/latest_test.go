package async_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/carry"
	"sidelight/ui/async"
)

// ui is a UI goroutine: the test's own, which runs what it is asked to when the
// test says so.
type ui chan func()

func (u ui) do(f func()) { u <- f }

// run runs the next function that comes.
func (u ui) run(t *testing.T) {
	t.Helper()
	select {
	case f := <-u:
		f()
	case <-time.After(10 * time.Second):
		t.Fatal("nothing comes to the UI goroutine")
	}
}

// gated is work that returns its name when it is let, and goes on after it is
// cancelled, as careless work would.
type gated struct {
	name string
	let  chan struct{}
	saw  chan error // the state of the context when it was let
}

func newGated(name string) *gated {
	return &gated{name, make(chan struct{}), make(chan error, 1)}
}

func (g *gated) work(j *async.Job) (string, error) {
	<-g.let
	g.saw <- j.Err()
	return g.name, nil
}

func TestNewestWins(t *testing.T) {
	u := make(ui, 8)
	l := async.Latest[string]{Do: u.do}
	var got []string
	then := func(s string, _ error) { got = append(got, s) }
	old, young := newGated("old"), newGated("young")
	l.Run(old.work, then)
	l.Run(young.work, then)
	close(young.let)
	u.run(t)
	close(old.let)
	u.run(t)
	if !slices.Equal(got, []string{"young"}) {
		t.Errorf("arrived: %q, want the newest alone", got)
	}
	if err := <-old.saw; !errors.Is(err, context.Canceled) {
		t.Errorf("the older work saw %v, want that it is cancelled", err)
	}
	if err := <-young.saw; err != nil {
		t.Errorf("the newest work saw %v", err)
	}
	if l.Running() {
		t.Error("it still runs")
	}
}

// The result of work is on its way to the UI goroutine when newer work begins.
func TestResultOnItsWayIsLate(t *testing.T) {
	u := make(ui, 8)
	l := async.Latest[string]{Do: u.do}
	var got []string
	then := func(s string, _ error) { got = append(got, s) }
	done := func(s string) func(*async.Job) (string, error) {
		return func(*async.Job) (string, error) { return s, nil }
	}
	l.Run(done("old"), then)
	late := <-u
	l.Run(done("young"), then)
	late()
	u.run(t)
	if !slices.Equal(got, []string{"young"}) {
		t.Errorf("arrived: %q", got)
	}
}

func TestErrorArrives(t *testing.T) {
	u := make(ui, 8)
	l := async.Latest[int]{Do: u.do}
	broken := errors.New("broken")
	var got error
	l.Run(func(*async.Job) (int, error) { return 0, broken }, func(_ int, err error) { got = err })
	if u.run(t); !errors.Is(got, broken) {
		t.Errorf("arrived: %v", got)
	}
}

func TestStop(t *testing.T) {
	u := make(ui, 8)
	l := async.Latest[string]{Do: u.do}
	l.Stop() // nothing runs
	g := newGated("stopped")
	l.Run(g.work, func(s string, _ error) { t.Errorf("%q arrived", s) })
	if !l.Running() {
		t.Error("it does not run")
	}
	l.Stop()
	if l.Running() {
		t.Error("it still runs")
	}
	close(g.let)
	u.run(t)
	if err := <-g.saw; !errors.Is(err, context.Canceled) {
		t.Errorf("the work saw %v", err)
	}
}

func TestTell(t *testing.T) {
	u := make(ui, 8)
	l := async.Latest[string]{Do: u.do}
	var told []string
	half := func(g *gated) func(*async.Job) (string, error) {
		return func(j *async.Job) (string, error) {
			j.Tell(func() { told = append(told, "half of "+g.name) })
			return g.work(j)
		}
	}
	then := func(s string, _ error) { told = append(told, s) }
	old, young := newGated("old"), newGated("young")
	l.Run(half(old), then)
	u.run(t)
	l.Run(half(young), then)
	close(old.let)
	if err := <-old.saw; !errors.Is(err, context.Canceled) {
		t.Errorf("the older work saw %v, want that it is cancelled", err)
	}
	close(young.let)
	for range 3 { // the rest of both
		u.run(t)
	}
	if want := []string{"half of old", "half of young", "young"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// What is to happen a while after the first of many changes.
func TestWait(t *testing.T) {
	u := make(ui, 8)
	l := async.Latest[struct{}]{Do: u.do}
	wait := func(d time.Duration) func(*async.Job) (struct{}, error) {
		return func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(d) }
	}
	kept := 0
	keep := func(_ struct{}, err error) {
		if kept++; err != nil {
			t.Error(err)
		}
	}
	began := time.Now()
	l.Run(wait(20*time.Millisecond), keep)
	if u.run(t); kept != 1 || time.Since(began) < 20*time.Millisecond {
		t.Errorf("kept %d times after %v", kept, time.Since(began))
	}
	l.Run(wait(time.Hour), keep)
	l.Stop()
	if u.run(t); kept != 1 { // a cancelled wait ends at once
		t.Error("kept though it was stopped")
	}
}

func TestThenMayRunAgain(t *testing.T) {
	u := make(ui, 8)
	l := async.Latest[int]{Do: u.do}
	last := 0
	var count func(n int, _ error)
	count = func(n int, _ error) {
		if last = n; n < 3 {
			l.Run(func(*async.Job) (int, error) { return n + 1, nil }, count)
		}
	}
	count(0, nil)
	for range 3 {
		u.run(t)
	}
	if last != 3 || l.Running() {
		t.Errorf("counted to %d, running: %v", last, l.Running())
	}
}

// A panic in work comes to the UI goroutine, wanted or not, and tells where it arose.
func TestPanicArrives(t *testing.T) {
	for _, stopped := range []bool{false, true} {
		u := make(ui, 8)
		l := async.Latest[int]{Do: u.do}
		fault := errors.New("a fault")
		l.Run(func(*async.Job) (int, error) { panic(fault) }, func(int, error) { t.Error("a result arrives") })
		if stopped {
			l.Stop()
		}
		p := carry.Do(func() { u.run(t) })
		if p == nil || p.Value != fault || !strings.Contains(string(p.Stack), "TestPanicArrives.func1") {
			t.Errorf("%+v arrives", p)
		}
	}
}
