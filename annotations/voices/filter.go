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

// shown is a speaker with the passages that a filter shows.
type shown struct {
	*Speaker
	said []int
}

// filtered returns of some speakers those with passages that a filter shows, in its
// order.
func (m *Model) filtered(all []Speaker, f Filter) []shown {
	var out []shown
	for i := range all {
		s := shown{Speaker: &all[i]}
		for _, k := range all[i].Said {
			if f.Shows(&m.Passages[k]) {
				s.said = append(s.said, k)
			}
		}
		if len(s.said) > 0 {
			out = append(out, s)
		}
	}
	if f.ByWords {
		slices.SortStableFunc(out, func(a, b shown) int { return cmp.Compare(b.Words, a.Words) })
	}
	return out
}
