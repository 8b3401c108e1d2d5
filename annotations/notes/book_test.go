package notes_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/disk"
	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/notes"
)

var sample = notes.Article{
	Text:    "The envoy met the men in Doha. He said that they were not so bad.\n\nNobody else said so.",
	Title:   "An envoy’s talks",
	Edition: "talks-1",
	Path:    "/articles/talks.txt",
}

// clock tells times that ascend by a minute.
func clock() func() time.Time {
	now := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Minute); return now }
}

func open(t testing.TB, calls disk.Calls, folder string) *notes.Store {
	t.Helper()
	s, err := notes.Open(calls, folder, clock())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func book(t testing.TB, s *notes.Store, a notes.Article) *notes.Book {
	t.Helper()
	b, err := s.Book(t.Context(), a, "")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// on returns a new note on the words of an article.
func on(t testing.TB, a notes.Article, id notes.ID, words, text string) notes.Note {
	t.Helper()
	start := strings.Index(a.Text, words)
	if start < 0 {
		t.Fatalf("there is no %q", words)
	}
	span := annotations.Span{Start: start, End: start + len(words)}
	return notes.Note{ID: id, Text: text, Target: notes.Target{
		Text:     notes.Fingerprint(a.Text),
		Position: anchor.Position(a.Text, span),
		Quote:    anchor.InContext(a.Text, span),
	}}
}

func do(t testing.TB, b *notes.Book, what notes.What, changes ...notes.Change) {
	t.Helper()
	if err := b.Do(what, changes...); err != nil {
		t.Fatal(err)
	}
}

// written returns what is noted, as a test compares it.
func written(s *notes.State) (out []string) {
	for _, n := range s.Notes {
		out = append(out, fmt.Sprintf("%s %s %q %q", n.ID, n.Style, n.Target.Quote.Exact, n.Text))
	}
	return out
}

func TestNotesAreThereAfterARestart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "notes")
	s := open(t, disk.OS{}, folder)
	b := book(t, s, sample)
	a, c := on(t, sample, "A", "the men", ""), on(t, sample, "B", "not so bad", "who <says> so? #doubt")
	c.Tags, c.About, c.Style = []string{"to check"}, []annotations.EntityID{"envoy/1"}, notes.Wave
	c.Target.File = `{"type":"FragmentSelector","value":"page=2"}`
	do(t, b, notes.Highlight, notes.Put(a))
	do(t, b, notes.Write, notes.Put(c))
	do(t, b, notes.Remove, notes.Delete("A"))
	do(t, b, notes.Remove, notes.Delete("A"))
	now := b.State()
	_ = s.Close()

	s = open(t, disk.OS{}, folder)
	found, err := s.Look(t.Context(), sample)
	if err != nil || found.How != notes.SameText || found.Notes != 1 || found.Title != sample.Title {
		t.Errorf("found %+v, %v", found, err)
	}
	b = book(t, s, sample)
	got, ok := b.State().Get("B")
	if !ok || !got.Equal(&c) || len(b.State().Notes) != 1 || got.Made.IsZero() || !got.Changed.Equal(got.Made) {
		t.Fatalf("noted is %+v, %v", got, written(now))
	}
	if text, err := b.Text(b.Fingerprint()); text != sample.Text || err != nil {
		t.Errorf("the text is %q, %v", text, err)
	}
	set, report, err := notes.Place(t.Context(), sample.Text, b.State().Notes, b.Text)
	if err != nil || len(set.Standing()) != 1 || sample.Text[set.All()[0].Span.Start:set.All()[0].Span.End] != "not so bad" || report != (anchor.Report{}) {
		t.Errorf("%v stand, %v, %v", set.Standing(), report, err)
	}
	for _, want := range []notes.What{notes.Remove, notes.Write, notes.Highlight, notes.Nothing} {
		if now := b.State().Undo; now != want {
			t.Errorf("Undo would take back %v", now)
		}
		if got, err := b.Undo(); got != want || err != nil {
			t.Errorf("undone is %v, %v, want %v", got, err, want)
		}
	}
	if len(b.State().Notes) > 0 {
		t.Errorf("%v are left", written(b.State()))
	}
	for _, want := range []notes.What{notes.Highlight, notes.Write, notes.Remove, notes.Nothing} {
		if got, err := b.Redo(); got != want || err != nil {
			t.Errorf("redone is %v, %v, want %v", got, err, want)
		}
	}
	if got := written(b.State()); !slices.Equal(got, written(now)) {
		t.Errorf("redone to %v, want %v", got, written(now))
	}
}

func TestDrafts(t *testing.T) {
	folder := t.TempDir()
	s := open(t, disk.OS{}, folder)
	b := book(t, s, sample)
	n := on(t, sample, "A", "Doha", "half a th")
	if err := b.SetDraft(n); err != nil {
		t.Fatal(err)
	}
	other := book(t, open(t, disk.OS{}, folder), sample)
	if len(other.State().Drafts) > 0 {
		t.Error("another program shows what is being written here")
	}
	_ = s.Close()
	b = book(t, open(t, disk.OS{}, folder), sample)
	if d, ok := b.State().Draft("A"); !ok || d.Text != "half a th" || len(b.State().Notes) > 0 || b.State().Undo != notes.Nothing {
		t.Fatalf("after a restart the draft is %v", d)
	}
	n.Text = "half a thought"
	do(t, b, notes.Write, notes.Put(n))
	if len(b.State().Drafts) > 0 || len(b.State().Notes) != 1 {
		t.Error("a note that is kept is still being written")
	}
	if err := b.SetDraft(on(t, sample, "B", "the men", "x")); err != nil {
		t.Fatal(err)
	}
	if err := b.DropDraft("B"); err != nil || len(b.State().Drafts) > 0 {
		t.Errorf("dropped: %v, %v", err, b.State().Drafts)
	}
}

