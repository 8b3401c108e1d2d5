package page

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
)

// Durations of the design (section 20).
const (
	hoverTime = 90 * time.Millisecond
	tintTime  = 160 * time.Millisecond
	jumpTime  = 280 * time.Millisecond
	beamTime  = 220 * time.Millisecond
	flashTime = 900 * time.Millisecond
)

// motion runs the page's animations, one of each sort at a time.
type motion struct {
	jumping, beaming, flashing, tinting *fyne.Animation

	fading []tint // by tinting
	still  bool   // nothing moves, whatever the settings
}

func (m *motion) stop() {
	halt(m.jumping)
	halt(m.beaming)
	halt(m.flashing)
	halt(m.tinting)
}

// moving reports whether things may move.
func (m *motion) moving() bool {
	return !m.still && fyne.CurrentApp().Settings().ShowAnimations()
}

// run stops what ran in the slot and calls tick with 0 to 1 for a time, or with
// 1 at once if nothing is to move.
func (m *motion) run(slot **fyne.Animation, d time.Duration, tick func(f float32)) {
	halt(*slot)
	*slot = nil
	if !m.moving() {
		tick(1)
		return
	}
	a := fyne.NewAnimation(d, tick)
	a.Curve = fyne.AnimationEaseOut
	*slot = a
	a.Start()
}

func halt(a *fyne.Animation) {
	if a != nil {
		a.Stop()
	}
}

// jump scrolls to y.
func (m *motion) jump(p *Page, y float32) {
	from, to := p.scroll.Offset.Y, p.limit(y)
	if p.column.Partial() { // what lies between is not set
		halt(m.jumping)
		p.scrollTo(to)
		return
	}
	m.run(&m.jumping, jumpTime, func(f float32) { p.scrollTo(from + (to-from)*f) })
}

// tint is a ground that takes its colour little by little.
type tint struct {
	box      *canvas.Rectangle
	from, to color.NRGBA
}

// fadeTints brings grounds from the colours that they had to those that they
// are to have.
func (m *motion) fadeTints(d time.Duration, tints []tint) {
	if len(tints) == 0 || !m.moving() {
		return
	}
	m.settle()
	m.fading = tints
	m.run(&m.tinting, d, func(f float32) {
		for _, t := range tints {
			t.box.FillColor = between(t.from, t.to, f)
			canvas.Refresh(t.box)
		}
	})
}

// settle gives the grounds that were still changing the colours that they were
// to have.
func (m *motion) settle() {
	halt(m.tinting)
	for _, t := range m.fading {
		t.box.FillColor = t.to
	}
	m.fading = nil
}

// between is the colour at f, 0 to 1, between two.
func between(a, b color.NRGBA, f float32) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float32(x) + (float32(y)-float32(x))*f + 0.5) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), mix(a.A, b.A)}
}

// fadeBeam brings the beam up.
func (m *motion) fadeBeam(p *Page) {
	u := p.sheet.under
	m.run(&m.beaming, beamTime, func(f float32) {
		u.strength = f
		if p.current >= 0 {
			u.placeBeam(p)
			canvas.Refresh(u.beam)
			canvas.Refresh(u.bar)
		}
	})
}

// flash lights a passage and lets the light fade; where nothing is to move, it
// gets an outline that stays until the next key.
func (m *motion) flash(p *Page, s annotations.Span) {
	u := p.sheet.under
	u.passage = s
	if !m.moving() {
		u.outline, u.light = true, 0
		p.sheet.list()
		return
	}
	u.outline, u.light = false, 1
	p.sheet.list() // with as many boxes as this passage has lines
	m.run(&m.flashing, flashTime, func(f float32) {
		if u.light = 1 - f; u.light == 0 {
			p.sheet.list()
			return
		}
		u.placeBoxes(p)
		canvas.Refresh(p.sheet.repaint)
	})
}

// endOutline takes the outline away.
func (m *motion) endOutline(p *Page) {
	if u := p.sheet.under; u.outline {
		u.outline = false
		p.sheet.list()
	}
}
