package prefs

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// keySeen is the key of what is known of files that were opened, by path.
const keySeen = "files.seen"

// Bounds of what is kept of files that were opened.
const (
	maxSeen  = 2 * maxRecent
	maxTitle = 300 // bytes
)

// Seen is what is known of a file that was opened, to list it without opening it.
type Seen struct {
	Title   string
	Edition bool      // it is an edition's folder
	Share   float64   // how far the reader is in it, from 0 to 1
	When    time.Time // it was last in view, to the second
	// Encoding is the name of the encoding that the reader chose for a text, or "".
	Encoding string
	Whole    bool // the reader chose all of a saved web page
}

// The names of what is kept of one [Seen].
const (
	seenTitle    = "title"
	seenEdition  = "edition"
	seenShare    = "share"
	seenWhen     = "when" // seconds since 1970
	seenEncoding = "encoding"
	seenWhole    = "whole"
)

// Seen returns what is known of a path, or of [Sample], if it was opened before.
func (p *Prefs) Seen(path string) (Seen, bool) {
	return seenOf(read(p, keySeen, map[string]any(nil))[path])
}

// SetSeen keeps what is known of a path, or of [Sample]. The oldest of more than
// maxSeen are forgotten.
func (p *Prefs) SetSeen(path string, s Seen) {
	title := strings.ToValidUTF8(s.Title[:min(len(s.Title), maxTitle)], "")
	kept := map[string]any{
		seenTitle: title, seenEdition: s.Edition, seenShare: min(max(s.Share, 0), 1), seenWhen: float64(s.When.Unix()),
	}
	if s.Encoding != "" {
		kept[seenEncoding] = s.Encoding
	}
	if s.Whole {
		kept[seenWhole] = true
	}
	p.store.update(keySeen, func(old any) any {
		was, _ := old.(map[string]any)
		now := maps.Clone(was)
		if now == nil {
			now = map[string]any{}
		}
		now[path] = kept
		for len(now) > maxSeen {
			delete(now, oldest(now))
		}
		return now
	})
}

// oldest returns the path that was in view before all others.
func oldest(all map[string]any) string {
	return slices.MinFunc(slices.Sorted(maps.Keys(all)), func(a, b string) int {
		x, _ := seenOf(all[a])
		y, _ := seenOf(all[b])
		return x.When.Compare(y.When)
	})
}

// seenOf returns what was written down by [Prefs.SetSeen], if it makes sense.
func seenOf(kept any) (Seen, bool) {
	m, ok := kept.(map[string]any)
	title, _ := m[seenTitle].(string)
	edition, _ := m[seenEdition].(bool)
	share, _ := m[seenShare].(float64)
	when, _ := m[seenWhen].(float64)
	encoding, _ := m[seenEncoding].(string)
	whole, _ := m[seenWhole].(bool)
	if !ok || title == "" || len(title) > maxTitle || !(share >= 0 && share <= 1) || !(when >= 0 && when < 1<<40) {
		return Seen{}, false
	}
	return Seen{Title: title, Edition: edition, Share: share, When: time.Unix(int64(when), 0), Encoding: encoding, Whole: whole}, true
}
