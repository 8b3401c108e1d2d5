package edition

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// maxIncludes is how many files may lead to one by including each other.
const maxIncludes = 16

// walker reads the files of one sort of entries with what they include.
type walker struct {
	l     *loader
	seen  map[string]place // where each file was named first
	visit func(root *record)
}

// walk calls visit with the root of each YAML file and then of those that it
// includes. visit reads its own keys; walk reads include and refuses the rest.
func (l *loader) walk(files []text, visit func(root *record)) {
	w := walker{l, make(map[string]place), visit}
	for _, f := range files {
		w.file(f, nil)
	}
}

// file reads one file; chain holds the files that led to it, outermost first.
func (w walker) file(name text, chain []string) {
	full := name.value
	if len(chain) > 0 && fs.ValidPath(name.value) {
		full = path.Join(path.Dir(chain[len(chain)-1]), name.value)
	}
	if slices.Contains(chain, full) {
		w.l.fault(name.at, "%s includes itself (%s): take this include out", full, strings.Join(append(chain, full), " → "))
		return
	}
	if at, ok := w.seen[full]; ok {
		w.l.fault(name.at, "%s is already named at %s: name it once", full, at)
		return
	}
	w.seen[full] = name.at
	if len(chain) == maxIncludes {
		w.l.fault(name.at, "%s is included by a file that is included, %d times over: name it in a file nearer to edition.yaml", full, maxIncludes)
		return
	}
	root, ok := w.l.parsed(full, name.at, parseYAML)
	if !ok {
		return
	}
	r := w.l.record(root, full)
	w.visit(r)
	includes := r.texts("include")
	r.done()
	chain = append(slices.Clone(chain), full)
	for _, f := range includes {
		w.file(f, chain)
	}
}

// loseError records an error of one of the parsers.
func (l *loader) loseError(err error) {
	var e *Error
	if errors.As(err, &e) {
		l.lose(e.place(), "%s", e.Message)
	}
}

// entries reads every entry of the list called name with read.
func entries[T any](l *loader, name string, files []text, read func(r *record) T) []T {
	var out []T
	l.walk(files, func(root *record) {
		for _, n := range root.list(name) {
			r := l.record(n, "an entry of "+name)
			x := read(r)
			r.done()
			out = append(out, x)
		}
	})
	return out
}
