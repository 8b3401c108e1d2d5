// Package batch annotates many texts, a line of JSON each, and writes what was found in
// them, a line of JSON each, in the same order.
package batch

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"sidelight/annotations"
	"sidelight/annotations/carry"
)

// MaxLine is how many bytes a line may have.
const MaxLine = 16 << 20

// Annotate finds the marks of an article that was written at a time, zero if that is
// not known. It is called from several goroutines at once.
type Annotate func(ctx context.Context, a *annotations.Article, published annotations.Date) (annotations.Content, error)

// LineError says what is wrong with a line.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e *LineError) Unwrap() error { return e.Err }

// outcome is what becomes of a line: what is written, and what is wrong with it.
type outcome struct {
	data  []byte
	wrong error
	panic *carry.Panic
}

// job is a line that was read.
type job struct {
	number int
	data   []byte
	wrong  error // the line cannot be read
	done   chan outcome
}

// Run reads lines until there are none and writes a line for each that is not blank.
// Lines are annotated on all processors and written in their order. A line that is
// wrong is told to wrong, which may be nil, and answered by its id, where that can be
// read, and "error". Run ends early with the context's error, or when a line cannot be
// read or written.
func Run(ctx context.Context, r io.Reader, w io.Writer, annotate Annotate, wrong func(*LineError)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	work, order := make(chan job), make(chan job, 2*workers)
	failed := make(chan error, 1)
	go func() {
		defer close(order)
		defer close(work)
		failed <- feed(ctx, r, work, order)
	}()
	for range workers {
		go func() {
			for j := range work {
				j.done <- answer(ctx, j, annotate)
			}
		}()
	}
	if err := write(ctx, w, order, wrong); err != nil {
		return err
	}
	return <-failed
}

// feed reads lines and hands each to the workers and, in order, to the writer.
func feed(ctx context.Context, r io.Reader, work, order chan<- job) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for number := 1; ; number++ {
		data, err := line(in)
		if errors.Is(err, io.EOF) && len(data) == 0 {
			return nil
		}
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errTooLong) {
			return fmt.Errorf("line %d cannot be read: %w", number, err)
		}
		if blank(data) && !errors.Is(err, errTooLong) {
			continue
		}
		j := job{number: number, data: data, done: make(chan outcome, 1)}
		if errors.Is(err, errTooLong) {
			j.wrong = err
		}
		for _, to := range []chan<- job{order, work} {
			select {
			case to <- j:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
}

var errTooLong = fmt.Errorf("it has more than %d MB", MaxLine>>20)

// line reads a line without its end. Of one that is too long it returns the beginning
// and [errTooLong], and skips the rest; at the end of the input, [io.EOF].
func line(in *bufio.Reader) (data []byte, err error) {
	long := false
	for {
		part, err := in.ReadSlice('\n')
		switch {
		case len(data)+len(part) <= MaxLine+1:
			data = append(data, part...)
		case !long:
			long = true
			data = data[:min(len(data), beginning)]
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long && (err == nil || errors.Is(err, io.EOF)) {
			return data, errTooLong
		}
		if n := len(data); n > 0 && data[n-1] == '\n' {
			data = data[:n-1]
		}
		return data, err
	}
}

// beginning is how much of a line that is too long is kept, for its id.
const beginning = 1 << 12

func blank(data []byte) bool {
	for _, c := range data {
		if c != ' ' && c != '\t' && c != '\r' {
			return false
		}
	}
	return true
}

// write writes the outcomes in their order. What is written is flushed whenever the
// next one has to be waited for, so that a reader at the other end sees each in time.
func write(ctx context.Context, w io.Writer, order <-chan job, wrong func(*LineError)) error {
	out := bufio.NewWriterSize(w, 1<<16)
	flush := func() error {
		if err := out.Flush(); err != nil {
			return &WriteError{err}
		}
		return nil
	}
	for {
		j, ok := next(order)
		if !ok {
			if err := flush(); err != nil {
				return err
			}
			select {
			case j, ok = <-order:
			case <-ctx.Done():
				return ctx.Err()
			}
			if !ok {
				return flush()
			}
		}
		o, err := wait(ctx, j, flush)
		if err != nil {
			return errors.Join(err, flush())
		}
		o.panic.Raise()
		if o.wrong != nil && wrong != nil {
			wrong(&LineError{j.number, o.wrong})
		}
		if _, err := out.Write(o.data); err != nil {
			return &WriteError{err}
		}
	}
}

// next is the next job, if there is one by now.
func next(order <-chan job) (job, bool) {
	select {
	case j, ok := <-order:
		return j, ok
	default:
		return job{}, false
	}
}

// wait waits for the outcome of a job, and flushes before it does.
func wait(ctx context.Context, j job, flush func() error) (outcome, error) {
	select {
	case o := <-j.done:
		return o, nil
	default:
	}
	if err := flush(); err != nil {
		return outcome{}, err
	}
	select {
	case o := <-j.done:
		return o, nil
	case <-ctx.Done():
		return outcome{}, ctx.Err()
	}
}

// WriteError says why what was found could not be written.
type WriteError struct{ Err error }

func (e *WriteError) Error() string { return "the output cannot be written: " + e.Err.Error() }

func (e *WriteError) Unwrap() error { return e.Err }
