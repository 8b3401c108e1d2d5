//go:build e2e

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

const (
	// stormTime is how long the storm lasts, unless SIDELIGHT_STORM says
	// otherwise, for example 3m.
	stormTime = 6 * time.Second
	// cacheTime is how long the toolkit keeps what is no longer shown, by itself a
	// minute. Only a storm of several times that says whether memory stays flat.
	cacheTime = 10 * time.Second
)

// TestEndToEndStorm scrolls, resizes, clicks and changes the theme at random,
// always in the same order. The program must come through it, and in a long
// storm its second half may not make it grow by more than a tenth.
func TestEndToEndStorm(t *testing.T) {
	last := stormTime
	if s := os.Getenv("SIDELIGHT_STORM"); s != "" {
		d, err := time.ParseDuration(s)
		if err != nil {
			t.Fatalf("SIDELIGHT_STORM: %v", err)
		}
		last = d
	}
	t.Setenv("SIDELIGHT_CACHE", cacheTime.String())
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	random := rand.New(rand.NewPCG(1, 2))
	steps, warm := 0, 0
	for began := time.Now(); time.Since(began) < last; steps++ {
		w.storm(random)
		if warm == 0 && time.Since(began) > last/2 {
			warm = w.memory()
		}
	}
	w.do("windowsize", w.id, fmt.Sprint(windowWidth), fmt.Sprint(windowHeight))
	w.key("Escape", "Escape", "Escape")
	w.until("memory", func() error {
		now := w.memory()
		if last >= 6*cacheTime && now > warm+warm/10 {
			return fmt.Errorf("the program has grown from %d to %d KB", warm, now)
		}
		t.Logf("%d steps in %v: %d MB half way, %d MB at the end", steps, last, warm>>10, now>>10)
		return nil
	})
	w.quit()
}

// storm does one thing at random.
func (w *window) storm(random *rand.Rand) {
	keys := []string{"t", "Tab", "Return", "bracketright", "Escape", "alt+Left", "i", "p", "d", "x", "j", "space", "ctrl+plus", "ctrl+0", "Home", "End"}
	switch random.IntN(6) {
	case 0:
		w.do("windowsize", w.id, fmt.Sprint(640+random.IntN(640)), fmt.Sprint(400+random.IntN(420)))
	case 1, 2:
		w.move(fyne.NewPos(float32(80+random.IntN(500)), float32(80+random.IntN(300))))
		w.do("click", "--repeat", "8", "--delay", "5", fmt.Sprint(4+random.IntN(2)))
	case 3:
		w.click(fyne.NewPos(float32(240+random.IntN(380)), float32(100+random.IntN(280))))
	default:
		w.key(keys[random.IntN(len(keys))])
	}
}

// memory is what the program holds of the machine's memory, in KB.
func (w *window) memory() int {
	w.t.Helper()
	return residentOf(w.t, w.cmd.Process.Pid)
}
