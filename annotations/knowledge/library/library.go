// Package library is the reader's own library: which articles and editions the reader
// opened, what they say and whom they name, to be searched, and to say on the card of a
// name in which of them it stands as well.
//
// The truth is a folder with a file for each article. Beside it lies an index, an SQLite
// database with full-text search, that is made from that folder: one that is missing,
// damaged or out of date is made again, and no word is lost. Several windows may read
// and write at once.
//
// Nothing is read or written, nor is the engine started, before the first call of a
// method; and as long as nothing was added, asking makes no file.
package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/knowledge"
)

// Article is an article that the reader opened.
type Article struct {
	Fingerprint annotations.Fingerprint
	Title, Path string
	Opened      time.Time // when last
	Edition     bool      // an editor's edition
	// Text is the reading text. Of what [Library.All] returns it is empty.
	Text string
	// Entities are who and what it names. It is empty if nobody has looked for names.
	Entities []Entity
}

// Entity is a person, organisation or place that an article names.
type Entity struct {
	Kind     annotations.Kind
	Name     string
	Aliases  []string
	Identity string           // who or what it is, in one line; may be empty
	At       annotations.Span // where the text names it; where that is empty, its name is looked for
}

// Found is an article in which something was found.
type Found struct {
	knowledge.Article                    // its Sentence is a stretch of the text
	Marks             []annotations.Span // what was looked for, in Sentence
}

// Library is the library of one reader. It may be used from several goroutines.
type Library struct {
	dir string

	mu   sync.Mutex
	db   *sql.DB // nil before the first use
	once bool    // the index was held against the folder
}

// The names in the reader's folder.
const (
	folder   = "library"
	database = "library.db"
	lockName = "library.lock"
)

// Open returns the library in a folder, which need not be there. It does nothing else.
func Open(dir string) *Library { return &Library{dir: dir} }

// Close lets go of the index. The library may be used again.
func (l *Library) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.close()
}

func (l *Library) close() error {
	if l.db == nil {
		return nil
	}
	err := l.db.Close()
	l.db, l.once = nil, false
	return err
}

// maxArticles is how many articles a library holds. Once there are more, the one that
// was opened longest ago is forgotten.
const maxArticles = 5000

// Add adds an article, or what is new of it. It takes the place of another that came
// from the same path: what was there before is no longer there to be read.
func (l *Library) Add(ctx context.Context, a Article) error {
	if err := a.check(); err != nil {
		return err
	}
	known := l.keeps(&a)
	// The index is held against the folder before that changes: what is written now would
	// be indexed as a change from elsewhere, and once more. An error comes again below.
	_ = l.do(ctx, true, func(*sql.DB) error { return nil })
	if err := l.write(&a); err != nil {
		return fmt.Errorf("the article is not in your library: %w", err)
	}
	var gone []string
	err := l.do(ctx, true, func(db *sql.DB) (err error) {
		if known {
			known, err = l.reopened(ctx, db, &a)
		}
		if err == nil && !known {
			err = l.index(ctx, db, a.Fingerprint)
		}
		if err == nil {
			gone, err = superseded(ctx, db, &a)
		}
		return err
	})
	if err != nil {
		return err // the file is there: the next start indexes it
	}
	return l.forget(ctx, gone)
}

// Forget removes articles from the library, with all that was kept of them. The
// reader's own files are not touched.
func (l *Library) Forget(ctx context.Context, all ...annotations.Fingerprint) error {
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = f.String()
	}
	return l.forget(ctx, names)
}

