// Package charset reads the bytes of a text in whatever encoding they are.
package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"sidelight/annotations/document/raw"
	"sidelight/annotations/lazy"
)

// Decode returns the bytes of a text as UTF-8, without a byte order mark, NULs and the
// codes that colour a terminal. A byte that means nothing becomes U+FFFD. Without the
// name of an encoding it goes by the byte order mark, by UTF-8, UTF-16 and UTF-32 as
// they show in the bytes, by what the text declares in its first lines, and by what it
// looks like. The error is an [*raw.Error]; if several encodings are as likely, its
// problem is Ambiguous and it names three of them. The text may share the memory of data,
// to which nobody may write afterwards.
func Decode(data []byte, name string) (string, error) {
	if name != "" {
		return decodeAs(data, name)
	}
	if e, mark := marked(data); e != nil {
		return finish(e, data[mark:])
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", &raw.Error{Problem: raw.Empty}
	}
	if e := patterned(data); e != nil {
		return finish(e, data)
	}
	if controlled(data) {
		return "", &raw.Error{Problem: raw.Binary}
	}
	if mostlyUTF8(data) {
		return finish(unicode.UTF8, data)
	}
	if e := declared(data); e != nil {
		return finish(e, data)
	}
	e, guesses := detect(data)
	if e == nil {
		return "", &raw.Error{Problem: raw.Ambiguous, Guesses: guesses}
	}
	return finish(e, data)
}

// Known reports whether there is an encoding of that name.
func Known(name string) bool { return byName(name) != nil }

// decodeAs reads a text in an encoding that the reader chose.
func decodeAs(data []byte, name string) (string, error) {
	e := byName(name)
	if e == nil {
		return "", &raw.Error{Problem: raw.Encoding}
	}
	if marks, size := marked(data); marks != nil && marks == e {
		data = data[size:]
	}
	return finish(e, data)
}

// finish decodes the bytes and takes out what is no text.
func finish(e encoding.Encoding, data []byte) (string, error) {
	s := decoded(e, data)
	if controlled([]byte(s)) {
		return "", &raw.Error{Problem: raw.Binary}
	}
	s = clean(s)
	if strings.TrimSpace(s) == "" {
		return "", &raw.Error{Problem: raw.Empty}
	}
	return s, nil
}

// decoded returns bytes as UTF-8. What means nothing becomes U+FFFD.
func decoded(e encoding.Encoding, data []byte) string {
	if e == unicode.UTF8 {
		return validUTF8(data)
	}
	if (e == little || e == big) && len(data)%2 == 1 && data[len(data)-1] == 0 {
		data = data[:len(data)-1] // half of a character that says nothing
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = append(out, string(utf8.RuneError)...) // the bytes end within a character
	}
	return validUTF8(out)
}

// validUTF8 returns a text with one U+FFFD for each byte that is no part of a character.
// The beginning of a character at the end of the text is left out. A text without such
// bytes is data itself: of a large file there is no second copy.
func validUTF8(data []byte) string {
	if utf8.Valid(data) {
		return unsafe.String(unsafe.SliceData(data), len(data))
	}
	var b strings.Builder
	b.Grow(len(data) + 16)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 && !utf8.FullRune(data) {
			break
		}
		b.WriteRune(r)
		data = data[n:]
	}
	return b.String()
}

var colours = lazy.Regexp{Source: "\x1b\\[[0-9;:?]*[A-Za-z]|\x1b\\][^\x07\x1b]{0,200}(?:\x07|\x1b\\\\)"}

// clean takes out NULs and the codes that colour a terminal.
func clean(s string) string {
	if strings.IndexByte(s, 0x1b) >= 0 {
		s = colours.Get().ReplaceAllString(s, "")
	}
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	return strings.TrimPrefix(s, "\ufeff")
}

var (
	little   = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big      = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	little32 = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	big32    = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
)

// marked returns the encoding that a byte order mark names, and the length of the mark;
// nil without one.
func marked(data []byte) (encoding.Encoding, int) {
	for _, m := range []struct {
		mark string
		e    encoding.Encoding
	}{
		{"\xef\xbb\xbf", unicode.UTF8}, {"\xff\xfe\x00\x00", little32}, {"\x00\x00\xfe\xff", big32},
		{"\xff\xfe", little}, {"\xfe\xff", big},
	} {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.e, len(m.mark)
		}
	}
	return nil, 0
}

// patterns are how the NULs lie in each four bytes of letters of English: in half of
// UTF-16 and three quarters of UTF-32.
var patterns = []struct {
	nul [4]bool
	e   encoding.Encoding
}{
	{[4]bool{false, true, true, true}, little32}, {[4]bool{true, true, true, false}, big32},
	{[4]bool{false, true, false, true}, little}, {[4]bool{true, false, true, false}, big},
}

// patterned returns UTF-16 or UTF-32 if the NULs of the text lie as they do there, in a
// text that has blanks and letters of English; else nil.
func patterned(data []byte) encoding.Encoding {
	sample := data[:min(len(data), 4096)&^3]
	var nuls [4]int
	for i, c := range sample {
		if c == 0 {
			nuls[i%4]++
		}
	}
	n := len(sample) / 4
	if n < 2 {
		return nil
	}
	for _, p := range patterns {
		fits := true
		for i, nul := range p.nul {
			fits = fits && (nul && nuls[i]*10 >= n*6 || !nul && nuls[i]*20 <= n)
		}
		if fits {
			return p.e
		}
	}
	return nil
}

// Binary reports whether the first bytes of a file, or all of them, cannot be text.
func Binary(data []byte) bool {
	e, _ := marked(data)
	return e == nil && patterned(data) == nil && controlled(data)
}

// controlled reports whether data holds more than one control character in a hundred or
// more than one NUL in ten bytes. Codes that colour a terminal are none.
func controlled(data []byte) bool {
	controls, nuls := 0, 0
	for i, b := range data {
		switch {
		case b == 0:
			nuls++
		case b == 0x1b && i+1 < len(data) && (data[i+1] == '[' || data[i+1] == ']'):
		case b < ' ' && b != '\a' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v':
			controls++
		}
	}
	return controls*100 > len(data) || nuls*10 > len(data)
}

// mostlyUTF8 reports whether a text is UTF-8 but for some bytes: for each of those there
// are four characters of several bytes. One that ends within a character may have one
// more: texts of older encodings end with a line break or a stop.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	wide, bad, cut := 0, 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, n := utf8.DecodeRune(data)
		switch {
		case r != utf8.RuneError || n > 1:
			wide++
		case utf8.FullRune(data):
			bad++
		case wide > 0 || data[0] == 0xc3: // which is "Ã" elsewhere, and ends no word
			cut, n = 1, len(data)
		}
		data = data[n:]
	}
	return wide >= 4*(bad-cut) && wide+cut > 0
}

// declaration is how a text names its encoding, for an editor or in XML.
var declaration = lazy.Regexp{Source: `(?i)(?:coding[:=][ \t]*|encoding=["']|charset=["']?)([\w.-]{3,30})`}

// declared returns the encoding that the first two lines of a text name, or nil.
func declared(data []byte) encoding.Encoding {
	head := data[:min(len(data), 1024)]
	if i := bytes.IndexByte(head, '\n'); i >= 0 {
		if k := bytes.IndexByte(head[i+1:], '\n'); k >= 0 {
			head = head[:i+1+k]
		}
	}
	m := declaration.Get().FindSubmatch(head)
	if m == nil {
		return nil
	}
	e := byName(string(m[1]))
	if e == unicode.UTF8 || e == little || e == big {
		return nil // it would have shown
	}
	return e
}