func TestTwoProgramsAtOnce(t *testing.T) {
	folder := t.TempDir()
	one, two := book(t, open(t, disk.OS{}, folder), sample), book(t, open(t, disk.OS{}, folder), sample)
	do(t, one, notes.Highlight, notes.Put(on(t, sample, "A", "Doha", "")))
	do(t, two, notes.Highlight, notes.Put(on(t, sample, "B", "the men", "")))
	for _, b := range []*notes.Book{one, two} {
		if changed, err := b.Poll(); !changed || err != nil {
			t.Errorf("polled %v, %v", changed, err)
		}
		if changed, err := b.Poll(); changed || err != nil {
			t.Errorf("polled again %v, %v", changed, err)
		}
		if got := written(b.State()); len(got) != 2 {
			t.Errorf("one program knows of %v", got)
		}
	}
	n, _ := two.State().Get("A")
	edited := *n
	edited.Text = "changed elsewhere"
	do(t, two, notes.Edit, notes.Put(edited))
	if what, err := one.Undo(); what != notes.Nothing || err != nil {
		t.Errorf("undone %v, %v: what another program changed", what, err)
	}
	if what, err := two.Undo(); what != notes.Edit || err != nil {
		t.Errorf("undone %v, %v", what, err)
	}
	if what, err := one.Undo(); what != notes.Highlight || err != nil {
		t.Errorf("undone %v, %v", what, err)
	}
	if _, err := two.Poll(); err != nil || len(written(two.State())) != 1 {
		t.Errorf("%v are left, %v", written(two.State()), err)
	}
	if what, err := two.Undo(); what != notes.Highlight || err != nil || len(two.State().Notes) > 0 {
		t.Errorf("undone %v, %v, and %v are left", what, err, written(two.State()))
	}
}

// Acts at random, undone to the beginning, leave nothing, and done again they leave the
// same; restarts in between change nothing of that.
func TestUndoToTheBeginningAndBack(t *testing.T) {
	const acts = 1000
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 15))
		folder := t.TempDir()
		s := open(t, disktest.NoSync{}, folder)
		b := book(t, s, sample)
		restart := func() {
			_ = s.Close()
			s = open(t, disktest.NoSync{}, folder)
			b = book(t, s, sample)
		}
		steps := 0
		for i := range acts {
			before := written(b.State())
			act(t, b, random, i)
			if !slices.Equal(before, written(b.State())) {
				steps++
			}
			if random.IntN(200) == 0 {
				restart()
			}
		}
		var seen [][]string
		restart()
		for range steps {
			seen = append(seen, written(b.State()))
			if what, err := b.Undo(); what == notes.Nothing || err != nil {
				t.Fatalf("seed %d: undone %v, %v", seed, what, err)
			}
		}
		if got := written(b.State()); len(got) > 0 || b.State().Undo != notes.Nothing {
			t.Fatalf("seed %d: %v is left, and to undo %v", seed, got, b.State().Undo)
		}
		restart()
		for i := steps - 1; i >= 0; i-- {
			if what, err := b.Redo(); what == notes.Nothing || err != nil {
				t.Fatalf("seed %d: redone %v, %v", seed, what, err)
			}
			if got := written(b.State()); !slices.Equal(got, seen[i]) {
				t.Fatalf("seed %d: step %d redone leaves %v, want %v", seed, i, got, seen[i])
			}
		}
	}
}

// act does one thing at random.
func act(t *testing.T, b *notes.Book, random *rand.Rand, i int) {
	t.Helper()
	all := b.State().Notes
	one := func() notes.Note { return *all[random.IntN(len(all))] }
	switch k := random.IntN(10); {
	case len(all) == 0 || k < 4:
		do(t, b, notes.Highlight, notes.Put(on(t, sample, notes.ID(fmt.Sprintf("N%04d", i)), "Doha", "")))
	case k < 6:
		n := one()
		n.Text = fmt.Sprint("words ", i)
		do(t, b, notes.Edit, notes.Put(n))
	case k < 7:
		n := one()
		n.Style = n.Style.Next()
		do(t, b, notes.Restyle, notes.Put(n))
	case k < 8:
		do(t, b, notes.Remove, notes.Delete(one().ID))
	default:
		n, o := one(), one()
		if n.ID == o.ID {
			return
		}
		n.Text += o.Text + fmt.Sprint(" joined ", i)
		do(t, b, notes.Merge, notes.Put(n), notes.Delete(o.ID))
	}
}

func TestIDs(t *testing.T) {
	at := time.UnixMilli(1469922850259)
	id := notes.NewID(at)
	if len(id) != 26 || !strings.HasPrefix(string(id), "01ARZ3NDEK") { // as in the ULID specification
		t.Errorf("the id is %s", id)
	}
	seen := map[notes.ID]bool{}
	for range 1000 {
		next := notes.NewID(at.Add(time.Millisecond))
		if next <= id || seen[next] {
			t.Fatalf("%s comes after %s", next, id)
		}
		seen[next] = true
	}
}
