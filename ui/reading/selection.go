package reading

import (
	"cmp"

	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/page"
	"sidelight/ui/view"
)

// words is what can be done with words of the article: select them.
type words struct {
	*parts
	// stretch moves an end of the highlight that has the keyboard by a unit, and reports
	// whether there is one.
	stretch func(u page.Unit, delta int, start bool) bool
}

// declare are the commands that select words.
func (r *words) declare() []command.Command {
	return append(r.selecting(), r.growing()...)
}

func (r *words) selecting() []command.Command {
	return []command.Command{{
		ID: command.SelectAll, Group: command.Words, Here: true,
		Keys:    []command.Key{command.Named(fyne.KeyA, command.Primary)},
		Enabled: func() bool { return r.holder() != nil },
		Label:   func() string { return locale.X("command.select-all", "Select everything") },
		Run:     func() { r.selectAll() },
	}}
}

// growing are the commands that move the end of the selection.
func (r *words) growing() []command.Command {
	const shift = fyne.KeyModifierShift
	grow := func(id command.ID, label func() string, u page.Unit, delta int, key fyne.KeyName, mod ...fyne.KeyModifier) command.Command {
		return command.Command{
			ID: id, Group: command.Words, Here: true, Label: label, Run: func() { r.grow(u, delta) }, Enabled: r.reads,
			Keys: []command.Key{command.Named(key, append(mod, shift)...)},
		}
	}
	return []command.Command{
		grow(command.SelectNext, func() string { return locale.X("command.select-next", "Select one character on") },
			page.Character, 1, fyne.KeyRight),
		grow(command.SelectPrevious, func() string { return locale.X("command.select-previous", "Select one character back") },
			page.Character, -1, fyne.KeyLeft),
		grow(command.SelectNextWord, func() string { return locale.X("command.select-next-word", "Select one word on") },
			page.Word, 1, fyne.KeyRight, command.Primary),
		grow(command.SelectPrevWord, func() string { return locale.X("command.select-previous-word", "Select one word back") },
			page.Word, -1, fyne.KeyLeft, command.Primary),
		grow(command.SelectNextLine, func() string { return locale.X("command.select-next-line", "Select one line on") },
			page.Line, 1, fyne.KeyDown),
		grow(command.SelectPrevLine, func() string { return locale.X("command.select-previous-line", "Select one line back") },
			page.Line, -1, fyne.KeyUp),
		grow(command.SelectLineEnd, func() string { return locale.X("command.select-line-end", "Select to the end of the line") },
			page.LineEnd, 1, fyne.KeyEnd),
		grow(command.SelectLineStart, func() string {
			return locale.X("command.select-line-start", "Select to the beginning of the line")
		}, page.LineEnd, -1, fyne.KeyHome),
	}
}

// grow moves the end of the selection by a unit, or that of the highlight that has the
// keyboard. Without one it begins where
// the keyboard is: at the mark that has the focus or is selected, or at the
// first line in view.
func (r *words) grow(u page.Unit, delta int) {
	if r.stretch(u, delta, false) {
		return
	}
	from := r.page.FirstInView()
	s := r.session.State()
	if m, ok := r.edition().Mention(cmp.Or(s.Focused, s.Mention)); ok {
		from = m.Start
	}
	r.page.GrowSelection(u, delta, from)
}

// selectAll selects everything in what has the keyboard, else in what stands in the
// middle of the window.
func (r *words) selectAll() {
	if v := r.holder(); v != nil {
		v.SelectAll()
	}
}

// holder is what has everything selected; nil where nothing can have.
func (r *words) holder() view.SelectAller {
	if r.canvas != nil {
		if v, ok := r.canvas.Focused().(view.SelectAller); ok {
			return v
		}
	}
	v, _ := r.view().(view.SelectAller)
	return v
}
