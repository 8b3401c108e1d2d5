package prefs

import "testing"

// AtEnd has a store forget, when the test ends, what it has not written yet. Written
// later it would make anew the folder that the test has removed.
func AtEnd(t testing.TB, s *Store) {
	t.Helper()
	t.Cleanup(func() {
		s.disk.Lock()
		defer s.disk.Unlock()
		s.take()
	})
}
