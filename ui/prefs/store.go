package prefs

import (
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"time"
)

// saveDelay is how long a change may stay unwritten, so that a row of changes is
// written once.
const saveDelay = 200 * time.Millisecond

// Store keeps values by key in a file of one JSON object. The file is replaced
// as a whole, so that whoever reads it finds either the old values or the new
// ones; and only the keys that were set here are written, so that of two programs
// that are open at once the later one takes over no more than what it set. It may
// be used from several goroutines, and none waits for the disk but those that
// call [Store.Save].
//
// Fyne keeps preferences too, but writes its file in place and reads it again
// whenever it changes, its own half-written state included.
type Store struct {
	path string // empty: kept in memory alone
	log  *slog.Logger

	mu      sync.Mutex // for what follows
	values  map[string]any
	changed map[string]bool
	pending *time.Timer

	disk   sync.Mutex // for the file, and what follows
	failed bool       // the last time it was to be written
}

// NewStore keeps values in memory.
func NewStore() *Store {
	return &Store{log: slog.New(slog.DiscardHandler), values: map[string]any{}, changed: map[string]bool{}}
}

// OpenStore reads the values in the file at path, which need not be there. A
// file that cannot be read as values is renamed to path.broken and the store is
// empty, which goes into the log.
func OpenStore(path string, log *slog.Logger) *Store {
	s := NewStore()
	s.path, s.log = path, log
	values, err := readValues(path)
	if err == nil {
		s.values = values
		return s
	}
	log.Warn("the preferences cannot be read; the defaults take their place", "file", path, "error", err)
	if err := setAside(path, err); err != nil {
		log.Warn("the preferences were not set aside", "error", err)
	}
	return s
}

// setAside renames a file that is damaged, so that what is in it is not lost; one
// that could not be read for another reason stays.
func setAside(path string, fault error) error {
	var damage *damageError
	if errors.As(fault, &damage) {
		return os.Rename(path, path+".broken")
	}
	return nil
}

// damageError says that a file is there but holds no values.
type damageError struct{ err error }

func (e *damageError) Error() string { return e.err.Error() }

// readValues reads the object in a file; none if there is no file.
func readValues(path string) (map[string]any, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]any{}, nil
	}
	if err != nil {
		return nil, err
	}
	var values map[string]any
	if err := json.Unmarshal(data, &values); err != nil {
		return nil, &damageError{err}
	}
	if values == nil {
		return nil, &damageError{errors.New("it holds null, not an object")}
	}
	return values, nil
}

// get is the value of a key, as JSON has it: a bool, a float64, a string, a list
// or an object.
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

// set keeps a value, which is soon written.
func (s *Store) set(key string, value any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, ok := s.values[key]; ok && reflect.DeepEqual(old, value) {
		return
	}
	s.values[key] = value
	s.change(key)
}

// drop forgets a key and its value, soon in the file as well.
func (s *Store) drop(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.values[key]; ok {
		delete(s.values, key)
		s.change(key)
	}
}

// change has a key written soon. The caller holds the lock.
func (s *Store) change(key string) {
	s.changed[key] = true
	if s.path != "" && s.pending == nil {
		s.pending = time.AfterFunc(saveDelay, s.Save)
	}
}

// Save writes at once what was set and is not written yet; it would be soon
// without it. What cannot be written is kept in memory and tried again with the
// next change; the log hears of it once.
func (s *Store) Save() {
	s.disk.Lock()
	defer s.disk.Unlock()
	news := s.take()
	if s.path == "" || len(news) == 0 {
		return
	}
	err := s.write(news)
	if err != nil && !s.failed {
		s.log.Warn("the preferences are not kept", "file", s.path, "error", err)
	}
	if s.failed = err != nil; s.failed {
		s.giveBack(news)
	}
}

// take returns what was set since it was last taken; a nil value is of a key that
// was dropped.
func (s *Store) take() map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending != nil {
		s.pending.Stop()
		s.pending = nil
	}
	news := make(map[string]any, len(s.changed))
	for key := range s.changed {
		news[key] = s.values[key]
	}
	clear(s.changed)
	return news
}

// giveBack has what could not be written taken again.
func (s *Store) giveBack(news map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key := range news {
		s.changed[key] = true
	}
}

// write puts news into the file. What another program has written there since
// keeps its values; a file that cannot be read is left as it is, and a damaged
// one is set aside.
func (s *Store) write(news map[string]any) error {
	all, err := readValues(s.path)
	if err != nil {
		var damage *damageError
		if !errors.As(err, &damage) {
			return err
		}
		if err := setAside(s.path, err); err != nil {
			return err
		}
		s.mu.Lock()
		all = maps.Clone(s.values)
		s.mu.Unlock()
	}
	maps.Copy(all, news)
	maps.DeleteFunc(all, func(key string, value any) bool {
		_, is := news[key]
		return is && value == nil
	})
	return replace(s.path, all)
}

// replace writes values into a file beside path, which then takes its place.
func replace(path string, values map[string]any) error {
	data, err := json.MarshalIndent(values, "", "  ")
	if err != nil {
		return err
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
