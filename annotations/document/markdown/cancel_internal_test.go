package markdown

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations/document/raw"
)

// The parser itself stops: no goroutine goes on with a text that nobody waits for.
func TestCancelStopsTheParser(t *testing.T) {
	for name, text := range map[string]string{
		"blocks":  strings.Repeat("Words.\n\n", 2_000_000),
		"inlines": strings.Repeat("*Words* `and` [words](a) ", 20_000),
	} {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		m := newMeter(ctx, len(text))
		func() {
			defer func() { _ = recover() }()
			w := newWriter([]byte(text), &raw.File{}, m)
			parseAll(w.src, m, w.blocks)
		}()
		if m.ticks > 1024 {
			t.Errorf("%s: it goes on for %d steps", name, m.ticks)
		}
	}
}
