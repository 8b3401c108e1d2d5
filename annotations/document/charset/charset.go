// Package charset reads the bytes of a text in whatever encoding they are.
package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"

	"sidelight/annotations/document/raw"
)

// Decode returns the bytes of a file as UTF-8, without a byte order mark. It reads them
// as the mark says, else as UTF-8, else as Windows-1252, the encoding of most older
// texts of western languages, if they look like words in it. The error is an
// [*raw.Error].
func Decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case wide(data):
		return decodeUTF16(data)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", &raw.Error{Problem: raw.Empty}
	}
	if Binary(data) {
		return "", &raw.Error{Problem: raw.Binary}
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil || !plausible(string(out)) {
		return "", &raw.Error{Problem: raw.Encoding}
	}
	return string(out), nil
}

// wide reports whether a text begins with the byte order mark of UTF-16.
func wide(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

func decodeUTF16(data []byte) (string, error) {
	out, err := utf.UTF16(utf.LittleEndian, utf.ExpectBOM).NewDecoder().Bytes(data)
	switch {
	case err != nil:
		return "", &raw.Error{Problem: raw.Encoding}
	case len(bytes.TrimSpace(out)) == 0:
		return "", &raw.Error{Problem: raw.Empty}
	case controlled(out), bytes.ContainsRune(out, utf8.RuneError):
		return "", &raw.Error{Problem: raw.Binary}
	}
	return string(out), nil
}

// Binary reports whether the first bytes of a file, or all of them, cannot be text.
func Binary(data []byte) bool { return !wide(data) && controlled(data) }

// controlled reports whether data holds a NUL, or more than one control character in a
// hundred.
func controlled(data []byte) bool {
	controls := 0
	for _, b := range data {
		switch {
		case b == 0:
			return true
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v':
			controls++
		}
	}
	return controls*100 > len(data)
}

// plausible reports whether a text that was decoded by a guess looks like one: it
// holds no undefined byte, at most a third of it lies beyond ASCII, and most of
// that are letters and the marks of printing.
func plausible(text string) bool {
	letters, beyond, total := 0, 0, 0
	for _, r := range text {
		total++
		switch {
		case r == utf8.RuneError, r >= 0x80 && r < 0xa0:
			return false
		case r < 0x80:
		case unicode.IsLetter(r) || strings.ContainsRune("‘’“”„–—…«»§°€£\u00a0", r):
			beyond++
			letters++
		default:
			beyond++
		}
	}
	return beyond*3 <= total && letters*10 >= beyond*7
}
