package lazy_test

import (
	"sync"
	"testing"

	"sidelight/annotations/lazy"
)

// Several goroutines may be the first, and all get the same expression.
func TestRegexp(t *testing.T) {
	r := lazy.Regexp{Source: `^a+$`}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if e := r.Get(); !e.MatchString("aa") || e.MatchString("ab") {
				t.Errorf("%v is another expression", e)
			}
		})
	}
	wg.Wait()
	first := r.Get()
	if r.Get() != first {
		t.Error("it is compiled again")
	}
}
