package notes

import (
	"crypto/rand"
	"encoding/binary"
	"time"
)

// idDigits are the digits of an id, those of Crockford's base 32: in the order of
// their bytes, and without letters that look like others.
const idDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// idLength is the number of digits of an id.
const idLength = 26

// NewID mints an id: the milliseconds of t since 1970 in 48 bits, then 80 random bits,
// as 26 digits (the form of a ULID). Ids of different milliseconds sort by time.
func NewID(t time.Time) ID {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(max(t.UnixMilli(), 0))<<16)
	_, _ = rand.Read(b[6:]) // never fails
	high, low := binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])
	var out [idLength]byte
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = idDigits[low&31]
		low = low>>5 | high<<59
		high >>= 5
	}
	return ID(out[:])
}
