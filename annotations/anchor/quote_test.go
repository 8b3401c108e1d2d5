package anchor_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/fuzzed"
)

func TestFind(t *testing.T) {
	const text = "Hamas spoke. The U.S.–Hamas talks went on; “Hamas” agreed."
	tests := []struct {
		name     string
		selector anchor.TextQuoteSelector
		start    int // in text; -1 if Find has to fail
	}{
		{"unique words", anchor.TextQuoteSelector{Exact: "talks"}, strings.Index(text, "talks")},
		{"prefix tells apart", anchor.TextQuoteSelector{Exact: "Hamas", Prefix: "U.S.–"}, strings.Index(text, "Hamas talks")},
		{"suffix tells apart", anchor.TextQuoteSelector{Exact: "Hamas", Suffix: " spoke"}, 0},
		{"both tell apart", anchor.TextQuoteSelector{Exact: "Hamas", Prefix: "“", Suffix: "”"}, strings.Index(text, "Hamas” ")},
		{"the last words", anchor.TextQuoteSelector{Exact: "agreed."}, strings.Index(text, "agreed.")},
		{"the whole text", anchor.TextQuoteSelector{Exact: text}, 0},
		{"another case", anchor.TextQuoteSelector{Exact: "hamas"}, -1},
		{"longer than the text", anchor.TextQuoteSelector{Exact: text + "."}, -1},
		{"half a character", anchor.TextQuoteSelector{Exact: "\x80\x93Hamas"}, -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := anchor.Find(text, tt.selector)
			if tt.start < 0 {
				if !errors.Is(err, anchor.ErrNotFound) {
					t.Fatalf("got %v, %v, want ErrNotFound", got, err)
				}
				return
			}
			want := annotations.Span{Start: tt.start, End: tt.start + len(tt.selector.Exact)}
			if err != nil || got != want {
				t.Errorf("got %v, %v, want %v", got, err, want)
			}
		})
	}
}

func TestFindSaysWhyItFails(t *testing.T) {
	var ambiguous *anchor.AmbiguousError
	if _, err := anchor.Find("aXaXa", anchor.TextQuoteSelector{Exact: "a"}); !errors.As(err, &ambiguous) || ambiguous.Count != 3 {
		t.Errorf("three places: got %v", err)
	}
	// Places that overlap are two places.
	if _, err := anchor.Find("aXaXa", anchor.TextQuoteSelector{Exact: "aXa"}); !errors.As(err, &ambiguous) || ambiguous.Count != 2 {
		t.Errorf("two overlapping places: got %v", err)
	}
	var context *anchor.NoContextError
	_, err := anchor.Find("aXbX", anchor.TextQuoteSelector{Exact: "X", Prefix: "c"})
	if !errors.As(err, &context) || context.Count != 2 || !errors.Is(err, anchor.ErrNotFound) {
		t.Errorf("wrong context: got %v", err)
	}
	if _, err := anchor.Find("a", anchor.TextQuoteSelector{}); !errors.Is(err, anchor.ErrEmpty) {
		t.Errorf("no words: got %v", err)
	}
}

func TestDescribe(t *testing.T) {
	const text = "The group met Hamas in March. In the long spring Hamas met the group again in March."
	tests := []struct {
		name, exact    string
		nth            int
		prefix, suffix string
	}{
		{"unique words need no context", "again", 0, "", ""},
		{"the prefix is cut at a blank", "Hamas", 0, "group met ", ""},
		{"the second", "Hamas", 1, "long spring ", ""},
		{"a prefix does before a suffix is tried", "in March", 0, "met Hamas ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := nth(text, tt.exact, tt.nth)
			got := anchor.Describe(text, annotations.Span{Start: start, End: start + len(tt.exact)})
			if want := (anchor.TextQuoteSelector{Exact: tt.exact, Prefix: tt.prefix, Suffix: tt.suffix}); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestDescribeKeepsContextShort(t *testing.T) {
	text := strings.Repeat("x", 500) + " one word " + strings.Repeat("y", 500) + " two word " + strings.Repeat("z", 500)
	start := strings.LastIndex(text, "word")
	got := anchor.Describe(text, annotations.Span{Start: start, End: start + 4})
	if n := utf8.RuneCountInString(got.Prefix + got.Suffix); n > 64 {
		t.Errorf("the context has %d characters: %q", n, got)
	}
}

func nth(text, words string, n int) int {
	at := 0
	for ; n > 0; n-- {
		at += strings.Index(text[at:], words) + 1
	}
	return at + strings.Index(text[at:], words)
}

func FuzzDescribe(f *testing.F) {
	f.Add("the group and the group", 4, 9)
	f.Add("aaaaaaaaaaaa", 3, 7)
	f.Add("é“ü” é“ü”", 0, 2)
	f.Add("\U0001F1E9\U0001F1EA x \U0001F1E9\U0001F1EA", 4, 8)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		fuzzed.Within(t, func() {
			span := annotations.Span{Start: start, End: end}
			if len(text) > 2000 || !utf8.ValidString(text) || !span.ValidIn(text) {
				t.Skip()
			}
			s := anchor.Describe(text, span)
			for _, part := range []string{s.Exact, s.Prefix, s.Suffix} {
				if !utf8.ValidString(part) {
					t.Fatalf("%q cuts a character", part)
				}
			}
			if got, err := anchor.Find(text, s); err != nil || got != span {
				t.Fatalf("Find(%q) = %v, %v, want %v", s, got, err, span)
			}
		})
	})
}
