package library_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/library"
)

func article(n int, title, text string, entities ...library.Entity) library.Article {
	return library.Article{
		Fingerprint: sha256.Sum256([]byte(text)), Title: title, Path: fmt.Sprintf("/articles/%d.txt", n),
		Opened: time.Date(2026, 11, 1, 12, n, 0, 0, time.UTC), Text: text, Entities: entities,
	}
}

func person(name, identity string, aliases ...string) library.Entity {
	return library.Entity{Kind: annotations.Person, Name: name, Identity: identity, Aliases: aliases}
}

func place(name string) library.Entity {
	return library.Entity{Kind: annotations.Place, Name: name}
}

// shelf is a library with four articles.
func shelf(t *testing.T) (*library.Library, string, []library.Article) {
	t.Helper()
	dir := t.TempDir()
	all := []library.Article{
		article(1, "Talks in Doha", "Adam Boehler flew to Doha. He met officials.\nNo one spoke of Café Müller.",
			person("Adam Boehler", "nominee to handle hostage affairs", "Boehler"), place("Doha")),
		article(2, "A second story", "In Doha the nominee, Adam Boehler, said little.\nLater he left.",
			person("Adam Boehler", "the hostage envoy"), place("Doha")),
		article(3, "Without marks", "Nobody marked this. Adam Boehler is in it, and Doha is as well."),
		article(4, "Another Boehler", "Karl Boehler painted hills.", person("Karl Boehler", "painter", "Boehler")),
	}
	l := library.Open(dir)
	t.Cleanup(func() { _ = l.Close() })
	for _, a := range all {
		if err := l.Add(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	return l, dir, all
}

// closed closes a library.
func closed(t testing.TB, l *library.Library) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

func titles[A any](all []A, title func(A) string) string {
	var s []string
	for _, a := range all {
		s = append(s, title(a))
	}
	return strings.Join(s, "; ")
}

func titlesOf(all []library.Article) string {
	return titles(all, func(a library.Article) string { return a.Title })
}

func TestAll(t *testing.T) {
	l, _, added := shelf(t)
	all, err := l.All(t.Context())
	if got := titlesOf(all); err != nil || got != "Another Boehler; Without marks; A second story; Talks in Doha" {
		t.Fatalf("%s, %v", got, err)
	}
	if a := all[3]; a.Fingerprint != added[0].Fingerprint || !a.Opened.Equal(added[0].Opened) || a.Path != added[0].Path {
		t.Errorf("%+v", a)
	}
	if text, err := l.Text(added[0].Fingerprint); err != nil || text != added[0].Text {
		t.Errorf("%q, %v", text, err)
	}
}

func TestSearch(t *testing.T) {
	l, _, _ := shelf(t)
	for _, tc := range []struct{ query, titles, first string }{
		{"doha", "Talks in Doha; Without marks; A second story", "Adam Boehler flew to [Doha]. He met officials. No one spoke of Café Müller."},
		{"doha nominee", "A second story", ""},
		{"hill", "Another Boehler", "Karl Boehler painted [hills]."},
		{"hill ", "", ""},
		{"cafe muller", "Talks in Doha", ""},
		{`"adam boehler"`, "Without marks; Talks in Doha; A second story", ""},
		{`"boehler adam"`, "", ""},
		{"“painted hills”", "Another Boehler", ""},
		{"", "", ""},
		{`"`, "", ""},
		{`" AND OR NOT ( * ^ : -`, "", ""},
		{"title:doha", "", ""},
		{"col:umn", "", ""},
		{strings.Repeat("doha ", 10_000), "Talks in Doha; Without marks; A second story", ""},
	} {
		found, err := l.Search(t.Context(), tc.query)
		if err != nil {
			t.Errorf("%.40q: %v", tc.query, err)
			continue
		}
		got := strings.Split(titles(found, func(f library.Found) string { return f.Title }), "; ")
		want := strings.Split(tc.titles, "; ")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%.40q: %q, want %q", tc.query, got, want)
		}
		if tc.first != "" {
			s := found[0].Sentence
			for _, m := range slices.Backward(found[0].Marks) {
				s = s[:m.Start] + "[" + s[m.Start:m.End] + "]" + s[m.End:]
			}
			if s != tc.first {
				t.Errorf("%.40q: %q, want %q", tc.query, s, tc.first)
			}
		}
	}
}

func TestMentions(t *testing.T) {
	l, _, all := shelf(t)
	for name, tc := range map[string]struct {
		about knowledge.Subject
		want  string
	}{
		"elsewhere": {
			knowledge.Subject{Kind: annotations.Person, Name: "Adam Boehler", Called: []string{"President Trump's nominee for hostages"}, Except: all[3].Fingerprint},
			"Without marks? [Adam Boehler] is in it, and Doha is as well.|" +
				"A second story? In Doha the nominee, [Adam Boehler], said little.|" +
				"Talks in Doha: [Adam Boehler] flew to Doha.",
		},
		"not in itself": {
			knowledge.Subject{Kind: annotations.Place, Name: "Doha", Except: all[0].Fingerprint},
			"Without marks? Adam Boehler is in it, and [Doha] is as well.|A second story: In [Doha] the nominee, Adam Boehler, said little.",
		},
		"a surname is no person":      {knowledge.Subject{Kind: annotations.Person, Name: "Boehler"}, ""},
		"nor is it one by an alias":   {knowledge.Subject{Kind: annotations.Person, Name: "Eva Boehler", Aliases: []string{"Boehler"}}, ""},
		"another kind":                {knowledge.Subject{Kind: annotations.Organisation, Name: "Karl Boehler", Except: all[3].Fingerprint}, ""},
		"a kind that is not kept":     {knowledge.Subject{Kind: annotations.Number, Name: "Doha"}, ""},
		"spelt without its accents":   {knowledge.Subject{Kind: annotations.Person, Name: "KARL  BOEHLER"}, "Another Boehler? [Karl Boehler] painted hills."},
		"a name that is none":         {knowledge.Subject{Kind: annotations.Person, Name: "\x00\xff"}, ""},
		"a name as long as an attack": {knowledge.Subject{Kind: annotations.Person, Name: strings.Repeat("Doha ", 1<<16)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := l.Mentions(t.Context(), tc.about)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, a := range found {
				sign := "?"
				if a.Sure {
					sign = ":"
				}
				got = append(got, a.Title+sign+" "+a.Sentence[:a.Start]+"["+a.Sentence[a.Start:a.End]+"]"+a.Sentence[a.End:])
			}
			if s := strings.Join(got, "|"); s != tc.want {
				t.Errorf("%s\nwant %s", s, tc.want)
			}
		})
	}
}

func TestAsk(t *testing.T) {
	l, _, all := shelf(t)
	lines, err := l.Ask(t.Context(), knowledge.Subject{Kind: annotations.Place, Name: "Doha", Except: all[1].Fingerprint})
	if err != nil || len(lines) != 1 || lines[0].From != knowledge.Library || len(lines[0].Articles) != 2 || lines[0].More != 0 || !lines[0].Sure {
		t.Errorf("%+v, %v", lines, err)
	}
}

// What is forgotten leaves no word in any file.
func TestForget(t *testing.T) {
	l, dir, all := shelf(t)
	if err := l.Forget(t.Context(), all[3].Fingerprint, all[2].Fingerprint); err != nil {
		t.Fatal(err)
	}
	left, err := l.All(t.Context())
	if got := titlesOf(left); err != nil || got != "A second story; Talks in Doha" {
		t.Errorf("%s, %v", got, err)
	}
	for _, word := range []string{"painted", "Nobody marked"} {
		if in := filesWith(t, dir, word); len(in) > 0 {
			t.Errorf("%q is still in %q", word, in)
		}
	}
	if err := l.ForgetAll(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left, err := l.All(t.Context()); err != nil || len(left) != 0 {
		t.Errorf("%s, %v", titlesOf(left), err)
	}
	for _, name := range []string{"library", "library.db", "library.db-wal", "library.db-shm"} {
		if _, err := os.Lstat(filepath.Join(dir, name)); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there: %v", name, err)
		}
	}
}

func filesWith(t *testing.T, dir, word string) (in []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(string(data), word) {
			in = append(in, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// A new state of the same file takes the place of the older one.
func TestAddAgain(t *testing.T) {
	l, _, all := shelf(t)
	again := all[0]
	again.Text += "\nA last word."
	again.Fingerprint = sha256.Sum256([]byte(again.Text))
	again.Opened = again.Opened.Add(time.Hour)
	for range 2 {
		if err := l.Add(t.Context(), again); err != nil {
			t.Fatal(err)
		}
	}
	left, err := l.All(t.Context())
	if got := titlesOf(left); err != nil || got != "Talks in Doha; Another Boehler; Without marks; A second story" {
		t.Errorf("%s, %v", got, err)
	}
	if found, err := l.Search(t.Context(), `"last word"`); err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
}

// An article that is opened again as it is moves to the front, and is found as before, also
// by a library that begins with the index as it was left.
func TestAddWhatIsThere(t *testing.T) {
	l, dir, all := shelf(t)
	closed(t, l)
	for i, a := range all {
		l := library.Open(dir)
		a.Opened = a.Opened.Add(time.Duration(i+1) * 24 * time.Hour)
		if err := l.Add(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		left, err := l.All(t.Context())
		if err != nil || len(left) != len(all) || left[0].Title != a.Title || !left[0].Opened.Equal(a.Opened) {
			t.Errorf("%q is not in front: %s, %v", a.Title, titlesOf(left), err)
		}
		closed(t, l)
		l = library.Open(dir)
		if found, err := l.Search(t.Context(), a.Title); err != nil || len(found) == 0 || found[0].Fingerprint != a.Fingerprint {
			t.Errorf("%q is not found: %v, %v", a.Title, found, err)
		}
		closed(t, l)
	}
}

func TestNothingIsMadeByAsking(t *testing.T) {
	dir := t.TempDir()
	l := library.Open(filepath.Join(dir, "none"))
	defer closed(t, l)
	if all, err := l.All(t.Context()); len(all) != 0 || err != nil {
		t.Errorf("%v, %v", all, err)
	}
	if found, err := l.Search(t.Context(), "doha"); len(found) != 0 || err != nil {
		t.Errorf("%v, %v", found, err)
	}
	if lines, err := l.Ask(t.Context(), knowledge.Subject{Kind: annotations.Place, Name: "Doha"}); len(lines) != 0 || err != nil {
		t.Errorf("%v, %v", lines, err)
	}
	if err := errors.Join(l.Forget(t.Context(), annotations.Fingerprint{1}), l.ForgetAll(t.Context())); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(dir); len(entries) != 0 || err != nil {
		t.Errorf("%v, %v", entries, err)
	}
}

// Two windows add and search at once.
func TestTwoWindows(t *testing.T) {
	dir := t.TempDir()
	const each = 25
	var wg sync.WaitGroup
	errs := make(chan error, 1000)
	for w := range 2 {
		wg.Go(func() {
			l := library.Open(dir)
			defer closed(t, l)
			for i := range each {
				n := w*each + i
				errs <- l.Add(t.Context(), article(n, fmt.Sprint("Story ", n), fmt.Sprintf("Story number%d tells of Doha.", n), place("Doha")))
				_, err := l.Search(t.Context(), "doha")
				errs <- err
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	l := library.Open(dir)
	defer closed(t, l)
	if all, err := l.All(t.Context()); err != nil || len(all) != 2*each {
		t.Errorf("%d articles, %v", len(all), err)
	}
	if found, err := l.Mentions(t.Context(), knowledge.Subject{Kind: annotations.Place, Name: "Doha"}); err != nil || len(found) != 2*each {
		t.Errorf("%d articles, %v", len(found), err)
	}
}

func TestCancelled(t *testing.T) {
	l, _, _ := shelf(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Search(ctx, "doha"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if found, err := l.Search(t.Context(), "doha"); err != nil || len(found) != 3 {
		t.Errorf("%v, %v", found, err)
	}
}

func TestRefuses(t *testing.T) {
	if err := library.Open(t.TempDir()).Add(t.Context(), library.Article{Title: "None"}); err == nil {
		t.Error("an article without a fingerprint is in the library")
	}
}
