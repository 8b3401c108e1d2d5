package textfile

import (
	"bytes"
	"errors"
	"io"

	"sidelight/annotations/document/raw"
)

// glance is how many bytes [Glance] looks at.
const glance = 2048

// Glance returns an [*raw.Error] for a file of which its size and its first bytes tell
// that [Read] would refuse it, else nil. It may wait for a disk that does not answer.
func Glance(path string) error {
	f, size, err := openRegular(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	if size == 0 {
		return &raw.Error{Problem: raw.Empty, Path: path}
	}
	head := make([]byte, glance)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return wrap(path, err)
	}
	head = head[:n]
	wide := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) // UTF-16
	if !wide && binary(head) {
		return &raw.Error{Problem: raw.Binary, Path: path, Size: size, Format: format(head)}
	}
	return nil
}
