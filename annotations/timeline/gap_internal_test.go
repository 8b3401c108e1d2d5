package timeline

import (
	"testing"
	"time"
)

// Gaps of many years, of which eight times one is more than a duration holds, make no
// short gap long.
func TestLongGapOfCenturies(t *testing.T) {
	const year = 365 * 24 * time.Hour
	if got := longGap([]time.Duration{time.Hour, 60 * year, 70 * year, 80 * year}); got != year {
		t.Errorf("a gap is long from %v on", got)
	}
	if got, want := longGap([]time.Duration{24 * time.Hour, 24 * time.Hour, 24 * time.Hour}), 8*24*time.Hour; got != want {
		t.Errorf("among days a gap is long from %v on, want %v", got, want)
	}
}
