package svg_test

import (
	"bytes"
	"errors"
	"flag"
	"math"
	"os"
	"strings"
	"testing"

	"sidelight/annotations/figure"
	"sidelight/annotations/figure/svg"
	"sidelight/annotations/figure/svg/svgtest"
	"sidelight/annotations/fuzzed"
)

var update = flag.Bool("update", false, "write the golden files anew")

const caret = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"><path d="M8 8L248 128L8 248Z"/></svg>`

var options = svg.Options{
	Paint: func(i figure.Ink) string {
		return map[figure.Ink]string{figure.Page: "#fcfbf8", figure.Text: "#1e1b17", figure.Lamp: "#efa61a", "ink-person": "#2e57cf"}[i]
	},
	Beam: 0.24,
	Icon: func(name string) ([]byte, bool) { return []byte(caret), name == "caret-right" },
}

// everything is a drawing with one of each shape.
func everything() *figure.Figure {
	return &figure.Figure{
		Width: 300, Height: 200.5, Ground: figure.Page, Title: "What happened when", Description: "Two moments & one of them ahead.",
		Groups: []figure.Group{
			{Shapes: []figure.Shape{
				figure.Box{At: figure.Rect{X: 0, Y: 20, W: 300, H: 30}, Fill: figure.Lamp, Beam: true},
				figure.Box{At: figure.Rect{X: 0, Y: 60, W: 300, H: 30}, Fill: figure.Lamp, Beam: true},
				figure.Line{Points: []figure.Point{{X: 10, Y: 10}, {X: 100, Y: 10}, {X: 120.25, Y: 40}}, Width: 2, Ink: figure.Text},
				figure.Line{Points: []figure.Point{{X: 10, Y: 12}, {X: 100, Y: 12}}, Width: 1, Ink: figure.Text, Dash: []float32{5, 3}},
				figure.Line{Points: []figure.Point{{X: 10, Y: 14}, {X: 100, Y: 14}}, Width: 3, Ink: figure.Text, Dash: []float32{0, 6}},
				figure.Line{Points: []figure.Point{{X: 10, Y: 16}, {X: 100, Y: 16}}, Width: 2, Ink: figure.Text, Dash: []float32{9, 3, 0, 3}},
			}},
			{Key: "b", Name: "Adam Boehler, person", Tip: "Adam Boehler", Shapes: []figure.Shape{
				figure.Disc{Centre: figure.Point{X: 50, Y: 120}, Radius: 6, Fill: figure.Page, Stroke: "ink-person", Width: 1.5},
				figure.Words{At: figure.Rect{X: 62, Y: 110, W: 88.125, H: 20}, Font: figure.Tab, Ink: figure.Text, Text: "Adam Boehler"},
				figure.Icon{At: figure.Rect{X: 160, Y: 112, W: 16, H: 16}, Ink: figure.Text, Name: "caret-right"},
				figure.Box{At: figure.Rect{X: 20, Y: 140, W: 60, H: 20}, Radius: 6, Stroke: "ink-person", Width: 2},
				figure.Words{At: figure.Rect{X: 180, Y: 110, W: 60, H: 22}, Font: figure.Reading, Ink: figure.Text, Text: "نص قصير"},
				figure.Area{Rings: [][]figure.Point{
					{{X: 200, Y: 150}, {X: 260, Y: 150}, {X: 260, Y: 190}, {X: 200, Y: 190}},
					{{X: 210, Y: 160}, {X: 250, Y: 160}, {X: 230, Y: 180}},
				}, Fill: figure.Lamp, Stroke: figure.Text, Width: 1},
			}},
			{Key: "c", Tip: "Only under the pointer", Shapes: []figure.Shape{
				figure.Box{At: figure.Rect{X: 1, Y: 1, W: 2, H: 2}}, figure.Words{At: figure.Rect{W: 9, H: 20}, Text: "no ink"},
				figure.Line{Points: []figure.Point{{X: 1, Y: 1}}, Width: 1, Ink: figure.Text},
				figure.Disc{Radius: 3, Stroke: figure.Text},
			}},
		},
	}
}

