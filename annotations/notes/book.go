package notes

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"sidelight/annotations/disk"
)

// Book is the notes of one article. Its methods may be called from any goroutine; all
// but State may wait for the disk.
type Book struct {
	store       *Store
	article     *Article // nil where nothing is written
	fingerprint string   // of the text of the article

	mu      sync.Mutex
	name    string // of the folder
	folder  string
	files   map[string]*journal
	history *history
	ready   bool // the folder holds the text and what is known of the article
	synced  bool // the name of the file that is written to outlasts a loss of power
	state   atomic.Pointer[State]

	adopted  int    // of the store when all was read
	backedUp string // the day of the last copy
	backup   error  // why there is none of today
}

// State returns the notes as they are known now.
func (b *Book) State() *State { return b.state.Load() }

// Folder returns the folder of the notes, which is made with the first note.
func (b *Book) Folder() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.folder
}

// Text returns the reading text of a fingerprint in which notes count their positions.
// The error is a fs.ErrNotExist if there is none.
func (b *Book) Text(fingerprint string) (string, error) {
	if b.article != nil && fingerprint == b.fingerprint {
		return b.article.Text, nil
	}
	return readText(b.store.calls, b.Folder(), fingerprint)
}

// Fingerprint returns that of the text of the article.
func (b *Book) Fingerprint() string { return b.fingerprint }

// load reads all files anew.
func (b *Book) load(ctx context.Context) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.reload(ctx)
}

