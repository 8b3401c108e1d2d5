package library

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/disk"
)

const (
	suffix = ".json.gz"
	// maxText bounds the text of an article that is kept. What is longer is kept up to
	// there.
	maxText = 8 << 20
	// maxFile bounds the file of an article, packed and unpacked.
	maxFile = 4 * maxText
	// maxEntities bounds the names of an article, maxName the length of each.
	maxEntities, maxName, maxAliases = 5000, 400, 50
)

// record is an article as its file holds it.
type record struct {
	Version  int            `json:"version"`
	Title    string         `json:"title"`
	Path     string         `json:"path,omitzero"`
	Opened   time.Time      `json:"opened"`
	Edition  bool           `json:"edition,omitzero"`
	Entities []recordEntity `json:"entities,omitzero"`
	Text     string         `json:"text"`
}

type recordEntity struct {
	Kind     string   `json:"kind"`
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases,omitzero"`
	Identity string   `json:"identity,omitzero"`
	Start    int      `json:"start,omitzero"` // bytes of the text
	End      int      `json:"end,omitzero"`
}

// version is that of the files. A file of a later one is left alone.
const version = 1

// check refuses an article without a fingerprint, and cuts what is too long.
func (a *Article) check() error {
	if a.Fingerprint == (annotations.Fingerprint{}) {
		return errors.New("an article without a fingerprint cannot be in the library")
	}
	if a.Opened.IsZero() {
		a.Opened = time.Now()
	}
	a.Text, a.Title = cut(a.Text, maxText), cut(a.Title, maxName)
	if len(a.Entities) > maxEntities {
		a.Entities = a.Entities[:maxEntities:maxEntities]
	}
	return nil
}

// cut is at most n bytes of s, and whole characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func (l *Library) file(name string) string { return filepath.Join(l.dir, folder, name+suffix) }

// record is what the file of an article holds.
func (a *Article) record() record {
	r := record{Version: version, Title: a.Title, Path: a.Path, Opened: a.Opened.UTC(), Edition: a.Edition, Text: a.Text}
	for _, e := range a.Entities {
		if e.Name == "" || len(e.Name) > maxName {
			continue
		}
		x := recordEntity{Kind: e.Kind.String(), Name: e.Name, Identity: cut(e.Identity, maxName), Start: e.At.Start, End: e.At.End}
		for _, alias := range e.Aliases {
			if alias != "" && len(alias) <= maxName && len(x.Aliases) < maxAliases {
				x.Aliases = append(x.Aliases, alias)
			}
		}
		r.Entities = append(r.Entities, x)
	}
	return r
}

// keeps reports whether the library has an article already, as it is but for the time at
// which it was opened.
func (l *Library) keeps(a *Article) bool {
	data, err := disk.Read(disk.OS{}, l.file(a.Fingerprint.String()), maxFile)
	if err != nil {
		return false
	}
	was, err := unpack(data)
	now := a.record()
	was.Opened = now.Opened
	return err == nil && reflect.DeepEqual(was, now)
}

func (l *Library) write(a *Article) error {
	if err := os.MkdirAll(filepath.Join(l.dir, folder), 0o700); err != nil {
		return err
	}
	return disk.Write(disk.OS{}, l.file(a.Fingerprint.String()), 0o600, func(w io.Writer) error {
		z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
		if err == nil {
			err = errors.Join(json.NewEncoder(z).Encode(a.record()), z.Close())
		}
		return err
	})
}

// read reads the file of an article.
func (l *Library) read(name string) (Article, error) {
	if !isFingerprint(name) {
		return Article{}, fmt.Errorf("%q is no fingerprint", name)
	}
	data, err := disk.Read(disk.OS{}, l.file(name), maxFile)
	if err != nil {
		return Article{}, err
	}
	a, err := decode(data)
	if err != nil {
		return Article{}, fmt.Errorf("%s: %w", l.file(name), err)
	}
	_, err = hex.Decode(a.Fingerprint[:], []byte(name))
	return a, err
}

// unpack reads the bytes of a file of the library.
func unpack(data []byte) (r record, err error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return r, err
	}
	unpacked, err := io.ReadAll(io.LimitReader(z, maxFile+1))
	if err != nil {
		return r, err
	}
	if len(unpacked) > maxFile {
		return r, disk.ErrTooLarge
	}
	if err := json.Unmarshal(unpacked, &r); err != nil {
		return r, err
	}
	if r.Version != version {
		return r, fmt.Errorf("version %d of this file is not known", r.Version)
	}
	return r, nil
}

// decode reads an article from the bytes of its file.
func decode(data []byte) (Article, error) {
	r, err := unpack(data)
	if err != nil {
		return Article{}, err
	}
	a := Article{Title: r.Title, Path: r.Path, Opened: r.Opened, Edition: r.Edition, Text: r.Text}
	for _, x := range r.Entities {
		kind, ok := annotations.ParseKind(x.Kind)
		if !ok || x.Name == "" || len(x.Name) > maxName {
			continue
		}
		at := annotations.Span{Start: x.Start, End: x.End}
		if at.Start < 0 || at.End <= at.Start || at.End > len(a.Text) {
			at = annotations.Span{}
		}
		a.Entities = append(a.Entities, Entity{Kind: kind, Name: x.Name, Aliases: x.Aliases, Identity: x.Identity, At: at})
	}
	return a, nil
}

// stamp tells whether a file of the library is the one that was indexed.
type stamp struct{ size, changed int64 }

type listed struct {
	name string // the fingerprint
	stamp
}

// list returns the files of the library by name.
func (l *Library) list() ([]listed, error) {
	entries, err := os.ReadDir(filepath.Join(l.dir, folder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []listed
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), suffix)
		if !ok || !e.Type().IsRegular() || !isFingerprint(name) {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue // another window has just forgotten it
		}
		all = append(all, listed{name, stamp{info.Size(), info.ModTime().UnixNano()}})
	}
	return all, nil
}

func isFingerprint(name string) bool {
	return len(name) == 2*len(annotations.Fingerprint{}) && strings.Trim(name, "0123456789abcdef") == ""
}
