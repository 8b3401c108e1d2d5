package typeset

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/bidi"
)

// plainRanges are where the letters and signs of Latin texts stand in Unicode, beyond
// ASCII: nearly all of them.
var plainRanges = [...][2]rune{{0x80, 0x36f}, {0x1e00, 0x1eff}, {0x2000, 0x22ff}}

// plainRunes is the runes of plainRanges that a face has and that need no dividing: they are
// of no script but Latin, and do not run from right to left.
type plainRunes [len(plainRanges)][12]uint64

func newPlainRunes(f *font.Face) *plainRunes {
	var p plainRunes
	for k, of := range plainRanges {
		for r := of[0]; r <= of[1]; r++ {
			if _, ok := f.NominalGlyph(r); !ok {
				continue
			}
			script, class := language.LookupScript(r), classOf(r)
			if (script == language.Latin || !script.Strong()) && class != bidi.R && class != bidi.AL && class != bidi.AN {
				p[k][(r-of[0])/64] |= 1 << ((r - of[0]) % 64)
			}
		}
	}
	return &p
}

// has reports whether a rune is one of them.
func (p *plainRunes) has(r rune) bool {
	for k, of := range plainRanges {
		if r >= of[0] && r <= of[1] {
			return p[k][(r-of[0])/64]>>((r-of[0])%64)&1 == 1
		}
	}
	return false
}
