package voices_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/annotations/figure"
	"sidelight/annotations/voices"
	"sidelight/assets"
)

// bundled is the edition that comes with the program.
func bundled(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// edited is the bundled edition for the seed 0, else one that is generated.
func edited(t testing.TB, seed uint64) *annotations.Edition {
	t.Helper()
	if seed == 0 {
		return bundled(t)
	}
	return generated(t, seed)
}

// width measures a text as if each letter were as wide as in a common face.
func width(f figure.Font, text string) float32 {
	return float32(utf8.RuneCountInString(text)) * f.Leading() * 0.34
}

// generated makes an edition of a seed, with passages of all voices, gaps between some
// of them, words cut by a passage's end, quotations, and speakers of every sort.
func generated(t testing.TB, seed uint64) *annotations.Edition {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7)) //nolint:gosec // a text, no secret
	e, err := annotations.New(content(t, r, 1+r.IntN(60)))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

var vocabulary = strings.Fields("a the of talks envoy said that ceasefire hostages Gaza 1,200 Straße the-word don't “quoted” 日本語 " +
	"unconscionably-long-words-that-no-line-of-a-narrow-column-can-hold-however-it-is-set-in-type é — …")

func content(t testing.TB, r *rand.Rand, passages int) annotations.Content {
	t.Helper()
	var b strings.Builder
	var spans []annotations.Span
	for range passages {
		if r.IntN(6) == 0 {
			b.WriteString("\n\n")
		}
		if r.IntN(4) == 0 { // words without a voice
			b.WriteString(say(r, 1+r.IntN(9)))
		}
		start := b.Len()
		b.WriteString(say(r, 1+r.IntN(40)))
		s := annotations.Span{Start: start, End: b.Len() - 1}
		if r.IntN(8) == 0 { // within a word
			for s.End--; !utf8.RuneStart(b.String()[s.End]); s.End-- {
			}
			if s.End <= s.Start {
				s.End = b.Len() - 1
			}
		}
		spans = append(spans, s)
	}
	a, err := annotations.NewArticle("generated.txt", b.String())
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Title: "Generated", Article: a}
	for i := range 5 {
		c.Entities = append(c.Entities, annotations.Entity{
			ID: annotations.EntityID(fmt.Sprint("p", i)), Kind: annotations.Person, Name: strings.TrimSpace(say(r, 1+r.IntN(12))),
		})
	}
	for i, s := range spans {
		p := annotations.Passage{Span: s, Voice: annotations.Voices()[r.IntN(5)]}
		if !voices.Nobody(p.Voice) {
			switch r.IntN(3) {
			case 0:
				p.Name = strings.TrimSpace(say(r, 1+r.IntN(3)))
			case 1:
				p.Name = "Somebody"
			default:
				p.Speaker = c.Entities[r.IntN(5)].ID
			}
		}
		c.Passages = append(c.Passages, p)
		if r.IntN(3) == 0 {
			id := annotations.EntityID(fmt.Sprint("q", i))
			x := annotations.Entity{ID: id, Kind: annotations.Quote, Name: "a quotation"}
			if r.IntN(2) == 0 {
				x.Words = &annotations.Quotation{Said: "Somebody", Published: say(r, r.IntN(60)), Difference: say(r, r.IntN(30))}
			}
			c.Entities = append(c.Entities, x)
			c.Mentions = append(c.Mentions, annotations.Mention{Span: s, Entity: id, Form: annotations.Name})
		}
	}
	return c
}

// say returns n words, with a blank at the end.
func say(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		w := vocabulary[r.IntN(len(vocabulary))]
		if r.IntN(40) > 0 && len(w) > 40 {
			w = "Hamas"
		}
		b.WriteString(w + " ")
	}
	return b.String()
}

// said are words for a drawing, of about the length that the program's have.
func said() *voices.Words {
	return &voices.Words{
		Title:    "Voices",
		Describe: func(m *voices.Model) string { return fmt.Sprint(len(m.Speakers), " speakers") },
		Voice: func(v annotations.Voice) string {
			return [...]string{"", "On record", "Official", "Unnamed", "Own account", "Writer’s inference"}[v]
		},
		Standing: func(p annotations.Passage) string { return strings.ReplaceAll(p.Voice.String(), "-", " ") },
		Nobody:   "Speaker not recorded",
		Tip: func(m *voices.Model, p *voices.Passage) string {
			return fmt.Sprintf("¶%d %s %d", p.Sign, p.By.Name, p.Words)
		},
		Column:  func(passages, words int) string { return fmt.Sprint(passages, " passages, ", words, " words") },
		Percent: func(n int) string { return fmt.Sprint(n, "%") },
		Count: func(words, percent, shown, all int) string {
			return fmt.Sprintf("%d words · %d%% · %d of %d statements", words, percent, shown, all)
		},
		Speakers: "Speakers", Order: "in the order of their first words", Apart: "Without a speaker",
		Empty: "No passage is as chosen.", Printed: "as printed here", Published: "as published",
		Occasion: func(q *annotations.Quotation) string { return q.Setting },
		FoldAll:  "Fold all up", UnfoldAll: "Show all that is said",
		Fold: "Fold up", Unfold: "Unfold", ToArticle: "to the article",
		Only: func(name string) string { return "Only " + name },
	}
}
