package annotations

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/fuzzed"
)

func article(t testing.TB, text string) *Article {
	t.Helper()
	a, err := NewArticle("test.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"two", "One went. Two came.", []string{"One went.", "Two came."}},
		{"marks other than a stop", "Who? Stop! Go on.", []string{"Who?", "Stop!", "Go on."}},
		{"no stop at the end", "One went. Two came", []string{"One went.", "Two came"}},
		{"a title", "Ms. Leavitt spoke. Mr. Trump wrote.", []string{"Ms. Leavitt spoke.", "Mr. Trump wrote."}},
		{"initials", "Contact between the U.S. and the group. It was new.", []string{"Contact between the U.S. and the group.", "It was new."}},
		{"initials before a capital", "A U.S. Envoy came. He left.", []string{"A U.S. Envoy came.", "He left."}},
		{"a closing quote belongs to the sentence", `It is "promising." More follow.`, []string{`It is "promising."`, "More follow."}},
		{"curly quotes", "“Go.” “Stay.”", []string{"“Go.”", "“Stay.”"}},
		{"an ellipsis in the middle", "What the President… believes is sincere. She left.", []string{"What the President… believes is sincere.", "She left."}},
		{"an ellipsis at the end", "He waited… Then he left.", []string{"He waited…", "Then he left."}},
		{"a decimal number", "It cost 3.5 million. They paid.", []string{"It cost 3.5 million.", "They paid."}},
		{"a digit opens", "Many died. 33 were freed.", []string{"Many died.", "33 were freed."}},
		{"a small letter does not", "See p. twelve. The end.", []string{"See p. twelve.", "The end."}},
		{"letters of other scripts", "Él vino. Ángel salió.", []string{"Él vino.", "Ángel salió."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := article(t, tt.text)
			var got []string
			for s := range a.Sentences(a.Paragraph(0)) {
				got = append(got, a.Slice(s.Span))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestParagraphsLeaveBlanksOut(t *testing.T) {
	a := article(t, "\n  One. Two. \r\n\n\t\nThree.\n")
	var got []string
	for i, p := range a.Paragraphs() {
		if p.Number != i+1 {
			t.Errorf("paragraph %d has number %d", i+1, p.Number)
		}
		for s := range a.Sentences(p) {
			if s.Paragraph != p.Number {
				t.Errorf("a sentence of paragraph %d says %d", p.Number, s.Paragraph)
			}
		}
		got = append(got, a.Slice(p.Span))
	}
	if want := []string{"One. Two.", "Three."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSentenceAtAndParagraphAt(t *testing.T) {
	const text = "One. Two.\n\nThree. Four."
	a := article(t, text)
	tests := []struct {
		words     string
		paragraph int
		sentence  string
	}{
		{"One", 0, "One."}, {" Two", 0, "One."}, {"Two", 0, "Two."}, {"\n\nThree", 0, "Two."},
		{"Three", 1, "Three."}, {"Four", 1, "Four."},
	}
	for _, tt := range tests {
		offset := strings.Index(text, tt.words)
		if got := a.ParagraphAt(offset); got != tt.paragraph {
			t.Errorf("ParagraphAt(%q) = %d, want %d", tt.words, got, tt.paragraph)
		}
		if got := a.Slice(a.SentenceAt(offset).Span); got != tt.sentence {
			t.Errorf("SentenceAt(%q) = %q, want %q", tt.words, got, tt.sentence)
		}
	}
	if got := a.Slice(a.SentenceAt(len(text) + 10).Span); got != "Four." {
		t.Errorf("behind the end: %q", got)
	}
}

func TestNewArticleRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":            "no text",
		" \n\t\n":     "no text",
		"ab\xffc":     "byte 2",
		"é\xe2\x80":   "byte 2",
		"\ufffd\xc3(": "byte 3", // a replacement character that is really there is fine
	} {
		if _, err := NewArticle("x.txt", text); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "x.txt") {
			t.Errorf("NewArticle(%q): %v, want %q", text, err, want)
		}
	}
}

func TestWords(t *testing.T) {
	a := article(t, "The U.S.-Hamas talks — “33 hostages” — went on …")
	if got := a.Words(Span{0, len(a.Text)}); got != 7 {
		t.Errorf("got %d words, want 7", got)
	}
	if got := a.ReadingMinutes(); got != 1 {
		t.Errorf("got %d minutes, want 1", got)
	}
	if got := article(t, strings.Repeat("word ", 221)).ReadingMinutes(); got != 2 {
		t.Errorf("221 words take %d minutes, want 2", got)
	}
}

// Whatever the text, nothing but blanks lies outside the sentences, and they
// ascend within their paragraphs.
func FuzzSentences(f *testing.F) {
	f.Add("Ms. Leavitt said, \"Look… it is.\" She left.\n\n33 came.")
	f.Add("…… A.B. C?! »D.« (E.) \u00a0F.")
	f.Fuzz(func(t *testing.T, text string) {
		fuzzed.Within(t, func() {
			a, err := NewArticle("x", text)
			if err != nil {
				if utf8.ValidString(text) && strings.TrimSpace(text) != "" {
					t.Fatalf("a good text is refused: %v", err)
				}
				return
			}
			end := 0
			for _, p := range a.Paragraphs() {
				i := 0
				for s := range a.Sentences(p) {
					i++
					if !s.ValidIn(text) || !p.Covers(s.Span) || s.Start < end || s.Number != i {
						t.Fatalf("sentence %v after %d in paragraph %v", s, end, p.Span)
					}
					if strings.IndexFunc(text[end:s.Start], func(r rune) bool { return !unicode.IsSpace(r) }) >= 0 {
						t.Fatalf("%q belongs to no sentence", text[end:s.Start])
					}
					end = s.End
				}
			}
			if strings.TrimSpace(text[end:]) != "" {
				t.Fatalf("%q belongs to no sentence", text[end:])
			}
		})
	})
}
