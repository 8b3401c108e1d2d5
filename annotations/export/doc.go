// Package export writes an edition for other programs: as JSON of its own form,
// which holds everything ([JSON]), as a W3C Web Annotation collection, which holds
// the mentions ([W3C]), and as a page to read in a browser and to print ([HTML]). The
// notes of the reader can go with it, or alone ([Parts]).
//
// Outside the program places in the article are counted in Unicode code points
// from its beginning. The same edition and notes always give the same bytes.
package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// checksum returns the SHA-256 of the article's text in hexadecimal.
func checksum(a *annotations.Article) string {
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

// write writes v as indented JSON, with characters such as & and < as they are
// and those that a reader cannot see, such as U+202E, as escapes.
func write(w io.Writer, v any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	if _, err := io.WriteString(w, text.VisibleLines(b.String())); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}
