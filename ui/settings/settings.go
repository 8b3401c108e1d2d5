// Package settings holds the card on which the reader sets how the article looks.
// The card shows the values that it is given and reports those that the reader
// chooses; it applies none.
package settings

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/speech"
)

// The card, in pixels.
const (
	Width   = 336 // with its padding
	Padding = 16

	controls = 202 // width of the controls, at the right
	pitch    = 42  // from row to row

	labelHigh = 26 // of a label above its control
)

// Values are the reading settings.
type Values struct {
	Text    look.Setting
	Density layer.Density
	Scheme  look.Scheme
	Still   bool    // no animations
	Rate    float64 // of the voice, one of [speech.Rates]
	Found   layer.Found
}

// View is the content of the card: a row for each of the [Values].
type View struct {
	widget.BaseWidget

	// OnChange is called with all values after the reader has chosen another of
	// one.
	OnChange func(Values)
	// OnStep is called when the reader wants larger text, with a delta of 1, or
	// smaller text, with -1.
	OnStep func(delta int)

	values  Values
	size    *control.Stepper
	measure *control.Segmented
	leading *control.Segmented
	marks   *control.Segmented
	theme   *discs
	motion  *control.Segmented
	rate    *control.Segmented // nil where there is no voice
	found   *control.Segmented // below its label, which is long
	labels  []*prose.Text
}

// New makes the view. The theme provides the colours of the schemes to choose from. The
// speed of a voice can be chosen where there is one.
func New(theme *look.Theme, voice bool) *View {
	v := &View{}
	roles := theme.Roles()
	add := func(words string) string {
		v.labels = append(v.labels, prose.NewText(roles.UI, look.ColorTextMuted, words))
		return words
	}
	choice := func(name string, options []string, set func(i int)) *control.Segmented {
		return control.NewSegmented(add(name), options, -1, roles, func(i int) {
			set(i)
			v.changed()
		})
	}
	small, large := roles.Evidence.At(12), roles.Evidence.At(18)
	v.size = control.NewStepper(add(locale.X("settings.size", "Text size")), "A", "A", small, large, roles, func(delta int) {
		v.OnStep(delta)
	})
	v.measure = choice(locale.X("settings.measure", "Line width"), measures(),
		func(i int) { v.values.Text.Measure = look.Measures()[i] })
	v.leading = choice(locale.X("settings.leading", "Leading"), []string{
		locale.X("settings.leading.snug", "Snug"), locale.X("settings.leading.open", "Open"), locale.X("settings.leading.airy", "Airy"),
	}, func(i int) { v.values.Text.Leading = look.Leadings()[i] })
	v.marks = choice(locale.X("marks.density", "Marks"), densities(), func(i int) { v.values.Density = layer.Densities()[i] })
	v.theme = newDiscs(add(locale.X("settings.theme", "Theme")), theme, func(s look.Scheme) {
		v.values.Scheme = s
		v.changed()
	})
	v.motion = choice(locale.X("settings.motion", "Motion"), []string{
		locale.X("settings.motion.full", "Full"), locale.X("settings.motion.reduced", "Reduced"),
	}, func(i int) { v.values.Still = i == 1 })
	if voice {
		v.rate = choice(locale.X("settings.rate", "Voice speed"), rates(), func(i int) { v.values.Rate = speech.Rates()[i] })
	}
	v.found = choice(locale.X("settings.found", "Marks found by Sidelight"), []string{
		locale.X("settings.found.fewer", "Fewer, surer"), locale.X("settings.found.balanced", "Balanced"), locale.X("settings.found.more", "More"),
	}, func(i int) { v.values.Found = layer.Founds()[i] })
	v.ExtendBaseWidget(v)
	return v
}

// densities are the names of the densities, as the card of layers has them.
func densities() []string {
	return []string{
		locale.X("marks.density.off", "Off"), locale.X("marks.density.first", "First"),
		locale.X("marks.density.lines", "Lines"), locale.X("marks.density.tints", "Tints"),
	}
}

func measures() []string {
	var out []string
	for _, m := range look.Measures() {
		out = append(out, strconv.Itoa(m))
	}
	return out
}

func rates() []string {
	var out []string
	for _, r := range speech.Rates() {
		out = append(out, locale.Number(r)+"×")
	}
	return out
}

// Focus returns the control that takes the keyboard when the card opens.
func (v *View) Focus() fyne.Focusable { return v.size }

// SetValues shows values, without a call of OnChange. Size is the present size of
// the text in pixels, also where the values leave it to the design.
func (v *View) SetValues(x Values, size float32) {
	v.values = x
	v.size.SetValue(strconv.Itoa(int(size)), size > look.MinSize, size < look.MaxSize)
	v.measure.SetChosen(slices.Index(look.Measures(), or(x.Text.Measure, look.DesignMeasure)))
	v.leading.SetChosen(slices.Index(look.Leadings(), or(x.Text.Leading, look.DesignLeading)))
	v.marks.SetChosen(slices.Index(layer.Densities(), x.Density))
	v.theme.setChosen(x.Scheme)
	v.motion.SetChosen(map[bool]int{false: 0, true: 1}[x.Still])
	if v.rate != nil {
		v.rate.SetChosen(slices.Index(speech.Rates(), x.Rate))
	}
	v.found.SetChosen(slices.Index(layer.Founds(), x.Found))
}

func or[T int | float32](x, fallback T) T {
	if x == 0 {
		return fallback
	}
	return x
}

func (v *View) changed() {
	if f := v.OnChange; f != nil {
		f(v.values)
	}
}

func (v *View) rows() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{v.size, v.measure, v.leading, v.marks, v.theme, v.motion}
	if v.rate != nil {
		rows = append(rows, v.rate)
	}
	return append(rows, v.found)
}

// MinSize returns the size of the card's content.
func (v *View) MinSize() fyne.Size {
	return fyne.NewSize(Width-2*Padding, float32(len(v.labels)-1)*pitch+labelHigh+control.Size)
}

// CreateRenderer shows the controls in rows, a label before each.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for i, row := range v.rows() {
		objects = append(objects, v.labels[i], row)
	}
	return control.Render(v, func() {}, v.arrange, objects...)
}

func (v *View) arrange(size fyne.Size) {
	w := min(float32(controls), size.Width*0.65)
	for i, row := range v.rows() {
		y := float32(i) * pitch
		if row == v.found {
			control.Place(v.labels[i], 0, y, size.Width, labelHigh)
			control.Place(row, 0, y+labelHigh, size.Width, control.Size)
			continue
		}
		control.Place(v.labels[i], 0, y+6, size.Width-w-8, 20)
		control.Place(row, size.Width-w, y, w, control.Size)
	}
}
