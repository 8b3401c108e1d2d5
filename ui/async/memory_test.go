package async_test

import (
	"runtime"
	"testing"
	"time"

	"sidelight/ui/async"
)

// What is garbage is given back to the system.
func TestGiveBack(t *testing.T) {
	garbage := func() {
		var keep [][]byte
		for range 64 {
			keep = append(keep, make([]byte, 1<<20))
		}
		runtime.KeepAlive(keep)
	}
	released := func() uint64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapReleased
	}
	garbage()
	before := released()
	for began := time.Now(); ; time.Sleep(time.Millisecond) {
		async.GiveBack()
		if released() >= before+48<<20 {
			return
		}
		if time.Since(began) > 30*time.Second {
			t.Fatalf("%d MB are given back", (released()-before)>>20)
		}
	}
}
