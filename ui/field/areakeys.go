package field

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/typeset"
)

// twice is how soon after a click another belongs to it.
const twice = 350 * time.Millisecond

// clicks counts clicks at one place, which select a word and then a paragraph.
type clicks struct {
	n    int
	at   int
	last time.Time
}

func (c *clicks) next(at int, now time.Time) int {
	if now.Sub(c.last) > twice || at != c.at {
		c.n = 0
	}
	c.n, c.at, c.last = c.n+1, at, now
	return c.n
}

// FocusGained shows the ring and the caret.
func (a *Area) FocusGained() { a.focus(true) }

// FocusLost takes them away.
func (a *Area) FocusLost() { a.focus(false) }

func (a *Area) focus(on bool) {
	a.focused, a.shift = on, false
	if on {
		a.bar.wake()
	} else {
		a.bar.sleep()
	}
	a.Refresh()
	if f := a.OnFocus; f != nil {
		f(on)
	}
}

// AcceptsTab reports whether the area takes the Tab key.
func (a *Area) AcceptsTab() bool { return a.Tabs }

// KeyDown hears of Shift.
func (a *Area) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		a.shift = true
	}
}

// KeyUp hears of Shift.
func (a *Area) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		a.shift = false
	}
}

// TypedRune inserts a letter.
func (a *Area) TypedRune(r rune) {
	a.insert(string(r))
	a.changed()
}

// TypedKey edits the text and moves the caret, unless OnKey has dealt with the key.
func (a *Area) TypedKey(e *fyne.KeyEvent) {
	a.bar.wake()
	if a.OnKey != nil && a.OnKey(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		a.insert("\n")
		a.changed()
	case fyne.KeyTab:
		a.insert("\t")
		a.changed()
	case fyne.KeyBackspace:
		a.remove(a.previous())
		a.changed()
	case fyne.KeyDelete:
		a.remove(a.next())
		a.changed()
	case fyne.KeyLeft, fyne.KeyRight:
		a.sideways(e.Name == fyne.KeyLeft)
	case fyne.KeyUp:
		a.line(-1)
	case fyne.KeyDown:
		a.line(1)
	case fyne.KeyPageUp:
		a.line(-a.rows())
	case fyne.KeyPageDown:
		a.line(a.rows())
	case fyne.KeyHome:
		a.put(a.lines[a.lineOf(a.caret)].begin())
	case fyne.KeyEnd:
		a.put(a.endOf(a.lineOf(a.caret)))
	}
}

// endOf returns the last place of a line that still belongs to it.
func (a *Area) endOf(i int) int {
	l := &a.lines[i]
	if i < len(a.lines)-1 && a.lines[i+1].begin() == l.end() && l.end() > l.begin() {
		return typeset.PreviousCluster(a.text, l.end())
	}
	return l.end()
}

// sideways moves the caret by a character, or to the end of what is selected.
func (a *Area) sideways(left bool) {
	from, to := a.selection()
	switch {
	case from < to && !a.shift && left:
		a.put(from)
	case from < to && !a.shift:
		a.put(to)
	case left:
		a.put(a.previous())
	default:
		a.put(a.next())
	}
}

// put moves the caret, and selects what it passes while Shift is down.
func (a *Area) put(to int) {
	a.move(to, a.shift)
	a.stepsX = false
	a.went()
}

func (a *Area) went() {
	a.reveal()
	a.Refresh()
	a.moved()
}

// line moves the caret by lines, as far to the right as it was.
func (a *Area) line(by int) {
	i := a.lineOf(a.caret)
	if !a.stepsX {
		a.goal, a.stepsX = a.x(i, a.caret), true
	}
	to := i + by
	switch {
	case to < 0:
		a.move(0, a.shift)
	case to >= len(a.lines):
		a.move(len(a.text), a.shift)
	default:
		a.move(a.placeIn(to, a.goal), a.shift)
	}
	a.went()
}

// placeIn returns the place in a line that is nearest to x pixels from its left.
func (a *Area) placeIn(i int, x float32) int {
	l := &a.lines[i]
	if l.Start == l.End {
		return l.begin()
	}
	return min(l.from+l.Caret(x), a.endOf(i))
}