func (b *Book) reload(ctx context.Context) error {
	files, err := b.list()
	if err != nil {
		return fmt.Errorf("read the notes: %w", err)
	}
	b.adopted = b.store.adopted()
	b.files, b.history = map[string]*journal{}, newHistory()
	var all []*record
	for name := range files {
		j := &journal{name: name}
		b.files[name] = j
		all = append(all, b.read(j)...)
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	slices.SortFunc(all, inOrder)
	b.learn(all)
	b.show()
	return nil
}

// list returns the journals of the article as they are now.
func (b *Book) list() (map[string]fs.FileInfo, error) {
	all, err := entries(b.store.calls, b.folder)
	if err != nil {
		return nil, err
	}
	out := map[string]fs.FileInfo{}
	for _, e := range all {
		if !strings.HasSuffix(e.Name(), journalEnding) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil {
			out[e.Name()] = info
		}
	}
	return out, nil
}

// read returns the records of a file that have not been read.
func (b *Book) read(j *journal) []*record {
	data, info, err := readFrom(b.store.calls, filepath.Join(b.folder, j.name), j.read)
	j.fail = err
	if err != nil {
		return nil
	}
	j.info = info
	return j.take(data)
}

// readFrom returns the bytes of a file from an offset on.
func readFrom(calls disk.Calls, name string, offset int64) (data []byte, info fs.FileInfo, err error) {
	f, err := calls.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if info, err = f.Stat(); err != nil {
		return nil, nil, err
	}
	switch {
	case !info.Mode().IsRegular():
		return nil, nil, fmt.Errorf("%s: %w", name, disk.ErrNotRegular)
	case info.Size() > longestJournal:
		return nil, nil, fmt.Errorf("%s: %w", name, disk.ErrTooLarge)
	}
	if _, err = f.Seek(offset, io.SeekStart); err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	b.Grow(int(max(info.Size()-offset, 0)) + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(f, longestJournal))
	return b.Bytes(), info, err
}

// learn adds records that were read to the history.
func (b *Book) learn(all []*record) (news bool) {
	mine := map[string]bool{}
	for _, r := range all {
		own, known := mine[r.By]
		if !known {
			own = b.store.mine(r.By)
			mine[r.By] = own
		}
		news = b.history.add(r, own) || news
	}
	b.store.heard(b.history.latest)
	return news
}

// show makes the state anew from the history.
func (b *Book) show() {
	s := &State{}
	for _, j := range b.files {
		if j.damaged() > 0 || j.fail != nil {
			s.Damage = append(s.Damage, Damage{filepath.Join(b.folder, j.name), j.damaged(), j.fail})
		}
		s.Later += j.late
	}
	slices.SortFunc(s.Damage, func(x, y Damage) int { return cmp.Compare(x.File, y.File) })
	s.Notes = b.notes()
	var writing []*entry
	for id := range b.history.writing {
		if e := top(b.history.drafts[id]); b.ours(e) {
			writing = append(writing, e)
		}
	}
	s.Drafts = standing(writing)
	s.Undo, s.Redo = b.next(b.history.undo, false), b.next(b.history.redo, true)
	s.Backup = b.backup
	b.state.Store(s)
}

// notes returns the notes as they stand, in the order of their ids. Where few have
// changed, the others are those of the last state.
func (b *Book) notes() []*Note {
	h, last := b.history, b.State()
	touched := h.touched
	h.touched = nil
	shown := h.shown
	h.shown = true
	if !shown || len(touched) > len(last.Notes)/64+1 {
		all := make([]*entry, 0, len(h.of))
		for _, list := range h.of {
			all = append(all, top(list))
		}
		return standing(all)
	}
	out := slices.Clone(last.Notes)
	for _, id := range touched {
		i, there := slices.BinarySearchFunc(out, id, func(n *Note, id ID) int { return cmp.Compare(n.ID, id) })
		n, err := h.last(id).stands()
		switch {
		case err != nil || n == nil:
			if there {
				out = slices.Delete(out, i, i+1)
			}
		case there:
			out[i] = n
		default:
			out = slices.Insert(out, i, n)
		}
	}
	return out
}

// draftAge is how long a draft of another machine is left to that machine.
const draftAge = 24 * time.Hour

// ours reports whether a draft is shown here. Another program that runs shows its own;
// but a machine may have been given up.
func (b *Book) ours(e *entry) bool {
	return b.store.mine(e.By) || b.store.lockless(e.By) ||
		b.store.elsewhere(e.By) && e.at < b.store.now().Add(-draftAge).UnixMicro()
}

// standing returns the notes that records leave, in the order of their ids.
func standing(live []*entry) []*Note {
	out := make([]*Note, 0, len(live))
	for _, e := range live {
		if n, err := e.stands(); err == nil && n != nil {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(x, y *Note) int { return cmp.Compare(x.ID, y.ID) })
	return out
}

// Poll reads what other programs have written since, and reports whether that changed
// anything. Where nothing was written it looks at the sizes of the files alone.
func (b *Book) Poll() (changed bool, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.poll()
}

func (b *Book) poll() (bool, error) {
	if err := b.moved(); err != nil {
		return false, err
	}
	if b.store.adopted() != b.adopted {
		return true, b.reload(context.Background())
	}
	files, err := b.list()
	if err != nil {
		return false, fmt.Errorf("read the notes: %w", err)
	}
	more, replaced := b.grown(files)
	if replaced {
		return true, b.reload(context.Background())
	}
	if len(more) == 0 {
		return false, nil
	}
	var all []*record
	for _, j := range more {
		all = append(all, b.read(j)...)
	}
	slices.SortFunc(all, inOrder)
	news := b.learn(all)
	before := b.State()
	b.show()
	return news || !slices.Equal(before.Damage, b.State().Damage), nil
}

// inOrder compares two records in the order of all copies.
func inOrder(x, y *record) int { return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.By, y.By)) }

// moved finds the folder that another program has made for this text in the meantime,
// where the article was called otherwise.
func (b *Book) moved() error {
	if len(b.files) > 0 || b.article == nil || b.ready {
		return nil
	}
	if there, err := exists(b.store.calls, b.folder); there || err != nil {
		return err
	}
	all, err := entries(b.store.calls, b.store.folder)
	for _, e := range all {
		if e.IsDir() && strings.HasSuffix(e.Name(), endingOf(b.fingerprint)) {
			b.name, b.folder = e.Name(), filepath.Join(b.store.folder, e.Name())
		}
	}
	return err
}

// grown returns the journals in which there is something to read, and whether one that
// was read is gone or is another file now.
func (b *Book) grown(files map[string]fs.FileInfo) (more []*journal, replaced bool) {
	for name := range b.files {
		if _, ok := files[name]; !ok {
			return nil, true
		}
	}
	for name, info := range files {
		j := b.files[name]
		if j == nil {
			j = &journal{name: name}
			b.files[name] = j
		}
		if j.fail == nil && j.info != nil {
			if !os.SameFile(j.info, info) || info.Size() < j.info.Size() {
				return nil, true
			}
			if info.Size() == j.info.Size() {
				continue
			}
		}
		more = append(more, j)
	}
	return more, false
}
