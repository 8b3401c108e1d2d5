//go:build e2e

package main

import (
	"encoding/json"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// onDisk is a note as the command line lists it.
type onDisk struct {
	Quote string   `json:"quote"`
	Note  string   `json:"note"`
	Tags  []string `json:"tags"`
	Style string   `json:"style"`
}

func (l onDisk) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s %q %q %s", l.Style, l.Quote, l.Note, strings.Join(l.Tags, ",")))
}

// kept returns the notes on the sample that are on the disk.
func kept(t *testing.T) []string {
	t.Helper()
	var out, bad strings.Builder
	if code := run([]string{"notes", "list", "--json"}, &out, &bad); code != exitOK {
		t.Fatalf("notes list ends with %d: %s", code, bad.String())
	}
	var all []onDisk
	if err := json.Unmarshal([]byte(out.String()), &all); err != nil {
		t.Fatalf("%v in %s", err, out.String())
	}
	var words []string
	for _, x := range all {
		words = append(words, x.String())
	}
	return words
}

// waitKept waits until the notes on the disk are such.
func (w *window) waitKept(what string, want ...string) {
	w.t.Helper()
	w.until(what, func() error {
		if got := kept(w.t); !slices.Equal(got, want) {
			return fmt.Errorf("the notes are %v, not %v", got, want)
		}
		return nil
	})
}

// TestEndToEndNotes marks, corrects, notes, finds, undoes and redoes without the mouse,
// and looks at what is on the disk.
func TestEndToEndNotes(t *testing.T) {
	home := t.TempDir()
	t.Setenv("SIDELIGHT_HOME", filepath.Join(home, ".config", "sidelight"))
	x := newExpected(t)
	w := openIn(t, home, []string{"--sample"})
	w.waitFor(x, page, "the article")

	w.key("Tab", "shift+Right", "ctrl+shift+Right", "ctrl+shift+Right") // from the first mark on
	w.key("h")
	w.waitKept("a highlight", `marker "White House" ""`)
	w.key("h", "h")
	w.waitKept("another style", `wave "White House" ""`)
	w.key("ctrl+shift+Right")
	w.waitKept("longer by a word", `wave "White House has" ""`)
	w.key("shift+Left")
	w.waitKept("shorter by a character", `wave "White House ha" ""`)
	w.key("alt+shift+Right")
	w.waitKept("a later beginning", `wave "hite House ha" ""`)
	w.key("alt+shift+Left", "shift+Right")
	w.waitKept("as it was", `wave "White House has" ""`)

	w.key("n")
	w.write("Says who #check")
	w.key("ctrl+Return")
	full := `wave "White House has" "Says who #check" check`
	w.waitKept("a note", full)

	w.key("Escape", "Escape", "ctrl+k")
	w.write("tag:check")
	w.settled(image.Rect(300, 84, 980, 330), "the results")
	w.key("Return")
	w.settled(image.Rect(300, 84, 880, 330), "the page")
	w.key("h")
	w.waitKept("the note that was found", `brackets "White House has" "Says who #check" check`)

	w.key(slices.Repeat([]string{"ctrl+z"}, 11)...)
	w.waitKept("all undone")
	w.quit()

	w = openIn(t, home, []string{"--sample"})
	w.key(slices.Repeat([]string{"ctrl+shift+z"}, 9)...)
	w.waitKept("done again after a restart", full)
	w.key("ctrl+shift+z", "ctrl+shift+z") // once more than there is
	w.waitKept("all done again", `brackets "White House has" "Says who #check" check`)
	w.quit()
}

// TestEndToEndNoteOutlivesAKill ends the program by force while a note is being written:
// the words are there again.
func TestEndToEndNoteOutlivesAKill(t *testing.T) {
	home := t.TempDir()
	t.Setenv("SIDELIGHT_HOME", filepath.Join(home, ".config", "sidelight"))
	x := newExpected(t)
	w := openIn(t, home, []string{"--sample"})
	w.waitFor(x, page, "the article")
	w.key("Tab")
	empty := w.picture()
	w.key("n")
	w.waitChange(empty, panel, "the note to be written")
	w.write("half a sen")
	w.until("the draft", func() error {
		found, err := filepath.Glob(filepath.Join(home, ".config", "sidelight", "notes", "*", "*.jsonl"))
		if err != nil || len(found) == 0 {
			return fmt.Errorf("nothing is kept (%v)", err)
		}
		return holdsWords(found[0], "half a sen")
	})
	w.waitKept("a draft is no note yet")
	w.kill()

	w = openIn(t, home, []string{"--sample"})
	w.waitChange(empty, panel, "the draft after the restart")
	w.write("tence") // the draft has the keyboard
	w.key("ctrl+Return")
	w.waitKept("the note", `marker "White House" "half a sentence"`)
	w.quit()
}

// holdsWords returns an error unless a file holds some words.
func holdsWords(file, words string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !strings.Contains(string(data), words) {
		return fmt.Errorf("%s does not hold %q", filepath.Base(file), words)
	}
	return nil
}
