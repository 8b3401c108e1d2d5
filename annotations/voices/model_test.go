package voices_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
	"sidelight/annotations/voices"
)

func contextOf(t *testing.T) (context.Context, context.CancelFunc) {
	t.Helper()
	return context.WithCancel(t.Context())
}

// What the bundled edition says: the words of the voices sum to the article's.
func TestBundled(t *testing.T) {
	m := voices.Of(bundled(t))
	if m.Words != 575 {
		t.Errorf("%d words", m.Words)
	}
	want := []coverage.Share{
		{Voice: annotations.OnRecord, Words: 121, Percent: 21}, {Voice: annotations.Official, Words: 57, Percent: 10},
		{Voice: annotations.Unnamed, Words: 95, Percent: 17}, {Voice: annotations.Inference, Words: 71, Percent: 12},
		{Voice: annotations.OwnAccount, Words: 231, Percent: 40},
	}
	if !slices.Equal(m.Shares, want) {
		t.Errorf("shares %v", m.Shares)
	}
	type row struct {
		name                 string
		words, percent, said int
	}
	var got []row
	for _, s := range m.Speakers {
		got = append(got, row{s.Name, s.Words, s.Percent, len(s.Said)})
	}
	for _, s := range m.Writer {
		got = append(got, row{s.Voices[0].String(), s.Words, s.Percent, len(s.Said)})
	}
	if want := []row{
		{"White House", 20, 3, 1}, {"Karoline Leavitt", 80, 14, 4}, {"Donald Trump", 41, 7, 2},
		{"Office of the Prime Minister of Israel", 27, 5, 1}, {"Israeli officials", 41, 7, 2},
		{"Unnamed Hamas official", 54, 10, 3}, {"Israel", 10, 2, 1}, {"inference", 71, 12, 9}, {"own-account", 231, 40, 15},
	}; !slices.Equal(got, want) {
		t.Errorf("speakers %v", got)
	}
	if n := m.Count(voices.Filter{}); n != 23 {
		t.Errorf("%d passages of everyone", n)
	}
	for f, n := range map[voices.Filter]int{
		{Only: annotations.OnRecord}: 6, {Only: annotations.Official}: 3, {Only: annotations.Unnamed}: 5,
		{Only: annotations.OwnAccount}: 15, {Speaker: "entity:donald-trump"}: 2, {Quotations: true}: 8,
	} {
		if got := m.Count(f); got != n {
			t.Errorf("%+v: %d passages, want %d", f, got, n)
		}
	}
}

// The words of the voices sum to those of the article, wherever a passage ends; no share
// of a speaker differs from the exact one by a whole percent.
func TestSums(t *testing.T) {
	for seed := range uint64(201) {
		e := edited(t, seed)
		m := voices.Of(e)
		words := 0
		for _, s := range m.Shares {
			words += s.Words
		}
		all := max(words, 1)
		for _, s := range append(slices.Clone(m.Speakers), m.Writer...) {
			words -= s.Words
			if exact := 100 * float64(s.Words) / float64(all); float64(s.Percent) >= exact+1 || float64(s.Percent) <= exact-1 {
				t.Errorf("seed %d: %s has %d%%, exactly %v%%", seed, s.Key, s.Percent, exact)
			}
		}
		if words != 0 {
			t.Errorf("seed %d: the speakers have %d words less than the voices", seed, words)
		}
		for _, p := range m.Passages {
			if n := e.Article().Words(annotations.Span{End: p.Start}); n != p.First {
				t.Errorf("seed %d: %d words before a passage, want %d", seed, p.First, n)
			}
		}
		sums(t, seed, m, 412)
		sums(t, seed, m, 80)
	}
}

// sums compares the strip of a model with its words.
func sums(t *testing.T, seed uint64, m *voices.Model, width float32) {
	t.Helper()
	s := m.Scale(width)
	if len(s.Bins) > 0 {
		var of [6]int
		all := 0
		for _, b := range s.Bins {
			all += b.Words
			for v, n := range b.Of {
				of[v] += n
			}
		}
		if all != m.Words {
			t.Errorf("seed %d: the columns hold %d words of %d", seed, all, m.Words)
		}
		for _, v := range m.Shares {
			if of[v.Voice] != v.Words {
				t.Errorf("seed %d: the columns hold %d words of %v, want %d", seed, of[v.Voice], v.Voice, v.Words)
			}
		}
		return
	}
	x := float32(0)
	longest, words := float32(0), 0
	for _, p := range s.Pieces {
		if p.X != x || p.W < 4.5 || p.Fill() < 3 {
			t.Fatalf("seed %d: a piece from %v, %v wide, behind %v", seed, p.X, p.W, x)
		}
		x += p.W
		n := m.Words
		if p.Passage >= 0 {
			n = m.Passages[p.Passage].Words
			if at := s.At(m.Passages[p.Passage].First); at != p.X && n > 0 {
				t.Errorf("seed %d: the first word at %v, the piece at %v", seed, at, p.X)
			}
		}
		if p.Passage >= 0 && p.W > longest {
			longest, words = p.W, n
		}
	}
	if x != s.W || s.W != width {
		t.Errorf("seed %d: the pieces are %v wide, the strip %v", seed, x, s.W)
	}
	// What is longer than the least length is to scale.
	for _, p := range s.Pieces {
		if p.Passage < 0 || p.W <= 4.5 {
			continue
		}
		want := longest * float32(m.Passages[p.Passage].Words) / float32(words)
		if d := p.W - want; d < -1.01 || d > 1.01 {
			t.Errorf("seed %d: %d words are %v wide, want %v", seed, m.Passages[p.Passage].Words, p.W, want)
		}
	}
}

// The strip leads from words to pixels and back.
func TestScaleThereAndBack(t *testing.T) {
	m := voices.Of(bundled(t))
	for _, width := range []float32{412, 60} {
		s, last := m.Scale(width), float32(-1)
		for w := range m.Words {
			x := s.At(w)
			if x < last || x >= s.W {
				t.Fatalf("word %d stands at %v, behind %v", w, x, last)
			}
			last = x
			if back := s.Word(x + 0.02); back > w+1 || back < w-1 {
				t.Errorf("%v wide: word %d stands at %v, where word %d is", width, w, x, back)
			}
		}
	}
}

func TestNothingToSay(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "Nobody speaks here.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: "t", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	m := voices.Of(e)
	s := voices.Setting{Frame: frames()[0]}
	m.Draw(s, said(), width)
	if f, err := m.List(t.Context(), s, said(), width); err != nil || len(m.Speakers) > 0 {
		t.Errorf("got %v, %v", f, err)
	}
}

func BenchmarkLong(b *testing.B) {
	e, err := annotations.New(content(b, rand.New(rand.NewPCG(1, 2)), 20_000)) //nolint:gosec // a text, no secret
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d bytes, %d passages", len(e.Article().Text), len(e.Passages()))
	b.ResetTimer()
	for b.Loop() {
		m := voices.Of(e)
		s := voices.Setting{Frame: frames()[0]}
		m.Draw(s, said(), width)
		if _, err := m.List(b.Context(), s, said(), width); err != nil {
			b.Fatal(err)
		}
	}
}