// placeAt returns the place that is nearest to a point of the area.
func (a *Area) placeAt(at fyne.Position) int {
	i := a.top + int((at.Y-areaTop)/areaLeading)
	if at.Y < areaTop {
		i = a.top - 1
	}
	if i >= len(a.lines) {
		return len(a.text)
	}
	return a.placeIn(max(i, 0), at.X-areaLeft)
}

// MouseDown puts the caret where the button goes down. A second click selects the
// word, a third the paragraph.
func (a *Area) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(a); c != nil {
		c.Focus(a)
	}
	at := a.placeAt(e.Position)
	if e.Button == desktop.MouseButtonTertiary && a.OnMiddle != nil {
		a.move(at, false)
		a.insert(a.OnMiddle())
		a.changed()
	}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	switch a.clicks.next(at, time.Now()) {
	case 1:
		a.move(at, e.Modifier&fyne.KeyModifierShift != 0)
	case 2:
		if len(a.text) > 0 {
			a.mark(typeset.WordAt(a.text, min(at, len(a.text)-1)))
		}
	default:
		a.mark(a.paragraph(at))
	}
	a.stepsX = false
	a.Refresh()
	a.moved()
}

// MouseUp does nothing: the caret has moved already.
func (a *Area) MouseUp(*desktop.MouseEvent) {}

// Dragged selects up to the pointer.
func (a *Area) Dragged(e *fyne.DragEvent) {
	a.move(a.placeAt(e.Position), true)
	a.went()
}

// DragEnd does nothing: the words stay selected.
func (a *Area) DragEnd() {}

// TappedSecondary asks for the menu.
func (a *Area) TappedSecondary(e *fyne.PointEvent) {
	if f := a.OnMenu; f != nil {
		f(e.AbsolutePosition)
	}
}

// Cursor returns the cursor of text.
func (a *Area) Cursor() desktop.Cursor { return desktop.TextCursor }

// SelectAll selects the whole text.
func (a *Area) SelectAll() {
	a.mark(0, len(a.text))
	a.Refresh()
}

// TypedShortcut edits the text by the clipboard and by words, undoes and redoes, unless
// OnShortcut has dealt with the shortcut. To copy is the program's while nothing is
// selected here.
func (a *Area) TypedShortcut(s fyne.Shortcut) {
	if x, ok := s.(*desktop.CustomShortcut); ok && a.byWord(x) {
		return
	}
	switch x := s.(type) {
	case *fyne.ShortcutUndo:
		if a.undo() {
			a.changed()
		}
	case *fyne.ShortcutRedo:
		if a.redo() {
			a.changed()
		}
	case *fyne.ShortcutSelectAll:
		a.SelectAll()
	case *fyne.ShortcutPaste:
		a.insert(x.Clipboard.Content())
		a.changed()
	case *fyne.ShortcutCut:
		if words := a.selected(); words != "" {
			x.Clipboard.SetContent(words)
			a.remove(a.caret)
			a.changed()
		}
	case *fyne.ShortcutCopy:
		if words := a.selected(); words != "" {
			x.Clipboard.SetContent(words)
		} else if f := a.OnShortcut; f != nil {
			f(s)
		}
	default:
		if f := a.OnShortcut; f != nil {
			f(s)
		}
	}
}

// byWord takes the keys that move by a word, delete one, or go to an end of the text,
// and reports whether the shortcut was one of them.
func (a *Area) byWord(s *desktop.CustomShortcut) bool {
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	was := a.shift
	a.shift = s.Modifier&fyne.KeyModifierShift != 0
	defer func() { a.shift = was }()
	switch s.KeyName {
	case fyne.KeyLeft:
		a.put(a.previousWord())
	case fyne.KeyRight:
		a.put(a.nextWord())
	case fyne.KeyHome, fyne.KeyUp:
		a.put(0)
	case fyne.KeyEnd, fyne.KeyDown:
		a.put(len(a.text))
	case fyne.KeyBackspace:
		a.remove(a.previousWord())
		a.changed()
	case fyne.KeyDelete:
		a.remove(a.nextWord())
		a.changed()
	case fyne.KeyZ:
		if a.shift && a.redo() {
			a.changed()
		}
		return a.shift
	default:
		return false
	}
	return true
}
