package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/settings"
)

// settingsCommands set how the article is read.
func (r *Reader) settingsCommands() []command.Command {
	const shift = fyne.KeyModifierShift
	return []command.Command{{
		ID: command.Settings, Group: command.View, Icon: "text-aa", Floats: true,
		Keys:   []command.Key{command.Named(fyne.KeyComma, primary)},
		Label:  func() string { return locale.X("command.settings", "Reading settings") },
		Detail: func() string { return locale.X("finder.go.settings", "Size of the text, marks and colours") },
		Words: func() string {
			return locale.X("command.words.settings", "preferences options font text size line length dark mode")
		},
		Run: func() { r.toggleSettings() },
	}, {
		ID: command.Larger, Group: command.View, Icon: "text-aa", Floats: true,
		Keys: []command.Key{command.Named(fyne.KeyPlus, primary), command.Named(fyne.KeyPlus, primary, shift),
			command.Named(fyne.KeyEqual, primary), command.Named(fyne.KeyEqual, primary, shift)},
		Label: func() string { return locale.X("command.larger", "Larger text") },
		Words: func() string { return locale.X("command.words.larger", "zoom in bigger font size") },
		Run:   func() { r.stepSize(1) },
	}, {
		ID: command.Smaller, Group: command.View, Icon: "text-aa", Floats: true,
		Keys:  []command.Key{command.Named(fyne.KeyMinus, primary)},
		Label: func() string { return locale.X("command.smaller", "Smaller text") },
		Words: func() string { return locale.X("command.words.smaller", "zoom out font size") },
		Run:   func() { r.stepSize(-1) },
	}, {
		ID: command.DesignSize, Group: command.View, Icon: "text-aa", Floats: true,
		Keys:  []command.Key{command.Named(fyne.Key0, primary)},
		Label: func() string { return locale.X("command.design-size", "Normal text size") },
		Words: func() string { return locale.X("command.words.design-size", "reset zoom normal size") },
		Run:   func() { r.designSize() },
	}}
}

// joinSettings connects the card of the reading settings to what they set.
func (r *Reader) joinSettings() {
	r.settings = settings.New(r.theme)
	r.settings.OnChange = r.set
	r.settings.OnStep = r.stepSize
}

// values are what is set now.
func (r *Reader) values() settings.Values {
	return settings.Values{
		Text: r.frame.setting, Density: r.session.State().Layers.Density, Scheme: r.theme.Scheme(), Still: r.still,
	}
}

// toggleSettings opens the card of the reading settings under its button, or
// takes it away.
func (r *Reader) toggleSettings() {
	r.showValues()
	r.toggleCard(float.Popover{
		Content: r.settings, Width: settings.Width, Padding: settings.Padding,
		Anchor: r.tools.text, Focus: r.settings.Focus(),
	})
}

func (r *Reader) showValues() { r.settings.SetValues(r.values(), r.page.Format().Reading.Size) }

// set applies what the reader wants, at once, and keeps it.
func (r *Reader) set(v settings.Values) {
	now := r.values()
	if v.Text != now.Text {
		r.frame.setSetting(v.Text)
	}
	if v.Density != now.Density {
		layers := r.session.State().Layers
		layers.Density = v.Density
		r.setLayers(layers)
	}
	if v.Scheme != now.Scheme {
		r.setScheme(v.Scheme)
	}
	r.setStill(v.Still)
	if r.prefs != nil {
		r.prefs.SetText(v.Text)
		r.prefs.SetStill(v.Still)
	}
	r.showValues()
}

// stepSize makes the text larger by delta pixels, or smaller.
func (r *Reader) stepSize(delta int) {
	v := r.values()
	v.Text.Size = min(max(r.page.Format().Reading.Size+float32(delta), look.MinSize), look.MaxSize)
	r.set(v)
}

// designSize sets the text as large again as the design has it for the window.
func (r *Reader) designSize() {
	v := r.values()
	v.Text.Size = 0
	r.set(v)
}

func (r *Reader) setStill(still bool) {
	r.still, r.frame.still = still, still
	r.page.SetStill(still)
}

// restoreSettings sets what was set when the program was left.
func (r *Reader) restoreSettings(p *prefs.Prefs) {
	r.prefs = p
	r.frame.setSetting(p.Text())
	r.setStill(p.Still())
}

// setSetting sets the article as the reader wants it.
func (f *frame) setSetting(s look.Setting) {
	f.setting = s
	f.arrange(f.Size())
}
