package opener

import (
	"os"

	"fyne.io/fyne/v2"
)

// pageStep is how many rows Page Up and Page Down move.
const pageStep = 5

// key does what a key means for the list, and reports whether the field shall leave
// the key alone.
func (p *Opener) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		p.move(1)
	case fyne.KeyUp:
		p.move(-1)
	case fyne.KeyPageDown:
		p.move(pageStep)
	case fyne.KeyPageUp:
		p.move(-pageStep)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.enter()
	case fyne.KeyTab:
		p.take()
	case fyne.KeyEscape:
		if f := p.OnCancel; f != nil {
			f()
		}
	default:
		if p.OnKey == nil || len(k) < 2 || k[0] != 'F' { // F1 to F12; the letter F is shorter
			return false
		}
		p.OnKey(&fyne.KeyEvent{Name: k})
	}
	return true
}

// move chooses the row delta further down, or at an end of the list.
func (p *Opener) move(delta int) {
	p.list.Step(delta)
	p.complete()
}

// take types the completion.
func (p *Opener) take() {
	if i := p.list.Current(); p.rest != "" && i >= 0 {
		f := p.rows.items[i].file
		typed := p.field.Entry.Text
		// In the letters of the name, which may be typed in another case.
		keep := len(typed) - (len(f.found.name) + len(separator(f)) - len(p.rest))
		p.field.SetText(typed[:max(keep, 0)] + f.found.name + separator(f))
	}
}

// separator follows the name of a folder that is typed.
func separator(f *file) string {
	if f.sort == folder {
		return string(os.PathSeparator)
	}
	return ""
}

// enter opens the chosen row, or without one what is typed. While a folder is still
// being read, that is done when it has been.
func (p *Opener) enter() {
	if p.asking.Running() {
		p.hasty = true
		return
	}
	p.hasty = false
	if i := p.list.Current(); i >= 0 {
		p.open(i)
	} else if text := p.field.Entry.Text; text != "" {
		call(p.OnOpen, p.paths.whole(text))
	}
}

// open opens row i. A folder is typed, so that what is in it is listed.
func (p *Opener) open(i int) {
	switch it := p.rows.items[i]; {
	case it.recent != nil:
		call(p.OnOpen, it.recent.Path)
	case it.file != nil && it.file.sort == folder && it.file.problem == nil:
		dir, _, _ := p.paths.split(p.field.Entry.Text)
		typed := Short(dir, p.paths.home)
		if typed != "" && !isSeparator(rune(typed[len(typed)-1])) {
			typed += string(os.PathSeparator)
		}
		p.field.SetText(typed + it.file.found.name + string(os.PathSeparator))
		p.field.Focus() // a click on the row has taken the focus away
	case it.file != nil:
		call(p.OnOpen, it.file.path)
	}
}
