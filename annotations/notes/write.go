package notes

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"sidelight/annotations/disk"
)

// ErrReading says that notes were opened only to be read.
var ErrReading = errors.New("these notes were opened only to be read")

// write appends records to the journal of this program, in one piece, and takes them
// into the history when they are on the disk.
func (b *Book) write(all []*record) error {
	if len(all) == 0 {
		return nil
	}
	if err := b.append(all); err != nil {
		return fmt.Errorf("keep the note: %w", err)
	}
	for _, r := range all {
		b.history.add(r, true)
	}
	b.show()
	return nil
}

func (b *Book) append(all []*record) error {
	if b.article == nil {
		return ErrReading
	}
	by, err := b.store.writer()
	if err != nil {
		return err
	}
	if err := b.prepare(); err != nil {
		return err
	}
	// A note that is kept without a copy of the others is better than none.
	b.backup = b.backUp()
	b.store.writing.Lock()
	defer b.store.writing.Unlock()
	err = b.appendTo(by+journalEnding, by, all)
	if errors.Is(err, fs.ErrNotExist) { // somebody has removed the folder
		b.ready, b.synced = false, false
		if err = b.prepare(); err == nil {
			err = b.appendTo(by+journalEnding, by, all)
		}
	}
	return err
}

// Keep makes the folder of the article, or adds to it what it lacks, although nothing is
// noted. So the answer of the reader is kept who was asked whether the notes of an
// earlier text belong to this one: from then on [Store.Look] finds the same text.
func (b *Book) Keep() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.article == nil {
		return ErrReading
	}
	if err := b.prepare(); err != nil {
		return fmt.Errorf("keep the article with its notes: %w", err)
	}
	return nil
}

// prepare makes the folder of the article with the text in which the next note counts
// its position, and what is known of the article.
func (b *Book) prepare() error {
	if b.ready {
		return nil
	}
	there, err := exists(b.store.calls, b.folder)
	if err != nil {
		return err
	}
	if !there {
		name, err := b.store.nameFor(b.article, b.fingerprint)
		if err != nil {
			return err
		}
		b.name, b.folder = name, filepath.Join(b.store.folder, name)
		if err := makeFolder(b.store.calls, b.folder); err != nil {
			return err
		}
	}
	if err := keepText(b.store.calls, b.folder, b.fingerprint, b.article.Text); err != nil {
		return fmt.Errorf("keep the text: %w", err)
	}
	if err := b.keepAbout(); err != nil {
		return fmt.Errorf("keep what is known of the article: %w", err)
	}
	b.ready = true
	return nil
}

// keepAbout adds what is known of the article to about.json. Two programs take turns.
func (b *Book) keepAbout() error {
	locks := filepath.Join(b.store.folder, writersFolder)
	if err := makeFolder(b.store.calls, locks); err != nil {
		return err
	}
	held, err := disk.Lock(b.store.calls, filepath.Join(locks, aboutName+lockEnding), lockPatient)
	if err == nil {
		defer func() { _ = held.Close() }() // about.json is whole by then
	} else if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	a, err := readAbout(b.store.calls, b.folder)
	switch {
	case errors.Is(err, errAbout):
		if _, err := disk.SetAside(b.store.calls, filepath.Join(b.folder, aboutName)); err != nil {
			return err
		}
		a = &about{Version: 1}
	case err != nil:
		return err
	}
	if !a.learn(b.article, b.fingerprint, b.store.now()) {
		return nil
	}
	return a.write(b.store.calls, b.folder)
}

// appendTo appends records to a journal that no other program writes to. If that fails
// the file is cut off where it ended.
func (b *Book) appendTo(name, by string, all []*record) error {
	f, err := b.store.calls.OpenFile(filepath.Join(b.folder, name), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(b.appendOpen(f, name, by, all), f.Close()); err != nil {
		return err
	}
	if !b.synced {
		if err := b.store.calls.SyncFolder(b.folder); err != nil {
			return err
		}
		b.synced = true
	}
	return nil
}

func (b *Book) appendOpen(f disk.File, name, by string, all []*record) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	j, err := b.caughtUp(name, size)
	if err != nil {
		return err
	}
	b.store.stamp(by, all)
	all[0].Outlived = j.torn
	var data []byte
	if j.torn || j.open {
		data = append(data, '\n')
	}
	for _, r := range all {
		line, err := r.encode()
		if err != nil {
			return err
		}
		data = append(data, line...)
	}
	if _, err := f.Seek(size, io.SeekStart); err != nil {
		return err
	}
	n, err := f.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		// If this fails too, the next note begins on a line of its own.
		return errors.Join(err, f.Truncate(size))
	}
	return nil
}

// caughtUp returns the journal of this program, of which all that the file holds has
// been read: a line may be there that an earlier failure has left.
func (b *Book) caughtUp(name string, size int64) (*journal, error) {
	j := b.files[name]
	if j != nil && size < j.read {
		if err := b.reload(context.Background()); err != nil {
			return nil, err
		}
		j = b.files[name]
	}
	if j == nil {
		j = &journal{name: name}
		b.files[name] = j
	}
	if size != j.read {
		b.learn(b.read(j))
	}
	return j, j.fail
}
