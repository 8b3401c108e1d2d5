package prefs

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"path/filepath"
	"time"

	"sidelight/annotations/disk"
)

// What stands beside the file of a store has its name and one of these endings.
const (
	lockEnding   = ".lock"   // an empty file, locked by whoever writes
	backupEnding = ".backup" // the file as it was before it was last written
)

// lockWait is how long a store waits for another program that writes. A program
// writes for some milliseconds.
const lockWait = 5 * time.Second

// file is the file of a store. It is used by one goroutine at a time.
type file struct {
	calls disk.Calls
	path  string
	log   *slog.Logger

	tidied bool // once for each program
	warned bool // that the file cannot be locked or has no good copy
}

// load returns the values in the file, or else those of its last good copy.
func (f *file) load() map[string]any {
	values, _, err := f.read(f.path)
	if err == nil {
		return values
	}
	if damaged(err) {
		values = nil
		err = f.merge(func(map[string]any, bool) {}, func(all map[string]any) { values = maps.Clone(all) })
	}
	if err != nil {
		f.log.Warn("the preferences cannot be read", "file", f.path, "error", err)
	}
	if values == nil {
		values = f.last()
	}
	return values
}

// last returns the values of the last good copy, or none.
func (f *file) last() map[string]any {
	if real, err := disk.Resolve(f.calls, f.path); err == nil {
		if values, _, err := f.backup(real); err == nil {
			return values
		}
	}
	return map[string]any{}
}

// merge changes the values in the file by the function news. No other program
// changes them meanwhile. If the file is damaged, the function rescue completes the
// values of its last good copy, or none if there is no copy.
func (f *file) merge(rescue func(values map[string]any, copied bool), news func(map[string]any)) error {
	if err := f.calls.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	real, err := disk.Resolve(f.calls, f.path)
	if err != nil {
		return err
	}
	unlock, err := f.lock(real)
	if err != nil {
		return err
	}
	defer unlock()
	values, old, err := f.read(real)
	if damaged(err) {
		var copied bool
		if values, copied, err = f.recover(real, err); err == nil {
			rescue(values, copied)
		}
	}
	if err != nil {
		return err
	}
	news(values)
	return f.replace(real, old, values)
}

// replace writes values in place of old, which is nil if there was no good file.
func (f *file) replace(real string, old []byte, values map[string]any) error {
	forget(values, today())
	forgetMinds(values)
	data, err := encode(values)
	if err != nil {
		return err
	}
	if old != nil {
		if err := disk.KeepCopy(f.calls, real, real+backupEnding, old); err != nil {
			f.once().Warn("the preferences are kept without a copy of the last ones", "file", f.path, "error", err)
		}
	}
	return disk.Write(f.calls, real, 0o600, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// lock keeps other programs from writing until unlock is called. Where files
// cannot be locked, it goes without.
func (f *file) lock(real string) (unlock func(), err error) {
	held, err := disk.Lock(f.calls, real+lockEnding, lockWait)
	alone := err == nil
	if errors.Is(err, errors.ErrUnsupported) {
		f.once().Warn("the preferences cannot be locked; two programs at once may lose some", "file", f.path, "error", err)
		err = nil
	}
	if err != nil {
		return nil, err
	}
	if !f.tidied {
		f.tidied = true
		for _, name := range []string{real, real + backupEnding} {
			if err := disk.Tidy(f.calls, name, alone); err != nil {
				f.log.Warn("what a program that was killed has left stays", "error", err)
			}
		}
	}
	return func() {
		if !alone {
			return
		}
		if err := held.Close(); err != nil {
			f.once().Warn("the preferences were not unlocked", "file", f.path, "error", err)
		}
	}, nil
}

// recover sets a damaged file aside and returns the values of its last good copy,
// if there is one.
func (f *file) recover(real string, fault error) (values map[string]any, copied bool, err error) {
	values, copied, err = f.backup(real)
	if err != nil {
		return nil, false, err
	}
	to, err := disk.SetAside(f.calls, real)
	if err != nil {
		return nil, false, err
	}
	if copied {
		f.log.Warn("the preferences cannot be read; the last good copy takes their place",
			"file", f.path, "kept as", to, "error", fault)
	} else {
		f.log.Warn("the preferences cannot be read; the defaults take their place",
			"file", f.path, "kept as", to, "error", fault)
	}
	return values, copied, nil
}

// backup returns the values of the last good copy, if there is one. A copy that is
// damaged is none; one that cannot be read for another reason is an error.
func (f *file) backup(real string) (values map[string]any, found bool, err error) {
	values, data, err := f.read(real + backupEnding)
	switch {
	case err != nil && !damaged(err):
		return nil, false, err
	case err != nil || data == nil:
		return map[string]any{}, false, nil
	}
	return values, true, nil
}

// read returns the values in a file and its bytes. No values and no bytes are
// those of a file that is not there.
func (f *file) read(name string) (map[string]any, []byte, error) {
	data, err := disk.Read(f.calls, name, maxFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return map[string]any{}, nil, nil
	case errors.Is(err, disk.ErrTooLarge):
		return nil, nil, &damageError{err}
	case err != nil:
		return nil, nil, err
	}
	values, err := decode(data)
	if err != nil {
		return nil, nil, err
	}
	return values, data, nil
}

// once returns the log the first time, and then one that discards: a fault that
// hinders nothing is told once.
func (f *file) once() *slog.Logger {
	if f.warned {
		return slog.New(slog.DiscardHandler)
	}
	f.warned = true
	return f.log
}
