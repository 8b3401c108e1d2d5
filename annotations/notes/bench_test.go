package notes_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/disk"
	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/notes"
)

// manyNotes is how many notes the benchmarks have on one article.
const manyNotes = 10_000

// large returns a text of about 3.3 MB, and notes on it.
func large(b *testing.B, n int) (notes.Article, []notes.Change) {
	b.Helper()
	words := prose(1, 800_000)
	a := notes.Article{Text: text(words), Title: "Large", Path: "/large"}
	points := anchor.NewCodePoints(a.Text)
	var all []notes.Change
	at, fingerprint := 0, notes.Fingerprint(a.Text)
	for i := range n {
		from := at + strings.IndexByte(a.Text[at:], ' ') + 1
		to := from + 30 + strings.IndexByte(a.Text[from+30:], ' ')
		at += (len(a.Text) - 200) / n
		x := notes.Note{ID: notes.ID(fmt.Sprintf("N%06d", i)), Target: notes.Target{Text: fingerprint}}
		span := annotations.Span{Start: from, End: to}
		x.Target.Position, x.Target.Quote = points.Position(span), anchor.InContext(a.Text, span)
		if i%2 == 0 {
			x.Text = "some words about it, and a #tag"
		}
		all = append(all, notes.Put(x))
	}
	return a, all
}

// Opening the notes of an article and placing them, beside reading the same lines as
// JSON that nobody looks at.
func BenchmarkOpen(b *testing.B) {
	folder := b.TempDir()
	a, all := large(b, manyNotes)
	var path string
	{
		s, err := notes.Open(disktest.NoSync{}, folder, clock())
		if err != nil {
			b.Fatal(err)
		}
		of := book(b, s, a)
		do(b, of, notes.Import, all...)
		found, _ := filepath.Glob(filepath.Join(of.Folder(), "*.jsonl"))
		path = found[0]
		_ = s.Close()
	}
	b.Run("notes", func(b *testing.B) {
		for b.Loop() {
			s, err := notes.Open(disk.OS{}, folder, clock())
			if err != nil {
				b.Fatal(err)
			}
			of := book(b, s, a)
			if n := len(of.State().Notes); n != manyNotes {
				b.Fatal(n)
			}
			_ = s.Close()
		}
	})
	b.Run("place", func(b *testing.B) {
		of := book(b, open(b, disk.OS{}, folder), a)
		for b.Loop() {
			set, _, err := notes.Place(b.Context(), a.Text, of.State().Notes, of.Text)
			if err != nil || len(set.Standing()) != manyNotes {
				b.Fatal(err)
			}
		}
	})
	b.Run("json", func(b *testing.B) {
		for b.Loop() {
			data, err := os.ReadFile(path)
			if err != nil {
				b.Fatal(err)
			}
			for line := range strings.Lines(string(data)) {
				var x any
				if err := json.Unmarshal([]byte(line), &x); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// One more note among many, without waiting for the disk.
func BenchmarkDo(b *testing.B) {
	a, all := large(b, manyNotes)
	of := book(b, open(b, disktest.NoSync{}, b.TempDir()), a)
	do(b, of, notes.Import, all...)
	n := *all[0].Put
	for i := 0; b.Loop(); i++ {
		n.Text = fmt.Sprint(i)
		do(b, of, notes.Edit, notes.Put(n))
	}
}

// Notes brought over to a text in which a word in fifty is another.
func BenchmarkBringOver(b *testing.B) {
	const n = 1000
	a, all := large(b, n)
	words := prose(1, 800_000)
	for i := range words {
		if i%50 == 0 {
			words[i] = "other"
		}
	}
	later := text(words)
	var noted []*notes.Note
	for _, c := range all {
		noted = append(noted, c.Put)
	}
	for b.Loop() {
		if _, _, err := notes.Place(b.Context(), later, noted, func(string) (string, error) { return a.Text, nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// Looking for the notes of an article that has none among those of many others.
func BenchmarkLook(b *testing.B) {
	folder := b.TempDir()
	s := open(b, disktest.NoSync{}, folder)
	for i := range 500 {
		do(b, book(b, s, notes.Article{Text: text(prose(uint64(i), 2000)), Title: "One"}), notes.Highlight, notes.Put(notes.Note{ID: "A"}))
	}
	a := notes.Article{Text: text(prose(1<<40, 2000))}
	for b.Loop() {
		if _, err := s.Look(b.Context(), a); err != nil {
			b.Fatal(err)
		}
	}
}
