package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/fsnotify/fsnotify"

	"sidelight/ui/async"
)

// settleFile is how long a file must stay as it is to count as written, and how long
// one that is gone may come back: editors write another and rename it.
const settleFile = 400 * time.Millisecond

// mostWatched is how many folders of an edition are watched.
const mostWatched = 64

// awaitChange waits until a file, or something in an edition's folder, is another than
// it was, and has settled, and returns what it is now. The system tells of a change:
// nothing runs before that.
func awaitChange(j *async.Job, path string, was state) (state, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return was, err
	}
	defer func() { _ = w.Close() }()
	for _, dir := range watched(path) {
		if err := w.Add(dir); err != nil {
			return was, err
		}
	}
	for {
		if stateOf(path) != was {
			if now, err := settledState(j, path); err != nil || now != was {
				return now, err
			}
		}
		select {
		case <-j.Done():
			return was, j.Err()
		case _, ok := <-w.Events:
			if !ok {
				return was, errors.New("the watch has ended")
			}
		case err := <-w.Errors:
			return was, err
		}
	}
}

// watched returns the folders in which what is at a path would change. A file is
// watched by its folder, since editors put another in its place.
func watched(path string) []string {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		if runtime.GOOS == "darwin" {
			return []string{path} // to watch a folder would open each file in it
		}
		return []string{filepath.Dir(path)}
	}
	dirs := []string{filepath.Dir(path)}
	_ = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && len(dirs) < mostWatched {
			dirs = append(dirs, p)
		}
		return nil
	})
	return dirs
}

// state tells one version of a file or a folder from another. The zero state is that
// of what is not there.
type state struct {
	files int
	size  int64
	when  time.Time // of the newest
}

// stateOf looks at what is at a path.
func stateOf(path string) (s state) {
	_ = filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			s = state{1, info.Size(), info.ModTime()} // a link is what it leads to
			return nil
		}
		if info, err := d.Info(); err == nil {
			s.files, s.size = s.files+1, s.size+info.Size()
			if info.ModTime().After(s.when) {
				s.when = info.ModTime()
			}
		}
		return nil
	})
	return s
}

// settledState waits until what is at a path stays as it is.
func settledState(ctx context.Context, path string) (state, error) {
	for was := stateOf(path); ; {
		timer := time.NewTimer(settleFile)
		select {
		case <-ctx.Done():
			timer.Stop()
			return state{}, ctx.Err()
		case <-timer.C:
		}
		now := stateOf(path)
		if now == was {
			return now, nil
		}
		was = now
	}
}
