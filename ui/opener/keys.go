package opener

import (
	"os"
	"strings"

	"fyne.io/fyne/v2"
)

// pageStep is how many rows Page Up and Page Down move.
const pageStep = 5

// key does what a key means for the list, and reports whether the field shall leave
// the key alone.
func (p *Opener) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		p.early = append(p.early, k)
		p.catchUp()
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

// catchUp does what the keys mean that were typed, in their order. While a folder is
// still being read the list belongs to another text: the keys wait until it has been,
// or until the reader types something else.
func (p *Opener) catchUp() {
	for len(p.early) > 0 && !p.asking.Running() {
		k, rest := p.early[0], p.early[1:]
		p.early = nil
		p.act(k)
		if !p.asking.Running() && (k == fyne.KeyReturn || k == fyne.KeyEnter) {
			return // something is opened
		}
		if k == fyne.KeyTab { // who taps it again while waiting means the same
			for len(rest) > 0 && rest[0] == k {
				rest = rest[1:]
			}
		}
		p.early = rest
	}
}

// act does what a key means for the rows of the list.
func (p *Opener) act(k fyne.KeyName) {
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
	}
}

// move chooses the row delta further down, or at an end of the list.
func (p *Opener) move(delta int) {
	p.list.Step(delta)
	p.complete()
}

// take types the chosen name in place of the fragment that is typed, which may have
// other letters where the name has capitals.
func (p *Opener) take() {
	if i := p.list.Current(); p.rest != "" && i >= 0 {
		f := p.rows.items[i].file
		typed := p.field.Entry.Text
		p.field.SetText(typed[:strings.LastIndexFunc(typed, isSeparator)+1] + f.found.name + separator(f))
	}
}

// separator follows the name of a folder that is typed.
func separator(f *file) string {
	if f.sort == folder {
		return string(os.PathSeparator)
	}
	return ""
}

// enter opens the chosen row, or without one what is typed.
func (p *Opener) enter() {
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
		p.field.SetText(Short(it.file.path, p.paths.home) + string(os.PathSeparator))
		p.field.Focus() // a click on the row has taken the focus away
	case it.file != nil:
		call(p.OnOpen, it.file.path)
	}
}
