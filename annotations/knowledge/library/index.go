package library

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// layout is the version of the tables. An index of another is made again.
const layout = 1

const tables = `
create table articles (
	id integer primary key, name text not null unique, title text not null, path text not null,
	opened integer not null, edition integer not null, marked integer not null,
	size integer not null, changed integer not null);
create table entities (
	id integer primary key, article integer not null, kind integer not null, name text not null,
	identity text not null, sentence text not null, first integer not null, last integer not null);
create index entities_article on entities(article);
create table names (key text not null, kind integer not null, entity integer not null, primary key (key, kind, entity)) without rowid;
create index names_entity on names(entity);
create virtual table texts using fts5(title, text, tokenize="unicode61 remove_diacritics 2");
insert into texts(texts, rank) values('secure-delete', 1);
`

// errOld is the error of an index with another layout.
var errOld = errors.New("its layout is that of another version of the program")

// openIndex opens the index, or makes an empty one.
func (l *Library) openIndex(ctx context.Context) (*sql.DB, error) {
	if err := os.MkdirAll(l.dir, 0o700); err != nil {
		return nil, err
	}
	name := filepath.Join(l.dir, database)
	// The engine would let others read it.
	if f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600); err == nil {
		_ = f.Close()
	}
	db, err := sql.Open("sqlite", address(name))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := prepare(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// address is the name of a database file as the engine wants it, with how it is opened:
// several processes may write in turn, each of which waits for the other.
func address(name string) string {
	path := filepath.ToSlash(name)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: url.Values{
		"_pragma": {"busy_timeout(10000)", "journal_mode(wal)", "synchronous(normal)", "secure_delete(on)"},
		"_txlock": {"immediate"},
	}.Encode()}
	return u.String()
}

// prepare makes the tables if there are none.
func prepare(ctx context.Context, db *sql.DB) error {
	return within(ctx, db, func(tx *sql.Tx) error {
		var has int
		if err := tx.QueryRowContext(ctx, "pragma user_version").Scan(&has); err != nil {
			return err
		}
		switch has {
		case layout:
			return nil
		case 0:
			if _, err := tx.ExecContext(ctx, tables); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, fmt.Sprintf("pragma user_version = %d", layout))
			return err
		}
		return errOld
	})
}

