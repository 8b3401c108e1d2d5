package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/carry"
	"sidelight/ui/prefs"
	"sidelight/ui/uitest"
)

// aheadOf is a workspace with the sample in view, and the folder of an edition.
func aheadOf(t *testing.T) (d *Workspace, queue uitest.Queue, folder string) {
	t.Helper()
	d, _ = atSample(t)
	queue, folder = uitest.NewQueue(), t.TempDir()
	d.Do = queue.Do
	if err := os.WriteFile(filepath.Join(folder, manifest), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return d, queue, folder
}

// What was read before the window was there is in view at once, in no later picture.
func TestWhatIsReadAheadIsShownAtOnce(t *testing.T) {
	d, _, folder := aheadOf(t)
	path := filepath.Join(folder, "book.txt")
	if err := os.WriteFile(path, []byte("The lamp was lit at nine."), 0o600); err != nil {
		t.Fatal(err)
	}
	told := ""
	d.Ahead = ReadAhead(d.prefs, path, nil, func(path string) { told = path })
	if told != path {
		t.Errorf("%q is told to be opened", told)
	}
	<-d.Ahead.done
	if d.Start(path); d.current() != path || d.Ahead != nil {
		t.Errorf("%q is in view, %v is read ahead", d.current(), d.Ahead)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.Ahead = ReadAhead(d.prefs, path, nil, func(string) {})
	<-d.Ahead.done
	if d.Start(path); d.current() != "" {
		t.Error("what cannot be read changes nothing")
	}
}

// What is still being read when the window is there comes when it is read.
func TestWhatIsReadAheadIsWaitedFor(t *testing.T) {
	d, queue, folder := aheadOf(t)
	let, sample := make(chan struct{}), d.sample
	d.Ahead = ReadAhead(d.prefs, folder, func(context.Context, string) (*annotations.Edition, error) {
		<-let
		return sample, nil
	}, func(string) {})
	if d.Start(folder); d.current() == folder {
		t.Fatal("it is in view before it is read")
	}
	close(let)
	queue.RunUntil(t, func() bool { return d.current() == folder })
}

// What is read ahead is given up when something else is opened, or the opening ends.
func TestReadingAheadIsGivenUp(t *testing.T) {
	for name, act := range map[string]func(d *Workspace, folder string){
		"another is opened":         func(d *Workspace, folder string) { d.Open(filepath.Join(folder, manifest)) },
		"the start page is shown":   func(d *Workspace, folder string) { d.Start(folder); d.ShowStart() },
		"another is opened instead": func(d *Workspace, folder string) { d.Start(folder); d.Open(filepath.Join(folder, manifest)) },
	} {
		t.Run(name, func(t *testing.T) {
			d, _, folder := aheadOf(t)
			ended := make(chan error, 1)
			d.Ahead = ReadAhead(d.prefs, folder, func(ctx context.Context, _ string) (*annotations.Edition, error) {
				<-ctx.Done()
				ended <- ctx.Err()
				return nil, ctx.Err()
			}, func(string) {})
			act(d, folder)
			select {
			case err := <-ended:
				if !errors.Is(err, context.Canceled) {
					t.Error(err)
				}
			case <-time.After(time.Minute):
				t.Error("it is still being read")
			}
		})
	}
}

// A fault in what is read ahead arises where faults are caught.
func TestFaultInReadingAhead(t *testing.T) {
	d, _, folder := aheadOf(t)
	d.Ahead = ReadAhead(d.prefs, folder, func(context.Context, string) (*annotations.Edition, error) { panic("a fault") }, func(string) {})
	<-d.Ahead.done
	defer func() {
		if p, ok := recover().(*carry.Panic); !ok || p.Value != "a fault" {
			t.Errorf("what arises is %v", p)
		}
	}()
	d.Start(folder)
	t.Error("no fault arises")
}

func TestNothingToReadAhead(t *testing.T) {
	d, _ := atSample(t)
	for _, path := range []string{"", prefs.Sample, "words.zim"} {
		if a := ReadAhead(d.prefs, path, nil, func(string) { t.Error("told") }); a != nil {
			t.Errorf("%q is read ahead", path)
		}
	}
}
