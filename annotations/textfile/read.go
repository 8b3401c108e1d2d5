package textfile

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sidelight/annotations"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 64 << 20

// Text is what was read from a file.
type Text struct {
	Title   string // the first heading of a Markdown file, else the file's name without its ending
	Article *annotations.Article
}

// Endings returns the endings of file names that are offered to the reader. A
// file with another name is read as plain text.
func Endings() []string { return []string{".txt", ".text", ".md", ".markdown"} }

// Read reads the file at path. The error is an [*Error], or that of ctx when it
// ends. Progress, unless nil, is called on the same goroutine with the share that
// has been read, from 0 to 1.
func Read(ctx context.Context, path string, progress func(float64)) (*Text, error) {
	data, err := load(ctx, path, progress)
	if err != nil {
		return nil, err
	}
	text, problem := decode(data)
	if problem != decoded {
		return nil, &Error{Problem: problem, Path: path, Size: int64(len(data)), Format: format(data)}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	t, err := build(path, text)
	if err != nil {
		return nil, err
	}
	t.Article.Fingerprint = sha256.Sum256(data)
	return t, nil
}

// build makes an article of the decoded text.
func build(path, text string) (*Text, error) {
	name := filepath.Base(path)
	t := &Text{Title: strings.TrimSuffix(name, filepath.Ext(name))}
	article := annotations.NewArticle
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		title, body := markdown(text)
		if title != "" {
			t.Title = title
		}
		if strings.TrimSpace(body) == "" {
			body = title // a heading alone is still something to read
		}
		text = body
	default:
		if wrapped(text) {
			article = annotations.NewWrappedArticle
		}
	}
	var err error
	if t.Article, err = article(name, text); err != nil {
		return nil, &Error{Problem: Empty, Path: path}
	}
	return t, nil
}

// load reads the bytes of a regular file that is not too large.
func load(ctx context.Context, path string, progress func(float64)) ([]byte, error) {
	info, err := os.Stat(path) // before opening: to open a pipe would wait for its writer
	if err != nil {
		return nil, wrap(path, err)
	}
	size := info.Size()
	switch {
	case info.IsDir():
		return nil, &Error{Problem: Folder, Path: path}
	case !info.Mode().IsRegular():
		return nil, &Error{Problem: Special, Path: path}
	case size > MaxSize:
		return nil, &Error{Problem: TooLarge, Path: path, Size: size}
	}
	var f fs.File
	if f, err = os.Open(path); err != nil {
		return nil, wrap(path, err)
	}
	defer f.Close()
	data := make([]byte, 0, size+1)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		const step = 1 << 20
		if cap(data)-len(data) == 0 {
			data = append(data, 0)[:len(data)] // it has grown since
		}
		n, err := f.Read(data[len(data):min(cap(data), len(data)+step)])
		data = data[:len(data)+n]
		if len(data) > MaxSize {
			return nil, &Error{Problem: TooLarge, Path: path, Size: int64(len(data))}
		}
		if progress != nil && size > 0 {
			progress(min(float64(len(data))/float64(size), 1))
		}
		if errors.Is(err, io.EOF) {
			return data, nil
		}
		if err != nil {
			return nil, wrap(path, err)
		}
	}
}

func wrap(path string, err error) error {
	e := &Error{Problem: Unreadable, Path: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Problem = Missing
	case errors.Is(err, fs.ErrPermission):
		e.Problem = Forbidden
	}
	return e
}

// wrapped reports whether the lines of text are broken by hand: most paragraphs
// between blank lines have several lines, and hardly a line is longer than 100
// bytes.
func wrapped(text string) bool {
	const width = 100 // bytes
	lines, long, paragraphs, blank := 0, 0, 0, true
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			blank = true
			continue
		}
		lines++
		if len(line) > width {
			long++
		}
		if blank {
			paragraphs++
		}
		blank = false
	}
	return paragraphs > 1 && lines > paragraphs && long*20 <= lines
}
