package async

import (
	"context"
	"time"
)

// twoFrames is how long the toolkit takes, at most, until it draws again what has changed,
// if it has nothing else to do: it looks 60 times a second.
const twoFrames = time.Second / 30

// longPicture is how long a picture is waited for.
const longPicture = time.Second

// Picture waits until what the UI goroutine is about to show, while it starts the job, has
// been drawn, but not longer than a second. It returns the job's error if that is
// cancelled.
func (j *Job) Picture() error {
	late, cancel := context.WithTimeout(j, longPicture)
	defer cancel()
	j.pass(late) // what is to be shown has been said
	if err := j.Wait(twoFrames); err != nil {
		return err
	}
	j.pass(late) // what the UI goroutine was doing meanwhile was to draw it
	return j.Err()
}

// pass waits until the UI goroutine has done all that it was asked to before, or for the
// end of the context.
func (j *Job) pass(ctx context.Context) {
	passed := make(chan struct{})
	j.Tell(func() { close(passed) })
	select {
	case <-passed:
	case <-ctx.Done():
	}
}
