package shelf

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"sidelight/ui/async"
)

// pageStep is how many rows Page Up and Page Down move.
const pageStep = 6

// key does what a key means for the rows, and reports whether the field shall leave the
// key alone.
func (p *Page) key(k fyne.KeyName) bool {
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
		p.open(p.list.Current())
	case fyne.KeyEscape:
		p.escape()
	case fyne.KeyDelete:
		if e := p.field.Entry; e.SelectedText() != "" || e.CursorColumn < utf8.RuneCountInString(e.Text) {
			return false // there is something for the field to delete
		}
		p.forgetRow(p.list.Current())
	default:
		if p.o.OnKey == nil || len(k) < 2 || k[0] != 'F' { // F1 to F12; the letter F is shorter
			return false
		}
		p.o.OnKey(&fyne.KeyEvent{Name: k})
	}
	return true
}

// escape takes back what was begun last: a question, what is typed, the page.
func (p *Page) escape() {
	switch {
	case p.forget.sure:
		p.forget.reset()
	case p.field.Entry.Text != "":
		p.field.SetText("")
	case p.o.OnLeave != nil:
		p.o.OnLeave()
	}
}

// move chooses the row delta further down, or at an end of the list.
func (p *Page) move(delta int) {
	p.list.Step(delta)
	p.list.RevealCurrent()
}

// choose makes row i the one that Enter opens.
func (p *Page) choose(i int) {
	p.list.SetCurrent(i)
	p.list.RevealCurrent()
}

// open opens the article of row i.
func (p *Page) open(i int) {
	if i >= 0 && i < len(p.shown.all) && p.o.OnOpen != nil {
		p.o.OnOpen(p.shown.all[i].Article)
	}
}

// forgetRow forgets the article of row i.
func (p *Page) forgetRow(i int) {
	if i < 0 || i >= len(p.shown.all) {
		return
	}
	from, which := p.o.Library, p.shown.all[i].Fingerprint
	if f := p.o.OnForget; f != nil {
		f(p.shown.all[i].Article)
	}
	p.do(func(j *async.Job) error { return from.Forget(j, which) })
}