func (l *Library) forget(ctx context.Context, names []string) error {
	if len(names) == 0 {
		return nil
	}
	for _, name := range names {
		if err := os.Remove(l.file(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("an article is still in your library: %w", err)
		}
	}
	return l.do(ctx, false, func(db *sql.DB) error {
		if err := removeRows(ctx, db, names); err != nil {
			return err
		}
		// What was forgotten is not to stay in the journal of the index either.
		_, err := db.ExecContext(ctx, "pragma wal_checkpoint(truncate)")
		return err
	})
}

// ForgetAll removes the whole library: the folder and the index.
func (l *Library) ForgetAll(context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	errs := []error{l.close()}
	names, err := l.list()
	errs = append(errs, err)
	for _, x := range names {
		errs = append(errs, remove(l.file(x.name)))
	}
	errs = append(errs, l.removeIndex())
	_ = os.Remove(filepath.Join(l.dir, folder)) // not if something else lies in it
	return errors.Join(errs...)
}

func remove(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Rebuild makes the index anew from the folder.
func (l *Library) Rebuild(ctx context.Context) error {
	l.mu.Lock()
	err := errors.Join(l.close(), l.removeIndex())
	l.mu.Unlock()
	if err != nil {
		return fmt.Errorf("the index of your library cannot be made anew: %w", err)
	}
	return l.do(ctx, false, func(*sql.DB) error { return nil })
}

func (l *Library) removeIndex() error {
	var errs []error
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		errs = append(errs, remove(filepath.Join(l.dir, database+end)))
	}
	return errors.Join(errs...)
}

// Text returns the reading text that the library has kept of an article.
func (l *Library) Text(f annotations.Fingerprint) (string, error) {
	a, err := l.read(f.String())
	return a.Text, err
}

// do runs f with the index, which is opened and held against the folder if that was not
// done yet. An index that turns out to be damaged is made again, and f runs once more.
// Without make, f does not run if there is nothing in the library.
func (l *Library) do(ctx context.Context, make bool, f func(*sql.DB) error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.db == nil && !make && !l.exists() {
		return nil
	}
	err := l.ready(ctx)
	if err == nil {
		err = f(l.db)
	}
	if !damaged(err) {
		return sentence(err)
	}
	if err = l.again(ctx); err == nil {
		err = f(l.db)
	}
	return sentence(err)
}

func sentence(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("the index of your library: %w", err)
}

// exists reports whether anything was ever added.
func (l *Library) exists() bool {
	for _, name := range []string{folder, database} {
		if _, err := os.Lstat(filepath.Join(l.dir, name)); err == nil {
			return true
		}
	}
	return false
}

// again makes a damaged index anew, unless another window did so meanwhile.
func (l *Library) again(ctx context.Context) error {
	if err := l.close(); err != nil {
		return err
	}
	held, err := disk.Lock(disk.OS{}, filepath.Join(l.dir, lockName), 10*time.Second)
	if err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if held != nil {
		defer func() { _ = held.Close() }()
	}
	if err = l.ready(ctx); !damaged(err) && (err != nil || l.sound(ctx)) {
		return err
	}
	if err = errors.Join(l.close(), l.removeIndex()); err != nil {
		return err
	}
	return l.ready(ctx)
}

// sound reports whether the whole index can be read.
func (l *Library) sound(ctx context.Context) bool {
	var says string
	err := l.db.QueryRowContext(ctx, "pragma quick_check(1)").Scan(&says)
	if err == nil && says == "ok" {
		_, err = l.db.ExecContext(ctx, "insert into texts(texts) values('integrity-check')")
	}
	return err == nil && says == "ok"
}

// ready opens the index and brings it to the state of the folder.
func (l *Library) ready(ctx context.Context) error {
	if l.db == nil {
		db, err := l.openIndex(ctx)
		if err != nil {
			return err
		}
		l.db = db
	}
	if l.once {
		return nil
	}
	if err := l.sync(ctx); err != nil {
		return err
	}
	l.once = true
	return nil
}

// sync brings the index to the state of the folder: what is new or was changed there is
// read, what is gone is taken out.
func (l *Library) sync(ctx context.Context) error {
	files, err := l.list()
	if err != nil {
		return err
	}
	known, err := indexed(ctx, l.db)
	if err != nil {
		return err
	}
	var fresh, gone []string
	for _, x := range files {
		if known[x.name] != x.stamp {
			fresh = append(fresh, x.name)
		}
		delete(known, x.name)
	}
	for name := range known {
		gone = append(gone, name)
	}
	slices.Sort(gone)
	if len(gone) > 0 {
		if err := removeRows(ctx, l.db, gone); err != nil {
			return err
		}
	}
	const batch = 50
	for part := range slices.Chunk(fresh, batch) {
		if err := l.indexAll(ctx, l.db, part); err != nil {
			return err
		}
	}
	return nil
}
