package panel_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/assets"
	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

func bundled(t *testing.T) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Every card and list of the bundled edition stands in order at every width of
// the panel: nothing over anything else, nothing beyond the edge, no section
// without rows.
func TestPanel_EveryCardAtEveryWidth(t *testing.T) {
	uitest.Sweep(t)
	e := bundled(t)
	roles := themed(t, look.Light)
	ids := []annotations.EntityID{""}
	for _, x := range e.Entities() {
		ids = append(ids, x.ID)
	}
	for _, width := range []float32{280, 376, 420} {
		p := newRig(e, roles)
		open(t, p.Panel, width, 200_000)
		for _, id := range ids {
			p.ShowEntity(id, 0)
			for _, fault := range faults(p.Panel, width) {
				t.Errorf("%s at %v: %s", id, width, fault)
			}
		}
		p.ShowAbout()
		for _, fault := range faults(p.Panel, width) {
			t.Errorf("about at %v: %s", width, fault)
		}
	}
}

// So does the list of sources with every row unfolded. It is opened in a window
// in which all rows are in view, as only those are drawn.
func TestPanel_EverySourceAtEveryWidth(t *testing.T) {
	uitest.Sweep(t)
	e := bundled(t)
	for _, width := range []float32{280, 376, 420} {
		p := newRig(e, themed(t, look.Light))
		open(t, p.Panel, width, 200_000)
		p.ShowSources("")
		for _, d := range tree(p.Panel) {
			if f, ok := d.CanvasObject.(fyne.Focusable); ok && d.at.Y > 44 {
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			}
		}
		for _, fault := range faults(p.Panel, width) {
			t.Errorf("at %v: %s", width, fault)
		}
		if got, want := strings.Count(all(p.Panel), "Open in browser"), len(e.Sources()); got != want {
			t.Errorf("at %v: %d of %d sources can be opened", width, got, want)
		}
	}
}

type box struct {
	x0, y0, x1, y1 float32
	what           string
}

func (a box) overlaps(b box) bool {
	return a.x0+0.5 < b.x1 && b.x0+0.5 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

// inkOf is what a text covers: its box without the room that faces keep above
// and below their letters.
func inkOf(d drawn) (box, bool) {
	p, s := d.at, d.Size()
	switch o := d.CanvasObject.(type) {
	case *canvas.Text:
		if o.Text == "" {
			return box{}, false
		}
		return box{p.X, p.Y + s.Height*0.2, p.X + o.MinSize().Width, p.Y + s.Height*0.85, fmt.Sprintf("%q", o.Text)}, true
	case *canvas.Raster:
		if o.ScaleMode == canvas.ImageScalePixels {
			return box{}, false // a ground, see control.NewGround
		}
		return box{p.X, p.Y, p.X + s.Width, p.Y + s.Height, fmt.Sprintf("sign at %v", p)}, true
	}
	return box{}, false
}

func faults(p *panel.Panel, width float32) []string {
	var out []string
	var ink []box
	var rules []float32
	for _, d := range tree(p) {
		if b, ok := inkOf(d); ok {
			ink = append(ink, b)
		}
		if r, ok := d.CanvasObject.(*shape.Box); ok && r.Size() == fyne.NewSize(width-48, 1) {
			rules = append(rules, d.at.Y)
		}
		if s := d.Size(); d.at.X < 0 || d.at.X+s.Width > width+0.5 || s.Width < 0 || s.Height < 0 {
			out = append(out, fmt.Sprintf("%T sticks out: %v %v", d.CanvasObject, d.at, s))
		}
	}
	return append(append(out, collisions(ink, width)...), emptySections(ink, rules)...)
}

// collisions are texts and icons that lie over each other or in the margins.
func collisions(ink []box, width float32) []string {
	var out []string
	slices.SortFunc(ink, func(a, b box) int { return int(a.y0 - b.y0) })
	for i, a := range ink {
		if a.x0 < 8 || a.x1 > width-8 {
			out = append(out, fmt.Sprintf("%s runs from %v to %v", a.what, a.x0, a.x1))
		}
		for _, b := range ink[i+1:] {
			if b.y0 > a.y1+1 {
				break
			}
			if a.overlaps(b) {
				out = append(out, fmt.Sprintf("%s lies over %s", a.what, b.what))
			}
		}
	}
	return out
}

// emptySections are those with nothing under their label.
func emptySections(ink []box, rules []float32) []string {
	var out []string
	for i, top := range rules {
		end := float32(1 << 20)
		if i+1 < len(rules) {
			end = rules[i+1]
		}
		label, low := "", float32(0)
		for _, b := range ink {
			if b.y0 < top || b.y0 >= end {
				continue
			}
			if label == "" {
				label = b.what
			}
			low = max(low, b.y0-top)
		}
		if low < 32 {
			out = append(out, fmt.Sprintf("the section %s has no rows", label))
		}
	}
	return out
}

// Tab goes through the controls from top to bottom, those of one line from left
// to right, and brings each into view, on cards and in lists.
func TestPanel_TabReachesEveryControlInOrder(t *testing.T) {
	e := bundled(t)
	for name, c := range map[string]struct {
		show func(*rig)
		want int // at least
	}{
		"card":    {func(p *rig) { p.ShowEntity("hamas", -1) }, len(e.MentionsOf("hamas")) + 2*len(e.TiesOf("hamas")) + len(e.FactsOf("hamas", annotations.InArticle)) + len(e.FactsOf("hamas", annotations.Background)) + len(e.FactsOf("hamas", annotations.Since))},
		"sources": {func(p *rig) { p.ShowSources("") }, len(e.Sources())},
		"about":   {func(p *rig) { p.ShowAbout() }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			p := newRig(e, themed(t, look.Light))
			win := open(t, p.Panel, 376, 500)
			c.show(p)
			if n := tabThrough(t, p.Panel, win); n < c.want {
				t.Errorf("Tab reached %d controls, there are %d at least", n, c.want)
			}
		})
	}
}

