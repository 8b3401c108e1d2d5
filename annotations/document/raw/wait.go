package raw

import (
	"context"

	"sidelight/annotations/carry"
)

// Wait does something that may take long on another goroutine, and waits for it or for
// the end of ctx, whichever comes first: it does not wait for a disk that does not
// answer. The work calls tell with the share that is done, and progress, unless nil, is
// called with it on the goroutine that waits. A panic of the work is raised there too.
func Wait[T any](ctx context.Context, progress func(float64), work func(tell func(float64)) (T, error)) (T, error) {
	type result struct {
		value T
		err   error
		panic *carry.Panic
	}
	shares, done := make(chan float64), make(chan result, 1)
	tell := func(share float64) {
		select {
		case shares <- share:
		case <-ctx.Done():
		}
	}
	go func() {
		var r result
		r.panic = carry.Do(func() { r.value, r.err = work(tell) })
		done <- r
	}()
	for {
		select {
		case share := <-shares:
			if progress != nil {
				progress(share)
			}
		case r := <-done:
			r.panic.Raise()
			return r.value, r.err
		case <-ctx.Done():
			var none T
			return none, ctx.Err()
		}
	}
}
