package voices

import (
	"cmp"
	"slices"

	"sidelight/annotations"
)

// Filter is which passages are shown, and in which order their speakers.
type Filter struct {
	Only       annotations.Voice // of this voice; 0 for all
	Speaker    string            // of this speaker, by the key; empty for all
	Quotations bool              // only passages that hold a quotation
	ByWords    bool              // who says most comes first, not who speaks first
}

// All reports whether no passage is left out.
func (f Filter) All() bool { return f.Only == 0 && f.Speaker == "" && !f.Quotations }

// Shows reports whether a passage is shown.
func (f Filter) Shows(p *Passage) bool {
	return (f.Only == 0 || p.Voice == f.Only) && (f.Speaker == "" || p.By.Key == f.Speaker) &&
		(!f.Quotations || len(p.Quotes) > 0)
}

// Count returns how many passages are shown. The article's own account, which is no
// one's voice, counts only where it alone is asked for.
func (m *Model) Count(f Filter) int {
	n := 0
	for i := range m.Passages {
		p := &m.Passages[i]
		own := p.Voice == annotations.OwnAccount && f.Only != p.Voice && f.Speaker != p.By.Key
		if f.Shows(p) && !own {
			n++
		}
	}
	return n
}

// Valid is the filter without a speaker whom the model does not have.
func (m *Model) Valid(f Filter) Filter {
	if _, ok := m.Find(f.Speaker); !ok {
		f.Speaker = ""
	}
	return f
}

// Shown is a speaker with the passages that a filter shows, by their indices.
type Shown struct {
	*Speaker
	Passages []int
}

// Shown returns the speakers of whom a filter shows something, in its order, and what is
// shown without a speaker.
func (m *Model) Shown(f Filter) (named, writer []Shown) {
	return m.filtered(m.Speakers, f), m.filtered(m.Writer, f)
}

// filtered returns of some speakers those with passages that a filter shows, in its
// order.
func (m *Model) filtered(all []Speaker, f Filter) []Shown {
	var out []Shown
	for i := range all {
		s := Shown{Speaker: &all[i]}
		for _, k := range all[i].Said {
			if f.Shows(&m.Passages[k]) {
				s.Passages = append(s.Passages, k)
			}
		}
		if len(s.Passages) > 0 {
			out = append(out, s)
		}
	}
	if f.ByWords {
		slices.SortStableFunc(out, func(a, b Shown) int { return cmp.Compare(b.Words, a.Words) })
	}
	return out
}
