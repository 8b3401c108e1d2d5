package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
)

// Durations of the design (section 20).
const (
	jumpTime  = 280 * time.Millisecond
	beamTime  = 220 * time.Millisecond
	flashTime = 900 * time.Millisecond
)

// motion runs the page's animations, one of each sort at a time.
type motion struct {
	jumping, beaming, flashing *fyne.Animation
	still                      bool // nothing moves, whatever the settings
}

func (m *motion) stop() {
	halt(m.jumping)
	halt(m.beaming)
	halt(m.flashing)
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
	if p.partial { // what lies between is not set
		halt(m.jumping)
		p.scrollTo(to)
		return
	}
	m.run(&m.jumping, jumpTime, func(f float32) { p.scrollTo(from + (to-from)*f) })
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
