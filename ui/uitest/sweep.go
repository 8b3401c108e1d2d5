package uitest

import "testing"

// Sweep leaves a test out of a short run. It is for tests that paint or lay out one
// thing again and again on one goroutine, at every size or in every scheme: under
// the race detector they take minutes and have nothing for it to see.
func Sweep(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("left out of a short run")
	}
}
