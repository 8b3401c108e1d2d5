package finder_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/finder"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// slow answers a query when the test lets it, with one result that has the
// query for its id.
type slow struct {
	mu      sync.Mutex
	release map[string]chan struct{}
	stopped []string // queries whose context ended before they were let
	asked   chan string
	done    chan func() // what the finder wants called on the toolkit's goroutine
}

func newSlow() *slow {
	return &slow{release: map[string]chan struct{}{}, asked: make(chan string, 16), done: make(chan func(), 16)}
}

func (s *slow) gate(query string) chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.release[query] == nil {
		s.release[query] = make(chan struct{})
	}
	return s.release[query]
}

// find goes on after the context has ended, as a careless search would.
func (s *slow) find(ctx context.Context, query string, _ search.Group) (search.Answer, error) {
	gate := s.gate(query)
	s.asked <- query
	<-gate
	if ctx.Err() != nil {
		s.mu.Lock()
		s.stopped = append(s.stopped, query)
		s.mu.Unlock()
	}
	r := search.Result{Type: search.Entity, ID: query, Title: query, Kind: annotations.Term}
	return search.Answer{Sections: []search.Section{{Group: search.Names, Results: []search.Result{r}, Total: 1}}, Total: 1}, nil
}

// let lets a query be answered and calls what the finder wants called then.
func (s *slow) let(t *testing.T, query string) {
	t.Helper()
	close(s.gate(query))
	select {
	case do := <-s.done:
		do()
	case <-time.After(10 * time.Second):
		t.Fatalf("no answer to %q comes back", query)
	}
}

// await waits until the search has been asked the query.
func (s *slow) await(t *testing.T, query string) {
	t.Helper()
	select {
	case got := <-s.asked:
		if got != query {
			t.Fatalf("asked %q, want %q", got, query)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("%q is not asked", query)
	}
}

func newLate(t *testing.T) (*finder.Finder, *slow, *log) {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	s, l := newSlow(), &log{}
	f := finder.New(finder.Options{
		Roles: roles, Find: s.find, Behind: func() bool { return true }, Do: func(f func()) { s.done <- f },
	}, "Search", "")
	f.Follow(session.Snapshot{}, snapshot(uitest.Edition(t)))
	l.hear(f)
	show(t, f, 376, 600)
	return f, s, l
}

func (l *log) last() string {
	if len(l.pointed) == 0 {
		return ""
	}
	return l.pointed[len(l.pointed)-1]
}

func TestOldAnswerDoesNotOverwriteANewOne(t *testing.T) {
	f, s, l := newLate(t)
	test.Type(f.FocusTarget(), "a")
	s.await(t, "a")
	test.Type(f.FocusTarget(), "b") // returns while "a" is still being looked for
	s.await(t, "ab")
	test.Type(f.FocusTarget(), "c")
	s.await(t, "abc")
	if f.Query() != "abc" {
		t.Fatalf("typed %q", f.Query())
	}
	s.let(t, "ab") // too late
	if l.last() != "" {
		t.Errorf("the list shows the answer to %q", l.last())
	}
	s.let(t, "abc")
	if l.last() != "abc" {
		t.Errorf("the list shows the answer to %q, want that to abc", l.last())
	}
	s.let(t, "a") // later still
	if l.last() != "abc" {
		t.Errorf("the answer to %q has taken the place of a newer one", l.last())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if slices.Sort(s.stopped); !slices.Equal(s.stopped, []string{"a", "ab"}) {
		t.Errorf("told to stop were %q, want a and ab", s.stopped)
	}
}

// The old list stays until there is a new one.
func TestListStaysUntilTheAnswerComes(t *testing.T) {
	f, s, l := newLate(t)
	test.Type(f.FocusTarget(), "a")
	s.await(t, "a")
	s.let(t, "a")
	test.Type(f.FocusTarget(), "b")
	s.await(t, "ab")
	if l.last() != "a" || !slices.Equal(l.pointed, []string{"a"}) {
		t.Errorf("meanwhile the list pointed at %q", l.pointed)
	}
	s.let(t, "ab")
	if l.last() != "ab" {
		t.Errorf("the list shows the answer to %q", l.last())
	}
	// What is wiped out is not answered any more.
	press(f, fyne.KeyBackspace, fyne.KeyBackspace)
	s.await(t, "a")
	if l.last() != "nothing" {
		t.Errorf("in an empty field the list points at %q", l.last())
	}
}

// Enter right after the last letter opens the answer to all that was typed.
func TestEnterWaitsForTheAnswer(t *testing.T) {
	f, s, l := newLate(t)
	test.Type(f.FocusTarget(), "a")
	s.await(t, "a")
	s.let(t, "a")
	test.Type(f.FocusTarget(), "b")
	s.await(t, "ab")
	press(f, fyne.KeyReturn)
	if len(l.chosen) > 0 {
		t.Fatalf("Enter opens %q, which answers another query", l.chosen)
	}
	s.let(t, "ab")
	if !slices.Equal(l.chosen, []string{"ab"}) {
		t.Errorf("Enter opens %q", l.chosen)
	}
	test.Type(f.FocusTarget(), "c")
	s.await(t, "abc")
	press(f, fyne.KeyReturn)
	test.Type(f.FocusTarget(), "d") // so Enter counts no more
	s.await(t, "abcd")
	s.let(t, "abcd")
	if !slices.Equal(l.chosen, []string{"ab"}) {
		t.Errorf("Enter opens %q, although more was typed", l.chosen)
	}
}
