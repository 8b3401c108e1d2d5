package notes

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"sidelight/annotations/disk"
)

// Limits on what is read.
const (
	longestJournal = 1 << 30 // bytes
	longestText    = 1 << 28 // bytes of a reading text
	longestAbout   = 1 << 22 // bytes
)

// Store is a folder with the notes of all articles. Several programs may use one folder
// at once. Its methods may be called from any goroutine.
type Store struct {
	calls  disk.Calls
	folder string
	now    func() time.Time

	writing sync.Mutex // held while a journal is written to

	mu      sync.Mutex
	writers writers
	latest  int64 // the time of the latest record that was read or written, in microseconds
}

// Open returns the store in a folder, which need not exist: nothing is made before the
// first note is written. The clock tells the time for what is written; it may be wrong.
// While the store is open, what it writes can be undone by no other program.
func Open(calls disk.Calls, folder string, clock func() time.Time) (*Store, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, fmt.Errorf("find the folder for notes: %w", err)
	}
	s := &Store{calls: calls, folder: folder, now: clock}
	s.writers.adopt(calls, folder)
	return s, nil
}

// Close lets other programs undo what was written here. Nothing can be written then.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.writers.close()
}

// Folder returns the folder of the store.
func (s *Store) Folder() string { return s.folder }

// Fingerprint returns the SHA-256 of a reading text in hexadecimal digits.
func Fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// mine reports whether this program writes under a name, or a run that has ended did.
func (s *Store) mine(writer string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.writers.mine[writer]
}

// adopted returns how often this program took names of runs that have ended. One that has
// no name tries again: when it began, another program may have had them for a moment.
func (s *Store) adopted() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writers.first == "" {
		s.writers.adopt(s.calls, s.folder)
	}
	return s.writers.adopted
}

// heard notes the time of a record that was read.
func (s *Store) heard(at int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.latest = max(s.latest, at)
}

// writer returns the name that this program writes under.
func (s *Store) writer() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.writers.name(s.calls, s.folder)
}

// lockless reports whether a name was taken where files cannot be locked: then what
// was being written under it belongs to whoever comes next.
func (s *Store) lockless(writer string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.HasPrefix(writer, s.writers.from+freshMark)
}

// elsewhere reports whether a name is of another machine.
func (s *Store) elsewhere(writer string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return !strings.HasPrefix(writer, s.writers.from)
}

// stamp gives records the name of a writer and times that are later than all that was
// read and written.
func (s *Store) stamp(by string, all []*record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range all {
		s.latest = max(s.latest+1, s.now().UnixMicro())
		r.Version, r.By = recordVersion, by
		r.stamp(s.latest)
	}
}

// entries returns what is in a folder, and nothing if there is no such folder.
func entries(calls disk.Calls, folder string) ([]fs.DirEntry, error) {
	all, err := calls.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return all, err
}

// exists reports whether there is a file or a folder of that name.
func exists(calls disk.Calls, name string) (bool, error) {
	_, err := calls.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// makeFolder makes a folder whose name outlasts a loss of power.
func makeFolder(calls disk.Calls, folder string) error {
	there, err := exists(calls, folder)
	if there || err != nil {
		return err
	}
	parent := filepath.Dir(folder)
	if parent != folder {
		if err := makeFolder(calls, parent); err != nil {
			return err
		}
	}
	if err := calls.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return calls.SyncFolder(parent)
}
