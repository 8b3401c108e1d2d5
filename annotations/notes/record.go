package notes

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"time"
)

// The acts that a record may hold.
const (
	actPut     = "put"     // the note is as the record has it
	actRemove  = "remove"  // the note is deleted
	actRestore = "restore" // a deleted note is back, as the record has it
	actDraft   = "draft"   // a note is being written, as the record has it
	actDrop    = "drop"    // nothing is being written for this note any more
	actFold    = "fold"    // history up to the time of the record was left out of the file
)

// recordVersion is the version of the records that this program writes. A record of a
// later version is kept and not used.
const recordVersion = 1

// timeLayout is the form of the time of a record, in UTC.
const timeLayout = "2006-01-02T15:04:05.000000Z"

// record is one line of a journal. FORMAT.md describes it.
type record struct {
	Version  int             `json:"v"`
	ID       ID              `json:"id"`
	Act      string          `json:"act"`
	Time     string          `json:"time"`
	By       string          `json:"by"`
	Step     string          `json:"step,omitempty"` // the gesture that the record belongs to
	What     string          `json:"what,omitempty"`
	Undo     string          `json:"undo,omitempty"`     // the gesture that the record takes back
	Redo     string          `json:"redo,omitempty"`     // the gesture that the record does again
	Outlived bool            `json:"outlived,omitempty"` // the line before this one was cut off
	Note     json.RawMessage `json:"note,omitempty"`

	at int64 // Time, in microseconds since 1970
}

// draft reports whether the record is of what is being written, not of a note.
func (r *record) draft() bool { return r.Act == actDraft || r.Act == actDrop }

// before reports whether a record comes before another in the order of all copies.
func (r *record) before(o *record) bool {
	return r.at < o.at || r.at == o.at && r.By < o.By
}

// stamp sets the time of the record, in microseconds since 1970.
func (r *record) stamp(at int64) {
	r.at = at
	r.Time = time.UnixMicro(at).UTC().Format(timeLayout)
}

// A line ends with checkBegin, eight hexadecimal digits, and checkEnd. The digits are
// the CRC-32 (IEEE, as in gzip) of the bytes of the line before checkBegin.
const (
	lineBegin   = `{"v":`
	checkBegin  = `,"crc":"`
	checkEnd    = `"}`
	checkDigits = 8
	checkLength = len(checkBegin) + checkDigits + len(checkEnd)
)

// encode returns the line of a record, with its newline.
func (r *record) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, fmt.Errorf("write the record of %s: %w", r.ID, err)
	}
	body := bytes.TrimSuffix(b.Bytes(), []byte("}\n"))
	return fmt.Appendf(body, "%s%0*x%s\n", checkBegin, checkDigits, crc32.ChecksumIEEE(body), checkEnd), nil
}

var (
	errDamaged = errors.New("the line does not check")
	errLater   = errors.New("the line is of a later version")
)

// sound reports whether a line, without its newline, is as it was written.
func sound(line []byte) bool {
	n := len(line) - checkLength
	if n < len(lineBegin) || !bytes.HasPrefix(line, []byte(lineBegin)) {
		return false
	}
	body, check := line[:n], line[n:]
	if !bytes.HasPrefix(check, []byte(checkBegin)) || !bytes.HasSuffix(check, []byte(checkEnd)) {
		return false
	}
	var sum [checkDigits / 2]byte
	binary.BigEndian.PutUint32(sum[:], crc32.ChecksumIEEE(body))
	return hex.EncodeToString(sum[:]) == string(check[len(checkBegin):][:checkDigits])
}

// decode reads a line without its newline. It fails with errDamaged, or with errLater
// for a sound line that this version cannot read. The record refers to the line.
func decode(line []byte) (*record, error) {
	if !sound(line) {
		return nil, errDamaged
	}
	r := scanRecord(line)
	if r == nil {
		r = new(record)
		if err := json.Unmarshal(line, r); err != nil {
			return nil, ofLater(line)
		}
	}
	if r.Version != recordVersion || !known(r.Act) {
		return nil, errLater
	}
	t, err := time.Parse(timeLayout, r.Time)
	if err != nil || t.Year() > lastYear || r.By == "" || r.ID == "" && r.Act != actFold {
		return nil, errDamaged
	}
	if has := r.Act == actPut || r.Act == actRestore || r.Act == actDraft; has != (len(r.Note) > 0) {
		return nil, errDamaged
	}
	r.at = t.UnixMicro()
	return r, nil
}

// ofLater returns errLater for a line that a later version may read, else errDamaged.
func ofLater(line []byte) error {
	var version struct {
		Version int `json:"v"`
	}
	if json.Unmarshal(line, &version) == nil && version.Version > recordVersion {
		return errLater
	}
	return errDamaged
}

// lastYear is the last year in which a record may have been made: those that follow
// it must have a time that is later still.
const lastYear = 9000

func known(act string) bool {
	switch act {
	case actPut, actRemove, actRestore, actDraft, actDrop, actFold:
		return true
	}
	return false
}
