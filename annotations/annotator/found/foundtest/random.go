package foundtest

import (
	"math/rand"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// Random makes names of a text: of runs of capitalised words, and of words that a number
// chooses. Some overlap, as those of a stage never do.
func Random(d *found.Doc, seed int64) []found.Name {
	r := rand.New(rand.NewSource(seed))
	var names []found.Name
	for i := 0; i < len(d.Tokens); i++ {
		c, _ := utf8.DecodeRuneInString(d.Word(i))
		if !unicode.IsUpper(c) && r.Intn(40) > 0 {
			continue
		}
		n := min(i+1+r.Intn(4), len(d.Tokens))
		names = append(names, found.Name{Span: d.Span(i, n), First: i, Last: n, Kind: annotations.Kind(r.Intn(4)), Score: r.Float32()})
		if r.Intn(4) > 0 {
			i = n - 1
		}
	}
	return names
}
