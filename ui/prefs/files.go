package prefs

import "slices"

// The keys of what was opened.
const (
	keyLast   = "files.last"
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

// Recent returns the paths that were opened, the last one first.
func (p *Prefs) Recent() []string { return p.strings(keyRecent, maxRecent) }

// strings returns the first most strings of a list that are not empty.
func (p *Prefs) strings(key string, most int) []string {
	var out []string
	for _, v := range read(p, key, []any(nil)) {
		if s, ok := v.(string); ok && s != "" && len(out) < most {
			out = append(out, s)
		}
	}
	return out
}

// AddRecent puts a path first among the paths that were opened.
func (p *Prefs) AddRecent(path string) {
	p.DropRecent(path)
	all := append([]string{path}, p.Recent()...)
	p.store.set(keyRecent, list(all[:min(len(all), maxRecent)]))
}

// DropRecent forgets a path that cannot be opened any more.
func (p *Prefs) DropRecent(path string) {
	all := slices.DeleteFunc(p.Recent(), func(s string) bool { return s == path })
	p.store.set(keyRecent, list(all))
}

// list returns strings as the list that JSON has for them.
func list(all []string) []any {
	out := make([]any, len(all))
	for i, s := range all {
		out[i] = s
	}
	return out
}
