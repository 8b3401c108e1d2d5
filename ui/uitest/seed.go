package uitest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
)

// Seed returns the seed of a random test: another one each time, or the one that the
// environment variable SIDELIGHT_SEED names. The test's log says which.
func Seed(t testing.TB) uint64 {
	t.Helper()
	seed := rand.Uint64()
	if s := os.Getenv("SIDELIGHT_SEED"); s != "" {
		if _, err := fmt.Sscan(s, &seed); err != nil {
			t.Fatalf("SIDELIGHT_SEED: %v", err)
		}
	}
	t.Logf("SIDELIGHT_SEED=%d", seed)
	return seed
}
