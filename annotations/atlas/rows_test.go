package atlas_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/atlas"
)

// A place without a location may have a name of any length: its row stays in the drawing.
func TestRowsOfLongNames(t *testing.T) {
	for _, name := range []string{strings.Repeat("W", 300), strings.Repeat("Wagner ", 43), strings.Repeat("漢", 120)} {
		c := made(t, make([]annotations.Location, 9)).Content()
		c.Mentions = nil
		for i := range c.Entities {
			c.Entities[i].Name, c.Entities[i].Location = name, nil
		}
		e, err := annotations.New(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, zone := range zones {
			d := draw(t, plan(t, e), atlas.Sight{Width: zone.X, Height: zone.Y})
			for _, fault := range faults(d) {
				t.Fatalf("%.10s…, %v: %s", name, zone, fault)
			}
			if len(d.Rows) != 9 {
				t.Errorf("%d rows", len(d.Rows))
			}
		}
	}
}
