package anchor_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/fuzzed"
)

func TestPosition(t *testing.T) {
	const text = "a“é”\U0001F600z"
	tests := []struct {
		words      string
		start, end int
	}{
		{"a", 0, 1}, {"“", 1, 2}, {"é”", 2, 4}, {"\U0001F600", 4, 5}, {"z", 5, 6}, {text, 0, 6},
	}
	for _, tt := range tests {
		i := strings.Index(text, tt.words)
		span := annotations.Span{Start: i, End: i + len(tt.words)}
		want := anchor.TextPositionSelector{Start: tt.start, End: tt.end}
		if got := anchor.Position(text, span); got != want {
			t.Errorf("Position(%q) = %v, want %v", tt.words, got, want)
		}
		if got, err := anchor.FromPosition(text, want); err != nil || got != span {
			t.Errorf("FromPosition(%v) = %v, %v, want %v", want, got, err, span)
		}
	}
}

func TestFromPositionRefuses(t *testing.T) {
	for _, s := range []anchor.TextPositionSelector{{-1, 1}, {0, 0}, {2, 1}, {0, 4}, {9, 10}} {
		if got, err := anchor.FromPosition("é“z", s); err == nil {
			t.Errorf("FromPosition(%v) = %v, want an error", s, got)
		}
	}
}

func FuzzPosition(f *testing.F) {
	f.Add("a“é”z", 1, 4)
	f.Add(strings.Repeat("é", 400), 256, 514)
	f.Add(strings.Repeat("\U0001F600", 130)+"x", 252, 520)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		fuzzed.Within(t, func() {
			span := annotations.Span{Start: start, End: end}
			if !utf8.ValidString(text) || !span.ValidIn(text) {
				t.Skip()
			}
			c := anchor.NewCodePoints(text)
			p := c.Position(span)
			if simple := anchor.Position(text, span); p != simple {
				t.Fatalf("Position(%v) = %v, counted one by one %v", span, p, simple)
			}
			if got, err := c.Span(p); err != nil || got != span {
				t.Fatalf("Span(%v) = %v, %v, want %v", p, got, err, span)
			}
		})
	})
}

func BenchmarkCodePoints(b *testing.B) {
	text := strings.Repeat("Various “talks” went on. ", 40_000)
	c := anchor.NewCodePoints(text)
	end := strings.LastIndex(text, "went")
	for b.Loop() {
		if _, err := c.Span(c.Position(annotations.Span{Start: end, End: end + 4})); err != nil {
			b.Fatal(err)
		}
	}
}
