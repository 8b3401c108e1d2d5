// Package prefs keeps what a reader has set and where she was, between runs.
// Each value has its key, its default and its bounds here and nowhere else.
package prefs

import (
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/look"
)

// The keys. Those of an article end with what [ArticleKey] makes of its text.
const (
	keyScheme    = "look.scheme"
	keyWidth     = "window.width"
	keyHeight    = "window.height"
	keyPanelOpen = "panel.open"
	keyIndexOpen = "index.open"
	keyFolded    = "index.folded"
	keyLayers    = "layers"
	keySelected  = "article.selected."
	keyMention   = "article.mention."
	keyOffset    = "article.offset."
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

// maxOffset bounds reading positions; no article is that long.
const maxOffset = 1 << 30

// maxID bounds the length of an entity's id in bytes.
const maxID = 200

// Prefs reads and writes preferences. A value that is of the wrong type or out
// of its bounds counts as not set, which goes into the log.
type Prefs struct {
	store fyne.Preferences
	log   *slog.Logger
}

// New keeps preferences in store.
func New(store fyne.Preferences, log *slog.Logger) *Prefs { return &Prefs{store, log} }

// Scheme is the colour scheme.
func (p *Prefs) Scheme() look.Scheme {
	s := look.Scheme(p.text(keyScheme, string(DefaultScheme)))
	if s != look.System && !slices.Contains(look.Schemes(), s) {
		p.reject(keyScheme, s, DefaultScheme)
		return DefaultScheme
	}
	return s
}

// SetScheme keeps the colour scheme.
func (p *Prefs) SetScheme(s look.Scheme) { p.store.SetString(keyScheme, string(s)) }

// Window is the size of the window.
func (p *Prefs) Window() fyne.Size {
	return fyne.NewSize(
		float32(p.number(keyWidth, DefaultWidth, MinWidth, MaxWidth)),
		float32(p.number(keyHeight, DefaultHeight, MinHeight, MaxHeight)),
	)
}

// SetWindow keeps the size of the window, within its bounds.
func (p *Prefs) SetWindow(s fyne.Size) {
	p.store.SetFloat(keyWidth, float64(min(max(s.Width, MinWidth), MaxWidth)))
	p.store.SetFloat(keyHeight, float64(min(max(s.Height, MinHeight), MaxHeight)))
}

// PanelOpen reports whether the side panel is open.
func (p *Prefs) PanelOpen() bool { return p.flag(keyPanelOpen, DefaultPanelOpen) }

// SetPanelOpen keeps whether the side panel is open.
func (p *Prefs) SetPanelOpen(open bool) { p.store.SetBool(keyPanelOpen, open) }

// Reading is where a reader left an article. It may name an entity or a place
// that a newer edition does not have.
type Reading struct {
	Selected annotations.EntityID // empty if nothing was selected
	Mention  int                  // index among the entity's mentions, or -1
	Offset   int                  // in bytes, of the first line in view
}

// ArticleKey names an article by its text, so that its reader finds her place
// again wherever the file has gone.
func ArticleKey(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// Reading is where the article was left; a new article begins at its beginning.
func (p *Prefs) Reading(article string) Reading {
	r := Reading{
		Selected: annotations.EntityID(p.text(keySelected+article, "")),
		Mention:  int(p.number(keyMention+article, -1, -1, maxOffset)),
		Offset:   int(p.number(keyOffset+article, 0, 0, maxOffset)),
	}
	if len(r.Selected) > maxID {
		p.reject(keySelected+article, r.Selected[:maxID]+"…", "")
		r.Selected = ""
	}
	return r
}

// SetReading keeps where the article is left.
func (p *Prefs) SetReading(article string, r Reading) {
	p.store.SetString(keySelected+article, string(r.Selected))
	p.store.SetInt(keyMention+article, r.Mention)
	p.store.SetInt(keyOffset+article, r.Offset)
}

// flag reads what is true or false.
func (p *Prefs) flag(key string, fallback bool) bool {
	v := p.store.BoolWithFallback(key, fallback)
	if other := p.store.BoolWithFallback(key, !fallback); v != other && p.isSet(key) {
		p.reject(key, "a value that is not true or false", fallback)
	}
	return v
}

// text reads a string.
func (p *Prefs) text(key, fallback string) string {
	v := p.store.StringWithFallback(key, fallback)
	if other := p.store.StringWithFallback(key, fallback+"?"); v != other && p.isSet(key) {
		p.reject(key, "a value that is not text", fallback)
	}
	return v
}

// number reads a number between low and high. Fyne writes whole numbers and
// reads them as either kind.
func (p *Prefs) number(key string, fallback, low, high float64) float64 {
	v := p.store.FloatWithFallback(key, fallback)
	if v == fallback && p.store.FloatWithFallback(key, fallback+1) == fallback+1 {
		if p.isSet(key) {
			p.reject(key, "a value that is not a number", fallback)
		}
		return fallback
	}
	if !(v >= low && v <= high) { // also if it is not a number
		p.reject(key, v, fallback)
		return fallback
	}
	return v
}

// isSet reports whether there is a value of any type. Fyne does not say, but it
// gives the same answer for two fallbacks only where it has one.
func (p *Prefs) isSet(key string) bool {
	s := p.store
	return s.StringWithFallback(key, "a") == s.StringWithFallback(key, "b") ||
		s.BoolWithFallback(key, true) == s.BoolWithFallback(key, false) ||
		s.FloatWithFallback(key, 0) == s.FloatWithFallback(key, 1) ||
		s.StringListWithFallback(key, nil) != nil || s.BoolListWithFallback(key, nil) != nil ||
		s.FloatListWithFallback(key, nil) != nil || s.IntListWithFallback(key, nil) != nil
}

func (p *Prefs) reject(key string, value, fallback any) {
	p.log.Warn("a preference is not as it should be; the default takes its place",
		"key", key, "value", value, "default", fallback)
}
