package prefs_test

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sidelight/ui/prefs"
)

func TestSeen(t *testing.T) {
	log := slog.New(slog.DiscardHandler)
	file := filepath.Join(t.TempDir(), "preferences.json")
	store := prefs.OpenStore(file, log)
	p := prefs.New(store, log)
	if s, ok := p.Seen("/a.md"); ok {
		t.Errorf("something is known of what was never opened: %+v", s)
	}
	when := time.Unix(1_700_000_000, 0)
	p.SetSeen("/a.md", prefs.Seen{Title: strings.Repeat("ä", 400), Share: 7, When: when})
	p.SetSeen(prefs.Sample, prefs.Seen{Title: "Talks", Share: 0.71, When: when.Add(time.Hour)})
	if err := store.Save(); err != nil {
		t.Fatal(err)
	}
	p = prefs.New(prefs.OpenStore(file, log), log)
	a, ok := p.Seen("/a.md")
	if !ok || a.Share != 1 || !a.When.Equal(when) || a.Title != strings.Repeat("ä", 150) {
		t.Errorf("of the file is kept %+v", a)
	}
	if s, ok := p.Seen(prefs.Sample); !ok || s.Title != "Talks" || s.Share != 0.71 {
		t.Errorf("of the sample is kept %+v", s)
	}
	// The oldest go when there are too many.
	for i := range 16 {
		p.SetSeen(fmt.Sprintf("/%d.md", i), prefs.Seen{Title: "T", When: when.Add(time.Duration(2+i) * time.Hour)})
	}
	if _, ok := p.Seen("/a.md"); ok {
		t.Error("the oldest is still known")
	}
	if _, ok := p.Seen("/0.md"); !ok {
		t.Error("a newer one is forgotten")
	}
}
