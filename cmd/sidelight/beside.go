package main

import "sidelight/annotations/carry"

// beside runs f on a goroutine of its own. Wait returns what came of it, and is called
// once; a panic in f arises there.
func beside[T any](f func() (T, error)) (wait func() (T, error)) {
	var (
		got T
		err error
	)
	done := make(chan *carry.Panic, 1)
	go func() { done <- carry.Do(func() { got, err = f() }) }()
	return func() (T, error) {
		(<-done).Raise()
		return got, err
	}
}
