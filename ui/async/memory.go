package async

import (
	"runtime/debug"
	"sync/atomic"
)

// large is how many bytes a document has whose opening leaves garbage worth giving
// back.
const large = 1 << 20

// returning says that memory is being given back.
var returning atomic.Bool

// GiveBack returns to the system, beside the caller, the memory that work on a
// document of size bytes has left as garbage. The collector by itself keeps about as
// much as is in use, and gives it back over minutes. Nothing is done for a small
// document, or while memory is given back already.
func GiveBack(size int) {
	if size < large || !returning.CompareAndSwap(false, true) {
		return
	}
	go func() {
		defer returning.Store(false)
		debug.FreeOSMemory()
	}()
}
