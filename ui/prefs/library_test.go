package prefs_test

import (
	"fmt"
	"log/slog"
	"testing"

	"sidelight/ui/prefs"
)

func TestLibrary(t *testing.T) {
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	if !p.Library() || p.Archive() != "" || p.Confirmed("a") {
		t.Error("something is set at first that the reader has not set")
	}
	p.SetLibrary(false)
	p.SetArchive("/texts/small.zim")
	p.SetConfirmed("a", true)
	p.SetConfirmed("b", true)
	p.SetConfirmed("a", false)
	if p.Library() || p.Archive() != "/texts/small.zim" || p.Confirmed("a") || !p.Confirmed("b") {
		t.Error("what was set is not kept")
	}
	if p.SetArchive(""); p.Archive() != "" {
		t.Error("the archive is not forgotten")
	}
	for i := range 600 {
		p.SetConfirmed(fmt.Sprint(i), true)
	}
	if p.Confirmed("b") || !p.Confirmed("599") || !p.Confirmed("100") {
		t.Error("not the oldest are forgotten")
	}
}
