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

// Store keeps values by key in a file of one JSON object. The file is replaced as a
// whole, so that a program that reads it finds either the old values or the new
// ones. Only keys that were set or dropped here are written, so that two programs
// open at once do not undo each other's settings. Several goroutines may use a
// Store; only a call of [Store.Save] waits for the disk.
//
// Fyne keeps preferences too, but writes its file in place and reads it again
// whenever it changes, its own half-written state included.
type Store struct {
	path string // empty: the values are kept in memory alone
	log  *slog.Logger

	mu      sync.Mutex // guards the fields up to the blank line
	values  map[string]any
	changed map[string]bool
	pending *time.Timer

	disk   sync.Mutex // guards the file and failed
	failed bool       // the last attempt to write the file failed
}

// NewStore returns a store that keeps values in memory alone.
func NewStore() *Store {
	return &Store{log: slog.New(slog.DiscardHandler), values: map[string]any{}, changed: map[string]bool{}}
}

// OpenStore returns a store with the values in the file at path, which need not
// exist. A file that holds no values is renamed to path.broken; the store is then
// empty, and the log says so.
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

// setAside renames a damaged file, so that its content is not lost. A file that
// could not be read for another reason stays where it is.
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

// readValues returns the values in a file, none if there is no file.
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

// get returns the value of a key, as JSON has it: a bool, a float64, a string, a
// []any or a map[string]any.
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

// set keeps a value and has it written within [saveDelay].
func (s *Store) set(key string, value any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, ok := s.values[key]; ok && reflect.DeepEqual(old, value) {
		return
	}
	s.values[key] = value
	s.change(key)
}

// drop forgets a key and its value, within [saveDelay] in the file as well.
func (s *Store) drop(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.values[key]; ok {
		delete(s.values, key)
		s.change(key)
	}
}

// change has a key written within [saveDelay]. The caller holds mu.
func (s *Store) change(key string) {
	s.changed[key] = true
	if s.path != "" && s.pending == nil {
		s.pending = time.AfterFunc(saveDelay, s.Save)
	}
}

// Save writes at once what has changed since the last write; without a call that
// happens within [saveDelay] of the first change. Changes that cannot be written stay
// in memory and are written with the next one; the log tells of the failure once.
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

// take returns the values that have changed since the last call; the value of a key
// that was dropped is nil.
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

// giveBack makes values that could not be written count as changed again.
func (s *Store) giveBack(news map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key := range news {
		s.changed[key] = true
	}
}

// write puts changed values into the file and leaves the other values in it as
// they are, because another program may have written them. It fails if the file
// cannot be read; a damaged file it sets aside.
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

// replace writes values into a new file beside path and renames that file to path.
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
