//go:build e2e

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/ui/uitest"
)

const (
	// stormTime is how long the storm lasts, unless SIDELIGHT_STORM says
	// otherwise, for example 10m.
	stormTime = 6 * time.Second
	// flatTime is how long a storm must last to say whether memory stays flat: the
	// toolkit keeps for a minute what is no longer shown.
	flatTime = 10 * time.Minute
	// shrinkTime bounds the search for the shortest storm that still fails.
	shrinkTime = 5 * time.Minute
)

// gust is one step of a storm: the words of an xdotool command, in which %w stands
// for the window.
type gust []string

func (g gust) String() string { return strings.Join(g, " ") }

// TestEndToEndStorm scrolls, resizes, clicks, types and changes the theme at
// random. The program must come through it, and in a long storm its second half
// may not make it grow by more than a twentieth. The seed is another one each
// time, unless SIDELIGHT_SEED names one; a storm that fails is shortened to the
// steps that are to blame.
func TestEndToEndStorm(t *testing.T) {
	t.Setenv("GODEBUG", "gctrace=1") // tells of the heap on stderr
	last, seed := stormTime, uitest.Seed(t)
	if s := os.Getenv("SIDELIGHT_STORM"); s != "" {
		d, err := time.ParseDuration(s)
		if err != nil {
			t.Fatalf("SIDELIGHT_STORM: %v", err)
		}
		last = d
	}
	var blown []gust
	if !t.Run("storm", func(t *testing.T) { storm(t, seed, last, &blown) }) {
		shortest(t, blown)
	}
}

// storm drives a window for some time and appends each step to blown before it is
// taken.
func storm(t *testing.T, seed uint64, last time.Duration, blown *[]gust) {
	w := stormy(t)
	random := rand.New(rand.NewPCG(seed, 0))
	watch := memoryWatch{began: time.Now(), last: last}
	for time.Since(watch.began) < last {
		g := newGust(random)
		*blown = append(*blown, g)
		w.blow(g)
		watch.look(w)
	}
	w.calm()
	t.Logf("%d steps in %v\n%s", len(*blown), last, watch.table())
	for _, line := range profiled.FindAllString(w.said(), -1) {
		t.Log(line)
	}
	if last >= flatTime && !t.Failed() {
		*blown = nil // a program that has grown is not to be shortened in minutes
		watch.check(t)
	}
}

// stormy opens a window for a storm.
func stormy(t *testing.T) *window {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	return w
}

// blow takes one step. It fails the test if the program has ended.
func (w *window) blow(g gust) {
	w.t.Helper()
	select {
	case <-w.done:
		w.t.Fatalf("the program ended: %v\n%s", w.ended, w.said())
	default:
	}
	args := slices.Clone(g)
	for i, a := range args {
		if a == "%w" {
			args[i] = w.id
		}
	}
	w.do(args...)
}

// calm closes what is open and leaves the program, which must answer all the while.
func (w *window) calm() {
	w.do("windowsize", w.id, fmt.Sprint(windowWidth), fmt.Sprint(windowHeight))
	w.key("Escape", "Escape", "Escape")
	w.quit()
}

// shortest looks for the shortest part of a storm that makes the program fail, and
// tells it.
func shortest(t *testing.T, blown []gust) {
	if len(blown) == 0 {
		return
	}
	began := time.Now()
	found := uitest.Shrink(blown, func(some []gust) bool {
		return time.Since(began) < shrinkTime && !t.Run("again", func(t *testing.T) {
			w := stormy(t)
			for _, g := range some {
				w.blow(g)
			}
			w.calm()
		})
	})
	t.Errorf("of %d steps these %d fail:", len(blown), len(found))
	for _, g := range found {
		t.Log("xdotool", g)
	}
}

// newGust is a step at random.
func newGust(random *rand.Rand) gust {
	n := func(from, to int) string { return fmt.Sprint(from + random.IntN(to-from)) }
	letter := func() string { return string(rune('a' + random.IntN(26))) }
	at := func(g ...string) gust {
		return append(gust{"mousemove", "--window", "%w", n(40, 1240), n(56, 780)}, g...)
	}
	keys := []string{"t", "Tab", "shift+Tab", "Return", "bracketright", "Escape", "alt+Left", "i", "p", "d", "x", "j", "l",
		"space", "ctrl+plus", "ctrl+minus", "ctrl+0", "Home", "End", "Down", "shift+Right", "ctrl+a", "question", "s", "a",
		"F6", "ctrl+comma"}
	switch random.IntN(10) {
	case 0:
		return gust{"windowsize", "%w", n(640, 1280), n(400, 820)}
	case 1, 2:
		return at("click", "--repeat", "8", "--delay", "5", n(4, 6))
	case 3:
		return at("click", "1")
	case 4:
		return gust{"key", "--delay", "60", "ctrl+f", letter(), letter(), "Return", "Escape"}
	case 5:
		return gust{"key", "--delay", "60", "ctrl+k", letter(), letter(), "Down", "Escape", "Escape"}
	case 6:
		return gust{"key", "t"}
	case 7: // to the start page, and by its fourth control to the sample, in a new reader
		return gust{"key", "--delay", "80", "alt+Home", "Tab", "Tab", "Tab", "Tab", "Return"}
	default:
		return gust{"key", "--delay", "80", keys[random.IntN(len(keys))]}
	}
}
