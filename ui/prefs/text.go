package prefs

import (
	"slices"

	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/speech"
)

// The keys of how the text is set.
const (
	keySize    = "text.size"
	keyMeasure = "text.measure"
	keyLeading = "text.leading"
	keyStill   = "look.still"
	keyRate    = "speech.rate"
	keyFound   = "marks.found"
)

// Text returns how the article is set. A zero field means the design's own value.
func (p *Prefs) Text() look.Setting {
	s := look.Setting{Size: float32(p.setOr0(keySize, look.MinSize, look.MaxSize))}
	s.Measure = int(p.oneOf(keyMeasure, float64s(look.Measures())))
	s.Leading = float32(p.oneOf(keyLeading, float64s(look.Leadings())))
	return s
}

// SetText keeps how the article is set.
func (p *Prefs) SetText(s look.Setting) {
	p.store.set(keySize, float64(int(s.Size)))
	p.store.set(keyMeasure, float64(s.Measure))
	p.store.set(keyLeading, float64(s.Leading))
}

// Still reports whether the reader wants nothing to move.
func (p *Prefs) Still() bool { return p.flag(keyStill, false) }

// SetStill keeps whether the reader wants nothing to move.
func (p *Prefs) SetStill(still bool) { p.store.set(keyStill, still) }

// Rate returns how fast the article is read aloud, one of [speech.Rates].
func (p *Prefs) Rate() float64 {
	if rate := p.oneOf(keyRate, speech.Rates()); rate != 0 {
		return rate
	}
	return 1
}

// SetRate keeps how fast the article is read aloud.
func (p *Prefs) SetRate(rate float64) { p.store.set(keyRate, rate) }

// founds are the choices of how much the program marks, as they are written down.
var founds = map[string]layer.Found{"fewer": layer.Fewer, "balanced": layer.Balanced, "more": layer.More}

// Found returns how many of the marks that the program finds are shown.
func (p *Prefs) Found() layer.Found {
	name := p.text(keyFound, "balanced")
	found, ok := founds[name]
	if !ok {
		p.reject(keyFound, name, "balanced")
	}
	return found
}

// SetFound keeps how many of the marks that the program finds are shown.
func (p *Prefs) SetFound(f layer.Found) {
	for name, x := range founds {
		if x == f {
			p.store.set(keyFound, name)
		}
	}
}

// oneOf returns the value of a key if it is one of the allowed numbers, and else 0,
// which means the default.
func (p *Prefs) oneOf(key string, allowed []float64) float64 {
	v := p.number(key, 0, 0, slices.Max(allowed))
	if v != 0 && !slices.Contains(allowed, v) {
		p.reject(key, v, 0)
		return 0
	}
	return v
}

func float64s[T int | float32](list []T) []float64 {
	out := make([]float64, len(list))
	for i, x := range list {
		out[i] = float64(x)
	}
	return out
}
