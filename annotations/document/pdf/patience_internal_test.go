package pdf

import (
	"testing"
	"testing/synctest"
	"time"
)

// A file is stopped for the work that it takes. Where nobody does any, it is waited for.
func TestLimit(t *testing.T) {
	const most = time.Second
	for name, c := range map[string]struct {
		share float64 // of a processor, that the program has
		want  time.Duration
	}{
		"alone":                  {1, most},
		"several threads":        {4, most},
		"half of a processor":    {0.5, 2 * most},
		"without any processor":  {0, patience * most},
		"with next to none":      {0.01, patience * most},
		"a quarter of processor": {0.25, 4 * most},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				began, stopped := time.Now(), make(chan struct{})
				work := func() time.Duration { return time.Duration(c.share * float64(time.Since(began))) }
				end := limit(most, work, func() { close(stopped) })
				defer end()
				<-stopped
				if took := time.Since(began); took < c.want || took > c.want+2*pause {
					t.Errorf("it was stopped after %v, want %v", took, c.want)
				}
			})
		})
	}
}

// A watch that is ended stops nothing. (A goroutine that went on would fail the test.)
func TestLimitEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limit(time.Second, work, func() { t.Error("a file was stopped that had been read") })()
		time.Sleep(2 * patience * time.Second)
	})
}

// What the program works is measured.
func TestWork(t *testing.T) {
	for before := work(); work() == before; { //nolint:revive // the loop is the work
	}
}
