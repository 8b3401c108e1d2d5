// Package layer says which marks and voices of an article are shown, and how
// densely. It knows no toolkit.
package layer

import (
	"slices"
	"strings"

	"sidelight/annotations"
)

// Density is how the marks that are on show at rest.
type Density uint8

// The densities. Off hides marks until one points at them; FirstMention draws
// the line of an entity's first mention only. Lines and Tints leave out what
// package annotations/quiet does, unless the set has Everything.
const (
	Lines Density = iota
	Tints
	FirstMention
	Off
)

// Densities are all densities, from the least to the most.
func Densities() []Density { return []Density{Off, FirstMention, Lines, Tints} }

// Set is what is shown. Its zero value has every layer on, with lines. Sets can be
// compared with ==.
type Set struct {
	Density    Density
	Everything bool // at rest too, descriptions, pronouns and repetitions
	NamesOnly  bool // no descriptions: names and aliases only
	Plain      bool // nothing at all: the text as it is printed

	hiddenKinds  uint16 // a bit for each kind
	hiddenVoices uint16 // a bit for each voice
}

// Kind reports whether the marks of a kind are on. Plain text leaves it as it
// was, so that it comes back.
func (s Set) Kind(k annotations.Kind) bool { return s.hiddenKinds&(1<<k) == 0 }

// Voice reports whether the bars of a voice are on.
func (s Set) Voice(v annotations.Voice) bool { return s.hiddenVoices&(1<<v) == 0 }

// WithKind is the set with the marks of a kind on or off.
func (s Set) WithKind(k annotations.Kind, on bool) Set {
	s.hiddenKinds = with(s.hiddenKinds, uint8(k), on)
	return s
}

// WithVoice is the set with the bars of a voice on or off.
func (s Set) WithVoice(v annotations.Voice, on bool) Set {
	s.hiddenVoices = with(s.hiddenVoices, uint8(v), on)
	return s
}

// All is the set with every kind and voice on again, and not plain.
func (s Set) All() Set {
	s.hiddenKinds, s.hiddenVoices, s.NamesOnly, s.Plain = 0, 0, false, false
	return s
}

// Shows reports whether a mention of an entity of kind k is marked.
func (s Set) Shows(k annotations.Kind, f annotations.Form) bool {
	named := f == annotations.Name || f == annotations.Alias
	return !s.Plain && s.Kind(k) && (named || !s.NamesOnly)
}

// ShowsVoice reports whether the bars of a voice are drawn.
func (s Set) ShowsVoice(v annotations.Voice) bool { return !s.Plain && s.Voice(v) }

// String is the set in words that [Parse] reads, for example
// "first-mention plain -place".
func (s Set) String() string {
	words := []string{densityNames[s.Density]}
	if s.Everything {
		words = append(words, everything)
	}
	if s.NamesOnly {
		words = append(words, namesOnly)
	}
	if s.Plain {
		words = append(words, plain)
	}
	for _, k := range annotations.Kinds() {
		if !s.Kind(k) {
			words = append(words, "-"+k.String())
		}
	}
	for _, v := range annotations.Voices() {
		if !s.Voice(v) {
			words = append(words, "-"+v.String())
		}
	}
	return strings.Join(words, " ")
}

// Parse is the inverse of [Set.String]; it reports whether it knew all words.
func Parse(text string) (Set, bool) {
	var s Set
	ok := true
	for _, word := range strings.Fields(text) {
		d := slices.Index(densityNames[:], word)
		k, isKind := annotations.ParseKind(strings.TrimPrefix(word, "-"))
		v, isVoice := annotations.ParseVoice(strings.TrimPrefix(word, "-"))
		switch off := strings.HasPrefix(word, "-"); {
		case d >= 0:
			s.Density = Density(d)
		case word == everything:
			s.Everything = true
		case word == namesOnly:
			s.NamesOnly = true
		case word == plain:
			s.Plain = true
		case off && isKind:
			s = s.WithKind(k, false)
		case off && isVoice:
			s = s.WithVoice(v, false)
		default:
			ok = false
		}
	}
	return s, ok
}

var densityNames = [...]string{Lines: "lines", Tints: "tints", FirstMention: "first-mention", Off: "off"}

const (
	everything = "everything"
	namesOnly  = "names-only"
	plain      = "plain"
)

func with(hidden uint16, bit uint8, on bool) uint16 {
	if on {
		return hidden &^ (1 << bit)
	}
	return hidden | 1<<bit
}
