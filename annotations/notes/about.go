package notes

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sidelight/annotations/disk"
)

const (
	aboutName   = "about.json"
	textEnding  = ".txt.gz"
	mostPaths   = 100             // that are kept of one article, the newest
	lockPatient = 2 * time.Second // for another program that writes about.json
)

// Article is what is known of an article by which its notes are found.
type Article struct {
	Text    string // the reading text
	Title   string
	Edition string // the id of its edition, or ""
	Path    string // of the file that it was opened from, absolute, or ""
}

// about is what about.json says of an article.
type about struct {
	Version  int          `json:"version"`
	Title    string       `json:"title"`
	Editions []string     `json:"editions,omitempty"`
	Paths    []string     `json:"paths,omitempty"` // the newest last
	Texts    []keptText   `json:"texts"`           // the newest last
	Extra    extraMembers `json:"-"`
}

// keptText is a reading text in which notes count their positions.
type keptText struct {
	Fingerprint string `json:"sha256"`
	Words       int    `json:"words"`
	Sketch      []byte `json:"sketch,omitempty"` // a sample of its words, see sketch
	Kept        string `json:"kept"`             // when, in UTC
}

// extraMembers are members that a later version has written.
type extraMembers map[string]json.RawMessage

// errAbout says that about.json is damaged.
var errAbout = errors.New(aboutName + " is damaged")

func readAbout(calls disk.Calls, folder string) (*about, error) {
	data, err := disk.Read(calls, filepath.Join(folder, aboutName), longestAbout)
	if errors.Is(err, fs.ErrNotExist) {
		return &about{Version: 1}, nil
	}
	if err != nil {
		return nil, err
	}
	a := new(about)
	if err := json.Unmarshal(data, a); err != nil {
		return nil, fmt.Errorf("%w: %w", errAbout, err)
	}
	all := extraMembers{}
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("%w: %w", errAbout, err)
	}
	for _, name := range []string{"version", "title", "editions", "paths", "texts"} {
		delete(all, name)
	}
	a.Extra = all
	return a, nil
}

// write replaces about.json.
func (a *about) write(calls disk.Calls, folder string) error {
	data, err := json.MarshalIndent(a, "", "\t")
	if err != nil {
		return err
	}
	if len(a.Extra) > 0 {
		all := extraMembers{}
		if err := json.Unmarshal(data, &all); err != nil {
			return err
		}
		for name, value := range a.Extra {
			all[name] = value
		}
		if data, err = json.MarshalIndent(all, "", "\t"); err != nil {
			return err
		}
	}
	return disk.Write(calls, filepath.Join(folder, aboutName), 0o600, func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}

// learn adds what is known of an article, and reports whether that was news.
func (a *about) learn(article *Article, fingerprint string, now time.Time) bool {
	news := false
	if a.Title == "" && article.Title != "" {
		a.Title, news = article.Title, true
	}
	if article.Edition != "" && !slices.Contains(a.Editions, article.Edition) {
		a.Editions, news = append(a.Editions, article.Edition), true
	}
	if article.Path != "" && !slices.Contains(a.Paths, article.Path) {
		a.Paths, news = append(a.Paths, article.Path), true
		a.Paths = a.Paths[max(0, len(a.Paths)-mostPaths):]
	}
	if !a.has(fingerprint) {
		news = true
		words, sample := sketch(article.Text)
		a.Texts = append(a.Texts, keptText{fingerprint, words, sample, now.UTC().Format(time.RFC3339)})
	}
	return news
}

func (a *about) has(fingerprint string) bool {
	return slices.ContainsFunc(a.Texts, func(t keptText) bool { return t.Fingerprint == fingerprint })
}

// keepText writes a reading text into the folder of its article, if it is not there.
func keepText(calls disk.Calls, folder, fingerprint, text string) error {
	name := filepath.Join(folder, fingerprint+textEnding)
	if there, err := exists(calls, name); there || err != nil {
		return err
	}
	return disk.Write(calls, name, 0o600, func(w io.Writer) error {
		z := gzip.NewWriter(w)
		if _, err := io.WriteString(z, text); err != nil {
			return err
		}
		return z.Close()
	})
}

// readText returns a reading text from the folder of its article.
func readText(calls disk.Calls, folder, fingerprint string) (string, error) {
	if !isFingerprint(fingerprint) {
		return "", fmt.Errorf("the text %q: %w", fingerprint, fs.ErrNotExist)
	}
	data, err := disk.Read(calls, filepath.Join(folder, fingerprint+textEnding), longestText)
	if err != nil {
		return "", fmt.Errorf("the text that was noted on: %w", err)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("the text that was noted on: %w", err)
	}
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(z, longestText+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("the text that was noted on: %w", err)
	case n > longestText:
		return "", fmt.Errorf("the text that was noted on: %w", disk.ErrTooLarge)
	case Fingerprint(b.String()) != fingerprint:
		return "", errors.New("the text that was noted on is damaged")
	}
	return b.String(), nil
}

// isFingerprint reports whether s may be the SHA-256 of a text.
func isFingerprint(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}
