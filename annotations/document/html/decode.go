package html

import (
	"strings"
	"unicode/utf8"

	named "golang.org/x/net/html/charset"

	"sidelight/annotations/document/charset"
)

// decode returns the source of a page as UTF-8. What the page declares counts unless the
// bytes are UTF-8 all the same.
func decode(data []byte, chosen string) (string, error) {
	if chosen != "" {
		return charset.Decode(data, chosen)
	}
	const head = 1024 // bytes in which a browser looks for a declaration
	_, name, certain := named.DetermineEncoding(data[:min(len(data), head)], "")
	if certain && charset.Known(name) && !strings.HasPrefix(name, "utf-") && (name == "iso-2022-jp" || !utf8.Valid(data)) {
		return charset.Decode(data, name)
	}
	return charset.Decode(data, "")
}
