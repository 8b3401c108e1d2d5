package prefs

import "slices"

// The keys of what was opened.
const (
	keyLast   = "files.last"
	keyKnown  = "help.hinted"
	keyRecent = "files.recent"
)

// Sample stands, in place of a path, for the article that comes with the program.
const Sample = "sample"

// maxRecent is the number of files that are remembered.
const maxRecent = 8

// Last returns what was read last: a path or [Sample], or nothing before the first
// time.
func (p *Prefs) Last() string { return p.text(keyLast, "") }

// SetLast keeps what is read now: a path or [Sample].
func (p *Prefs) SetLast(path string) { p.store.set(keyLast, path) }

// Acquainted reports whether the reader was told what there is to begin with, or has read
// something with an earlier version.
func (p *Prefs) Acquainted() bool { return p.flag(keyKnown, false) || p.store.holds("place.") }

// SetAcquainted keeps that the reader was told.
func (p *Prefs) SetAcquainted() { p.store.set(keyKnown, true) }

// Recent returns the paths that were opened, the last one first.
func (p *Prefs) Recent() []string { return p.strings(keyRecent, maxRecent) }

// strings returns the first most strings of a list that are not empty.
func (p *Prefs) strings(key string, most int) []string {
	return nonEmpty(read(p, key, []any(nil)), most)
}

// nonEmpty returns the strings in a list that are not empty, no more than most of
// them.
func nonEmpty(list []any, most int) []string {
	var out []string
	for _, v := range list {
		if s, ok := v.(string); ok && s != "" && len(out) < most {
			out = append(out, s)
		}
	}
	return out
}

// AddRecent puts a path first among the paths that were opened.
func (p *Prefs) AddRecent(path string) {
	p.changeRecent(path, func(others []string) []string { return slices.Insert(others, 0, path) })
}

// DropRecent forgets a path that cannot be opened any more.
func (p *Prefs) DropRecent(path string) {
	p.changeRecent(path, func(others []string) []string { return others })
}

// changeRecent changes the paths that were opened, given those other than path. In
// the file these may be paths that another program has opened.
func (p *Prefs) changeRecent(path string, change func(others []string) []string) {
	p.store.update(keyRecent, func(old any) any {
		was, _ := old.([]any)
		others := slices.DeleteFunc(nonEmpty(was, len(was)), func(s string) bool { return s == path })
		now := change(others)
		return list(now[:min(len(now), maxRecent)])
	})
}

// list returns strings as the list that JSON has for them.
func list(all []string) []any {
	out := make([]any, len(all))
	for i, s := range all {
		out[i] = s
	}
	return out
}
