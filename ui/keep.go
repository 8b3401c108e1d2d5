package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// keepDelay is how long a change may stay unwritten: what is lost if the program
// is ended by force.
const keepDelay = 2 * time.Second

// keeper writes down what has changed a while after the first change, so that
// scrolling does not write all the time. It belongs to the main goroutine.
type keeper struct {
	delay   time.Duration
	keep    func()
	pending *time.Timer
	turn    int // the generation of what is pending
}

// soon writes down within the delay, unless it is going to already.
func (k *keeper) soon() {
	if k.pending != nil || k.keep == nil {
		return
	}
	k.turn++
	turn := k.turn
	k.pending = time.AfterFunc(k.delay, func() {
		fyne.Do(func() {
			if k.pending != nil && k.turn == turn { // not stopped meanwhile
				k.pending = nil
				k.keep()
			}
		})
	})
}

// stop forgets what was going to be written.
func (k *keeper) stop() {
	if k.pending != nil {
		k.pending.Stop()
		k.pending = nil
	}
}
