package prefs_test

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

// What the test program does when it is started as a second program that saves.
const (
	writerFile  = "SIDELIGHT_TEST_WRITER_FILE"
	writerName  = "SIDELIGHT_TEST_WRITER_NAME"
	writerCount = "SIDELIGHT_TEST_WRITER_COUNT"
)

// TestWriterProcess is no test but a second program: it saves places as fast as it
// can and prints the number of each that is saved.
func TestWriterProcess(t *testing.T) {
	path, name := os.Getenv(writerFile), os.Getenv(writerName)
	if path == "" {
		t.Skip("started by other tests")
	}
	count, err := strconv.Atoi(os.Getenv(writerCount))
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	store := prefs.OpenStore(path, log)
	p := prefs.New(store, log)
	for i := range count {
		p.SetLeft(readBy(t, name, i), leftAt(i))
		if store.Save() == nil {
			fmt.Printf("saved %d\n", i)
		}
	}
}

// readBy returns the edition of an article that only a writer of that name reads.
func readBy(t *testing.T, writer string, i int) *annotations.Edition {
	t.Helper()
	text := strings.Repeat("words ", 400)
	a, err := annotations.NewArticle("words.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	a.File.Fingerprint = sha256.Sum256(fmt.Appendf(nil, "%s %d", writer, i))
	e, err := annotations.New(annotations.Content{Title: "Words", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// leftAt is how a writer leaves the article number i.
func leftAt(i int) prefs.Left { return prefs.Left{Place: session.Place{Offset: 6 * (i % 300)}} }

// writer is a running writer process.
type writer struct {
	name   string
	cmd    *exec.Cmd
	stderr strings.Builder
	saved  chan int // the numbers that it has saved; closed when it has ended
	all    []int    // those of them that were received
}

// write starts a writer.
func write(t *testing.T, path, name string, count int) *writer {
	t.Helper()
	w := &writer{name: name, cmd: exec.Command(os.Args[0], "-test.run=^TestWriterProcess$", "-test.v"), saved: make(chan int, count)}
	w.cmd.Env = append(os.Environ(), writerFile+"="+path, writerName+"="+name, writerCount+"="+strconv.Itoa(count))
	w.cmd.Stderr = &w.stderr
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // before the folder goes
		_ = w.cmd.Process.Kill()
		w.wait()
	})
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if number, ok := strings.CutPrefix(lines.Text(), "saved "); ok {
				if i, err := strconv.Atoi(number); err == nil {
					w.saved <- i
				}
			}
		}
		_ = w.cmd.Wait()
		close(w.saved)
	}()
	return w
}

// wait waits for the end of the writer and returns how many places it has saved.
func (w *writer) wait() int {
	for i := range w.saved {
		w.all = append(w.all, i)
	}
	return len(w.all)
}

// check fails the test if the file lacks a place that the writer has saved.
func (w *writer) check(t *testing.T, path string) {
	t.Helper()
	p, _, log := open(t, path)
	lost := 0
	for _, i := range w.all {
		if p.Left(readBy(t, w.name, i)).Place != leftAt(i).Place {
			lost++
		}
	}
	if lost > 0 || log.Len() > 0 || w.stderr.Len() > 0 {
		t.Errorf("%s: %d of %d saved places are lost; logged %s%s", w.name, lost, len(w.all), log, w.stderr.String())
	}
}

// Two programs and five, each of which saves at full speed, lose nothing of each
// other.
func TestProgramsAtOnceLoseNothing(t *testing.T) {
	for programs, count := range map[int]int{2: 300, 5: 100} {
		if testing.Short() { // the race detector makes each of them wait longer for the lock
			count /= 4
		}
		t.Run(strconv.Itoa(programs), func(t *testing.T) { atOnce(t, programs, count) })
	}
}

// atOnce runs programs that save count places each.
func atOnce(t *testing.T, programs, count int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "preferences.json")
	var all []*writer
	for i := range programs {
		all = append(all, write(t, path, fmt.Sprint("program ", i), count))
	}
	for _, w := range all {
		if n := w.wait(); n != count {
			t.Errorf("%s saved %d places of %d\n%s", w.name, n, count, w.stderr.String())
		}
	}
	for _, w := range all {
		w.check(t, path)
	}
	only(t, path, "", ".lock", ".backup")
}

// A program that is killed at any moment loses nothing that was saved, neither its
// own nor that of another program, and leaves nothing behind for long.
func TestAKilledProgramLosesNothing(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	path := filepath.Join(t.TempDir(), "preferences.json")
	var all []*writer
	saved := 0
	for round := range 20 {
		killed, other := write(t, path, fmt.Sprint("killed ", round), 10_000), write(t, path, fmt.Sprint("other ", round), 10)
		first, ok := <-killed.saved
		if !ok {
			t.Fatalf("the program ended by itself: %s", killed.stderr.String())
		}
		killed.all = append(killed.all, first)
		time.Sleep(time.Duration(random.IntN(40_000)) * time.Microsecond)
		if err := killed.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		saved += killed.wait()
		killed.check(t, path)
		if n := other.wait(); n != 10 {
			t.Errorf("round %d of seed %d: the other program saved %d places\n%s", round, seed, n, other.stderr.String())
		}
		all = append(all, killed, other)
	}
	for _, w := range all {
		w.check(t, path)
	}
	t.Logf("%d places were saved before the kills, seed %d", saved, seed)
	p, store, _ := open(t, path)
	p.SetStill(true)
	save(t, store)
	only(t, path, "", ".lock", ".backup")
}
