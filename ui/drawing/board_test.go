package drawing_test

import (
	"fmt"
	"image"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/figure"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// rows is a figure of n rows, 40 px high, of eight shapes each.
func rows(n int) func(figure.Measure) *figure.Figure {
	return func(m figure.Measure) *figure.Figure {
		f := &figure.Figure{Width: 800, Height: float32(40 * n), Ground: figure.Page}
		for i := range n {
			y := float32(40 * i)
			words := func(x, dy float32, font figure.Font, ink figure.Ink, text string) figure.Words {
				return figure.Words{At: figure.Rect{X: x, Y: y + dy, W: m(font, text), H: font.Leading()}, Font: font, Ink: ink, Text: text}
			}
			f.Groups = append(f.Groups, figure.Group{
				Key: fmt.Sprint("row", i), Name: fmt.Sprint("Row ", i), Tip: fmt.Sprint("Tip ", i), Hit: figure.Rect{X: 20, Y: y, W: 700, H: 40},
				Shapes: []figure.Shape{
					figure.Line{Points: []figure.Point{{X: 151, Y: y}, {X: 151, Y: y + 40}}, Width: 1, Ink: figure.RuleStrong, Dash: []float32{3, 3}},
					figure.Disc{Centre: figure.Point{X: 151, Y: y + 12}, Radius: 5, Fill: figure.Page, Stroke: figure.Text, Width: 1.5},
					figure.Line{Points: []figure.Point{{X: 170, Y: y + 39.5}, {X: 720, Y: y + 39.5}}, Width: 1, Ink: figure.Rule},
					words(20, 0, figure.When, figure.Text, fmt.Sprint(1000+i)),
					words(170, 0, figure.Reading, figure.Text, fmt.Sprint("What came to pass at the ", i, "th time")),
					words(170, 20, figure.Meta, figure.Muted, "said on record"),
					figure.Box{At: figure.Rect{X: 600, Y: y + 10, W: 90, H: 18}, Radius: 9, Fill: figure.Raised, Stroke: figure.RuleStrong, Width: 1},
					words(610, 10, figure.Meta, figure.Muted, "year not stated"),
				},
			})
		}
		return f
	}
}

func TestOnlyWhatIsInViewIsInTheTree(t *testing.T) {
	b, _ := show(t, look.Light, 800, 600, rows(2000))
	most := 0
	for y := 0; y < 80_000; y += 1370 {
		b.ScrollTo(figure.Point{Y: float32(y)})
		n := len(b.Objects())
		if most = max(most, n); n > 8*25 {
			t.Fatalf("at %d there are %d objects for 15 rows in view", y, n)
		}
		top, _ := b.Figure().At(figure.Point{X: 100, Y: b.Offset().Y})
		if want := top.Shapes[3].(figure.Words).Text; !shows(b, want) {
			t.Fatalf("at %d the row %q at the top is not shown", y, want)
		}
	}
	if most == 0 {
		t.Fatal("nothing is shown")
	}
}

func shows(b *drawing.Board, text string) bool {
	for _, o := range b.Objects() {
		if x, ok := o.(*canvas.Text); ok && x.Text == text {
			return true
		}
	}
	return false
}

// TestObjectsLieWhereTheFigureSays holds the objects of the toolkit against the bounds of
// the shapes, which a file of the same figure follows.
func TestObjectsLieWhereTheFigureSays(t *testing.T) {
	b, _ := show(t, look.Light, 480, 360, sample)
	seen := map[string]int{}
	for _, g := range b.Figure().Groups {
		for _, s := range g.Shapes {
			want, kind := s.Bounds(), fmt.Sprintf("%T", s)
			found := false
			for _, o := range b.Objects() {
				at := figure.Rect{X: o.Position().X, Y: o.Position().Y, W: o.Size().Width, H: o.Size().Height}
				switch x := s.(type) {
				case figure.Words: // its line is as high as the face is, in the middle of the leading
					text, ok := o.(*canvas.Text)
					found = found || ok && near(at.X, want.X) && at.W <= want.W+0.5 && at.Y >= want.Y-1 && at.Bottom() <= want.Bottom()+1 && text.Color == look.Of(fyne.ThemeColorName(x.Ink))
				case figure.Area, figure.Disc:
					found = true // see TestPlatesDrawWhereTheFigureSays
				case figure.Line:
					cut := want // a line is cut off at its ends
					if want.W == x.Width {
						cut = figure.Rect{X: want.X, Y: want.Y + x.Width/2, W: want.W, H: want.H - x.Width}
					} else if want.H == x.Width {
						cut = figure.Rect{X: want.X + x.Width/2, Y: want.Y, W: want.W - x.Width, H: want.H}
					}
					found = found || len(x.Points) > 2 || x.Dash != nil || like(at, cut)
				case figure.Box:
					found = found || like(at, want) || x.Fill == ""
				default:
					found = found || like(at, want)
				}
			}
			if !found {
				t.Errorf("no object lies at %v of %#v", want, s)
			}
			seen[kind]++
		}
	}
	if len(seen) != 6 {
		t.Errorf("the sample has shapes of %v only", seen)
	}
}

// TestPlatesDrawWhereTheFigureSays holds the pixels of each shape that is drawn in plates
// against its bounds, at all scales that a screen may have.
func TestPlatesDrawWhereTheFigureSays(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 2} {
		b, w := show(t, look.Light, 480, 360, nil)
		w.Canvas().(software.WindowlessCanvas).SetScale(scale)
		drawn := 0
		for _, g := range sample(drawing.Measure(rolesOf(t))).Groups {
			for _, s := range g.Shapes {
				b.SetFigure(&figure.Figure{Width: 480, Height: 360, Ground: figure.Page, Groups: []figure.Group{{Shapes: []figure.Shape{s}}}})
				if len(b.Plates()) == 0 {
					continue
				}
				drawn++
				got, want, slack := inked(w.Canvas().Capture(), scale), s.Bounds(), 1/scale
				if l, ok := s.(figure.Line); ok {
					slack += l.Width / 2 // it is cut off at its ends
				}
				if !want.Grown(1/scale).Holds(got) || !got.Grown(slack).Holds(want) {
					t.Errorf("scale %v: %T %v is drawn at %v", scale, s, want, got)
				}
			}
		}
		if drawn < 8 {
			t.Errorf("only %d shapes are drawn in plates", drawn)
		}
	}
}

