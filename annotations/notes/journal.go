package notes

import (
	"bytes"
	"errors"
	"io/fs"
)

// journalEnding ends the name of each journal.
const journalEnding = ".jsonl"

// journal is what is known of one file of records.
type journal struct {
	name string
	info fs.FileInfo // as it was when the file was last read
	read int64       // how many bytes of the file have been read; a line that was cut off is not
	open bool        // the last line that was read has no newline
	torn bool        // bytes follow that are no whole line
	bad  int         // lines that were set aside, without the torn one
	late int         // lines of a later version
	fail error       // why the file cannot be read
	last bool        // the last line that was read was set aside
}

// damaged is the number of lines that were set aside.
func (j *journal) damaged() int {
	if j.torn {
		return j.bad + 1
	}
	return j.bad
}

// take reads what follows in a file after the bytes that have been read, and returns
// its records in their order. The records refer to the bytes.
func (j *journal) take(data []byte) []*record {
	var out []*record
	j.torn = false
	for len(data) > 0 {
		end := bytes.IndexByte(data, '\n')
		if end < 0 {
			if sound(data) { // only its newline is missing
				out = j.line(out, data)
				j.read += int64(len(data))
				j.open = true
			} else {
				j.torn = true
			}
			return out
		}
		out = j.line(out, data[:end])
		j.read += int64(end) + 1
		j.open = false
		data = data[end+1:]
	}
	return out
}

func (j *journal) line(out []*record, line []byte) []*record {
	line = bytes.TrimSuffix(line, []byte("\r"))
	if len(line) == 0 {
		return out
	}
	r, err := decode(line)
	switch {
	case errors.Is(err, errLater):
		j.late++
	case err != nil:
		j.bad++
		j.last = true
		return append(out, salvage(line)...)
	default:
		if r.Outlived && j.last {
			j.bad-- // the reader was told
		}
		out = append(out, r)
	}
	j.last = false
	return out
}

// salvages is how many records are looked for in one line that does not check. Each
// looks through the rest of the line.
const salvages = 16

// salvage returns the whole records in a line that does not check: those around which
// bytes were added, or before which a newline was lost.
func salvage(line []byte) []*record {
	var out []*record
	for range salvages {
		start := bytes.Index(line, []byte(lineBegin))
		if start < 0 {
			break
		}
		line = line[start:]
		next := len(line)
		if i := bytes.Index(line[1:], []byte(lineBegin)); i >= 0 {
			next = i + 1
		}
		// Behind the record may be the end of another.
		for _, end := range [...]int{bytes.Index(line[:next], []byte(checkBegin)), bytes.LastIndex(line[:next], []byte(checkBegin))} {
			if end < 0 || end+checkLength > next {
				continue
			}
			if r, err := decode(line[:end+checkLength]); err == nil {
				out = append(out, r)
				break
			}
		}
		line = line[next:]
	}
	return out
}
