//go:build linux

package main

import (
	"errors"
	"slices"
	"time"
)

const (
	// often is how long the screen is not looked at again after a look.
	often = 4 * time.Millisecond
	// calm is how long a picture must stay to be the final one.
	calm = 1500 * time.Millisecond
	// patience is how long a program may take for what it is asked.
	patience = 60 * time.Second
	// words is how many dark pixels there are at least where text is.
	words = 1500
)

var (
	errNothing = errors.New("no text within a minute")
	errSame    = errors.New("the picture did not change")
	errEnded   = errors.New("it has ended by itself")
)

// An alarm calls do at a time while the screen is watched.
type alarm struct {
	at time.Time
	do func()
}

// watch looks at the screen until its picture is a right one and has stayed so for the
// time calm. It returns all that it saw, the first picture included.
func (r *run) watch(first ink, right func(ink) bool, alarms ...alarm) ([]frame, error) {
	frames := []frame{{time.Now(), first}}
	end := time.Now().Add(patience)
	for time.Now().Before(end) {
		last := frames[len(frames)-1]
		until := last.at.Add(calm)
		if !right(last.ink) {
			until = time.Now().Add(time.Second)
		}
		until, alarms = ring(until, alarms)
		if err := r.b.screen.wait(until); err != nil {
			return nil, err
		}
		if !r.b.screen.drawn {
			switch good := right(last.ink); {
			case good && len(alarms) == 0 && time.Since(last.at) >= calm:
				return frames, nil
			case !good && !alive(r.tree()):
				return nil, errEnded
			}
			continue
		}
		k, err := r.b.screen.ink()
		if err != nil {
			return nil, err
		}
		if now := time.Now(); !slices.Equal(k, last.ink) {
			frames = append(frames, frame{now, k})
		}
		time.Sleep(often)
	}
	return frames, errNothing
}

// ring does what is due and returns until, or the time of the next alarm if that is
// earlier, and the alarms that are left.
func ring(until time.Time, alarms []alarm) (time.Time, []alarm) {
	for len(alarms) > 0 && !time.Now().Before(alarms[0].at) {
		alarms[0].do()
		alarms = alarms[1:]
	}
	if len(alarms) > 0 && alarms[0].at.Before(until) {
		until = alarms[0].at
	}
	return until, alarms
}

// shows says what a program's right picture is.
func shows(p program) func(ink) bool {
	if p.bare {
		return func(k ink) bool { return k.count() == 0 }
	}
	return func(k ink) bool { n := k.count(); return n >= words && n < wide*high/2 }
}

// idle waits until the program has used less than a twentieth of a processor for the
// time span, and returns what it has used altogether.
func (r *run) idle(span, longest time.Duration) (time.Duration, error) {
	used := r.used()
	for end := time.Now().Add(longest); time.Now().Before(end); {
		if err := r.b.screen.pause(span); err != nil {
			return 0, err
		}
		now := r.used()
		if now-used <= span/20 {
			return now, nil
		}
		used = now
	}
	return used, errors.New("it does not come to rest")
}
