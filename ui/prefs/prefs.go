// Package prefs keeps, between two runs of the program, what the reader has set and
// how each article was left. Each value has its key, its default and its bounds
// here and nowhere else.
package prefs

import (
	"fmt"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
)

// The keys of what holds for all articles.
const (
	keyScheme    = "look.scheme"
	keyWidth     = "window.width"
	keyHeight    = "window.height"
	keyFull      = "window.full"
	keyPanelOpen = "panel.open"
	keyIndexOpen = "index.open"
	keyFolded    = "index.folded"
	keyLayers    = "layers"
)

// Default sizes and bounds of the window, in pixels.
const (
	DefaultWidth, MinWidth, MaxWidth    = 1280, 640, 8192
	DefaultHeight, MinHeight, MaxHeight = 820, 400, 8192
)

// Defaults of what a reader can set.
const (
	DefaultScheme    = look.System
	DefaultPanelOpen = true
)

// Prefs reads and writes preferences. A stored value of the wrong type or out of its
// bounds counts as not set, and the log says so.
type Prefs struct {
	store *Store
	log   *slog.Logger
}

// New returns preferences that are kept in store.
func New(store *Store, log *slog.Logger) *Prefs { return &Prefs{store, log} }

// Scheme returns the colour scheme that was set.
func (p *Prefs) Scheme() look.Scheme {
	s := look.Scheme(p.text(keyScheme, string(DefaultScheme)))
	if s != look.System && !slices.Contains(look.Schemes(), s) {
		p.reject(keyScheme, s, DefaultScheme)
		return DefaultScheme
	}
	return s
}

// SetScheme keeps the colour scheme.
func (p *Prefs) SetScheme(s look.Scheme) { p.store.set(keyScheme, string(s)) }

// Window returns the size of the window in pixels at scale 1.
func (p *Prefs) Window() fyne.Size {
	return fyne.NewSize(
		float32(p.number(keyWidth, DefaultWidth, MinWidth, MaxWidth)),
		float32(p.number(keyHeight, DefaultHeight, MinHeight, MaxHeight)),
	)
}

// SetWindow keeps the size of the window, within its bounds.
func (p *Prefs) SetWindow(s fyne.Size) {
	p.store.set(keyWidth, float64(min(max(s.Width, MinWidth), MaxWidth)))
	p.store.set(keyHeight, float64(min(max(s.Height, MinHeight), MaxHeight)))
}

// KeepWindow keeps the size of a window, unless it is that of the screen.
func (p *Prefs) KeepWindow(w fyne.Window) {
	if !w.FullScreen() {
		p.SetWindow(w.Canvas().Size())
	}
}

// FullScreen reports whether the window fills the screen.
func (p *Prefs) FullScreen() bool { return p.flag(keyFull, false) }

// SetFullScreen keeps whether the window fills the screen.
func (p *Prefs) SetFullScreen(full bool) { p.store.set(keyFull, full) }

// PanelOpen reports whether the side panel is open.
func (p *Prefs) PanelOpen() bool { return p.flag(keyPanelOpen, DefaultPanelOpen) }

// SetPanelOpen keeps whether the side panel is open.
func (p *Prefs) SetPanelOpen(open bool) { p.store.set(keyPanelOpen, open) }

// flag returns the value of a key that is true or false.
func (p *Prefs) flag(key string, fallback bool) bool {
	return read(p, key, fallback)
}

// text returns the value of a key that is a string.
func (p *Prefs) text(key, fallback string) string { return read(p, key, fallback) }

// number returns the value of a key that is a number from low to high.
func (p *Prefs) number(key string, fallback, low, high float64) float64 {
	v := read(p, key, fallback)
	if v < low || v > high {
		p.reject(key, v, fallback)
		return fallback
	}
	return v
}

// setOr0 returns the value of a key that is a number from low to high, or 0 for what
// the reader has not set.
func (p *Prefs) setOr0(key string, low, high float64) float64 {
	v := p.number(key, 0, 0, high)
	if v != 0 && v < low {
		p.reject(key, v, 0)
		return 0
	}
	return v
}

// read returns the value of a key if the key is set and the value is of the
// fallback's type, and else the fallback.
func read[T any](p *Prefs, key string, fallback T) T {
	value, ok := p.store.get(key)
	if !ok {
		return fallback
	}
	v, ok := value.(T)
	if !ok {
		p.reject(key, fmt.Sprintf("%T", value), fallback)
		return fallback
	}
	return v
}

func (p *Prefs) reject(key string, value, fallback any) {
	p.log.Warn("a preference is not as it should be; the default takes its place",
		"key", key, "value", value, "default", fallback)
}
