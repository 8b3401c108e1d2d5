//go:build linux

package main

import (
	"fmt"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Keys that are no characters, by what X calls them.
const (
	keyReturn  = 0xff0d
	keyEscape  = 0xff1b
	keyShift   = 0xffe1
	keyControl = 0xffe3
)

// A chord is a key, and whether Ctrl is held down with it.
type chord struct {
	key  rune // a character, or one of the keys above
	ctrl bool
}

// A keymap says for a character which key has it, and whether with Shift.
type keymap map[rune]struct {
	code  byte
	shift bool
}

func newKeymap(c *xgb.Conn) (keymap, error) {
	setup := xproto.Setup(c)
	first, n := setup.MinKeycode, int(setup.MaxKeycode)-int(setup.MinKeycode)+1
	reply, err := xproto.GetKeyboardMapping(c, first, byte(n)).Reply()
	if err != nil {
		return nil, err
	}
	keys, per := keymap{}, int(reply.KeysymsPerKeycode)
	for i := range n {
		for level := range min(per, 2) {
			k := rune(reply.Keysyms[i*per+level])
			if _, is := keys[k]; !is && k != 0 {
				keys[k] = struct {
					code  byte
					shift bool
				}{byte(first) + byte(i), level == 1}
			}
		}
	}
	return keys, nil
}

// press presses the keys of chords one after the other.
func (s *screen) press(chords ...chord) error {
	for _, ch := range chords {
		k, is := s.keys[ch.key]
		if !is {
			return fmt.Errorf("the keyboard has no key for %q", ch.key)
		}
		held := []byte{}
		if ch.ctrl {
			held = append(held, s.keys[keyControl].code)
		}
		if k.shift {
			held = append(held, s.keys[keyShift].code)
		}
		held = append(held, k.code)
		for _, code := range held {
			s.fake(xproto.KeyPress, code)
		}
		for i := range held {
			s.fake(xproto.KeyRelease, held[len(held)-1-i])
		}
	}
	s.c.Sync()
	return nil
}

// typed are the keys of a word.
func typed(word string) (keys []chord) {
	for _, r := range word {
		keys = append(keys, chord{key: r})
	}
	return keys
}

func (s *screen) fake(kind, detail byte) {
	xtest.FakeInput(s.c, kind, detail, 0, s.root, 0, 0, 0)
}

// point moves the pointer.
func (s *screen) point(x, y int16) {
	xtest.FakeInput(s.c, xproto.MotionNotify, 0, 0, s.root, x, y, 0)
	s.c.Sync()
}

// park moves the pointer to where nothing answers it.
func (s *screen) park() { s.point(width-1, height-1) }

// Buttons of the wheel.
const wheelUp, wheelDown = 4, 5

// wheel turns the wheel by one step and waits for as long as a hand does until the next.
func (s *screen) wheel(button byte, pace time.Duration) error {
	s.fake(xproto.ButtonPress, button)
	s.fake(xproto.ButtonRelease, button)
	return s.pause(pace)
}