// within runs f in a transaction.
func within(ctx context.Context, db *sql.DB, f func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

// damaged reports whether an error says that the index has to be made again.
func damaged(err error) bool {
	if errors.Is(err, errOld) {
		return true
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	const general, corrupt, noDatabase = 1, 11, 26 // https://sqlite.org/rescode.html
	switch e.Code() & 0xff {
	case corrupt, noDatabase:
		return true
	case general:
		return strings.Contains(e.Error(), "no such") || strings.Contains(e.Error(), "malformed") || strings.Contains(e.Error(), "already exists")
	}
	return false
}

// indexed returns the articles of the index, and which files they were made from.
func indexed(ctx context.Context, db *sql.DB) (map[string]stamp, error) {
	rows, err := db.QueryContext(ctx, "select name, size, changed from articles")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := make(map[string]stamp)
	for rows.Next() {
		var name string
		var s stamp
		if err := rows.Scan(&name, &s.size, &s.changed); err != nil {
			return nil, err
		}
		all[name] = s
	}
	return all, rows.Err()
}

func (l *Library) index(ctx context.Context, db *sql.DB, f annotations.Fingerprint) error {
	return l.indexAll(ctx, db, []string{f.String()})
}

// indexAll reads files of the library into the index. A file that cannot be read stays
// where it is and is left out.
func (l *Library) indexAll(ctx context.Context, db *sql.DB, names []string) error {
	return within(ctx, db, func(tx *sql.Tx) error {
		for _, name := range names {
			if err := ctx.Err(); err != nil {
				return err
			}
			info, err := os.Stat(l.file(name))
			if err != nil {
				continue
			}
			a, err := l.read(name)
			if err != nil {
				continue
			}
			if err := insert(ctx, tx, &a, stamp{info.Size(), info.ModTime().UnixNano()}); err != nil {
				return err
			}
		}
		return nil
	})
}

// reopened writes down when an article was opened that is in the index with all that it
// says, and reports whether it is there.
func (l *Library) reopened(ctx context.Context, db *sql.DB, a *Article) (bool, error) {
	info, err := os.Stat(l.file(a.Fingerprint.String()))
	if err != nil {
		return false, nil
	}
	done, err := db.ExecContext(ctx, "update articles set opened = ?, size = ?, changed = ? where name = ?",
		a.Opened.UnixNano(), info.Size(), info.ModTime().UnixNano(), a.Fingerprint.String())
	if err != nil {
		return false, err
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

func insert(ctx context.Context, tx *sql.Tx, a *Article, s stamp) error {
	if err := removeRow(ctx, tx, a.Fingerprint.String()); err != nil {
		return err
	}
	done, err := tx.ExecContext(ctx, "insert into articles(name, title, path, opened, edition, marked, size, changed) values(?,?,?,?,?,?,?,?)",
		a.Fingerprint.String(), a.Title, a.Path, a.Opened.UnixNano(), a.Edition, len(a.Entities) > 0, s.size, s.changed)
	if err != nil {
		return err
	}
	id, err := done.LastInsertId()
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "insert into texts(rowid, title, text) values(?,?,?)", id, a.Title, a.Text); err != nil {
		return err
	}
	return insertEntities(ctx, tx, id, a)
}

func insertEntities(ctx context.Context, tx *sql.Tx, article int64, a *Article) error {
	if len(a.Entities) == 0 {
		return nil
	}
	entity, err := tx.PrepareContext(ctx, "insert into entities(article, kind, name, identity, sentence, first, last) values(?,?,?,?,?,?,?)")
	if err != nil {
		return err
	}
	defer entity.Close()
	name, err := tx.PrepareContext(ctx, "insert or ignore into names(key, kind, entity) values(?,?,?)")
	if err != nil {
		return err
	}
	defer name.Close()
	for i := range a.Entities {
		e := &a.Entities[i]
		keys := keysOf(e.Kind, e.Name, e.Aliases)
		if len(keys) == 0 {
			continue
		}
		said, at := sentenceOf(a.Text, e.Name, e.At)
		done, err := entity.ExecContext(ctx, article, int(e.Kind), e.Name, e.Identity, said, at.Start, at.End)
		if err != nil {
			return err
		}
		id, err := done.LastInsertId()
		if err != nil {
			return err
		}
		for _, key := range keys {
			if _, err := name.ExecContext(ctx, key, int(e.Kind), id); err != nil {
				return err
			}
		}
	}
	return nil
}

// keysOf are the names of an entity as they are compared. Of a person a single name is
// one only if there is no other: "Trump" may be any of that name.
func keysOf(kind annotations.Kind, name string, aliases []string) []string {
	switch kind {
	case annotations.Person, annotations.Organisation, annotations.Place:
	default:
		return nil
	}
	keys := []string{key(name)}
	for _, alias := range aliases {
		k := key(alias)
		if kind == annotations.Person && !strings.Contains(k, " ") {
			continue
		}
		keys = append(keys, k)
	}
	return keys
}

func key(name string) string { return strings.TrimSpace(text.Plain.Fold(name)) }

func removeRow(ctx context.Context, tx *sql.Tx, name string) error {
	var id int64
	switch err := tx.QueryRowContext(ctx, "select id from articles where name = ?", name).Scan(&id); {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	for _, q := range []string{
		"delete from names where entity in (select id from entities where article = ?)",
		"delete from entities where article = ?", "delete from texts where rowid = ?", "delete from articles where id = ?",
	} {
		if _, err := tx.ExecContext(ctx, q, id); err != nil {
			return err
		}
	}
	return nil
}

func removeRows(ctx context.Context, db *sql.DB, names []string) error {
	return within(ctx, db, func(tx *sql.Tx) error {
		for _, name := range names {
			if err := removeRow(ctx, tx, name); err != nil {
				return err
			}
		}
		return nil
	})
}

// superseded returns the articles whose place a new one takes: others from the same
// path, and those that are too many.
func superseded(ctx context.Context, db *sql.DB, a *Article) ([]string, error) {
	rows, err := db.QueryContext(ctx, `select name from articles where path = ? and path <> '' and name <> ?
		union select name from (select name from articles order by opened desc limit -1 offset ?)`,
		a.Path, a.Fingerprint.String(), maxArticles)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}

// opened is a time as the index holds it.
func opened(nanoseconds int64) time.Time { return time.Unix(0, nanoseconds) }

func fingerprint(name string) (f annotations.Fingerprint, err error) {
	_, err = hex.Decode(f[:], []byte(name))
	return f, err
}
