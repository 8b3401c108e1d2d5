package document

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/carry"
	"sidelight/annotations/document/raw"
)

// soon is how long a reading that is cancelled may go on.
const soon = 200 * time.Millisecond

// stuck is a file on a disk that does not answer: it gives some bytes and then none.
type stuck struct{ some io.Reader }

func (s stuck) Read(p []byte) (int, error) {
	if n, _ := s.some.Read(p); n > 0 {
		return n, nil
	}
	select {}
}

func (s stuck) Close() error { return nil }

// slow is a file that comes in small pieces, one every few milliseconds, without end.
type slow struct{ reads chan struct{} }

func (s slow) Read(p []byte) (int, error) {
	select {
	case s.reads <- struct{}{}:
	default:
	}
	time.Sleep(5 * time.Millisecond)
	return copy(p, "words and "), nil
}

func (s slow) Close() error {
	close(s.reads)
	return nil
}

// from is a source that gives one file of a size.
func from(f io.ReadCloser, size int64) raw.Source {
	return func(string) (io.ReadCloser, int64, error) { return f, size, nil }
}

// cancelled reads a file, cancels after a while and says how long the reading went on.
func cancelled(t *testing.T, name string, source raw.Source, after time.Duration) time.Duration {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var began time.Time
	time.AfterFunc(after, func() {
		began = time.Now()
		cancel()
	})
	_, err := open(ctx, name, Options{}, source, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%s: the reading ends with %v", name, err)
	}
	return time.Since(began)
}

func TestCancelADiskThatDoesNotAnswer(t *testing.T) {
	hangs := func(string) (io.ReadCloser, int64, error) { select {} }
	for name, source := range map[string]raw.Source{
		"opening": hangs, "reading": from(stuck{strings.NewReader("words")}, 100),
	} {
		if d := cancelled(t, name+".txt", source, 20*time.Millisecond); d > soon {
			t.Errorf("%s goes on for %v", name, d)
		}
	}
}

// A reading that is cancelled does not go on behind: the file is closed.
func TestCancelClosesTheFile(t *testing.T) {
	f := slow{make(chan struct{}, 1)}
	if d := cancelled(t, "a.txt", from(f, 1<<20), 20*time.Millisecond); d > soon {
		t.Errorf("the reading goes on for %v", d)
	}
	end := time.After(10 * time.Second)
	for open := true; open; {
		select {
		case _, open = <-f.reads:
		case <-end:
			t.Fatal("the file is still read")
		}
	}
}

// Nothing goes on for long when the reader thinks better of it, whatever is computed
// at that time.
func TestCancelWhileItIsParsed(t *testing.T) {
	for name, text := range map[string]string{
		"words.md":      strings.Repeat("*Words* and [words](a), `words` and <b>words</b>.\n\n", 400_000),
		"line.md":       strings.Repeat("words and ", 3_000_000),
		"tag.md":        "<b " + strings.Repeat("c ", 10_000_000),
		"paragraphs.md": strings.Repeat("a.\n\n", 5_000_000),
		"lines.txt":     strings.Repeat("a.\n", 7_000_000),
		"sentence.txt":  strings.Repeat("A. ", 7_000_000),
	} {
		f := io.NopCloser(strings.NewReader(text))
		if d := cancelled(t, name, from(f, int64(len(text))), 60*time.Millisecond); d > soon {
			t.Errorf("%s goes on for %v", name, d)
		}
	}
}

// A panic while a file is read comes to the goroutine that waits, where it can be
// caught.
func TestPanicIsRaisedWhereItIsCaught(t *testing.T) {
	fault := errors.New("a fault")
	p := carry.Do(func() {
		_, err := open(context.Background(), "a.txt", Options{}, func(string) (io.ReadCloser, int64, error) { panic(fault) }, nil)
		t.Errorf("read with the error %v", err)
	})
	if p == nil || p.Value != fault {
		t.Errorf("%+v arrives", p)
	}
}
