package disk

import (
	"errors"
	"io"
	"math/rand/v2"
	"time"
)

// lockPause is about how long Lock waits between two attempts.
const lockPause = time.Millisecond

// Lock locks the file of that name, which is made if there is none and stays
// afterwards, until the result is closed. It waits for whoever holds the lock,
// but no longer than wait; then it returns ErrLocked. A file that is to be
// replaced cannot be the lock for itself.
func Lock(calls Calls, name string, wait time.Duration) (io.Closer, error) {
	for began := time.Now(); ; {
		held, err := calls.TryLock(name)
		if !errors.Is(err, ErrLocked) || time.Since(began) > wait {
			return held, err
		}
		time.Sleep(lockPause/2 + rand.N(lockPause))
	}
}