func written(t testing.TB, f *figure.Figure, o svg.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, f, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	got := written(t, everything(), options)
	svgtest.Check(t, got, everything(), nil)
	const file = "testdata/everything.svg"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the drawing is not that of %s:\n%s", file, got)
	}
}

func TestDashes(t *testing.T) {
	for _, c := range []struct {
		name string
		dash []float32
		want []string
	}{
		{"throughout", nil, []string{`stroke="#1e1b17"/>`}},
		{"nothing left out", []float32{4, 0}, []string{`stroke="#1e1b17"/>`}},
		{"dashes", []float32{5, 3}, []string{`stroke-dasharray="5 3"/>`}},
		{"an odd number of lengths", []float32{5}, []string{`stroke-dasharray="5 5"/>`}},
		{"dots", []float32{0, 4}, []string{`stroke-linecap="round" stroke-dasharray="0 4"/>`}},
		{"dashes and dots", []float32{9, 3, 0, 3}, []string{`stroke-dasharray="9 3 0 3"/>`, `stroke-linecap="round" stroke-dasharray="0 15" stroke-dashoffset="3"/>`}},
		{"two dots", []float32{0, 2, 5, 3, 0, 4}, []string{`stroke-dasharray="0 2 5 3 0 4"/>`, `stroke-linecap="round" stroke-dasharray="0 10 0 4"/>`}},
		{"of no length", []float32{0, 0}, []string{`stroke="#1e1b17"/>`}},
		{"below nothing", []float32{5, -3}, []string{`stroke="#1e1b17"/>`}},
	} {
		f := &figure.Figure{Width: 10, Height: 10, Groups: []figure.Group{{Shapes: []figure.Shape{
			figure.Line{Points: []figure.Point{{}, {X: 9}}, Width: 1, Ink: figure.Text, Dash: c.dash},
		}}}}
		got := string(written(t, f, options))
		if n := strings.Count(got, "<polyline"); n != len(c.want) {
			t.Errorf("%s: %d lines, want %d:\n%s", c.name, n, len(c.want), got)
		}
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, got)
			}
		}
	}
}

// Two drawings on one page share no id.
func TestPrefix(t *testing.T) {
	a, b := options, options
	a.Prefix, b.Prefix, a.Inline, b.Inline = "map", "ne\"two<rk", true, true
	page := `<svg xmlns="http://www.w3.org/2000/svg">` + string(written(t, everything(), a)) + string(written(t, everything(), b)) + "</svg>"
	for _, id := range []string{"fmap-title", "fmap-desc", "fnetwork-title", "fmap-beamflamp-", "fnetwork-beamflamp-"} {
		if strings.Count(page, `id="`+id+`"`) > 1 {
			t.Errorf("the id %s stands twice", id)
		}
	}
	if strings.Contains(page, "<?xml") {
		t.Error("a drawing inside of a page has the head of a file")
	}
	if !strings.Contains(page, `id="fmap-title"`) || !strings.Contains(page, `url(#fmap-beamflamp-)`) {
		t.Errorf("the prefix does not begin the ids:\n%s", page)
	}
}

// full is a writer that takes so many bytes.
type full int

var errFull = errors.New("the disk is full")