// tabThrough goes once around with Tab and counts the controls below the header.
func tabThrough(t *testing.T, p *panel.Panel, win fyne.Window) int {
	t.Helper()
	n := 0
	var last fyne.Position
	for range 1000 {
		win.Canvas().FocusNext()
		f, ok := win.Canvas().Focused().(fyne.CanvasObject)
		if !ok {
			t.Fatal("Tab led nowhere")
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f)
		if inHeader := at.Y < 44 && at.Y+f.Size().Height <= 44; inHeader && n > 0 {
			return n
		} else if inHeader {
			continue
		}
		if at.Y < 44 || at.Y+f.Size().Height > 500 {
			t.Errorf("the control %d lies at %v, out of view", n, at.Y)
		}
		at.Y += p.Offset()
		if at.Y < last.Y || at.Y == last.Y && at.X <= last.X {
			t.Errorf("the control %d at %v comes after one at %v", n, at, last)
		}
		last = at
		n++
	}
	t.Fatal("Tab does not come around")
	return 0
}

func TestPanel_KeysOfAFocusedRow(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 772)
	p.ShowEntity("boehler", -1)
	var keys []fyne.KeyName
	var runes string
	win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys = append(keys, e.Name) })
	win.Canvas().SetOnTypedRune(func(r rune) { runes += string(r) })
	row := labelled(t, p.Panel, "Led the direct talks with Hamas").CanvasObject.(fyne.Focusable)
	before := win.Canvas().Capture()
	win.Canvas().Focus(row)
	if differing(before, win.Canvas().Capture()) < 100 {
		t.Error("the focused row does not show a ring")
	}
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyEscape} {
		row.TypedKey(&fyne.KeyEvent{Name: k})
	}
	test.Type(row, " ]/")
	if len(p.passages) != 3 || len(keys) != 1 || keys[0] != fyne.KeyEscape || runes != "]/" {
		t.Errorf("acted %d times, handed on %v and %q", len(p.passages), keys, runes)
	}
	win.Canvas().Unfocus()
	if n := differing(before, win.Canvas().Capture()); n != 0 {
		t.Errorf("the ring stays when the focus goes: %d pixels differ", n)
	}
}

// A row that opens another card by key hands the focus to that card's header.
func TestPanel_FocusOutlivesItsRow(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 1600)
	p.ShowEntity("boehler", -1)
	row := labelled(t, p.Panel, "led U.S.–Hamas direct talks").CanvasObject.(fyne.Focusable)
	win.Canvas().Focus(row)
	row.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.ShowEntity(p.entities[0], 0)
	if f, want := win.Canvas().Focused(), labelled(t, p.Panel, "Next mention").CanvasObject; f != want.(fyne.Focusable) {
		t.Errorf("the focus is on %v", f)
	}
}
