package find_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/find"
)

func article(t testing.TB, text string) *annotations.Article {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Skip(err) // no text, or not UTF-8
	}
	return a
}

func TestIn(t *testing.T) {
	for _, x := range []struct {
		text, query string
		want        []string
	}{
		{"The talks and the Talks.", "talks", []string{"talks", "Talks"}},
		{"The talks and the Talks.", "TALKS", []string{"talks", "Talks"}},
		{"Ångström met Angstrom.", "angstrom", []string{"Ångström", "Angstrom"}},
		{"A\u030angstro\u0308m", "angstrom", []string{"A\u030angstro\u0308m"}},
		{"Cafe\u0301 and café", "é", []string{"e\u0301", "é"}},
		{"He said “no.”", "\"no", []string{"“no"}},
		{"He said \"no.\"", "“no.”", []string{"\"no.\""}},
		{"Israel’s and Israel's", "israel's", []string{"Israel’s", "Israel's"}},
		{"two  blanks and\ttabs", "two blanks and tabs", []string{"two  blanks and\ttabs"}},
		{"aaaa", "aa", []string{"aa", "aa"}},
		{"İstanbul", "istanbul", []string{"İstanbul"}},
		{"ΟΔΟΣ, οδός", "οδοσ", []string{"ΟΔΟΣ", "οδός"}},
		{"한국", "\u1112", nil}, // a part of the first syllable
		{"한국", "\u1112\u1161\u11ab", []string{"한"}},
		{"one\ntwo", "one two", nil},
		{"anything", "  ", nil},
		{"anything", "", nil},
		{"anything", "else", nil},
	} {
		var got []string
		a := article(t, x.text)
		for _, s := range find.In(a, x.query) {
			got = append(got, a.Slice(s))
		}
		if !reflect.DeepEqual(got, x.want) {
			t.Errorf("%q in %q: got %q, want %q", x.query, x.text, got, x.want)
		}
	}
}

func FuzzIn(f *testing.F) {
	f.Add("Ångström met A\u030angstrom.\n“Talks,” he said.", "ang")
	f.Add("a  b\tc", "b c")
	f.Add("한국 ΟΔΟΣ", "οδος")
	f.Add(" \u0308a\u0308 \u0308 b", "a b")
	f.Fuzz(func(t *testing.T, text, query string) {
		a := article(t, text)
		last := 0
		for _, s := range find.In(a, query) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("hit %v after byte %d of %d", s, last, len(text))
			}
			last = s.End
			words := a.Slice(s)
			if !utf8.ValidString(words) {
				t.Fatalf("hit %v divides a character", s)
			}
			if got, want := find.Fold(words), find.Fold(query); got != want {
				t.Fatalf("hit %q folds to %q, the query to %q", words, got, want)
			}
		}
	})
}

// BenchmarkIn finds a frequent word in 3 MB of text.
func BenchmarkIn(b *testing.B) {
	text := strings.Repeat("The talks went on for a year, and the café stayed open.\n", 3<<20/57)
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if n := len(find.In(a, "cafe")); n != 3<<20/57 {
			b.Fatal(n)
		}
	}
}
