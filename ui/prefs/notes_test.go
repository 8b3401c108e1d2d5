package prefs_test

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations/notes"
	"sidelight/ui/prefs"
)

func TestStylesOfHighlights(t *testing.T) {
	log := slog.New(slog.DiscardHandler)
	file := filepath.Join(t.TempDir(), "preferences.json")
	store := prefs.OpenStore(file, log)
	p := prefs.New(store, log)
	if p.NoteStyle() != notes.Marker || p.StyleName(notes.Wave) != "" {
		t.Errorf("at first the style is %v and a wave is called %q", p.NoteStyle(), p.StyleName(notes.Wave))
	}
	p.SetNoteStyle(notes.Brackets)
	p.SetStyleName(notes.Wave, "  to\ncheck ")
	p.SetStyleName(notes.Side, strings.Repeat("ä", 40))
	p.SetStyleName(notes.Band, "argument")
	p.SetStyleName(notes.Band, "")
	if err := store.Save(); err != nil {
		t.Fatal(err)
	}
	p = prefs.New(prefs.OpenStore(file, log), log)
	if p.NoteStyle() != notes.Brackets {
		t.Errorf("the style used last is %v", p.NoteStyle())
	}
	for s, want := range map[notes.Style]string{
		notes.Wave: "to check", notes.Side: strings.Repeat("ä", prefs.MaxStyleName), notes.Band: "", notes.Marker: "",
	} {
		if got := p.StyleName(s); got != want {
			t.Errorf("%v is called %q, want %q", s, got, want)
		}
	}
}
