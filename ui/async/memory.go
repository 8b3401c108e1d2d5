package async

import (
	"runtime/debug"
	"sync/atomic"
)

// returning says that memory is being given back.
var returning atomic.Bool

// GiveBack returns to the system, beside the caller, the memory that some large work has
// left as garbage, such as that of opening a document. The collector by itself keeps
// about as much as is in use, and gives it back over minutes. It collects once, on
// another processor if there is one: 10 ms for an article, 60 for a book. Nothing is done
// while memory is given back already.
func GiveBack() {
	if !returning.CompareAndSwap(false, true) {
		return
	}
	go func() {
		defer returning.Store(false)
		debug.FreeOSMemory()
	}()
}
