//go:build e2e

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
)

// TestEndToEndAloud reads aloud in a voice that writes down what it is given: from the
// paragraph in view on, by itself, with a pause, to the next sentence and back. When the
// window closes nothing goes on speaking.
func TestEndToEndAloud(t *testing.T) {
	bin := t.TempDir()
	file := func(name string) string { return filepath.Join(bin, name) }
	// It speaks until there is a file "go", which it takes away.
	script := "#!/bin/sh\n[ \"$1\" = --cancel ] && echo silent >>" + file("got") + " && exit 0\n" +
		"read -r line && echo \"$line\" >>" + file("got") + "\necho $$ >" + file("pid") + "\n" +
		"until rm " + file("go") + " 2>/dev/null; do sleep 0.05; done\n"
	if err := os.WriteFile(file("spd-say"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	a := x.edition.Article()
	var want []string
	hears := func(what string, more ...string) {
		t.Helper()
		want = append(want, more...)
		w.until(what, func() error {
			data, _ := os.ReadFile(file("got"))
			if got := strings.Split(strings.TrimSpace(string(data)), "\n"); strings.Join(got, "\n") != strings.Join(want, "\n") {
				return fmt.Errorf("said is %q, not %q", got, want)
			}
			return nil
		})
	}
	for range 2 {
		w.key("j")
		x.reader.RunCommand("next-paragraph")
		w.waitFor(x, page, "the paragraph")
	}
	first := a.SentenceAt(x.reader.Page().FirstInView())
	if first.Start < x.reader.Page().FirstInView() {
		first = next(a, first)
	}
	second := next(a, first)
	third := next(a, second)
	before := w.picture()
	w.key("r")
	hears("the first sentence", a.Slice(first.Span))
	box := x.reader.Page().SpanRects(first.Span)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.reader.Page()).AddXY(box.X-1, box.Y+box.H/2)
	w.until("the light on it", func() error {
		if now := w.picture().At(int(at.X), int(at.Y)); now == before.At(int(at.X), int(at.Y)) {
			return fmt.Errorf("at %v is still %v", at, now)
		}
		return nil
	})
	finish := func() {
		if err := os.WriteFile(file("go"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	finish()
	hears("the second by itself", a.Slice(second.Span))
	w.key("r")
	hears("the pause", "silent")
	w.key("r")
	hears("the second again", a.Slice(second.Span))
	w.key("alt+Down")
	hears("the third", "silent", a.Slice(third.Span))
	w.key("alt+Up")
	hears("the second once more", "silent", a.Slice(second.Span))
	w.key("Escape")
	hears("the end", "silent")
	w.key("r")
	w.until("it begins anew", func() error {
		if data, _ := os.ReadFile(file("got")); strings.HasSuffix(string(data), "silent\n") {
			return fmt.Errorf("nothing is said")
		}
		return nil
	})
	w.until("nothing stays behind", func() error { return noZombies(w.cmd.Process.Pid) })
	data, err := os.ReadFile(file("pid"))
	if err != nil {
		t.Fatal(err)
	}
	w.quit()
	if _, err := os.Stat("/proc/" + strings.TrimSpace(string(data))); err == nil {
		t.Error("the voice goes on after the window is closed")
	}
	if data, _ := os.ReadFile(file("got")); !strings.HasSuffix(string(data), "\nsilent\n") {
		t.Errorf("the voice is not silenced: %q", data)
	}
}

// next returns the sentence after another.
func next(a *annotations.Article, s annotations.Sentence) annotations.Sentence {
	passed := false
	for _, p := range a.Paragraphs() {
		for x := range a.Sentences(p) {
			if passed {
				return x
			}
			passed = x == s
		}
	}
	return s
}
