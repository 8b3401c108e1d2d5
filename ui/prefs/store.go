package prefs

import (
	"errors"
	"log/slog"
	"maps"
	"reflect"
	"strings"
	"sync"
	"time"

	"sidelight/annotations/disk"
)

// saveDelay is how long a change may stay unwritten, so that a row of changes is
// written once.
const saveDelay = 200 * time.Millisecond

// Store keeps values by key in a file of one JSON object. Several programs may
// have the file open: a store writes only the keys that were changed through it,
// into whatever the file holds by then. A Store may be used from several
// goroutines, and none waits for the disk but those that call [Store.Save].
//
// Fyne keeps preferences too, but writes its file in place and reads it again
// whenever it changes, its own half-written state included.
type Store struct {
	file *file // nil: kept in memory alone
	log  *slog.Logger

	mu      sync.Mutex // guards the fields up to the blank line
	values  map[string]any
	news    map[string][]change // not written yet
	own     map[string]bool     // keys that were changed here since the start
	pending *time.Timer

	disk   sync.Mutex // guards the file and failed
	failed bool       // the last attempt to write the file failed
}

// change returns the new value of a key, given the old one. Nil is the value of a
// key that is not set.
type change func(old any) any

// NewStore returns a store that keeps values in memory alone.
func NewStore() *Store {
	return &Store{
		log:    slog.New(slog.DiscardHandler),
		values: map[string]any{}, news: map[string][]change{}, own: map[string]bool{},
	}
}

// OpenStore reads the values in the file at path, which need not be there. A
// damaged file is set aside, and its last good copy takes its place; without a copy
// the store is empty. A file that cannot be read for another reason stays, and the
// store begins with the values of the copy. The log hears of it.
func OpenStore(path string, log *slog.Logger) *Store {
	return openStore(disk.OS{}, path, log)
}

func openStore(calls disk.Calls, path string, log *slog.Logger) *Store {
	s := NewStore()
	s.log, s.file = log, &file{calls: calls, path: path, log: log}
	s.values = s.file.load()
	return s
}

// get returns the value of a key, as JSON has it: a bool, a float64, a string, a
// list or an object.
func (s *Store) get(key string) (any, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.values[key]
	return v, ok
}

// holds reports whether a key is set that begins with prefix.
func (s *Store) holds(prefix string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key := range s.values {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

// set keeps a value and has it written soon.
func (s *Store) set(key string, value any) { s.setAll(map[string]any{key: value}) }

// setAll keeps values that belong together: if one of them has changed, all of
// them are soon written, so that the file never holds some of one program and some
// of another.
func (s *Store) setAll(values map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	same := true
	for key, value := range values {
		old, ok := s.values[key]
		same = same && ok && reflect.DeepEqual(old, value)
	}
	if same {
		return
	}
	for key, value := range values {
		s.news[key] = nil // what was to become of the old value does not matter
		s.change(key, func(any) any { return value })
	}
}

// update changes the value of a key, here and soon in the file, where another
// program may have set another value.
func (s *Store) update(key string, c change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.values[key]; !reflect.DeepEqual(old, c(old)) {
		s.change(key, c)
	}
}

// drop removes a key and its value, soon from the file as well.
func (s *Store) drop(key string) {
	s.update(key, func(any) any { return nil })
}

// change changes a value and has the change written soon. The caller holds the
// lock.
func (s *Store) change(key string, c change) {
	apply(s.values, key, c)
	s.own[key] = true
	s.news[key] = append(s.news[key], c)
	if s.file != nil && s.pending == nil {
		s.pending = time.AfterFunc(saveDelay, func() { _ = s.Save() })
	}
}

// apply changes the value of a key.
func apply(values map[string]any, key string, c change) {
	if v := c(values[key]); v != nil {
		values[key] = v
	} else {
		delete(values, key)
	}
}

// Save writes at once the changes that are not written yet; without Save they are
// written after a moment. Once Save returns no error, the changes outlast the program
// and a loss of power. Changes that cannot be written stay in memory and are written
// with the next one; the log is told of the first failure of a row.
func (s *Store) Save() error {
	s.disk.Lock()
	defer s.disk.Unlock()
	news := s.take()
	if s.file == nil || len(news) == 0 {
		return nil
	}
	err := s.file.merge(s.rescue, func(values map[string]any) {
		for key, changes := range news {
			for _, c := range changes {
				apply(values, key, c)
			}
		}
	})
	if err != nil && !s.failed {
		s.log.Warn("the preferences are not kept", "file", s.file.path, "error", err)
	}
	if s.failed = err != nil; s.failed {
		s.giveBack(news)
	}
	return err
}

// take returns the changes since take was last called.
func (s *Store) take() map[string][]change {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending != nil {
		s.pending.Stop()
		s.pending = nil
	}
	news := maps.Clone(s.news)
	clear(s.news)
	return news
}

// giveBack has the next take return changes that could not be written.
func (s *Store) giveBack(news map[string][]change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key, changes := range news {
		s.news[key] = append(changes, s.news[key]...)
	}
}

// rescue completes the values of a file that was damaged. With a good copy, only the
// keys that this program has changed are taken from memory, because the copy may hold
// newer values of other programs; without a copy, all keys are.
func (s *Store) rescue(values map[string]any, copied bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key, value := range s.values {
		if !copied || s.own[key] {
			values[key] = value
		}
	}
	for key := range s.own {
		if _, ok := s.values[key]; !ok {
			delete(values, key)
		}
	}
}

// damageError says that a file is there but holds no values.
type damageError struct{ err error }

func (e *damageError) Error() string { return e.err.Error() }

// damaged reports whether an error says that a file is there but holds no values.
func damaged(err error) bool {
	var damage *damageError
	return errors.As(err, &damage)
}
