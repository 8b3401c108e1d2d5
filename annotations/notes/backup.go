package notes

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sidelight/annotations/disk"
)

const (
	backupFolder = "backup"
	dayLayout    = "2006-01-02"
	daysKept     = 5
	unfinished   = ".unfinished-" // begins the name of a folder that is being filled
)

// backUp copies the files of the article once a day, before the first note is written,
// and removes the copies of all but the last days. The day is that of UTC.
func (b *Book) backUp() error {
	calls, day := b.store.calls, b.store.now().UTC().Format(dayLayout)
	if b.backedUp == day {
		return nil
	}
	if len(b.files) == 0 {
		b.backedUp = day // there is nothing yet
		return nil
	}
	folder := filepath.Join(b.folder, backupFolder)
	there, err := exists(calls, filepath.Join(folder, day))
	if err != nil {
		return err
	}
	if !there {
		if err := makeFolder(calls, folder); err != nil {
			return err
		}
		part := filepath.Join(folder, fmt.Sprintf("%s%s-%x", unfinished, day, rand.Uint32()))
		err := copyFiles(calls, b.folder, part)
		if err == nil {
			err = calls.Rename(part, filepath.Join(folder, day))
		}
		if err != nil {
			removeFolder(calls, part)
			// Another program may have been faster.
			if there, _ := exists(calls, filepath.Join(folder, day)); !there {
				return err
			}
		} else if err := calls.SyncFolder(folder); err != nil {
			return err
		}
	}
	b.backedUp = day
	return prune(calls, folder, day)
}

// copyFiles copies the files of one folder into another, which it makes. A text, which
// never changes, only gets a second name where that is possible.
func copyFiles(calls disk.Calls, from, to string) error {
	all, err := calls.ReadDir(from)
	if err != nil {
		return err
	}
	if err := calls.MkdirAll(to, 0o700); err != nil {
		return err
	}
	for _, e := range all {
		name := e.Name()
		text := strings.HasSuffix(name, textEnding)
		if !e.Type().IsRegular() || !text && name != aboutName && !strings.HasSuffix(name, journalEnding) {
			continue
		}
		source, copied := filepath.Join(from, name), filepath.Join(to, name)
		if text && calls.Link(source, copied) == nil {
			continue
		}
		data, err := disk.Read(calls, source, longestJournal)
		if errors.Is(err, fs.ErrNotExist) {
			continue // another program has just put a new file in its place
		}
		if err != nil {
			return err
		}
		if err := writeFile(calls, copied, data); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(calls disk.Calls, name string, data []byte) error {
	return disk.Write(calls, name, 0o600, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// prune removes the copies of all but the last days, and what killed programs left of
// an earlier day.
func prune(calls disk.Calls, folder, day string) error {
	all, err := calls.ReadDir(folder)
	if err != nil {
		return err
	}
	var days []string
	for _, e := range all {
		_, notDay := time.Parse(dayLayout, e.Name())
		switch {
		case e.IsDir() && notDay == nil:
			days = append(days, e.Name())
		case e.IsDir() && strings.HasPrefix(e.Name(), unfinished) && !strings.HasPrefix(e.Name(), unfinished+day):
			removeFolder(calls, filepath.Join(folder, e.Name()))
		}
	}
	slices.Sort(days)
	for _, old := range days[:max(0, len(days)-daysKept)] {
		removeFolder(calls, filepath.Join(folder, old))
	}
	return nil
}

// removeFolder removes a folder with its files as far as it can.
func removeFolder(calls disk.Calls, folder string) {
	all, _ := calls.ReadDir(folder)
	for _, e := range all {
		_ = calls.Remove(filepath.Join(folder, e.Name()))
	}
	_ = calls.Remove(folder)
}
