package notes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/fuzzed"
)

var article = Article{Text: "Some words to note on.", Title: "Words"}

// line is a line of a journal, and what it says.
type line struct {
	start, end int // without the newline
	id         ID
	text       string // of the note; "" if it is deleted
}

// journalOf returns a folder with a journal of many acts, its path, and its lines.
func journalOf(t testing.TB) (folder, path string, lines []line) {
	t.Helper()
	folder = t.TempDir()
	s, err := Open(disktest.NoSync{}, folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	b, err := s.Book(t.Context(), article, "")
	for i := 0; err == nil && i < 60; i++ {
		id := ID(fmt.Sprint("N", i%17))
		if _, there := b.State().Get(id); there && i%5 == 0 {
			err = b.Do(Remove, Delete(id))
			continue
		}
		err = b.Do(Write, Put(Note{ID: id, Text: fmt.Sprint("text ", i, strings.Repeat(" ä\n\"{\\", i%7))}))
	}
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(b.Folder(), s.writers.first+journalEnding)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	start := 0
	for l := range bytes.Lines(data) {
		r, err := decode(bytes.TrimSuffix(l, []byte("\n")))
		if err != nil {
			t.Fatal(err)
		}
		x := line{start: start, end: start + len(l) - 1, id: r.ID}
		if n, err := (&entry{record: r}).stands(); err != nil {
			t.Fatal(err)
		} else if n != nil {
			x.text = n.Text
		}
		lines = append(lines, x)
		start += len(l)
	}
	return folder, path, lines
}

// Cut off at any place, and with 64 bytes of garbage over or between any others, a
// journal gives back every line that is whole and no other; it is never written over;
// and notes that are taken afterwards are kept.
func TestDamagedJournal(t *testing.T) {
	const places = 1000
	folder, path, lines := journalOf(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const seed = 15
	random := rand.New(rand.NewPCG(seed, 1))
	for n := range places {
		at := random.IntN(len(whole))
		damage{fmt.Sprint("cut at ", at), whole[:at], at, len(whole), 0}.check(t, folder, path, lines, n%20 == 0)
		var garbage [64]byte
		for i := range garbage {
			garbage[i] = byte(random.Uint32())
		}
		put := damage{fmt.Sprint("garbage at ", at), slices.Insert(slices.Clone(whole), at, garbage[:]...), at, at, len(garbage)}
		if n%2 == 0 {
			over := slices.Clone(whole)
			end := at + copy(over[at:], garbage[:])
			put = damage{fmt.Sprint("garbage over ", at), over, at, end, 0}
		}
		put.check(t, folder, path, lines, n%20 < 2)
		if t.Failed() {
			return
		}
	}
}

// damage is a damaged journal: the bytes from start to end of the whole one are others
// or gone, or bytes were put in at start.
type damage struct {
	what       string
	data       []byte
	start, end int
	put        int
}

// touched reports whether a line is damaged.
func (d damage) touched(l line) bool {
	if d.put > 0 {
		return l.start < d.start && d.start < l.end
	}
	return l.start < d.end && d.start < l.end
}

func (d damage) check(t *testing.T, folder, path string, lines []line, write bool) {
	t.Helper()
	if err := os.WriteFile(path, d.data, 0o600); err != nil {
		t.Fatal(err)
	}
	want := map[ID]string{}
	for _, l := range lines {
		if !d.touched(l) {
			want[l.id] = l.text
		}
	}
	for id, text := range want {
		if text == "" {
			delete(want, id)
		}
	}
	now := texts(t, folder, nil)
	d.compare(t, now, want)
	if write {
		texts(t, folder, func(b *Book) error { return b.Do(Write, Put(Note{ID: "new", Text: "new"})) })
		want["new"] = "new"
		d.compare(t, texts(t, folder, nil), want)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(after, d.data) || !write && len(after) != len(d.data) {
		t.Errorf("%s: the damaged file was changed, %v", d.what, err)
	}
}

func (d damage) compare(t *testing.T, got, want map[ID]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d notes came back, want %d", d.what, len(got), len(want))
	}
	for id, text := range want {
		if got[id] != text {
			t.Errorf("%s: the note %s came back as %q, want %q", d.what, id, got[id], text)
		}
	}
}

// texts opens a store and returns the texts of its notes, after something was done.
func texts(t testing.TB, folder string, do func(*Book) error) map[ID]string {
	t.Helper()
	s, err := Open(disktest.NoSync{}, folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	b, err := s.Book(t.Context(), article, "")
	if err == nil && do != nil {
		err = do(b)
	}
	if err != nil {
		t.Fatal(err)
	}
	out := map[ID]string{}
	for _, n := range b.State().Notes {
		out[n.ID] = n.Text
	}
	return out
}

// One sentence tells of damage; once a note was kept behind a line that was cut off, it
// was told.
func TestDamageIsTold(t *testing.T) {
	folder, path, lines := journalOf(t)
	data, _ := os.ReadFile(path)
	told := func() (n int) {
		s, _ := Open(disktest.NoSync{}, folder, time.Now)
		defer func() { _ = s.Close() }()
		b, err := s.Book(t.Context(), article, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range b.State().Damage {
			n += d.Lines
		}
		return n
	}
	if n := told(); n != 0 {
		t.Errorf("%d lines of a sound journal are damaged", n)
	}
	if err := os.WriteFile(path, data[:lines[9].end-5], 0o600); err != nil {
		t.Fatal(err)
	}
	if n := told(); n != 1 {
		t.Errorf("%d lines are told of, one was cut off", n)
	}
	texts(t, folder, func(b *Book) error { return b.Do(Write, Put(Note{ID: "new", Text: "new"})) })
	if n := told(); n != 0 {
		t.Errorf("%d lines are told of again", n)
	}
	broken := slices.Clone(data)
	broken[lines[3].start+40] ^= 1
	broken[lines[7].start+40] ^= 1
	if err := os.WriteFile(path, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	if n := told(); n != 2 {
		t.Errorf("%d lines are told of, two are broken", n)
	}
}

// A line of a later version is kept and not used, and one that has more members is used.
func TestLaterVersions(t *testing.T) {
	folder, path, _ := journalOf(t)
	signed := func(body string) string {
		return body + fmt.Sprintf("%s%0*x%s\n", checkBegin, checkDigits, crc32.ChecksumIEEE([]byte(body)), checkEnd)
	}
	more := signed(`{"v":1,"id":"M","act":"put","time":"2030-01-01T00:00:00.000000Z","by":"other","mood":{"v":[1]},` +
		`"note":{"id":"urn:sidelight:note:M","type":"Annotation","mood":"glad","body":[{"type":"Image","id":"http://a.example/b.png"},` +
		`{"type":"TextualBody","value":"words"}],"target":"http://a.example/"}`)
	later := signed(`{"v":2,"id":"L","act":"put","time":7,"by":"other","note":"?"`) +
		signed(`{"v":1,"id":"L","act":"praise","time":"2030-01-01T00:00:00.000000Z","by":"other"`)
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "other.jsonl"), []byte(more+later), 0o600); err != nil {
		t.Fatal(err)
	}
	got := texts(t, folder, func(b *Book) error {
		s := b.State()
		if s.Later != 2 || len(s.Damage) > 0 {
			t.Errorf("%d lines are of a later version, damage is %v", s.Later, s.Damage)
		}
		n, ok := s.Get("M")
		if !ok {
			t.Fatal("a line with more members is not used")
		}
		edited := *n
		edited.Text = "other words"
		return b.Do(Edit, Put(edited))
	})
	if got["M"] != "other words" || got["L"] != "" {
		t.Errorf("the notes are %v", got)
	}
	data, _ := os.ReadFile(path)
	last := data[bytes.LastIndexByte(data[:len(data)-1], '\n')+1:]
	var r struct {
		Note struct {
			Mood string
			Body []struct{ Type string }
		}
	}
	if err := json.Unmarshal(last, &r); err != nil || r.Note.Mood != "glad" || len(r.Note.Body) != 2 || r.Note.Body[1].Type != "Image" {
		t.Errorf("what a later version knows is lost: %s", last)
	}
}

func FuzzJournal(f *testing.F) {
	_, path, _ := journalOf(f)
	data, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data[:2000])
	f.Add(data[100:1500])
	f.Add([]byte(strings.Repeat(lineBegin, 50) + strings.Repeat(checkBegin, 50)))
	f.Add([]byte("\n\r\n\x00{}\n" + `{"v":1,"crc":"00000000"}`))
	good := &record{Version: recordVersion, ID: "good", Act: actRemove, By: "w"}
	good.stamp(time.Now().UnixMicro())
	last, err := good.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			var j journal
			h := newHistory()
			for _, r := range j.take(data) {
				h.add(r, true)
			}
			if j.read > int64(len(data)) || j.bad < 0 {
				t.Fatalf("%d bytes are read of %d, %d lines bad", j.read, len(data), j.bad)
			}
			all := (&journal{}).take(append(append(slices.Clone(data), '\n'), last...))
			if len(all) == 0 || all[len(all)-1].ID != "good" {
				t.Fatal("the line after all is not read")
			}
			if n := len(all) - 1; n > bytes.Count(data, []byte(checkBegin)) {
				t.Fatalf("%d records, more than there are checks", n)
			}
			for _, r := range all {
				if e := (&entry{record: r}); len(r.Note) > 0 {
					if n, err := e.stands(); err == nil {
						alike(t, r.Note)
						again, err := Marshal(n, nil)
						if err != nil {
							t.Fatal(err)
						}
						if o, err := Unmarshal(again); err != nil || !o.Equal(n) {
							t.Fatalf("%s is read, written, and read as %v, %v", r.Note, o, err)
						}
					}
				}
			}
		})
	})
}
