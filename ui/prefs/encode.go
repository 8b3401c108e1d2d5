package prefs

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// maxFile is how many bytes a file of preferences may have. A thousand articles
// take about half a million.
const maxFile = 16 << 20

// keyChecksum is the key of the last line of a file: the SHA-256 of the bytes
// before the key. A file without it, of an older version or of a hand, holds as
// well.
const keyChecksum = "checksum"

// encode returns values as a JSON object with one line for each key, in order, and
// a checksum.
func encode(values map[string]any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{\n")
	for _, key := range slices.Sorted(maps.Keys(values)) {
		name, err := json.Marshal(key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(values[key])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "  %s: %s,\n", name, value)
	}
	b.WriteString("  ")
	fmt.Fprintf(&b, "%q: %q\n}\n", keyChecksum, checksum(b.Bytes()))
	if b.Len() > maxFile {
		return nil, fmt.Errorf("the preferences would take %d bytes, more than %d", b.Len(), maxFile)
	}
	return b.Bytes(), nil
}

// decode returns the values in the bytes of a file. An error is a [damageError].
func decode(data []byte) (map[string]any, error) {
	var values map[string]any
	if err := json.Unmarshal(data, &values); err != nil {
		return nil, &damageError{err}
	}
	if values == nil {
		return nil, &damageError{errors.New("the file holds null, not an object")}
	}
	if sum, ok := values[keyChecksum]; ok {
		before := data[:max(0, bytes.LastIndex(data, []byte(`"`+keyChecksum+`"`)))]
		if sum != checksum(before) {
			return nil, &damageError{errors.New("the checksum is that of other bytes")}
		}
		delete(values, keyChecksum)
	}
	return values, nil
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
