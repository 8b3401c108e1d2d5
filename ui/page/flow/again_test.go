package flow_test

import (
	"fmt"
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/page/flow"
	"sidelight/ui/uitest"
)

// resettle sets the column in a format, the whole of it.
func resettle(t *testing.T, c *flow.Column, f flow.Format) {
	t.Helper()
	c.Set(f, 0)
	if c.Partial() {
		w, err := c.Whole()(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		c.Settle(w)
	}
}

// said is all that a column says of its lines.
func said(c *flow.Column) []string {
	out := []string{fmt.Sprint(c.Height())}
	for i := range c.Len() {
		l := c.Line(i)
		out = append(out, fmt.Sprint(l.Start, l.End, l.Width, l.Left, l.Y, l.Baseline, l.Row, l.Pieces(l.Start, l.End)))
	}
	return out
}

// A column that was set in any number of formats is as if it had been set in the last one
// alone: nothing is left of another size, face or width.
func TestSettingAgainIsAsSettingAtOnce(t *testing.T) {
	f := structured(t)
	sizes := func(size float32) flow.Format {
		f := f
		f.Style.Size, f.Style.Leading = size, float32(int(size*1.58))
		return f
	}
	narrow, sans := f, f
	narrow.Width = 260
	sans.Style.Face, sans.Faces.Italic = f.Faces.Sans, nil
	code := f
	code.Style.Straight = true
	formats := []flow.Format{f, sizes(20), sizes(16), narrow, sans, code, sizes(24), f, narrow, sizes(19.5)}
	structure := uitest.Compose(t, annotations.Meta{},
		"h1 A title", "p Some *words* of `code`, [a link](https://a.example), note[1](#14), and “T” To.", "h2 Two", "li Four \"and\" five.",
		"lili שלום a *b*", "code x\ty\nz 'q'", "row a|b|c", "row 1|22|a sentence of words that take up room", "row 3|4|-", "quote Twelve.", "by Thirteen",
		"p 東京 と \U0001F600 é", "note 1 Fifteen.")
	for name, a := range map[string]*annotations.Article{
		"structure": structure, "long": column(t, uitest.LongText(t, 100<<10), f).Article(), "short": column(t, text, f).Article(),
	} {
		t.Run(name, func(t *testing.T) {
			c := columnOf(a, f)
			for i, x := range formats {
				resettle(t, c, x)
				fresh := flow.New()
				fresh.Open(a)
				fresh.Left, fresh.Top = c.Left, c.Top
				resettle(t, fresh, x)
				if got, want := said(c), said(fresh); !slices.Equal(got, want) {
					for k := range want {
						if k >= len(got) || got[k] != want[k] {
							t.Fatalf("format %d: line %d of %d is %s, want %s", i, k-1, len(want)-1, got[min(k, len(got)-1)], want[k])
						}
					}
				}
			}
		})
	}
}
