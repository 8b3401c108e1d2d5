package opener

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
)

// Bounds of what is read of a folder.
const (
	mostNames = 200_000 // names beyond these are not seen
	batch     = 1024    // names that are read between two looks at the context
	mostFiles = 60      // that are listed
)

// manifest is the file that makes a folder an edition.
const manifest = "edition.yaml"

// sort is what a file is.
type sort uint8

const (
	folder sort = iota
	edition
	markdown
	text
	other
)

// file is a row of the folder.
type file struct {
	path    string
	found   found
	sort    sort
	size    int64
	when    time.Time
	problem *raw.Error // why it cannot be read, or nil
}

// last is 1 for a file that cannot be read, which comes after the others.
func (f *file) last() int {
	if f.problem != nil {
		return 1
	}
	return 0
}

// listing is what answers a typed path.
type listing struct {
	folder string  // that was read
	names  []entry // all that are in it, to be asked again
	files  []file
	total  int   // of files that match, listed or not
	err    error // why the folder was not read
}

// entry is a name in a folder.
type entry struct {
	name string
	dir  bool
}

// listFolder returns the files of a folder whose names match a fragment, the best first.
// Known are the names of a folder that was read just before.
func listFolder(ctx context.Context, known listing, dir, fragment string) (listing, error) {
	l := listing{folder: dir}
	if known.folder == dir && known.err == nil && known.names != nil {
		l.names = known.names
	} else if l.names, l.err = readFolder(ctx, dir); l.err != nil {
		return l, ctx.Err()
	}
	matching, err := matching(ctx, l.names, fragment)
	if err != nil {
		return l, err
	}
	l.total = len(matching)
	for _, f := range matching[:min(len(matching), mostFiles)] {
		if err := ctx.Err(); err != nil {
			return l, err
		}
		l.files = append(l.files, describe(dir, f))
	}
	slices.SortStableFunc(l.files, func(a, b file) int {
		return cmp.Or(cmp.Compare(a.found.rank, b.found.rank), cmp.Compare(a.last(), b.last()))
	})
	return l, nil
}

// readFolder returns the names in a folder, as many as are seen.
func readFolder(ctx context.Context, dir string) ([]entry, error) {
	info, err := os.Stat(dir) // to open a pipe would wait for its writer
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fs.ErrNotExist
	}
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = d.Close() }() // opened for reading only
	names := []entry{}
	for len(names) < mostNames {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		some, err := d.ReadDir(batch)
		for _, x := range some {
			names = append(names, entry{x.Name(), x.IsDir()})
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}

// found is a name that matches a fragment.
type found struct {
	entry
	rank  rank
	marks []mark // bytes of the name that match
}

// matching returns the names that match a fragment: those that begin with it first,
// and among these what can be read first. Names with the letters of the fragment here
// and there count where no other matches. Names that begin with a dot are hidden,
// unless the fragment begins with one.
func matching(ctx context.Context, names []entry, fragment string) ([]found, error) {
	var out []found
	best := none
	for i, x := range names {
		if i%batch == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if strings.HasPrefix(x.name, ".") && !strings.HasPrefix(fragment, ".") {
			continue
		}
		if marks, r := match(x.name, fragment); r != none {
			out, best = append(out, found{x, r, marks}), min(best, r)
		}
	}
	if best < spread {
		out = slices.DeleteFunc(out, func(f found) bool { return f.rank == spread })
	}
	slices.SortFunc(out, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(order(a.entry), order(b.entry)),
			cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), cmp.Compare(a.name, b.name))
	})
	return out, ctx.Err()
}

// order is less for what is more likely to be opened: texts, then folders.
func order(x entry) int {
	switch s := sortOf(x.name); {
	case !x.dir && s != other:
		return 0
	case x.dir:
		return 1
	}
	return 2
}

// sortOf returns what a file is by the ending of its name.
func sortOf(name string) sort {
	end := strings.ToLower(filepath.Ext(name))
	switch {
	case end == ".md" || end == ".markdown":
		return markdown
	case slices.Contains(document.Endings(), end):
		return text
	}
	return other
}

// describe looks at a file. A link is what it leads to.
func describe(dir string, x found) file {
	f := file{path: filepath.Join(dir, x.name), found: x, sort: sortOf(x.name)}
	info, err := os.Stat(f.path)
	switch {
	case err != nil:
		errors.As(document.Glance(f.path), &f.problem)
		return f
	case info.IsDir():
		f.sort = folder
		if _, err := os.Stat(filepath.Join(f.path, manifest)); err == nil {
			f.sort = edition
		}
		f.when = info.ModTime()
		return f
	}
	f.size, f.when = info.Size(), info.ModTime()
	if !errors.As(document.Glance(f.path), &f.problem) && f.sort == other {
		f.sort = text
	}
	return f
}
