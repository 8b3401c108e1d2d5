package notes_test

import (
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/notes"
)

// Two programs that act at random on the notes of one article, and look at each other's
// now and then, hold the same in the end, and so does a third that starts then. Taking
// back what it did, neither touches a note that only the other acted on.
func TestTwoProgramsAgree(t *testing.T) {
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 2))
		folder := t.TempDir()
		both := [2]*notes.Book{
			book(t, open(t, disktest.NoSync{}, folder), sample), book(t, open(t, disktest.NoSync{}, folder), sample),
		}
		own := [2]map[notes.ID]bool{{}, {}} // what each has acted on
		for i := range 300 {
			which := random.IntN(2)
			b := both[which]
			switch k := random.IntN(10); {
			case k < 2:
				poll(t, b)
			case k == 2:
				before := b.State()
				if _, err := b.Undo(); err != nil {
					t.Fatal(err)
				}
				for _, id := range differing(before, b.State()) {
					if !own[which][id] && !own[1-which][id] {
						t.Fatalf("seed %d: the note %s was acted on by nobody", seed, id)
					}
				}
			case k == 3:
				if _, err := b.Redo(); err != nil {
					t.Fatal(err)
				}
			default:
				before := b.State()
				act(t, b, random, i)
				for _, id := range differing(before, b.State()) {
					own[which][id] = true
				}
			}
		}
		poll(t, both[0])
		poll(t, both[1])
		third := book(t, open(t, disktest.NoSync{}, folder), sample)
		for _, b := range both {
			if got, want := written(b.State()), written(third.State()); !slices.Equal(got, want) {
				t.Fatalf("seed %d: one program holds\n%v, a third\n%v", seed, got, want)
			}
		}
		// What the one did is taken back to the beginning; what only the other did stays.
		before := both[0].State()
		for {
			what, err := both[0].Undo()
			if err != nil {
				t.Fatal(err)
			}
			if what == notes.Nothing {
				break
			}
		}
		for _, id := range differing(before, both[0].State()) {
			if !own[0][id] {
				t.Fatalf("seed %d: undo touched the note %s of the other program", seed, id)
			}
		}
	}
}

// A program that began while another had all names for a moment has the history of the
// runs before it as soon as the other has ended.
func TestNamesAreTakenLater(t *testing.T) {
	folder := t.TempDir()
	s := open(t, disktest.NoSync{}, folder)
	b := book(t, s, sample)
	do(t, b, notes.Highlight, notes.Put(on(t, sample, "A", "Doha", "")))
	if err := b.SetDraft(on(t, sample, "B", "men", "half")); err != nil {
		t.Fatal(err)
	}
	later := book(t, open(t, disktest.NoSync{}, folder), sample)
	poll(t, later)
	if s := later.State(); s.Undo != notes.Nothing || len(s.Drafts) > 0 {
		t.Errorf("while the other runs, %v can be undone, and %v is being written", s.Undo, s.Drafts)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := b.Do(notes.Remove, notes.Delete("A")); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("in a store that is closed: %v", err)
	}
	poll(t, later)
	if s := later.State(); s.Undo != notes.Highlight || len(s.Drafts) != 1 {
		t.Errorf("then %v can be undone, and %v is being written", s.Undo, s.Drafts)
	}
}

// lockless cannot lock files, as some file systems of networks cannot.
type lockless struct{ disktest.NoSync }

func (lockless) TryLock(string) (io.Closer, error) { return nil, errors.ErrUnsupported }

// Where files cannot be locked, each run writes under a name of its own: what it did can
// be undone by itself alone, and what it was writing is there for the next.
func TestWithoutLocks(t *testing.T) {
	folder := t.TempDir()
	one := book(t, open(t, lockless{}, folder), sample)
	do(t, one, notes.Highlight, notes.Put(on(t, sample, "A", "Doha", "")))
	if err := one.SetDraft(on(t, sample, "B", "men", "half")); err != nil {
		t.Fatal(err)
	}
	two := book(t, open(t, lockless{}, folder), sample)
	if s := two.State(); len(s.Notes) != 1 || len(s.Drafts) != 1 || s.Undo != notes.Nothing {
		t.Errorf("the next run has %v, writes %v, and can undo %v", s.Notes, s.Drafts, s.Undo)
	}
	do(t, two, notes.Highlight, notes.Put(on(t, sample, "C", "Doha", "")))
	if files, _ := filepath.Glob(filepath.Join(two.Folder(), "*.jsonl")); len(files) != 2 {
		t.Errorf("the two write to %q", files)
	}
	if what, err := one.Undo(); what != notes.Highlight || err != nil || len(one.State().Notes) != 1 {
		t.Errorf("undone is %v, %v, and %v are left", what, err, one.State().Notes)
	}
}

func poll(t *testing.T, b *notes.Book) {
	t.Helper()
	if _, err := b.Poll(); err != nil {
		t.Fatal(err)
	}
}

// differing returns the notes that are not the same in two states.
func differing(a, b *notes.State) (out []notes.ID) {
	for _, pair := range [][2]*notes.State{{a, b}, {b, a}} {
		for _, n := range pair[0].Notes {
			if o, ok := pair[1].Get(n.ID); (!ok || !o.Equal(n)) && !slices.Contains(out, n.ID) {
				out = append(out, n.ID)
			}
		}
	}
	return out
}
