package notes_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations/anchor"
	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/notes"
)

// prose returns a text of words that follow from a seed, the frequent ones first.
func prose(seed uint64, words int) []string {
	random := rand.New(rand.NewPCG(seed, 15))
	out := make([]string, words)
	for i := range out {
		out[i] = fmt.Sprintf("w%d", int(600*random.Float64()*random.Float64()*random.Float64()))
	}
	return out
}

func text(words []string) string { return strings.Join(words, " ") + "." }

func TestLook(t *testing.T) {
	folder := t.TempDir()
	s := open(t, disktest.NoSync{}, folder)
	old := prose(1, 1000)
	noted := notes.Article{Text: text(old), Title: "Old", Edition: "edition-1", Path: "/a/old.txt"}
	n := on(t, noted, "A", old[500]+" "+old[501], "words")
	b := book(t, s, noted)
	do(t, b, notes.Write, notes.Put(n))
	do(t, book(t, s, notes.Article{Text: text(prose(2, 1000)), Title: "Other", Path: "/a/other.txt"}), notes.Highlight, notes.Put(notes.Note{ID: "X"}))

	without := func(from, to int) string { return text(append(slices.Clone(old[:from]), old[to:]...)) }
	replaced := func(every int) string {
		words := slices.Clone(old)
		for i := range words {
			if i%every == 0 {
				words[i] = fmt.Sprint("new", i)
			}
		}
		return text(words)
	}
	for _, c := range []struct {
		name string
		of   notes.Article
		want notes.How
	}{
		{"the same text", notes.Article{Text: noted.Text}, notes.SameText},
		{"another text of the edition", notes.Article{Text: text(prose(3, 900)), Edition: "edition-1", Path: "/b"}, notes.SameEdition},
		{"another text at the path", notes.Article{Text: text(prose(4, 900)), Path: "/a/old.txt"}, notes.SamePath},
		{"a third left out", notes.Article{Text: without(300, 640), Path: "/b"}, notes.SameWords},
		{"half left out", notes.Article{Text: without(200, 700), Path: "/b"}, notes.None},
		{"one word in twelve replaced", notes.Article{Text: replaced(12)}, notes.SameWords},
		{"one word in three replaced", notes.Article{Text: replaced(3)}, notes.SameWords},
		{"every second word replaced", notes.Article{Text: replaced(2)}, notes.None},
		{"doubled in length", notes.Article{Text: noted.Text + text(prose(5, 1000))}, notes.SameWords},
		{"the words turned round", notes.Article{Text: func() string {
			words := slices.Clone(old)
			slices.Reverse(words)
			return text(words)
		}()}, notes.None},
		{"another text", notes.Article{Text: text(prose(6, 1000)), Title: "Old"}, notes.None},
		{"a text without words", notes.Article{Text: "…"}, notes.None},
		{"nothing", notes.Article{}, notes.None},
	} {
		found, err := s.Look(t.Context(), c.of)
		if err != nil || found.How != c.want || c.want != notes.None && (found.Notes != 1 || found.Title != "Old") {
			t.Errorf("%s: found %+v, %v, want %v", c.name, found, err, c.want)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Look(ended, notes.Article{Text: without(0, 10)}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled it returns %v", err)
	}

	// about.json is lost, and damaged: the texts that are kept tell as much but the path.
	about := filepath.Join(b.Folder(), "about.json")
	for _, damaged := range []string{"", "{"} {
		if err := os.WriteFile(about, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		if found, err := s.Look(t.Context(), noted); found.How != notes.SameText || err != nil {
			t.Errorf("without about.json found %+v, %v", found, err)
		}
		if found, err := s.Look(t.Context(), notes.Article{Text: without(0, 100)}); found.How != notes.SameWords || err != nil {
			t.Errorf("without about.json found %+v, %v", found, err)
		}
	}
	do(t, book(t, open(t, disktest.NoSync{}, folder), noted), notes.Highlight, notes.Put(notes.Note{ID: "B"}))
	if found, err := s.Look(t.Context(), notes.Article{Path: noted.Path, Text: "new"}); found.How != notes.SamePath || found.Notes != 2 || err != nil {
		t.Errorf("with about.json made anew found %+v, %v", found, err)
	}
	if _, err := os.Stat(about + ".broken"); err != nil {
		t.Error(err)
	}
}

// The reader is asked once whether the notes of an earlier text belong to a later one.
func TestBringingNotesToALaterText(t *testing.T) {
	words := prose(1, 400)
	earlier := notes.Article{Text: text(words), Title: "Old", Path: "/a"}
	later := notes.Article{Text: text(append(prose(2, 30), words...)), Title: "New", Path: "/a"}
	for _, bring := range []bool{true, false} {
		folder := t.TempDir()
		s := open(t, disktest.NoSync{}, folder)
		n := on(t, earlier, "A", strings.Join(words[200:206], " "), "words")
		do(t, book(t, s, earlier), notes.Write, notes.Put(n))
		found, err := s.Look(t.Context(), later)
		if err != nil || found.How != notes.SamePath {
			t.Fatalf("found %+v, %v", found, err)
		}
		name := found.Book
		if !bring {
			name = ""
		}
		b, err := s.Book(t.Context(), later, name)
		if err == nil {
			err = b.Keep()
		}
		if err != nil {
			t.Fatal(err)
		}
		again, err := s.Look(t.Context(), later)
		want := map[bool]int{true: 1}[bring]
		if err != nil || again.How != notes.SameText || again.Notes != want || (again.Book == found.Book) != bring {
			t.Errorf("brought %v: looked for again they are found %+v, %v", bring, again, err)
		}
		set, report, err := notes.Place(t.Context(), later.Text, b.State().Notes, b.Text)
		if err != nil || set.Len() != want || report != (anchor.Report{Kept: want}) {
			t.Errorf("brought %v: %v are there, %+v, %v", bring, set.All(), report, err)
		}
		for _, p := range set.All() {
			if got := later.Text[p.Span.Start:p.Span.End]; got != n.Target.Quote.Exact {
				t.Errorf("the note is on %q", got)
			}
		}
		// A note on the later text, and one on the earlier, have their texts.
		do(t, b, notes.Highlight, notes.Put(on(t, later, "B", words[100], "")))
		b = book(t, open(t, disktest.NoSync{}, folder), later)
		for _, n := range b.State().Notes {
			if kept, err := b.Text(n.Target.Text); notes.Fingerprint(kept) != n.Target.Text || err != nil {
				t.Errorf("the text of %s is not kept: %v", n.ID, err)
			}
		}
	}
}

func TestPlace(t *testing.T) {
	a := sample
	aside := on(t, a, "aside", "the men", "")
	aside.Target.Aside = true
	wrong := on(t, a, "wrong", "Doha", "")
	wrong.Target.Position.Start++
	wrong.Target.Position.End++
	beyond := on(t, a, "beyond", "Nobody", "")
	beyond.Target.Position.End = 1 << 40
	foreign := on(t, a, "foreign", "not so bad", "")
	foreign.Target.Text, foreign.Target.Position = "", anchor.TextPositionSelector{}
	foreign.Target.Quote.Prefix, foreign.Target.Quote.Suffix = "they were ", ". "
	nowhere := on(t, a, "nowhere", "envoy", "")
	nowhere.Target.Text, nowhere.Target.Quote.Exact = strings.Repeat("0", 64), "unheard-of word"
	all := []*notes.Note{&aside, &wrong, &beyond, &foreign, &nowhere, new(notes.Note)}
	set, report, err := notes.Place(t.Context(), a.Text, all, func(string) (string, error) { return "", os.ErrNotExist })
	if err != nil || set.Len() != len(all) || report.Unanchored != 2 {
		t.Fatalf("%v, %+v, %v", set.All(), report, err)
	}
	for _, id := range []notes.ID{"wrong", "beyond", "foreign"} {
		p, _ := set.Get(id)
		if got := a.Text[p.Span.Start:p.Span.End]; got != p.Target.Quote.Exact {
			t.Errorf("the note %s is found at %q, %v", id, got, p.Status)
		}
	}
	for _, id := range []notes.ID{"aside", "nowhere", ""} {
		if p, _ := set.Get(id); p.Status != anchor.Unanchored || !p.Span.Empty() {
			t.Errorf("the note %s is found at %v, %v", id, p.Span, p.Status)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := notes.Place(ended, a.Text, all, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled it returns %v", err)
	}
}
