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
	"syscall"

	"sidelight/annotations"
	"sidelight/annotations/carry"
	"sidelight/annotations/document/raw"
)

// Text is what was read from a file.
type Text struct {
	Title   string // the first heading of a Markdown file, else the file's name without its ending
	Article *annotations.Article
}

// Endings returns the endings of file names that are offered to the reader. A
// file with another name is read as plain text.
func Endings() []string { return []string{".txt", ".text", ".md", ".markdown"} }

// Read reads the file at path. The error is an [*raw.Error], or that of ctx as soon as
// it ends: Read does not wait for a disk that does not answer, and what computes
// stops shortly after. Progress, unless nil, is called on the same goroutine with the
// share that has been read, from 0 to 1.
func Read(ctx context.Context, path string, progress func(float64)) (*Text, error) {
	return read(ctx, path, openRegular, progress)
}

// source opens a file and tells its size in bytes. The error is an [Error].
type source func(path string) (io.ReadCloser, int64, error)

// read is [Read] from a source.
func read(ctx context.Context, path string, open source, progress func(float64)) (*Text, error) {
	type result struct {
		text  *Text
		err   error
		panic *carry.Panic
	}
	shares, done := make(chan float64), make(chan result, 1)
	tell := func(share float64) {
		select {
		case shares <- share:
		case <-ctx.Done():
		}
	}
	go func() {
		var r result
		r.panic = carry.Do(func() { r.text, r.err = readNow(ctx, path, open, tell) })
		done <- r
	}()
	for {
		select {
		case share := <-shares:
			if progress != nil {
				progress(share)
			}
		case r := <-done:
			r.panic.Raise()
			return r.text, r.err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// readNow reads, decodes and divides a file.
func readNow(ctx context.Context, path string, open source, progress func(float64)) (*Text, error) {
	data, err := load(ctx, path, open, progress)
	if err != nil {
		return nil, err
	}
	text, problem := decode(data)
	if problem != decoded {
		return nil, &raw.Error{Problem: problem, Path: path, Size: int64(len(data)), Format: format(data)}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	t, err := build(ctx, path, text)
	if err != nil {
		return nil, err
	}
	t.Article.File.Fingerprint = sha256.Sum256(data)
	return t, ctx.Err()
}

// build makes an article of the decoded text.
func build(ctx context.Context, path, text string) (*Text, error) {
	name := filepath.Base(path)
	t := &Text{Title: strings.TrimSuffix(name, filepath.Ext(name))}
	byHand := false // the lines of the text are broken by hand
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		title, body, err := markdown(ctx, text)
		if e := (*raw.Error)(nil); errors.As(err, &e) {
			e.Path, e.Size = path, int64(len(text))
		}
		if err != nil {
			return nil, err
		}
		if title != "" {
			t.Title = title
		}
		if strings.TrimSpace(body) == "" {
			body = title // a heading alone is still something to read
		}
		text = body
	default:
		byHand = wrapped(text)
	}
	var err error
	t.Article, err = annotations.DivideArticle(ctx, name, text, byHand)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, &raw.Error{Problem: raw.Empty, Path: path}
	}
	return t, nil
}

// openRegular opens a regular file that is not too large. It asks what is there
// before it opens it, since to open a pipe would wait for its writer and to open a
// device may do something, and again afterwards, since it may be another by then.
func openRegular(path string) (io.ReadCloser, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, wrap(path, err)
	}
	if err := regular(path, info); err != nil {
		return nil, 0, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, 0, wrap(path, err)
	}
	if info, err = f.Stat(); err != nil {
		err = wrap(path, err)
	} else {
		err = regular(path, info)
	}
	if err != nil {
		_ = f.Close() // the file is not wanted
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// regular returns an [Error] for what is no regular file or too large.
func regular(path string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return &raw.Error{Problem: raw.Folder, Path: path}
	case !info.Mode().IsRegular():
		return &raw.Error{Problem: raw.Special, Path: path}
	case info.Size() > raw.MaxSize:
		return &raw.Error{Problem: raw.TooLarge, Path: path, Size: info.Size()}
	}
	return nil
}

// load reads the bytes of a file that is not too large, however much it grows.
func load(ctx context.Context, path string, open source, progress func(float64)) ([]byte, error) {
	f, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
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
		if len(data) > raw.MaxSize {
			return nil, &raw.Error{Problem: raw.TooLarge, Path: path, Size: int64(len(data))}
		}
		if size > 0 {
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
	e := &raw.Error{Problem: raw.Unreadable, Path: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Problem = raw.Missing
	case errors.Is(err, fs.ErrPermission):
		e.Problem = raw.Forbidden
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
