package noting

import (
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"sidelight/annotations/carry"
)

// settling is how long the notes of other copies may still come before they are read:
// a copy writes several lines at once.
const settling = 150 * time.Millisecond

// looking is how often the folder of notes is looked into where the system does not tell
// of changes.
const looking = 1500 * time.Millisecond

// watch shows from now on what other copies of the program, or a program that carries
// files from one computer to another, write into the folder of the article. The system
// tells of it: nothing runs before that.
func (k *Keeper) watch() {
	k.watching.Do(func() {
		go func() {
			if p := carry.Do(k.watchFolder); p != nil {
				k.Do(p.Raise)
			}
		}()
	})
}

func (k *Keeper) watchFolder() {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		k.lookAgain()
		return
	}
	defer func() { _ = w.Close() }()
	soon, set := time.NewTimer(settling), true
	for {
		told := k.addTo(w)
		select {
		case <-k.ctx.Done():
			soon.Stop()
			return
		case _, ok := <-w.Events:
			if !ok {
				return
			}
		case _, ok := <-w.Errors: // some changes were lost, not the watch
			if !ok {
				return
			}
		case <-soon.C:
			set = false
			k.queue.add(k.poll)
			if !told {
				soon.Reset(looking)
			}
			continue
		}
		if !set { // writing that goes on does not put it off
			soon.Reset(settling)
			set = true
		}
	}
}

// addTo has a watcher watch the folders of the notes, and reports whether the system
// tells of all that will be written there. A folder of an article that is not there yet
// is made by its first note, in the one above; so is that one, in the folder of the
// reader's data.
func (k *Keeper) addTo(w *fsnotify.Watcher) bool {
	if w.Add(k.store.Folder()) != nil {
		return w.Add(filepath.Dir(k.store.Folder())) == nil
	}
	err := w.Add(k.book.Folder())
	return err == nil || errors.Is(err, fs.ErrNotExist)
}

// lookAgain looks into the folder from time to time.
func (k *Keeper) lookAgain() {
	tick := time.NewTicker(looking)
	defer tick.Stop()
	for {
		select {
		case <-k.ctx.Done():
			return
		case <-tick.C:
			k.queue.add(k.poll)
		}
	}
}

// poll shows what others have written, on the queue.
func (k *Keeper) poll() {
	changed, err := k.book.Poll()
	switch {
	case err != nil:
		k.fail(err)
	case changed:
		k.place(func() {})
	}
}
