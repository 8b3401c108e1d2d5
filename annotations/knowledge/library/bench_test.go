package library_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/library"
)

// many is the folder of a library with n articles of about 600 words and 25 names each.
func many(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	l := library.Open(dir)
	r := rand.New(rand.NewPCG(1, 2))
	vocabulary := make([]string, 20_000)
	for i := range vocabulary {
		word := make([]byte, 2+r.IntN(8))
		for k := range word {
			word[k] = "etaoinshrdlucmfwypvbgk"[min(r.IntN(22), r.IntN(22))]
		}
		vocabulary[i] = string(word)
	}
	often := rand.NewZipf(r, 1.1, 3, uint64(len(vocabulary)-1)) // as words are in a language
	for i := range n {
		var s strings.Builder
		var names []library.Entity
		for k := range 600 {
			s.WriteString(vocabulary[often.Uint64()] + " ")
			if k%24 == 0 {
				name := fmt.Sprintf("Ada Name%d", r.IntN(2000))
				names = append(names, person(name, "one of many"))
				s.WriteString(name + ". ")
			}
		}
		if err := l.Add(b.Context(), article(i, fmt.Sprint("Story ", i), s.String(), names...)); err != nil {
			b.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}

func BenchmarkLibrary(b *testing.B) {
	dir := many(b, 1000)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			l := library.Open(dir)
			if all, err := l.All(b.Context()); err != nil || len(all) != 1000 {
				b.Fatal(len(all), err)
			}
			_ = l.Close()
		}
	})
	l := library.Open(dir)
	defer closed(b, l)
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			if found, err := l.Search(b.Context(), "ada name12"); err != nil || len(found) == 0 {
				b.Fatal(len(found), err)
			}
		}
	})
	b.Run("search two letters", func(b *testing.B) {
		for b.Loop() {
			if found, err := l.Search(b.Context(), "th"); err != nil || len(found) == 0 {
				b.Fatal(len(found), err)
			}
		}
	})
	b.Run("mentions", func(b *testing.B) {
		for b.Loop() {
			if found, err := l.Mentions(b.Context(), knowledge.Subject{Kind: annotations.Person, Name: "Ada Name17"}); err != nil || len(found) == 0 {
				b.Fatal(len(found), err)
			}
		}
	})
	b.Run("add", func(b *testing.B) {
		a := article(5000, "New", strings.Repeat("A word of a new story. ", 120), person("Ada Name17", "one of many"))
		for b.Loop() {
			if err := l.Add(b.Context(), a); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("rebuild", func(b *testing.B) {
		for b.Loop() {
			if err := l.Rebuild(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