// inked returns the rectangle of the pixels that differ from the one at the corner, in
// pixels of the figure.
func inked(painted image.Image, scale float32) figure.Rect {
	img, r := painted.(*image.NRGBA), image.Rectangle{}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.NRGBAAt(x, y) != img.NRGBAAt(0, 0) {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return figure.Rect{X: float32(r.Min.X) / scale, Y: float32(r.Min.Y) / scale, W: float32(r.Dx()) / scale, H: float32(r.Dy()) / scale}
}

func near(a, b float32) bool { return a-b <= 0.5 && b-a <= 0.5 }

func like(a, b figure.Rect) bool {
	return near(a.X, b.X) && near(a.Y, b.Y) && near(a.Right(), b.Right()) && near(a.Bottom(), b.Bottom())
}

// TestMeasuredAsDrawn holds the widths that layouts are told against what the toolkit draws.
func TestMeasuredAsDrawn(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	measure := drawing.Measure(roles)
	for _, font := range figure.Fonts() {
		for _, text := range []string{"A", "year not stated", "Boehler said \"no\" — AT&T, Kyiv.", "ffi fl 1,234", "élan Äther", "שלום עולם 12", "a שלום (b)"} {
			f := &figure.Figure{Width: 400, Height: 40, Groups: []figure.Group{{Shapes: []figure.Shape{
				figure.Words{At: figure.Rect{W: measure(font, text), H: font.Leading()}, Font: font, Ink: figure.Text, Text: text},
			}}}}
			b := drawing.New(roles)
			b.Resize(fyne.NewSize(400, 40))
			test.WidgetRenderer(b).Layout(fyne.NewSize(400, 40))
			b.SetFigure(f)
			begin, end := float32(400), float32(0)
			for _, o := range b.Objects() {
				begin, end = min(begin, o.Position().X), max(end, o.Position().X+o.Size().Width)
			}
			if !near(begin, 0) {
				t.Errorf("font %d: %q begins at %v", font, text, begin)
			}
			if !near(end, measure(font, text)) {
				t.Errorf("font %d: %q is measured %v px wide and drawn %v", font, text, measure(font, text), end)
			}
		}
	}
	first, fresh := measure(figure.UI, "0"), drawing.Measure(roles)
	for i := range 20_000 { // more than are remembered
		measure(figure.UI, strconv.Itoa(i))
	}
	if again := measure(figure.UI, "0"); again != first {
		t.Errorf("measured again it is %v wide, first %v", again, first)
	}
	if a, b := measure(figure.UI, "19999"), fresh(figure.UI, "19999"); a != b {
		t.Errorf("remembered as %v, measured as %v", a, b)
	}
	if measure(figure.UI, "") != 0 || measure(250, "x") <= 0 {
		t.Error("no text has a width, or a font that there is not has none")
	}
}

// TestShowsAnewFromNothing says that a change of scheme and a new board give the same
// picture.
func TestShowsAnewFromNothing(t *testing.T) {
	for _, s := range look.Schemes() {
		_, fresh := show(t, s, 480, 360, sample)
		want := fresh.Canvas().Capture()
		_, w := show(t, look.Light, 480, 360, sample)
		if s == look.Light {
			look.Current().Turn(look.Dark)
			w.Canvas().Capture()
		}
		look.Current().Turn(s)
		if got := w.Canvas().Capture(); !alike(got, want) {
			t.Errorf("%s: turned from another scheme it looks different", s)
		}
	}
}

func TestKeepsItsPlaceAndTheKeyboardsGroup(t *testing.T) {
	b, w := show(t, look.Light, 800, 600, rows(100))
	w.Canvas().Focus(b)
	b.SetFocused("row30")
	b.ScrollTo(figure.Point{Y: 1100})
	before := w.Canvas().Capture()
	b.SetFigure(rows(100)(drawing.Measure(rolesOf(t))))
	if b.Offset().Y != 1100 || b.Focused() != "row30" {
		t.Errorf("at %v with %q", b.Offset(), b.Focused())
	}
	if !alike(before, w.Canvas().Capture()) {
		t.Error("the same figure looks different")
	}
	if at, ok := b.Ring(); !ok || !like(at, figure.Rect{X: 20, Y: 1200, W: 700, H: 40}.Grown(2)) {
		t.Errorf("the ring is at %v (%v)", at, ok)
	}
	b.SetFigure(rows(20)(drawing.Measure(rolesOf(t))))
	if b.Offset().Y != 200 || b.Focused() != "" {
		t.Errorf("of a shorter figure at %v with %q", b.Offset(), b.Focused())
	}
	if _, ok := b.Ring(); ok {
		t.Error("the ring is around what there is not")
	}
	b.SetFigure(nil)
	if b.Offset().Y != 0 || len(b.Objects()) != 0 {
		t.Errorf("of nothing it shows %d objects at %v", len(b.Objects()), b.Offset())
	}
}

func TestRingShowsWithTheKeyboardOnly(t *testing.T) {
	b, w := show(t, look.Light, 480, 360, sample)
	b.SetFocused("card")
	if _, ok := b.Ring(); ok {
		t.Error("a ring without the keyboard")
	}
	w.Canvas().Focus(b)
	if _, ok := b.Ring(); !ok {
		t.Error("no ring with the keyboard")
	}
	if got, want := b.AccessibilityLabel(), "A sample: A card"; got != want {
		t.Errorf("a screen reader says %q, want %q", got, want)
	}
	w.Canvas().Unfocus()
	if _, ok := b.Ring(); ok {
		t.Error("the ring stays when the keyboard has gone")
	}
}
