package main

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/ui"
)

// A text that is too long is not marked, in the window as on the command line.
func TestALongTextIsNotMarked(t *testing.T) {
	file := t.TempDir() + "/long.txt"
	for _, c := range []struct {
		bytes  int
		marked bool
	}{{1000, true}, {annotator.MaxText + 1, false}} {
		a, err := annotations.NewArticle("long.txt", strings.Repeat("Mary Robinson spoke. ", c.bytes/21+1)[:c.bytes])
		if err != nil {
			t.Fatal(err)
		}
		plain, err := annotations.New(annotations.Content{Title: "Long", Article: a})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(a.Text), 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := marked(context.Background(), plain, file)
		if err != nil || e.Marked() != c.marked {
			t.Errorf("%d bytes on the command line: marked %t, error %v", c.bytes, e.Marked(), err)
		}
		if _, err := (marker{}).Mark(context.Background(), plain, nil); errors.Is(err, ui.ErrTooLong) == c.marked {
			t.Errorf("%d bytes in the window: error %v", c.bytes, err)
		}
	}
}