func (n *full) Write(p []byte) (int, error) {
	if *n -= full(len(p)); *n < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteFails(t *testing.T) {
	room := full(100)
	if err := svg.Write(&room, everything(), options); !errors.Is(err, errFull) {
		t.Errorf("a full disk gives %v", err)
	}
}

// Numbers that no layout should give are written as numbers all the same.
func TestNoNumbers(t *testing.T) {
	bad := float32(math.NaN())
	far := float32(math.Inf(1))
	f := &figure.Figure{Width: 10, Height: 10, Ground: figure.Page, Groups: []figure.Group{{Shapes: []figure.Shape{
		figure.Box{At: figure.Rect{X: bad, Y: far, W: 5, H: -5}, Fill: figure.Text},
		figure.Disc{Centre: figure.Point{X: bad, Y: far}, Radius: far, Fill: figure.Text},
		figure.Words{At: figure.Rect{X: bad, W: far}, Ink: figure.Text, Text: "x"},
		figure.Line{Points: []figure.Point{{X: bad}, {Y: far}}, Width: 1, Ink: figure.Text, Dash: []float32{bad, far}},
	}}}}
	got := string(written(t, f, options))
	if strings.Contains(got, "NaN") || strings.Contains(got, "Inf") || strings.Contains(got, `="-`) {
		t.Errorf("there is a number that is none:\n%s", got)
	}
}

// Any text and any place comes back as it was.
func FuzzWrite(f *testing.F) {
	f.Add("a < b & c ]]> \"q\" 'r'", "\x00\x1f\u0085\ufffe\ufdd0\xed\xa0\x80", float32(1.5), float32(2), uint8(3))
	f.Add("שלום, world", "\u202e\u2066rtl", float32(-1), float32(1e-20), uint8(255))
	f.Add("<?xml?><!--", "javascript:alert(1)", float32(16777217), float32(3), uint8(12))
	f.Fuzz(func(t *testing.T, a, b string, x, y float32, n uint8) {
		const room = 1 << 20
		if !(x > 300 && x < room/3 && y > 300 && y < room/3) {
			x, y = 307.25, 309
		}
		fonts := figure.Fonts()
		d := &figure.Figure{Width: room, Height: room, Title: a, Description: b, Ground: figure.Page, Groups: []figure.Group{
			{Key: a, Name: a, Tip: b, Shapes: []figure.Shape{
				figure.Words{At: figure.Rect{X: x, Y: y, W: y, H: fonts[int(n)%len(fonts)].Leading()}, Font: fonts[int(n)%len(fonts)], Ink: figure.Text, Text: a},
				figure.Box{At: figure.Rect{X: x, Y: y, W: x, H: y}, Radius: float32(n), Fill: figure.Lamp, Beam: n%2 == 0, Stroke: figure.Text, Width: float32(n % 5)},
				figure.Disc{Centre: figure.Point{X: x, Y: y}, Radius: float32(n), Fill: "ink-person"},
				figure.Line{Points: []figure.Point{{X: x + 9, Y: y + 9}, {X: y + 9, Y: x + 9}}, Width: 1 + float32(n%7), Ink: figure.Text, Dash: []float32{float32(n % 3), 2, float32(n % 2), 4}},
				figure.Icon{At: figure.Rect{X: x, Y: y, W: 16, H: 16}, Ink: figure.Text, Name: "caret-right"},
				figure.Words{At: figure.Rect{X: x, Y: y, W: x, H: 18}, Font: figure.Meta, Ink: figure.Text, Text: b},
			}},
		}}
		o := options
		o.Prefix, o.Language = a, b
		fuzzed.Within(t, func() { svgtest.Check(t, written(t, d, o), d, nil) })
	})
}

// A drawing of a thousand rows.
func BenchmarkWrite(b *testing.B) {
	f := &figure.Figure{Width: 700, Height: 44000, Title: "rows", Ground: figure.Page}
	for i := range 1000 {
		y := float32(i) * 44
		f.Groups = append(f.Groups, figure.Group{Name: "a row", Shapes: []figure.Shape{
			figure.Disc{Centre: figure.Point{X: 151, Y: y + 20}, Radius: 5.5, Stroke: figure.Text, Width: 1},
			figure.Words{At: figure.Rect{X: 170, Y: y, W: 400, H: 21}, Font: figure.Body, Ink: figure.Text, Text: "The talks were confirmed by the White House, which said"},
			figure.Line{Points: []figure.Point{{X: 151, Y: y}, {X: 151, Y: y + 44}}, Width: 1, Ink: figure.Text, Dash: []float32{0, 6}},
		}})
	}
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := svg.Write(&out, f, options); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}
