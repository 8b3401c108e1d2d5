package finder

import (
	"context"
	"errors"
	"log/slog"

	"sidelight/annotations/search"
)

// Find answers a query, looking only among one group of results unless that is
// 0. It gives up when the context ends. It may be called on any goroutine.
type Find func(ctx context.Context, query string, only search.Group) (search.Answer, error)

// asker asks one question at a time. A new one ends the work for the one before
// it, whose answer counts no more, however late it comes.
type asker struct {
	find Find
	// do calls a function on the toolkit's goroutine from any other. Without it
	// the question is answered at once, on the goroutine that asks.
	do func(func())

	turn    int // the number of the last question
	waiting bool
	cancel  context.CancelFunc
}

// ask has then called with the answer, unless another question is asked before.
func (a *asker) ask(query string, only search.Group, then func(search.Answer)) {
	a.drop()
	ctx, cancel := context.WithCancel(context.Background())
	if a.do == nil {
		defer cancel()
		answer, err := a.find(ctx, query, only)
		report(err)
		then(answer)
		return
	}
	a.cancel, a.waiting = cancel, true
	turn := a.turn
	go func() {
		answer, err := a.find(ctx, query, only)
		a.do(func() {
			if turn != a.turn {
				return
			}
			a.drop()
			report(err)
			then(answer)
		})
	}()
}

// drop asks nothing more.
func (a *asker) drop() {
	a.turn++
	a.waiting = false
	if a.cancel != nil {
		a.cancel()
		a.cancel = nil
	}
}

// report writes down why there is no answer; that it is not wanted any more is
// no fault.
func report(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("the search failed", "error", err)
	}
}
