package page

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/page/overlay"
	"sidelight/ui/shape"
)

// Durations of the design (section 20).
const (
	hoverTime = 90 * time.Millisecond
	tintTime  = 160 * time.Millisecond
	jumpTime  = 280 * time.Millisecond
	beamTime  = 220 * time.Millisecond
	flashTime = 900 * time.Millisecond
)

// motion runs animations, if things may move.
type motion struct {
	still bool // nothing moves, whatever the settings
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

// halt stops an animation; nil is none.
func halt(a *fyne.Animation) {
	if a != nil {
		a.Stop()
	}
}

// lights are the beam to the open card and the flash on a passage, with what
// moves in them.
type lights struct {
	motion            *motion
	beam              *overlay.Beam
	flash             *overlay.Flash
	beaming, flashing *fyne.Animation

	redraw func(overlay.Overlay)
}

// stop ends what moves.
func (l *lights) stop() {
	halt(l.beaming)
	halt(l.flashing)
}

// fadeBeam brings the beam up.
func (l *lights) fadeBeam() { l.motion.run(&l.beaming, beamTime, l.beam.Fade) }

// passage lights a passage and lets the light fade; where nothing is to move,
// the passage gets an outline that stays until the next key.
func (l *lights) passage(s annotations.Span) {
	halt(l.flashing)
	l.flash.Span = s
	if !l.motion.moving() {
		l.flash.Outline, l.flash.Light = true, 0
		l.redraw(l.flash)
		return
	}
	l.flash.Outline = false
	l.motion.run(&l.flashing, flashTime, func(f float32) {
		l.flash.Light = 1 - f
		l.redraw(l.flash)
	})
}

// end puts the light out at once.
func (l *lights) end() {
	halt(l.flashing)
	l.flash.Light, l.flash.Outline = 0, false
}

// endOutline takes the outline away.
func (l *lights) endOutline() {
	if l.flash.Outline {
		l.flash.Outline = false
		l.redraw(l.flash)
	}
}

// fader lets the grounds of marks change their colours little by little.
type fader struct {
	motion  *motion
	tinting *fyne.Animation
	fading  []tint // by tinting
	held    bool   // colours change at once: the page moves anyway
}

// tint is a ground that takes its colour little by little.
type tint struct {
	box      *shape.Box
	from, to color.NRGBA
}

// tintsFrom returns the changes of colour from the grounds before a change to the
// grounds after it. A ground without one before in its place fades in.
func tintsFrom(before, now []fyne.CanvasObject) []tint {
	var out []tint
	for _, o := range now {
		box := o.(*shape.Box)
		t := tint{box: box, to: box.FillColor.(color.NRGBA)}
		t.from = color.NRGBA{t.to.R, t.to.G, t.to.B, 0}
		for _, b := range before {
			if b.Position() == box.Position() && b.Size() == box.Size() {
				t.from = b.(*shape.Box).FillColor.(color.NRGBA)
			}
		}
		if t.from != t.to {
			out = append(out, t)
		}
	}
	return out
}

// fade begins to change grounds.
func (f *fader) fade(d time.Duration, tints []tint) {
	if len(tints) == 0 || !f.motion.moving() {
		return
	}
	f.settle()
	if f.held {
		return
	}
	f.fading = tints
	f.motion.run(&f.tinting, d, func(share float32) {
		for _, t := range tints {
			t.box.FillColor = between(t.from, t.to, share)
			canvas.Refresh(t.box)
		}
	})
}

// settle gives grounds that are still changing their last colours at once.
func (f *fader) settle() {
	halt(f.tinting)
	for _, t := range f.fading {
		t.box.FillColor = t.to
	}
	f.fading = nil
}

// between returns the colour at a share f, 0 to 1, of the way from a to b.
func between(a, b color.NRGBA, f float32) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float32(x) + (float32(y)-float32(x))*f + 0.5) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), mix(a.A, b.A)}
}
