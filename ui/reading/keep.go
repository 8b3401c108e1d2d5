package reading

import (
	"time"

	"sidelight/ui/async"
)

// keepDelay is how long a change may stay unwritten: what is lost if the program
// is ended by force.
const keepDelay = 2 * time.Second

// keeper writes down what has changed a while after the first change, so that
// scrolling does not write all the time. It belongs to the UI goroutine.
type keeper struct {
	delay   time.Duration
	keep    func() // nil: nothing is kept
	waiting async.Latest[struct{}]
}

// soon writes down within the delay, unless that is going to happen already.
func (k *keeper) soon() {
	if k.keep == nil || k.waiting.Running() {
		return
	}
	k.waiting.Run(
		func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(k.delay) },
		func(struct{}, error) { k.keep() },
	)
}

// stop forgets what was going to be written.
func (k *keeper) stop() { k.waiting.Stop() }
