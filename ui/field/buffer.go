package field

import (
	"strings"
	"unicode/utf8"

	"sidelight/ui/typeset"
)

const (
	// mostBytes is how long a text may become; what is pasted beyond it is left out.
	mostBytes = 1 << 20
	// mostSteps is how many steps can be undone.
	mostSteps = 1000
)

// buffer is a text that is edited: where the caret is, what is selected, and the way
// back. Places are byte offsets between two characters.
type buffer struct {
	text   string
	caret  int
	anchor int // where the selection began; the caret itself while nothing is selected

	back, forth []edit
	joins       bool // the next letter belongs to the same step as the last
}

// edit is a change of the text: at a place, some bytes went out and others came in.
type edit struct {
	at            int
	out, in       string
	caret, anchor int // before
}

// set replaces all, and forgets the way back.
func (b *buffer) set(text string) {
	*b = buffer{text: text, caret: len(text), anchor: len(text)}
}

// selection returns what is selected, empty at the caret for nothing.
func (b *buffer) selection() (from, to int) { return min(b.caret, b.anchor), max(b.caret, b.anchor) }

// selected returns the words that are selected.
func (b *buffer) selected() string {
	from, to := b.selection()
	return b.text[from:to]
}

// move puts the caret at a place. If extends is true, what lies between it and where
// the selection began is selected.
func (b *buffer) move(to int, extends bool) {
	b.caret, b.joins = max(0, min(to, len(b.text))), false
	if !extends {
		b.anchor = b.caret
	}
}

// mark selects a range, with the caret at its end.
func (b *buffer) mark(from, to int) {
	b.move(from, false)
	b.move(to, true)
}

// insert replaces what is selected.
func (b *buffer) insert(s string) {
	s = strings.ToValidUTF8(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "")
	from, to := b.selection()
	if room := mostBytes - len(b.text) + to - from; len(s) > room {
		s = strings.ToValidUTF8(s[:max(room, 0)], "")
	}
	letter := utf8.RuneCountInString(s) == 1 && s != "\n"
	joins := b.joins && letter && from == to
	b.replace(from, to, s, joins)
	b.joins = letter && s != " "
}

// replace changes the bytes [from, to), as a part of the last step if joins is true.
func (b *buffer) replace(from, to int, with string, joins bool) {
	if from == to && with == "" {
		return
	}
	if n := len(b.back); joins && n > 0 && b.back[n-1].at+len(b.back[n-1].in) == from && from == to {
		b.back[n-1].in += with
	} else {
		b.back = append(b.back, edit{from, b.text[from:to], with, b.caret, b.anchor})
		b.back = b.back[max(0, len(b.back)-mostSteps):]
	}
	b.forth = nil
	b.text = b.text[:from] + with + b.text[to:]
	b.caret = from + len(with)
	b.anchor, b.joins = b.caret, false
}

// remove deletes what is selected, or else what lies between the caret and a place.
func (b *buffer) remove(to int) {
	from, end := b.selection()
	if from == end {
		from, end = min(b.caret, to), max(b.caret, to)
	}
	b.replace(from, end, "", false)
}

// undo takes the last step back, and reports whether there is one.
func (b *buffer) undo() bool {
	n := len(b.back)
	if n == 0 {
		return false
	}
	x := b.back[n-1]
	b.back, b.forth = b.back[:n-1], append(b.forth, x)
	b.text = b.text[:x.at] + x.out + b.text[x.at+len(x.in):]
	b.caret, b.anchor, b.joins = x.caret, x.anchor, false
	return true
}

// redo takes the step forward again that was undone last, and reports whether there is
// one.
func (b *buffer) redo() bool {
	n := len(b.forth)
	if n == 0 {
		return false
	}
	x := b.forth[n-1]
	b.forth, b.back = b.forth[:n-1], append(b.back, x)
	b.text = b.text[:x.at] + x.in + b.text[x.at+len(x.out):]
	b.caret = x.at + len(x.in)
	b.anchor, b.joins = b.caret, false
	return true
}

// next and previous are the places one character on and back.
func (b *buffer) next() int     { return typeset.NextCluster(b.text, b.caret) }
func (b *buffer) previous() int { return typeset.PreviousCluster(b.text, b.caret) }

// nextWord is the end of the word behind the caret, past what stands before the word.
func (b *buffer) nextWord() int {
	at := b.caret
	for at < len(b.text) {
		_, end := typeset.WordAt(b.text, at)
		word := b.text[at:end]
		at = max(end, at+1)
		if strings.TrimSpace(word) != "" {
			break
		}
	}
	return min(at, len(b.text))
}

// previousWord is the beginning of the word before the caret.
func (b *buffer) previousWord() int {
	at := b.caret
	for at > 0 {
		start, _ := typeset.WordAt(b.text, typeset.PreviousCluster(b.text, at))
		word := b.text[start:at]
		at = min(start, at-1)
		if strings.TrimSpace(word) != "" {
			break
		}
	}
	return max(at, 0)
}

// paragraph returns the range of the paragraph at a place.
func (b *buffer) paragraph(at int) (from, to int) {
	from = strings.LastIndexByte(b.text[:at], '\n') + 1
	to = len(b.text)
	if i := strings.IndexByte(b.text[at:], '\n'); i >= 0 {
		to = at + i
	}
	return from, to
}
