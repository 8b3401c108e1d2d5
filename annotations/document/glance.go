package document

import (
	"strings"

	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/raw"
)

// glance is how many bytes [Glance] looks at.
const glance = 2048

// Glance returns an [*raw.Error] for a file of which its size and its first bytes tell
// that [Open] would refuse it, else nil. It may wait for a disk that does not answer.
func Glance(path string) error {
	head, size, err := raw.Head(path, glance)
	if err != nil {
		return err
	}
	if size == 0 {
		return &raw.Error{Problem: raw.Empty, Path: path}
	}
	if name := refused(head); name != "" {
		return &raw.Error{Problem: raw.Binary, Path: path, Size: size, Format: name}
	}
	if !known(head) && charset.Binary(head) {
		return &raw.Error{Problem: raw.Binary, Path: path, Size: size}
	}
	return nil
}

// known reports whether a file begins as one of a format that is read and no text.
func known(head []byte) bool {
	for _, f := range formats {
		if f.head != "" && f.begins(head) {
			return true
		}
	}
	return false
}

// word is the name of the format of Word before 2007.
const word = "Word"

// refused returns the name of a format that is not read, by the first bytes of a file,
// and "" for any other: files of these are often taken for texts.
func refused(data []byte) string {
	if known(data) {
		return ""
	}
	return named(data)
}

// named returns the name of the format of which a file is by its first bytes if it is
// no text, else "".
func named(data []byte) string {
	for _, x := range []struct{ head, name string }{
		{"%PDF-", "PDF"}, {"PK\x03\x04", "ZIP"}, {"{\\rtf", "RTF"},
		{"\xd0\xcf\x11\xe0", word}, {"\x89PNG", "PNG"}, {"\xff\xd8\xff", "JPEG"}, {"GIF8", "GIF"},
	} {
		if strings.HasPrefix(string(data[:min(len(data), len(x.head))]), x.head) {
			return x.name
		}
	}
	return ""
}
