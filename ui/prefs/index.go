package prefs

import (
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/layer"
)

// IndexOpen reports whether the index stands beside the page.
func (p *Prefs) IndexOpen() bool { return p.flag(keyIndexOpen, true) }

// SetIndexOpen keeps whether the index stands beside the page.
func (p *Prefs) SetIndexOpen(open bool) { p.store.set(keyIndexOpen, open) }

// foldedAtFirst lists the groups of the index that are folded until the reader folds
// or unfolds one.
var foldedAtFirst = []annotations.Kind{
	annotations.Place, annotations.Event, annotations.Time, annotations.Number, annotations.Quote, annotations.Term,
}

// Folded reports whether the group of a kind is folded in the index.
func (p *Prefs) Folded(k annotations.Kind) bool {
	words := p.text(keyFolded, kindNames(foldedAtFirst))
	return slices.Contains(strings.Fields(words), k.String())
}

// SetFolded keeps which groups are folded in the index.
func (p *Prefs) SetFolded(kinds []annotations.Kind) { p.store.set(keyFolded, kindNames(kinds)) }

// Layers returns the marks and voices that are shown.
func (p *Prefs) Layers() layer.Set {
	words := p.text(keyLayers, "")
	s, ok := layer.Parse(words)
	if !ok {
		p.reject(keyLayers, words, "")
		return layer.Set{}
	}
	return s
}

// SetLayers keeps the marks and voices that are shown.
func (p *Prefs) SetLayers(s layer.Set) { p.store.set(keyLayers, s.String()) }

func kindNames(kinds []annotations.Kind) string {
	var names []string
	for _, k := range kinds {
		names = append(names, k.String())
	}
	return strings.Join(names, " ")
}
