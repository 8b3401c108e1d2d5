package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations/cite"
	"sidelight/ui/carry"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page"
)

// carrying is what the reader takes out of the window by the clipboard: words, alone
// or with where they are from, several that were collected in the tray, and sources as
// other programs read them.
type carrying struct {
	*parts
	collected *collected // the card of the tray
}

// join makes the card of the tray and the bar over selected words.
func (r *carrying) join(roles look.Roles) {
	r.collected = newCollected(roles, func() {
		r.clipSaying(r.tray.Text(), locale.X("say.copied-all", "Copied: {{.Count}}", map[string]any{"Count": locale.Count(r.tray.Len())}))
		r.cards.dismiss()
	})
	r.offer()
	r.use(r.tray)
}

// use puts another tray in the place of the one before.
func (r *carrying) use(t *carry.Tray) {
	r.tray, r.collected.tray = t, t
	t.OnChange = func() {
		r.count()
		r.commands.Sync()
	}
	r.count()
}

// count shows how much lies in the tray.
func (r *carrying) count() {
	r.frame.tools.setTray(r.tray.Len())
	r.collected.show()
	switch {
	case !r.cards.shows(r.collected):
	case r.tray.Len() == 0:
		r.cards.dismiss()
	default:
		r.cards.layer.Fit()
	}
}

// declare are the commands that copy what has the keyboard, or what their menu is
// about.
func (r *carrying) declare() []command.Command {
	const shift = fyne.KeyModifierShift
	sources := func() bool { return len(carry.Sources(r.edition(), r.target())) > 0 }
	return []command.Command{{
		ID: command.Copy, Group: command.Words, Here: true, Floats: true, Icon: "copy",
		Enabled: func() bool { return r.wordsOf(r.target()) != "" },
		Keys:    []command.Key{command.Named(fyne.KeyC, command.Primary)},
		Label:   func() string { return locale.X("command.copy", "Copy") },
		Run:     r.copy,
	}, {
		ID: command.CopyWithSource, Group: command.Words, Here: true, Floats: true, Icon: "copy",
		Enabled: func() bool { return r.citedOf(r.target()) != "" },
		Keys:    []command.Key{command.Named(fyne.KeyC, command.Primary, shift)},
		Label:   func() string { return locale.X("command.copy-with-source", "Copy with source") },
		Run:     r.cite,
	}, {
		ID: command.CopyBibTeX, Group: command.Words, Here: true, Floats: true, Enabled: sources,
		Label: func() string { return locale.X("command.copy-bibtex", "Copy source as BibTeX") },
		Run:   func() { r.clip(cite.BibTeX(carry.Sources(r.edition(), r.target())...)) },
	}, {
		ID: command.CopyCSL, Group: command.Words, Here: true, Floats: true, Enabled: sources,
		Label: func() string { return locale.X("command.copy-csl", "Copy source as CSL-JSON") },
		Run:   func() { r.clip(cite.CSL(carry.Sources(r.edition(), r.target())...)) },
	}, {
		ID: command.Collect, Group: command.Words, Here: true, Floats: true, Icon: "tray-arrow-down",
		Enabled: func() bool { return r.citedOf(r.target()) != "" },
		Keys:    []command.Key{command.Named(fyne.KeyC, command.Primary, fyne.KeyModifierAlt)},
		Label:   func() string { return locale.X("command.collect", "Collect with source") },
		Run:     r.collect,
	}, {
		ID: command.ShowTray, Group: command.Words, Icon: "tray-arrow-down", Floats: true,
		Keys:    []command.Key{command.Typed('c')},
		Enabled: func() bool { return r.tray.Len() > 0 },
		Label:   func() string { return locale.X("command.show-tray", "What you collected") },
		Run:     r.showTray,
	}}
}

// collect puts what has the keyboard into the tray, and all that is in it on the
// clipboard, so that what was collected can be pasted at once.
func (r *carrying) collect() {
	said := locale.X("say.tray-full", "Not collected: there are {{.Count}} already. Copy and empty them first.",
		map[string]any{"Count": locale.Count(r.tray.Len())})
	if r.tray.Add(r.citedOf(r.target())) {
		fyne.CurrentApp().Clipboard().SetContent(r.tray.Text())
		said = locale.X("say.collected", "Collected and copied: {{.Count}}", map[string]any{"Count": locale.Count(r.tray.Len())})
	}
	r.served()
	r.say("tray-arrow-down", said)
}

// showTray opens the card of the tray under its button, or takes it away.
func (r *carrying) showTray() {
	r.cards.toggle(float.Popover{
		Content: r.collected, Width: trayWidth, Padding: trayPadding, Anchor: r.frame.tools.tray, Focus: r.collected.all,
	})
}

// offer says what can be done with selected words.
func (r *carrying) offer() {
	key := func(id command.ID) string { return r.commands.Command(id).Key() }
	r.page.SetActions([]page.Action{
		{Icon: "copy", Label: locale.X("selection.copy", "Copy"), Key: key(command.Copy), Do: r.copy},
		{Icon: "quotes", Label: locale.X("selection.copy-with-source", "Copy with source"), Key: key(command.CopyWithSource), Do: r.cite},
		{Icon: "tray-arrow-down", Label: locale.X("selection.collect", "Collect"), Key: key(command.Collect), Do: r.collect},
	})
}

// copy copies the file's own words, or the words of what has the keyboard.
func (r *carrying) copy() { r.clip(r.wordsOf(r.target())) }

// cite copies words with where they are from, and says so.
func (r *carrying) cite() { r.citeOf(r.target()) }

// citeOf copies the words of a target with where they are from, and says so.
func (r *carrying) citeOf(t command.Target) {
	said := locale.X("say.copied-with-source", "Copied with source")
	if from := carry.Whence(r.edition(), t); from != "" {
		said = locale.X("say.copied-from", "Copied with source: {{.From}}", map[string]any{"From": from})
	}
	r.clipSaying(r.citedOf(t), said)
}

// wordsOf returns what is copied of a target.
func (p *parts) wordsOf(t command.Target) string { return carry.Words(p.edition(), t) }

// citedOf returns what is copied of a target with where it is from.
func (p *parts) citedOf(t command.Target) string { return carry.Cited(p.edition(), t) }

// clip puts words on the clipboard, and says so.
func (p *parts) clip(words string) { p.clipSaying(words, locale.X("say.copied", "Copied")) }

// clipSaying puts words on the clipboard and tells the reader.
func (p *parts) clipSaying(words, said string) {
	fyne.CurrentApp().Clipboard().SetContent(words)
	p.served()
	p.say("check", said)
}

// served takes the bar away that lies over selected words, which has done its service,
// and gives the page the keyboard.
func (p *parts) served() {
	if !p.selection().Empty() {
		p.page.FinishActions()
		p.FocusView()
	}
}
