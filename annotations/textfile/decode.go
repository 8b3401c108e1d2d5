package textfile

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"

	"sidelight/annotations/document/raw"
)

// decoded is the problem of a text that can be read: none.
const decoded = raw.Problem(255)

// decode returns the bytes of a file as UTF-8, or the problem. It reads them as
// the byte order mark says, else as UTF-8, else as Windows-1252, the encoding of
// most older texts of western languages, if they look like words in it.
func decode(data []byte) (string, raw.Problem) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", raw.Empty
	}
	if binary(data) {
		return "", raw.Binary
	}
	if utf8.Valid(data) {
		return string(data), decoded
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil || !plausible(string(out)) {
		return "", raw.Encoding
	}
	return string(out), decoded
}

func decodeUTF16(data []byte) (string, raw.Problem) {
	out, err := utf.UTF16(utf.LittleEndian, utf.ExpectBOM).NewDecoder().Bytes(data)
	switch {
	case err != nil:
		return "", raw.Encoding
	case len(bytes.TrimSpace(out)) == 0:
		return "", raw.Empty
	case binary(out), bytes.ContainsRune(out, utf8.RuneError):
		return "", raw.Binary
	}
	return string(out), decoded
}

// binary reports whether data cannot be text: it holds a NUL, or more than one
// control character in a hundred.
func binary(data []byte) bool {
	if format(data) != "" {
		return true
	}
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

// format returns the name of a file format that readers often take for text, by
// its first bytes; "" for any other.
func format(data []byte) string {
	for _, x := range []struct{ head, name string }{
		{"%PDF-", "PDF"}, {"PK\x03\x04", "ZIP"}, {"{\\rtf", "RTF"},
		{"\xd0\xcf\x11\xe0", "Word"}, {"\x89PNG", "PNG"}, {"\xff\xd8\xff", "JPEG"}, {"GIF8", "GIF"},
	} {
		if strings.HasPrefix(string(data[:min(len(data), 8)]), x.head) {
			return x.name
		}
	}
	return ""
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
