package prefs

import (
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// saveDelay is how long a change may stay unwritten, so that a row of changes is
// written once.
const saveDelay = 200 * time.Millisecond

// Store keeps values by key in a file of one JSON object. The file is replaced
// as a whole, so that whoever reads it finds either the old values or the new
// ones; and only the keys that were set here are written, so that two programs
// that are open at once lose nothing of each other's. It may be used from
// several goroutines.
//
// Fyne keeps preferences too, but writes its file in place and reads it again
// whenever it changes, its own half-written state included.
type Store struct {
	mu      sync.Mutex
	path    string // empty: kept in memory alone
	log     *slog.Logger
	values  map[string]any
	changed map[string]bool
	pending *time.Timer
	failed  bool // the last time it was to be written
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
	var damage *damageError
	if errors.As(err, &damage) {
		if err := os.Rename(path, path+".broken"); err != nil {
			log.Warn("the preferences were not set aside", "error", err)
		}
	}
	return s
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

// set keeps a value, which is soon written.
func (s *Store) set(key string, value any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, ok := s.values[key]; ok && plain(old) && old == value {
		return
	}
	s.values[key], s.changed[key] = value, true
	if s.path != "" && s.pending == nil {
		s.pending = time.AfterFunc(saveDelay, s.Save)
	}
}

// plain reports whether a value can be compared.
func plain(v any) bool {
	switch v.(type) {
	case bool, float64, string:
		return true
	}
	return false
}

// Save writes at once what was set and is not written yet; it would be soon
// without it. What cannot be written is kept in memory and tried again with the
// next change; the log hears of it once.
func (s *Store) Save() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending != nil {
		s.pending.Stop()
		s.pending = nil
	}
	err := s.write()
	if err != nil && !s.failed {
		s.log.Warn("the preferences are not kept", "file", s.path, "error", err)
	}
	s.failed = err != nil
}

// write writes the keys that were set. Those that another program has written
// since keep its values.
func (s *Store) write() error {
	if s.path == "" || len(s.changed) == 0 {
		return nil
	}
	all, err := readValues(s.path)
	if err != nil {
		all = maps.Clone(s.values) // damaged meanwhile: what is known here is better
	}
	for key := range s.changed {
		all[key] = s.values[key]
	}
	if err := replace(s.path, all); err != nil {
		return err
	}
	s.changed = map[string]bool{}
	return nil
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
