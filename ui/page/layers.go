package page

import (
	"sidelight/annotations"
	"sidelight/ui/layer"
)

// SetLayers says which marks and voices are shown, and how densely. A mark that
// is hidden cannot be pointed at; the selected one shows all the same.
func (p *Page) SetLayers(s layer.Set) {
	if s == p.layers {
		return
	}
	p.layers = s
	p.mark()
	p.names = p.captions()
	p.sheet.reset()
	p.sheet.window(true)
}

// Marked reports whether the i-th mention is shown, so that it can be pointed at
// and has its turn in the order of the keyboard.
func (p *Page) Marked(i int) bool { return i >= 0 && (p.marked[i] || i == p.current) }

// mark works out what the layers leave: which mentions are marked, how far
// below the words the line of each lies, and which come first of their entity.
func (p *Page) mark() {
	mentions := p.edition.Mentions()
	p.marked = make([]bool, len(mentions))
	p.first = make([]bool, len(mentions))
	seen := make(map[annotations.EntityID]bool)
	for i, m := range mentions {
		e, _ := p.edition.Entity(m.Entity)
		p.marked[i] = p.layers.Shows(e.Kind, m.Form)
		p.first[i] = !seen[m.Entity] && m.Form != annotations.Pronoun
		seen[m.Entity] = seen[m.Entity] || p.first[i]
	}
	p.levels = underlineLevels(p.edition, p.marked)
}

// bare reports whether a marked mention shows nothing at rest.
func (p *Page) bare(i int) bool {
	switch p.layers.Density {
	case layer.Off:
		return true
	case layer.FirstMention:
		return !p.first[i]
	}
	return p.edition.Mentions()[i].Form == annotations.Pronoun
}

// markedFrom is the i-th mention if it is marked, else the nearest marked one
// around it, or -1.
func (p *Page) markedFrom(i int) int {
	for i >= 0 && !p.Marked(i) {
		i = parentOf(p.edition, i)
	}
	return i
}
