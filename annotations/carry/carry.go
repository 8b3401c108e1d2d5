// Package carry brings a panic from the goroutine on which it arises to the goroutine
// that waits for the result. There it can be caught and reported without the value,
// which may hold a path or words that were read. The Go runtime, which has the last
// word on any other goroutine, would write the value as it is.
package carry

import "runtime/debug"

// Panic is a panic that was caught. The Go runtime prints a Panic that is raised and
// not caught as an address.
type Panic struct {
	Value any
	Stack []byte // of the goroutine on which the panic arose
}

// Do runs f and returns the panic that ended it, or nil.
func Do(f func()) (p *Panic) {
	defer func() {
		if v := recover(); v != nil {
			p = Of(v, debug.Stack())
		}
	}()
	f()
	return nil
}

// Of returns the panic with a value that was caught where the stack was taken; of one
// that was raised again, the panic as it arose.
func Of(value any, stack []byte) *Panic {
	if p, ok := value.(*Panic); ok {
		return p
	}
	return &Panic{value, stack}
}

// Raise panics with p. It does nothing if p is nil.
func (p *Panic) Raise() {
	if p != nil {
		panic(p)
	}
}
