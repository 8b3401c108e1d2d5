package annotations

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations/text"
)

// However long a text is, its sentences and words are found as if all of it were
// looked at.
func TestMilestonesChangeNothing(t *testing.T) {
	for name, s := range map[string]string{
		"one paragraph":    strings.Repeat("One, two. Mr. Three said: \"Four!\" Five…  ", 1000),
		"short paragraphs": strings.Repeat("a.\n\n", 9000),
		"without blanks":   strings.Repeat("船が雨の朝に出た。a。b", 2000),
		"one sentence":     strings.Repeat("words and ", 3000),
		"all of them":      strings.Repeat("One. Two.\n\n", 600) + strings.Repeat("Three, four. ", 900) + "\n" + strings.Repeat("五。", 3000),
	} {
		a, err := NewArticle("a.txt", s)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range a.Paragraphs() {
			for x := range a.Sentences(p) {
				if x.Start%7 > 0 && x.Number > 3 {
					continue
				}
				if got := a.SentenceAt(x.Start); got != x {
					t.Fatalf("%s: at %d is %v, want %v", name, x.Start, got, x)
				}
				if got := a.SentenceAt(x.End - 1); got != x {
					t.Fatalf("%s: at %d is %v, want %v", name, x.End-1, got, x)
				}
			}
		}
		for i := 0; i < len(s); i += 1 + len(s)/13 {
			for j := len(s); j > i; j -= 1 + len(s)/11 {
				span := Span{i, j}
				if !span.ValidIn(s) {
					continue
				}
				if got, want := a.Words(span), text.Count(s[i:j]); got != want {
					t.Fatalf("%s: %v has %d words, want %d", name, span, got, want)
				}
			}
		}
	}
}

func TestDivideArticleEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, s := range []string{strings.Repeat("a\n", 1<<20), strings.Repeat("A. ", 1<<20)} {
		for _, wrapped := range []bool{false, true} {
			if _, err := DivideArticle(ctx, "a.txt", s, wrapped); !errors.Is(err, context.Canceled) {
				t.Errorf("it ends with %v", err)
			}
		}
	}
}

// What an article keeps beside its text is a few bytes for each byte of it,
// whatever its shape.
func TestArticleIsSmall(t *testing.T) {
	const size = 4 << 20
	for _, part := range []string{"a\n", "a.\n\n", "\n", "A. ", "a ", "words and words, ", "船。", "a\r\n\r\n"} {
		s := "a" + strings.Repeat(part, size/len(part))
		for _, wrapped := range []bool{false, true} {
			before := heap()
			a, err := DivideArticle(context.Background(), "a.txt", s, wrapped)
			if err != nil {
				t.Fatal(err)
			}
			if kept := heap() - before; kept > 5*len(s) {
				t.Errorf("%q, wrapped %v: %d bytes are kept of %d", part, wrapped, kept, len(s))
			}
			runtime.KeepAlive(a)
		}
	}
}

func heap() int {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// A paragraph is found by its index or one after the other.
func TestParagraphs(t *testing.T) {
	a, err := NewArticle("a.txt", "One.\n\nTwo. Three.\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []Paragraph
	for i, p := range a.Paragraphs() {
		if p != a.Paragraph(i) {
			t.Errorf("%v is not %v", p, a.Paragraph(i))
		}
		got = append(got, p)
	}
	want := []Paragraph{{Span{0, 4}, 1}, {Span{6, 17}, 2}}
	if !slices.Equal(got, want) || a.Len() != 2 {
		t.Errorf("the paragraphs are %v, want %v", got, want)
	}
}
