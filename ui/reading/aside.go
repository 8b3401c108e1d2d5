package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/session"
)

// aside is the side panel, which gives way to the results while something is
// searched for.
type aside struct {
	*parts
	panel   *panel.Panel
	results fyne.CanvasObject
	tucked  bool // the panel was closed because it would have covered the text
}

// join makes the panel. The results take its place while something is searched
// for.
func (a *aside) join(results fyne.CanvasObject, roles look.Roles) {
	a.panel, a.results = panel.New(roles, a.nav), results
	a.panel.OnClose = func() { a.setPanel(false) }
	a.nav.OnReturn = a.panel.Resume
}

// toggling are the commands that show and hide the panel.
func (a *aside) toggling() []command.Command {
	return []command.Command{{
		ID: command.TogglePanel, Group: command.View, Icon: "sidebar-right",
		Keys:    []command.Key{command.Typed('p')},
		Label:   func() string { return locale.X("command.toggle-panel", "Show or hide the side panel") },
		Checked: func() bool { return a.session.State().Panel.Open },
		Run:     func() { a.setPanel(!a.session.State().Panel.Open) },
	}}
}

// turning are the commands that turn the panel to a face.
func (a *aside) turning() []command.Command {
	return []command.Command{{
		ID: command.ShowSources, Group: command.View, Icon: "book-open",
		Keys:   []command.Key{command.Typed('s')},
		Label:  func() string { return locale.X("command.show-sources", "Sources") },
		Detail: func() string { return locale.X("finder.go.sources", "What the facts beside the article rest on") },
		Run:    func() { a.nav.OpenSource("") },
	}, {
		ID: command.ShowAbout, Group: command.View, Icon: "info",
		Keys:   []command.Key{command.Typed('a')},
		Label:  func() string { return locale.X("command.show-about", "About this edition") },
		Detail: func() string { return locale.X("finder.go.about", "What was checked, and what is not known") },
		Run:    func() { a.nav.OpenAbout() },
	}}
}

// follow turns the panel to what the state asks for, and shows it or takes it
// away.
func (a *aside) follow(old, now session.Snapshot) {
	a.panel.Follow(old, now)
	toggled := old.Panel.Open != now.Panel.Open
	if toggled {
		a.tucked = false // from now on it is as it was asked for
	}
	if toggled || (old.Query == "") != (now.Query == "") {
		a.frame.setSide(a.object(now.State))
	}
	if old.Panel.Open && !now.Panel.Open {
		a.FocusView() // what had the focus may be gone
	}
}

// object is what stands at the right: the results while something is searched
// for, else the panel if it is open, else nothing.
func (a *aside) object(s session.State) fyne.CanvasObject {
	switch {
	case s.Query != "":
		return a.results
	case s.Panel.Open:
		return a.panel
	}
	return nil
}

// narrowed takes a panel that has nothing to say of a selection off the text in
// a window that became too narrow for both, and brings it back beside the text.
func (a *aside) narrowed(narrow bool) {
	s := a.session.State()
	switch {
	case narrow && s.Panel.Open && s.Selected == "" && s.Panel.Face == session.Card:
		a.setPanel(false)
		a.tucked = true
	case !narrow && a.tucked:
		a.setPanel(true)
	}
}

// restore opens the panel as it was left, unless the window is too narrow for
// panel and text.
func (a *aside) restore(open bool) {
	a.setPanel(open)
	if a.frame.narrow {
		a.narrowed(true)
	}
}

// kept is whether the panel is open or would be if there were room.
func (a *aside) kept() bool { return a.session.State().Panel.Open || a.tucked }
