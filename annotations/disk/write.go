package disk

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A temporary file has the name of the file that it will replace, a point, a
// random number of tempDigits hexadecimal digits, and tempSuffix.
const (
	tempDigits = 16
	tempSuffix = ".tmp"
)

// abandoned is the age from which a temporary file of unknown origin counts as
// left by a writer that was killed.
const abandoned = time.Hour

// Write replaces the file at path by what the function write writes, or the file
// that a link at path leads to; the link stays. The file keeps its mode; a new
// file gets mode, less what the umask takes away. An error means that the file
// holds its old content, or that the new content is there but may not outlast a
// loss of power.
func Write(calls Calls, path string, mode fs.FileMode, write func(io.Writer) error) error {
	real, err := Resolve(calls, path)
	if err != nil {
		return err
	}
	info, err := calls.Lstat(real)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w", path, ErrNotRegular)
	default:
		mode = info.Mode().Perm()
	}
	temporary := fmt.Sprintf("%s.%0*x%s", real, tempDigits, rand.Uint64(), tempSuffix)
	f, err := calls.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	err = errors.Join(fill(f, write), f.Close())
	if err == nil {
		err = calls.Rename(temporary, real)
	}
	if err != nil {
		_ = calls.Remove(temporary) // Tidy removes what stays
		return err
	}
	return calls.SyncFolder(folderOf(real))
}

// fill writes what the function write writes, until it is on the disk.
func fill(f File, write func(io.Writer) error) error {
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Sync()
}

// folderOf returns the folder of a file. Unlike filepath.Dir it keeps "..", which
// may follow a link.
func folderOf(path string) string {
	if folder, _ := filepath.Split(path); folder != "" {
		return folder
	}
	return "."
}

// Tidy removes the temporary files for the file at path that killed writers have
// left. A caller that holds the lock which every writer of path takes sets locked:
// then no temporary file is in use. Otherwise only old ones are removed.
func Tidy(calls Calls, path string, locked bool) error {
	folder, base := folderOf(path), filepath.Base(path)
	entries, err := calls.ReadDir(folder)
	for _, e := range entries {
		if !e.Type().IsRegular() || !temporaryOf(base, e.Name()) {
			continue
		}
		info, gone := e.Info()
		if gone == nil && (locked || time.Since(info.ModTime()) > abandoned) {
			err = errors.Join(err, calls.Remove(filepath.Join(folder, e.Name())))
		}
	}
	return err
}

// temporaryOf reports whether name is that of a temporary file for the file base.
func temporaryOf(base, name string) bool {
	digits, ok := strings.CutPrefix(name, base+".")
	digits, ends := strings.CutSuffix(digits, tempSuffix)
	return ok && ends && len(digits) == tempDigits && strings.Trim(digits, "0123456789abcdef") == ""
}

// KeepCopy gives the content of the file at path, data, a second name in place of
// whatever has it. The copy is not synced. Until the file at path is replaced, both
// names may be those of one file.
func KeepCopy(calls Calls, path, name string, data []byte) error {
	if err := calls.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if calls.Link(path, name) == nil {
		return nil
	}
	return Write(calls, name, 0o600, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// maxBroken is how many damaged files of one name are kept.
const maxBroken = 9

// SetAside gives a damaged file the first free name of path.broken, path.broken-2
// and so on, and returns that name. Once there are nine, the last one is replaced.
// Where a file can have two names it keeps path as well, until the caller replaces
// it.
func SetAside(calls Calls, path string) (string, error) {
	damaged, err := calls.Lstat(path)
	if err != nil {
		return "", err
	}
	to := path + ".broken"
	for n := 2; n <= maxBroken; n++ {
		info, err := calls.Lstat(to)
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err == nil && os.SameFile(info, damaged) {
			return to, nil
		}
		to = fmt.Sprintf("%s.broken-%d", path, n)
	}
	if calls.Link(path, to) == nil {
		return to, nil
	}
	return to, calls.Rename(path, to)
}
