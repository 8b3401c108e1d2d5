package notes

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"sidelight/annotations/disk"
)

// foldAge is how old the history is that may be left out of a journal.
const foldAge = 90 * 24 * time.Hour

// foldAll leaves old history out of the journals of this program of which it is more
// than half. Nothing that stands is lost, and no removal; what is left out cannot be
// undone any more. The file as it was is kept beside the copies of each day.
func (b *Book) foldAll() (folded bool) {
	b.store.writing.Lock()
	defer b.store.writing.Unlock()
	cutoff := b.store.now().Add(-foldAge).UnixMicro()
	if !b.history.replaced(cutoff) {
		return false
	}
	for name, j := range b.files {
		writer := strings.TrimSuffix(name, journalEnding)
		if j.damaged() > 0 || j.late > 0 || j.fail != nil || !b.store.mine(writer) || b.store.lockless(writer) {
			continue
		}
		path := filepath.Join(b.folder, name)
		data, err := disk.Read(b.store.calls, path, longestJournal)
		if err != nil {
			continue
		}
		rest, ok := fold(data, writer, cutoff)
		if !ok || 2*len(rest) >= len(data) {
			continue
		}
		if b.replace(name, path, data, rest) == nil {
			folded = true
		}
	}
	return folded
}

// replace puts a folded journal in place of one that is kept as a backup.
func (b *Book) replace(name, path string, data, rest []byte) error {
	calls, folder := b.store.calls, filepath.Join(b.folder, backupFolder)
	if err := makeFolder(calls, folder); err != nil {
		return err
	}
	kept := filepath.Join(folder, fmt.Sprintf("folded-%s-%s", b.store.now().UTC().Format(dayLayout), name))
	if err := disk.KeepCopy(calls, path, kept, data); err != nil {
		return err
	}
	if err := calls.SyncFolder(folder); err != nil {
		return err
	}
	return writeFile(calls, path, rest)
}

// fold returns a journal without the records that a later one has replaced, if both are
// older than a time in microseconds. Before the others stands a record of that time. It
// reports whether the journal is one that may be folded.
func fold(data []byte, writer string, cutoff int64) (rest []byte, ok bool) {
	type key struct {
		id    ID
		draft bool
	}
	type line struct {
		*record
		text []byte
	}
	var all []line
	newest := map[key]*record{} // of those that are old
	for text := range bytes.Lines(data) {
		r, err := decode(bytes.TrimRight(text, "\r\n"))
		if err != nil || r.By != writer {
			return nil, false
		}
		all = append(all, line{r, text})
		if k := (key{r.ID, r.draft()}); r.at < cutoff && (newest[k] == nil || newest[k].before(r)) {
			newest[k] = r
		}
	}
	mark := &record{Version: recordVersion, Act: actFold, By: writer}
	mark.stamp(cutoff)
	rest, err := mark.encode()
	if err != nil {
		return nil, false
	}
	for _, l := range all {
		switch {
		case l.Act == actFold:
		case l.at >= cutoff || newest[key{l.ID, l.draft()}] == l.record:
			rest = append(append(rest, bytes.TrimRight(l.text, "\r\n")...), '\n')
		}
	}
	return rest, true
}
