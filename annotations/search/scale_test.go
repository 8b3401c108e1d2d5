package search

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"sidelight/annotations"
)

// scaleSeed makes the generated records the same in every run.
const scaleSeed = 20250305

// generator makes records that are like those of editions in their lengths and
// in how often words repeat.
type generator struct {
	rand     *rand.Rand
	words    []string // from the most to the least frequent
	zipf     *rand.Zipf
	given    []string
	surnames []string
}

func newGenerator() *generator {
	g := &generator{rand: rand.New(rand.NewPCG(scaleSeed, 1))}
	for range 20000 {
		g.words = append(g.words, g.word(1+g.rand.IntN(3)))
		g.surnames = append(g.surnames, capital(g.word(2+g.rand.IntN(2))))
	}
	for range 600 {
		g.given = append(g.given, capital(g.word(2)))
	}
	g.zipf = rand.NewZipf(g.rand, 1.2, 8, uint64(len(g.words)-1))
	return g
}

func (g *generator) word(syllables int) string {
	const (
		onsets = "b c d f g h j k l m n p r s t v w y z br ch cl dr fl gr kh pl pr qu sh sl st th tr"
		nuclei = "a e i o u a e i o ai ea ie oo ou"
		codas  = " n r s t l m d k ck nd ng rt st x "
	)
	pick := func(s string) string {
		parts := strings.Split(s, " ")
		return parts[g.rand.IntN(len(parts))]
	}
	var b strings.Builder
	for range syllables {
		b.WriteString(pick(onsets) + pick(nuclei) + pick(codas))
	}
	return b.String()
}

func (g *generator) sentence(words int) string {
	out := make([]string, words)
	for i := range out {
		switch g.rand.IntN(12) {
		case 0:
			out[i] = g.surname()
		case 1:
			out[i] = fmt.Sprint(g.rand.IntN(3000))
		default:
			out[i] = g.words[g.zipf.Uint64()]
		}
	}
	return capital(strings.Join(out, " ")) + "."
}

func (g *generator) surname() string { return g.surnames[g.rand.IntN(len(g.surnames))] }

// records makes n records: four names, four facts, a passage and a source of ten.
func (g *generator) records(n int) []Record {
	out := make([]Record, n)
	for i := range out {
		r := Record{ID: fmt.Sprint("r", i), Detail: "Generated", Entity: annotations.EntityID(fmt.Sprint("e", i))}
		switch i % 10 {
		case 0, 1, 2:
			r.Type, r.Title = Entity, g.given[g.rand.IntN(len(g.given))]+" "+g.surname()
			r.Aliases = []string{r.Title[strings.IndexByte(r.Title, ' ')+1:]}
			r.Text = g.sentence(8)
		case 3:
			r.Type, r.Title = Entity, "Office of the "+g.surname()+" "+capital(g.words[g.zipf.Uint64()])
			r.Text = g.sentence(8)
		case 8:
			r.Type, r.Title = Passage, g.sentence(22)
		case 9:
			r.Type, r.Title = Source, g.sentence(9)
		default:
			r.Type, r.Title = Fact, g.sentence(14)
		}
		out[i] = r
	}
	return out
}

// typing is what the field holds after each keystroke of n queries: names and
// words of texts, of which every third is mistyped.
func (g *generator) typing(records []Record, n int) []string {
	var out []string
	for i := range n {
		title := strings.TrimSuffix(records[g.rand.IntN(len(records))].Title, ".")
		words := strings.Fields(title)
		from := g.rand.IntN(max(1, len(words)-1))
		query := []rune(strings.Join(words[from:min(len(words), from+1+g.rand.IntN(3))], " "))
		if i%3 == 0 {
			query = g.slip(query)
		}
		for j := range query {
			out = append(out, string(query[:j+1]))
		}
	}
	return out
}

// slip leaves out, doubles, replaces or swaps a letter.
func (g *generator) slip(s []rune) []rune {
	if len(s) < 4 {
		return s
	}
	i := 1 + g.rand.IntN(len(s)-2)
	switch g.rand.IntN(4) {
	case 0:
		return append(s[:i:i], s[i+1:]...)
	case 1:
		return append(s[:i:i], s[i-1:]...)
	case 2:
		s[i] = 'a' + rune(g.rand.IntN(26))
	default:
		s[i], s[i+1] = s[i+1], s[i]
	}
	return s
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
