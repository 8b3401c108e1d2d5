package prefs_test

import (
	"crypto/sha256"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"
	"weak"

	"sidelight/annotations"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

const shortText = "Ann met Bo.\nThey talked. Ann left, Bo stayed.\n"

// atTheTop is the place of an article that was not read yet.
var atTheTop = session.Place{Offset: -1}

// short returns an edition of [shortText] with Ann and Bo marked twice each.
func short(t *testing.T) *annotations.Edition {
	t.Helper()
	return edition(t, shortText)
}

// edition returns an edition of a text in which each Ann and each Bo is marked. Its
// file is that of [shortText], whatever the text.
func edition(t *testing.T, text string) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("short.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	a.File.Fingerprint = sha256.Sum256([]byte(shortText))
	c := annotations.Content{Title: "Short", Article: a, Entities: []annotations.Entity{
		{ID: "ann", Name: "Ann", Kind: annotations.Person}, {ID: "bo", Name: "Bo", Kind: annotations.Person},
	}}
	for i := range text {
		for _, e := range c.Entities {
			if strings.HasPrefix(text[i:], e.Name) {
				c.Mentions = append(c.Mentions, annotations.Mention{
					Span: annotations.Span{Start: i, End: i + len(e.Name)}, Entity: e.ID, Form: annotations.Name,
				})
			}
		}
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// sentenceOf returns the span of the sentence in which words stand.
func sentenceOf(e *annotations.Edition, words string) annotations.Span {
	return e.Article().SentenceAt(strings.Index(e.Article().Text, words)).Span
}

func nthID(t *testing.T, e *annotations.Edition, id annotations.EntityID, n int) annotations.MentionID {
	t.Helper()
	m, ok := e.Nth(id, n)
	if !ok {
		t.Fatalf("%s has no mention %d", id, n)
	}
	return m.ID()
}

func TestLeftIsKept(t *testing.T) {
	p, log := newPrefs(t)
	e := short(t)
	want := prefs.Left{
		Place: session.Place{Selected: "bo", Mention: nthID(t, e, "bo", 1), Offset: 12, Past: 3.5},
		Opened: []prefs.Opened{
			{Passage: sentenceOf(e, "They")}, {Entity: "bo"}, {Passage: sentenceOf(e, "Ann left")}, {Entity: "gone"},
		},
	}
	p.SetLeft(e, want)
	if got := p.Left(e); got.Place != want.Place || !slices.Equal(got.Opened, want.Opened) {
		t.Errorf("left %+v, want %+v", got, want)
	}
	p.SetLeft(e, prefs.Left{Place: session.Place{Offset: -1, Past: 20}})
	if got := p.Left(e); got.Place != (session.Place{Offset: -1, Past: 20}) || len(got.Opened) != 0 {
		t.Errorf("left in the header: %+v", got)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestNoMoreIsKeptThanTheLast(t *testing.T) {
	p, _ := newPrefs(t)
	var all []prefs.Opened
	for i := range 40 {
		all = append(all, prefs.Opened{Entity: annotations.EntityID("e" + strings.Repeat("x", i))})
	}
	p.SetLeft(short(t), prefs.Left{Opened: all})
	if got := p.Left(short(t)).Opened; !slices.Equal(got, all[:prefs.MaxOpened]) {
		t.Errorf("opened %v", got)
	}
}

// A newer version may make another text of the same file: places are found again
// by their words, the nearest ones.
func TestPlacesAreFoundAgainByTheirWords(t *testing.T) {
	p, _ := newPrefs(t)
	e := short(t)
	left := strings.Index(shortText, "Ann left")
	p.SetLeft(e, prefs.Left{
		Place:  session.Place{Offset: left, Past: 4},
		Opened: []prefs.Opened{{Passage: sentenceOf(e, "They")}, {Passage: sentenceOf(e, "Ann met")}},
	})
	for _, c := range []struct {
		text   string
		place  string   // the words at the place, "" for the top
		opened []string // the words of sentences
	}{
		{shortText, "Ann left", []string{"They talked.", "Ann met Bo."}},
		{"Some more words. " + shortText, "Ann left", []string{"They talked.", "Ann met Bo."}},
		{strings.TrimPrefix(shortText, "Ann met Bo.\n"), "Ann left", []string{"They talked."}},
		{"Nothing of it is left.\n", "", nil},
	} {
		e := edition(t, c.text)
		got := p.Left(e)
		if place := got.Place; c.place == "" && place != atTheTop ||
			c.place != "" && (place.Offset < 0 || !strings.HasPrefix(c.text[place.Offset:], c.place) || place.Past != 4) {
			t.Errorf("in %q the place is %+v", c.text, got.Place)
		}
		var opened []string
		for _, o := range got.Opened {
			opened = append(opened, e.Article().Slice(o.Passage))
		}
		if !slices.Equal(opened, c.opened) {
			t.Errorf("in %q the sentences are %q", c.text, opened)
		}
	}
}

// Of words that stand in several places the nearest are taken.
func TestNearestWordsAreTaken(t *testing.T) {
	line := "The same line stands here many times over, longer than what is kept of it.\n"
	p, _ := newPrefs(t)
	p.SetLeft(edition(t, strings.Repeat(line, 9)), prefs.Left{Place: session.Place{Offset: 4 * len(line)}})
	for text, want := range map[string]int{
		strings.Repeat(line, 9):                4 * len(line),
		"New. " + strings.Repeat(line, 9):      4*len(line) + 5,
		strings.Repeat(line, 9)[7:]:            4*len(line) - 7,
		strings.Repeat(line, 2) + "The end.":   1 * len(line),
		strings.Repeat("x", 999) + "\n" + line: 1000,
	} {
		if got := p.Left(edition(t, text)).Place.Offset; got != want {
			t.Errorf("in %.20q… the place is %d, want %d", text, got, want)
		}
	}
}

// What version 0.1 kept is read once: mentions by their place among those of the
// entity, sentences by number, the article by its text.
func TestOldPlacesAreCarriedOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "preferences.json")
	old := `{"look.scheme": "dark",
		"article.selected.` + article + `": "bo", "article.mention.` + article + `": 1, "article.offset.` + article + `": 12,
		"article.opened.` + article + `": ["passage p2s2", "entity ann", "passage p9s1", "passage p2s9", "nonsense", "passage p1"],
		"article.selected.0000000000000000": "other", "article.mention.0000000000000000": 3, "article.offset.0000000000000000": 4}`
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	e := short(t)
	want := prefs.Left{
		Place:  session.Place{Selected: "bo", Mention: nthID(t, e, "bo", 1), Offset: 12},
		Opened: []prefs.Opened{{Passage: sentenceOf(e, "Ann left")}, {Entity: "ann"}},
	}
	p, store, log := open(t, path)
	for range 2 { // the second time from what was carried over
		if got := p.Left(e); got.Place != want.Place || !slices.Equal(got.Opened, want.Opened) {
			t.Errorf("left %+v, want %+v", got, want)
		}
	}
	save(t, store)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var kept map[string]any
	if err := json.Unmarshal(data, &kept); err != nil {
		t.Fatal(err)
	}
	if kept["article.offset."+article] != nil || kept["article.opened."+article] != nil || kept["place.offset."+article] != 12.0 {
		t.Errorf("the old is not carried over: %s", data)
	}
	if kept["article.offset.0000000000000000"] != 4.0 || kept["look.scheme"] != "dark" {
		t.Errorf("what is of other articles is gone: %s", data)
	}
	again, _, _ := open(t, path)
	if got := again.Left(e); got.Place != want.Place || !slices.Equal(got.Opened, want.Opened) {
		t.Errorf("in the next run left %+v, want %+v", got, want)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

// What this version has kept is not overwritten by what an older one, run again,
// has kept since.
func TestOldPlacesYieldToNewOnes(t *testing.T) {
	p, log := stored(t, "article.offset."+article, `12`)
	e := short(t)
	p.SetLeft(e, prefs.Left{Place: session.Place{Offset: 25}})
	if got := p.Left(e).Place.Offset; got != 25 {
		t.Errorf("the place is %d, logged %s", got, log)
	}
}

// An old place that does not fit the text is none.
func TestOldPlacesThatDoNotFit(t *testing.T) {
	for _, offset := range []string{"0", "-1", "46", "9999", "1e300", `"5"`} {
		p, _ := stored(t, "article.offset."+article, offset)
		if got := p.Left(short(t)).Place; got != atTheTop {
			t.Errorf("offset %s leads to %+v", offset, got)
		}
	}
}

// Keeping a place must not read the text: it happens on the window's goroutine
// while the reader scrolls.
func BenchmarkSetLeft(b *testing.B) {
	a, err := annotations.NewArticle("long.txt", strings.Repeat(shortText, 50_000))
	if err != nil {
		b.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: "Long", Article: a})
	if err != nil {
		b.Fatal(err)
	}
	p := prefs.New(prefs.NewStore(), nil)
	for i := 0; b.Loop(); i++ {
		p.SetLeft(e, prefs.Left{Place: session.Place{Offset: i % len(a.Text)}})
	}
}

// What is kept of where an article was left does not keep its text in memory.
func TestKeptWordsHoldNoText(t *testing.T) {
	e := edition(t, strings.Repeat(shortText, 1000))
	held := weak.Make(unsafe.StringData(e.Article().Text))
	p, _ := newPrefs(t)
	p.SetLeft(e, prefs.Left{
		Place: session.Place{Offset: 12}, Opened: []prefs.Opened{{Passage: sentenceOf(e, "They")}},
	})
	for i := 0; held.Value() != nil && i < 100; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if held.Value() != nil {
		t.Error("the text of an article that is read no more is still held")
	}
	runtime.KeepAlive(p)
}
