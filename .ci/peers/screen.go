//go:build linux

package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Size of the window and of the screen, in pixels.
const width, height = 1280, 820

// The stretch of the window that is watched. In all programs it holds nothing but
// words of the text.
const left, top, wide, high = 400, 250, 480, 450

// Where a window lies that keeps its size.
const keptLeft, keptTop = 364, 20

// ground is the colour of the screen without a window. It is as dark as ink, so that a
// screen without a window is never taken for one without words.
const ground = 0x301030

// A screen is the virtual one on which the programs run. It is its own window manager:
// each window fills it and has the keyboard.
type screen struct {
	c      *xgb.Conn
	root   xproto.Window
	events chan xgb.Event
	hurt   damage.Damage
	window xproto.Window // that of the program, or 0
	keep   bool          // the window keeps the size that it asks for
	keys   keymap
	drawn  bool // something was drawn since ink was last read
}

func newScreen() (*screen, error) {
	c, err := xgb.NewConn()
	if err != nil {
		return nil, fmt.Errorf("there is no screen: %w", err)
	}
	s := &screen{c: c, root: xproto.Setup(c).DefaultScreen(c).Root, events: make(chan xgb.Event, 4096)}
	for _, init := range []func(*xgb.Conn) error{damage.Init, xtest.Init} {
		if err := init(c); err != nil {
			return nil, fmt.Errorf("the screen cannot be watched: %w", err)
		}
	}
	if _, err := damage.QueryVersion(c, 1, 1).Reply(); err != nil {
		return nil, err
	}
	err = xproto.ChangeWindowAttributesChecked(c, s.root, xproto.CwBackPixel|xproto.CwEventMask,
		[]uint32{ground, xproto.EventMaskSubstructureRedirect | xproto.EventMaskSubstructureNotify}).Check()
	if err != nil {
		return nil, fmt.Errorf("the screen has a window manager: %w", err)
	}
	xproto.ClearArea(c, false, s.root, 0, 0, 0, 0)
	if s.hurt, err = damage.NewDamageId(c); err != nil {
		return nil, err
	}
	err = damage.CreateChecked(c, s.hurt, xproto.Drawable(s.root), damage.ReportLevelNonEmpty).Check()
	if err != nil {
		return nil, err
	}
	if s.keys, err = newKeymap(c); err != nil {
		return nil, err
	}
	go func() {
		for {
			e, err := c.WaitForEvent()
			if e == nil && err == nil {
				close(s.events)
				return
			}
			if e != nil { // an error is that of a window that has gone meanwhile
				s.events <- e
			}
		}
	}()
	s.park()
	return s, nil
}

var errGone = errors.New("the screen has gone")

// wait does what a window manager does until time is up, or until something was drawn.
func (s *screen) wait(until time.Time) error {
	return s.attend(until, func() bool { return s.drawn })
}

// pause does what a window manager does for d.
func (s *screen) pause(d time.Duration) error {
	return s.attend(time.Now().Add(d), func() bool { return false })
}

func (s *screen) attend(until time.Time, enough func() bool) error {
	timer := time.NewTimer(time.Until(until))
	defer timer.Stop()
	for !enough() {
		select {
		case e, ok := <-s.events:
			if !ok {
				return errGone
			}
			s.manage(e)
		case <-timer.C:
			return nil
		}
	}
	return nil
}

// rearm asks to be told of the next drawing.
func (s *screen) rearm() {
	s.drawn = false
	damage.Subtract(s.c, s.hurt, 0, 0)
}

func (s *screen) manage(e xgb.Event) {
	switch e := e.(type) {
	case damage.NotifyEvent:
		s.drawn = true
	case xproto.MapRequestEvent:
		if s.window == 0 {
			s.place(e.Window)
		}
		xproto.MapWindow(s.c, e.Window)
	case xproto.MapNotifyEvent:
		if e.Window == s.window {
			xproto.SetInputFocus(s.c, xproto.InputFocusPointerRoot, e.Window, xproto.TimeCurrentTime)
		}
	case xproto.UnmapNotifyEvent:
		if e.Window == s.window {
			s.window = 0
		}
	case xproto.DestroyNotifyEvent:
		if e.Window == s.window {
			s.window = 0
		}
	case xproto.ConfigureRequestEvent:
		if e.Window == s.window && !s.keep {
			s.fill(e.Window)
		} else {
			s.allow(e)
		}
	}
}

// place makes w the program's window.
func (s *screen) place(w xproto.Window) {
	s.window = w
	if s.keep {
		xproto.ConfigureWindow(s.c, w, xproto.ConfigWindowX|xproto.ConfigWindowY, []uint32{keptLeft, keptTop})
		return
	}
	s.fill(w)
}

// fill gives w the whole screen, and says so even if it has it.
func (s *screen) fill(w xproto.Window) {
	xproto.ConfigureWindow(s.c, w, xproto.ConfigWindowX|xproto.ConfigWindowY|xproto.ConfigWindowWidth|xproto.ConfigWindowHeight|xproto.ConfigWindowBorderWidth,
		[]uint32{0, 0, width, height, 0})
	told := xproto.ConfigureNotifyEvent{Event: w, Window: w, Width: width, Height: height}
	xproto.SendEvent(s.c, false, w, xproto.EventMaskStructureNotify, string(told.Bytes()))
}

// allow gives a window what it asks for.
func (s *screen) allow(e xproto.ConfigureRequestEvent) {
	var values []uint32
	for _, f := range []struct {
		bit   uint16
		value uint32
	}{
		{xproto.ConfigWindowX, uint32(e.X)}, {xproto.ConfigWindowY, uint32(e.Y)},
		{xproto.ConfigWindowWidth, uint32(e.Width)}, {xproto.ConfigWindowHeight, uint32(e.Height)},
		{xproto.ConfigWindowBorderWidth, uint32(e.BorderWidth)}, {xproto.ConfigWindowSibling, uint32(e.Sibling)},
		{xproto.ConfigWindowStackMode, uint32(e.StackMode)},
	} {
		if e.ValueMask&f.bit != 0 {
			values = append(values, f.value)
		}
	}
	xproto.ConfigureWindow(s.c, e.Window, e.ValueMask, values)
}

// closeWindow asks the program to close its window, as the button in its corner does.
func (s *screen) closeWindow() error {
	if s.window == 0 {
		return errors.New("there is no window")
	}
	protocols, err := s.atom("WM_PROTOCOLS")
	if err != nil {
		return err
	}
	del, err := s.atom("WM_DELETE_WINDOW")
	if err != nil {
		return err
	}
	m := xproto.ClientMessageEvent{Format: 32, Window: s.window, Type: protocols,
		Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(del), 0, 0, 0, 0})}
	return xproto.SendEventChecked(s.c, false, s.window, 0, string(m.Bytes())).Check()
}

func (s *screen) atom(name string) (xproto.Atom, error) {
	a, err := xproto.InternAtom(s.c, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0, err
	}
	return a.Atom, nil
}

// ink reads which pixels of the watched stretch are dark.
func (s *screen) ink() (ink, error) {
	if s.drawn {
		s.rearm() // before it is read, so that nothing is missed
	}
	img, err := xproto.GetImage(s.c, xproto.ImageFormatZPixmap, xproto.Drawable(s.root), left, top, wide, high, ^uint32(0)).Reply()
	if err != nil {
		return nil, fmt.Errorf("the screen cannot be read: %w", err)
	}
	return inkOf(img.Data), nil
}
