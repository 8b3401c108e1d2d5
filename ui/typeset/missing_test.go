package typeset_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/fontscan"

	"sidelight/ui/typeset"
)

// TestMissing names the scripts that nothing can draw, the most frequent first, and
// looks at the fonts of the system only where the faces do not do.
func TestMissing(t *testing.T) {
	face := face(t)
	for _, c := range []struct {
		text  string
		want  []string
		looks bool
	}{
		{"Words, “quoted”, in Łódź and Αθήνα: 5 €, ½.", nil, false},
		{"Москва", nil, false},
		{"ไทย and 한 한 한 한 한", []string{"Hang", "Thai"}, true},
		{"नमस्ते", []string{"Deva"}, true},
		{"\u200b\u00ad\ufeff \U0010ffff", nil, false},
		{"", nil, false},
	} {
		looked := false
		got, err := typeset.Missing(t.Context(), c.text, []*typeset.Face{face}, func() []fontscan.Footprint {
			looked = true
			return nil
		})
		if err != nil || !slices.Equal(got, c.want) || looked != c.looks {
			t.Errorf("%q lacks %v (%v), want %v; looked at the system's fonts: %v", c.text, got, err, c.want, looked)
		}
	}
	thai := fontscan.Footprint{Runes: fontscan.RuneSet{}}
	for _, r := range "ไทย" {
		thai.Runes.Add(r)
	}
	got, _ := typeset.Missing(t.Context(), "ไทย 한", []*typeset.Face{face}, func() []fontscan.Footprint { return []fontscan.Footprint{thai} })
	if !slices.Equal(got, []string{"Hang"}) {
		t.Errorf("with a Thai font %v are missing", got)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := typeset.Missing(ctx, strings.Repeat("ไ", 1<<20), nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("who has given up is told %v", err)
	}
}
