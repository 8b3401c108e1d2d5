package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/keyboard"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/settings"
	"sidelight/ui/speech"
)

// looks is how the article is read: the card of the reading settings and what it
// sets.
type looks struct {
	*parts
	theme    *look.Theme
	settings *settings.View    // nil before it is first shown
	prefs    *prefs.Prefs      // nil where nothing is kept
	onTheme  func(look.Scheme) // is called when the reader asks for another colour scheme
	still    bool              // nothing moves
	reading  *speech.Reading   // that reads aloud
	turns    control.Wheel     // that turn the size of the text
	found    layer.Found       // how many of the marks that the program finds are shown
	onFound  func()            // is called after that was kept
}

// join takes the theme of the window.
func (r *looks) join(theme *look.Theme) { r.theme = theme }

// card returns the card of the settings, which is made when it is first asked for.
func (r *looks) card() *settings.View {
	if r.settings == nil {
		r.settings = settings.New(r.theme, r.reading.Voice != nil)
		r.settings.OnChange, r.settings.OnStep = r.set, r.stepSize
	}
	return r.settings
}

// declare are the commands that set how the article is read.
func (r *looks) declare() []command.Command {
	const shift = fyne.KeyModifierShift
	return []command.Command{command.NewNextTheme(func() { r.nextTheme() }), {
		ID: command.Settings, Group: command.View, Icon: "text-aa", Floats: true,
		Keys:   []command.Key{command.Named(fyne.KeyComma, command.Primary)},
		Label:  func() string { return locale.X("command.settings", "Reading settings") },
		Detail: func() string { return locale.X("finder.go.settings", "Size of the text, marks and colours") },
		Words: func() string {
			return locale.X("command.words.settings", "preferences options font text size line length dark mode fewer more marks")
		},
		Run: func() { r.toggle() },
	}, {
		ID: command.Larger, Group: command.View, Icon: "text-aa", Floats: true,
		Keys: []command.Key{command.Named(fyne.KeyPlus, command.Primary), command.Named(fyne.KeyPlus, command.Primary, shift),
			command.Named(fyne.KeyEqual, command.Primary), command.Named(fyne.KeyEqual, command.Primary, shift)},
		Label: func() string { return locale.X("command.larger", "Larger text") },
		Words: func() string { return locale.X("command.words.larger", "zoom in bigger font size") },
		Run:   func() { r.stepSize(1) },
	}, {
		ID: command.Smaller, Group: command.View, Icon: "text-aa", Floats: true,
		Keys:  []command.Key{command.Named(fyne.KeyMinus, command.Primary)},
		Label: func() string { return locale.X("command.smaller", "Smaller text") },
		Words: func() string { return locale.X("command.words.smaller", "zoom out font size") },
		Run:   func() { r.stepSize(-1) },
	}, {
		ID: command.DesignSize, Group: command.View, Icon: "text-aa", Floats: true,
		Keys:  []command.Key{command.Named(fyne.Key0, command.Primary)},
		Label: func() string { return locale.X("command.design-size", "Normal text size") },
		Words: func() string { return locale.X("command.words.design-size", "reset zoom normal size") },
		Run:   func() { r.designSize() },
	}}
}

// values are what is set now.
func (r *looks) values() settings.Values {
	return settings.Values{
		Text: r.frame.setting, Density: r.session.State().Layers.Density, Scheme: r.theme.Scheme(), Still: r.still, Rate: r.reading.Rate,
		Found: r.found,
	}
}

// toggle opens the card of the reading settings under its button, or
// takes it away.
func (r *looks) toggle() {
	card := r.card()
	r.showValues()
	r.cards.toggle(float.Popover{
		Content: card, Width: settings.Width, Padding: settings.Padding,
		Anchor: r.frame.tools.text, Focus: card.Focus(),
	})
}

// showValues shows on the card, if there is one yet, what is set.
func (r *looks) showValues() {
	if r.settings != nil {
		r.settings.SetValues(r.values(), r.page.Format().Reading.Size)
	}
}

// set applies what the reader wants, at once, and keeps it.
func (r *looks) set(v settings.Values) {
	now := r.values()
	if v.Text != now.Text {
		r.frame.setSetting(v.Text)
	}
	if v.Density != now.Density {
		r.session.Update(func(s *session.State) { s.Layers.Density = v.Density })
	}
	if v.Scheme != now.Scheme {
		r.onTheme(v.Scheme)
	}
	r.setStill(v.Still)
	r.reading.Rate = v.Rate
	if r.prefs != nil {
		r.prefs.SetText(v.Text)
		r.prefs.SetStill(v.Still)
		r.prefs.SetRate(v.Rate)
		r.prefs.SetFound(v.Found)
	}
	if r.found = v.Found; v.Found != now.Found {
		r.onFound()
	}
	r.showValues()
}

// stepSize makes the text larger by delta pixels, or smaller.
func (r *looks) stepSize(delta int) {
	v := r.values()
	v.Text.Size = min(max(r.page.Format().Reading.Size+float32(delta), look.MinSize), look.MaxSize)
	r.set(v)
}

// wheel makes the text larger or smaller by a turn of the wheel while the key of
// shortcuts is held down, and reports whether it is.
func (r *looks) wheel(e *fyne.ScrollEvent) bool {
	if keyboard.Modifiers()&command.Primary == 0 {
		return false
	}
	if n := r.turns.Steps(e); n != 0 {
		r.stepSize(-n)
	}
	return true
}

// designSize sets the text as large again as the design has it for the window.
func (r *looks) designSize() {
	v := r.values()
	v.Text.Size = 0
	r.set(v)
}

func (r *looks) setStill(still bool) {
	r.still, r.frame.still = still, still
	r.page.SetStill(still)
}

// restore sets what was set when the program was left.
func (r *looks) restore(p *prefs.Prefs) {
	r.prefs = p
	r.frame.setSetting(p.Text())
	r.setStill(p.Still())
	r.reading.Rate, r.found = p.Rate(), p.Found()
}

// nextTheme steps through the colour schemes, dark after light. Coming back to
// what the desktop shows means to follow it again.
func (r *looks) nextTheme() {
	r.onTheme(r.theme.Following())
	r.showValues() // their card may be open
	r.say("circle-half", settings.SchemeName(r.theme.Scheme()))
}
