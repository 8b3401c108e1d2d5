package anchor_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/text"
)

// prose makes a text of about so many bytes, with words as often as in a language: of
// 20,000 words, the n-th stands once where the first stands n times.
func prose(bytes int, r *rand.Rand) string {
	const syllables = "ka ro mi ten sul va nor pe li dra stu gen fo hal wi ber co mun ta sche"
	parts := strings.Fields(syllables)
	words := make([]string, 20_000)
	for i := range words {
		for k := i; ; k /= len(parts) {
			words[i] += parts[k%len(parts)]
			if k < len(parts) {
				break
			}
		}
	}
	zipf := rand.NewZipf(r, 1.1, 3, uint64(len(words)-1))
	var b strings.Builder
	for n := 0; b.Len() < bytes; n++ {
		b.WriteString(words[zipf.Uint64()])
		switch {
		case n%97 == 96:
			b.WriteString(".\n")
		case n%13 == 12:
			b.WriteString(". ")
		default:
			b.WriteString(" ")
		}
	}
	return b.String()
}

// revised makes a later text of one: in a hundred words one is another, and of the
// paragraphs some are gone, some new and some elsewhere.
func revised(old string, r *rand.Rand) *traced {
	t := &traced{old: old}
	all := paragraphs(old)
	for k := 0; k+1 < len(all); k += 50 {
		i, j := k+r.IntN(min(50, len(all)-k)), k+r.IntN(min(50, len(all)-k))
		all[i], all[j] = all[j], all[i]
	}
	for i, p := range all {
		switch i % 100 {
		case 20:
			continue
		case 40:
			t.put("A new paragraph that nobody has read so far stands here.\n", -1, -1)
		}
		end := p.Start
		for a, b := range text.Parts(old[p.Start:p.End]) {
			if r.IntN(100) == 0 {
				t.keep(end, p.Start+a)
				t.put("otherwise", p.Start+a, p.Start+b)
				end = p.Start + b
			}
		}
		t.keep(end, p.End)
	}
	return t
}

// thousand returns a thousand places of one to twelve words.
func thousand(old string, r *rand.Rand) []annotations.Span {
	var at []annotations.Span
	for a, b := range text.Parts(old) {
		at = append(at, annotations.Span{Start: a, End: b})
	}
	var out []annotations.Span
	for len(out) < 1000 {
		i := r.IntN(len(at) - 12)
		out = append(out, annotations.Span{Start: at[i].Start, End: at[i+r.IntN(12)].End})
	}
	return out
}

// BenchmarkBringOver brings 1,000 notes on 3.3 MB of text over to a later text, with the
// old text and without it. It reports the time for all, in milliseconds, how they came
// out, and how often the time is spent by the recipe of [hypothesis], which is measured
// for a few notes.
func BenchmarkBringOver(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 7))
	old := prose(3_300_000, r)
	changed := revised(old, r)
	now := string(changed.text)
	spans := thousand(old, r)
	quotes, positions := describe(old, spans)
	start := time.Now()
	const few = 3
	for i := range few {
		hypothesis(now, quotes[i], positions[i])
	}
	other := time.Since(start) * 1000 / few
	report := func(b *testing.B, resolve func(i int) anchor.Resolved) {
		var y tally
		for i, s := range spans {
			y.report.Add(resolve(i).Status)
			_ = s
		}
		b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/1000-notes")
		b.ReportMetric(float64(other)*float64(b.N)/float64(b.Elapsed()), "x-hypothesis")
		b.Logf("%+v", y.report)
	}
	b.Run("with the old text", func(b *testing.B) {
		var a *anchor.Alignment
		for b.Loop() {
			var err error
			if a, err = anchor.NewAlignment(context.Background(), old, now); err != nil {
				b.Fatal(err)
			}
			for _, s := range spans {
				a.Resolve(s)
			}
		}
		report(b, func(i int) anchor.Resolved { return a.Resolve(spans[i]) })
	})
	b.Run("without it", func(b *testing.B) {
		var f *anchor.Finder
		for b.Loop() {
			var err error
			if f, err = anchor.NewFinder(context.Background(), now); err != nil {
				b.Fatal(err)
			}
			for i := range spans {
				f.Resolve(quotes[i], &positions[i])
			}
		}
		report(b, func(i int) anchor.Resolved { return f.Resolve(quotes[i], &positions[i]) })
	})
}

func describe(old string, spans []annotations.Span) (quotes []anchor.TextQuoteSelector, positions []anchor.TextPositionSelector) {
	points := anchor.NewCodePoints(old)
	for _, s := range spans {
		quotes = append(quotes, anchor.InContext(old, s))
		positions = append(positions, points.Position(s))
	}
	return quotes, positions
}

// BenchmarkGrowth aligns texts that are hard to align, of one size and of four times
// that size, and reports how many times longer the larger one takes.
func BenchmarkGrowth(b *testing.B) {
	for name, make := range map[string]func(words int, r *rand.Rand) (old, now string){
		"one word": func(n int, r *rand.Rand) (string, string) {
			return strings.Repeat("word ", n), strings.Repeat("word ", n-n/10)
		},
		"other words": func(n int, r *rand.Rand) (string, string) {
			var old, now strings.Builder
			for i := range n {
				fmt.Fprintf(&old, "a%d ", i)
				fmt.Fprintf(&now, "b%d ", i)
			}
			return old.String(), now.String()
		},
		"two words at random": func(n int, r *rand.Rand) (string, string) {
			one := func() string {
				var s strings.Builder
				for range n {
					s.WriteString([]string{"a ", "b "}[r.IntN(2)])
				}
				return s.String()
			}
			return one(), one()
		},
		"words backwards": func(n int, r *rand.Rand) (string, string) {
			var old, now strings.Builder
			for i := range n {
				fmt.Fprintf(&old, "a%d ", i)
				fmt.Fprintf(&now, "a%d ", n-i)
			}
			return old.String(), now.String()
		},
	} {
		b.Run(name, func(b *testing.B) {
			const words = 25_000
			times := [2]time.Duration{math.MaxInt64, math.MaxInt64}
			for b.Loop() {
				for k, n := range []int{words, 4 * words} {
					old, now := make(n, rand.New(rand.NewPCG(1, 1)))
					start := time.Now()
					a, err := anchor.NewAlignment(context.Background(), old, now)
					if err != nil {
						b.Fatal(err)
					}
					for i := range 100 {
						at := i * len(old) / 100
						end := at + strings.IndexByte(old[at:], ' ')
						if end > at {
							a.Resolve(annotations.Span{Start: at, End: end})
						}
					}
					times[k] = min(times[k], time.Since(start))
				}
			}
			b.ReportMetric(float64(times[1])/1e6, "ms/100000-words")
			b.ReportMetric(float64(times[1])/float64(times[0]), "x-for-4x-words")
		})
	}
}
