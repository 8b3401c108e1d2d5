package disktest

import (
	"io/fs"

	"sidelight/annotations/disk"
)

// NoSync makes the calls to the operating system but never waits for the disk, so
// that a test can write thousands of files.
type NoSync struct{ disk.OS }

// SyncFolder does nothing.
func (NoSync) SyncFolder(string) error { return nil }

// OpenFile opens a file whose Sync does nothing.
func (n NoSync) OpenFile(name string, flag int, mode fs.FileMode) (disk.File, error) {
	f, err := n.OS.OpenFile(name, flag, mode)
	if err != nil {
		return nil, err
	}
	return unsynced{f}, nil
}

type unsynced struct{ disk.File }

func (unsynced) Sync() error { return nil }
