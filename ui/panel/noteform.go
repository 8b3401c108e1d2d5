package panel

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/typeset"
)

// Lengths in a row of a note, pixels.
const (
	noteLeft   = pattern.StyleWidth + 10 // from the sample of the style to the words
	notePad    = 10                      // above and below
	noteSign   = 12                      // before the sign of the place at the right
	noteArrow  = 14
	tagHeight  = 20
	tagPad     = 9
	tagGap     = 6
	wordLines  = 2 // of the words that are noted, at most
	textLines  = 8 // of the note
	shownBytes = 1600
)

// noteForm is what a row says of a note. Forms can be compared with ==.
type noteForm struct {
	words, text string
	tags        string // with a line feed after each
	state, sign string
}

// formOf returns what a row says of a note in an article.
func formOf(a *annotations.Article, p *notes.Placed) noteForm {
	f := noteForm{words: wordsOf(a, p), text: p.Text}
	for _, tag := range p.AllTags() {
		f.tags += tag + "\n"
	}
	switch {
	case p.Target.Aside && !p.Stands():
		f.state = locale.X("panel.own.aside", "set aside")
	case p.Status == anchor.Moved:
		f.state = locale.X("panel.own.moved", "moved")
	case p.Status == anchor.Approximate:
		f.state = locale.X("panel.own.approximate", "approximate")
	case p.Status == anchor.Unanchored:
		f.state = locale.X("panel.own.unanchored", "no place found")
	}
	if !p.Span.Empty() {
		f.sign = paragraphSign(a, p.Span)
	}
	return f
}

// wordsOf returns the words that a note is about, on one line: as they stand in the
// article or, of a note without a sure place, as they were noted.
func wordsOf(a *annotations.Article, p *notes.Placed) string {
	if p.Stands() && !p.Span.Empty() {
		return oneLine(a.Slice(p.Span))
	}
	return oneLine(p.Target.Quote.Exact)
}

// oneLine returns words in the form in which they are drawn, with a blank for each run
// of blanks and ends of lines.
func oneLine(s string) string { return spaced(typeset.Drawn(s)) }

// spaced returns words with a blank for each run of blanks and ends of lines.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// tagList returns the tags of the form.
func (f *noteForm) tagList() []string {
	if f.tags == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(f.tags, "\n"), "\n")
}

// noteLay is where the parts of a form stand in a row of some width, in pixels from
// the top left of the row's words.
type noteLay struct {
	words, text, sign fyne.Position // the sign holds the state too
	wordsWidth        float32
	textWidth         float32
	wordLines         int
	textLines         int
	tags              []fyne.Position
	tagWidths         []float32
	height            float32
}

// tagRole is the type of a tag.
func tagRole(roles *look.Roles) look.Role {
	return look.Role{Font: roles.UI.Font, Size: roles.Key.Size, Leading: roles.Key.Leading}
}

// signWidth returns the width in pixels of the sign of the place, with what stands
// before it and behind.
func (f *noteForm) signWidth(roles *look.Roles) float32 {
	w := float32(noteSign + 4 + noteArrow)
	if f.sign == "" {
		w = 0
	}
	width := func(role look.Role, s string) float32 {
		return float32(math.Ceil(float64(role.Face.Width(s, role.Size))))
	}
	if w > 0 {
		w += width(roles.Section, f.sign)
	}
	if f.state != "" {
		w += width(roles.Meta, f.state) + noteSign
	}
	return w
}

// lay works out a form in a width in pixels. It may be called on any goroutine.
func (f *noteForm) lay(roles *look.Roles, width float32) noteLay {
	room, sign := width-noteLeft, f.signWidth(roles)
	l := noteLay{wordsWidth: room, textWidth: room}
	tags := f.tagList()
	if len(tags) == 0 { // the sign stands beside the last line
		if f.text == "" {
			l.wordsWidth -= sign
		} else {
			l.textWidth -= sign
		}
	}
	l.words = fyne.NewPos(noteLeft, 0)
	l.wordLines = countLines(f.words, roles.Evidence, l.wordsWidth, wordLines)
	l.height = float32(l.wordLines) * roles.Evidence.Leading
	last := roles.Evidence.Leading
	if f.text != "" {
		l.text = fyne.NewPos(noteLeft, l.height+2)
		l.textLines = countLines(f.text, roles.Body, l.textWidth, textLines)
		l.height += 2 + float32(l.textLines)*roles.Body.Leading
		last = roles.Body.Leading
	}
	if len(tags) > 0 {
		l.layTags(tags, roles, width-sign)
		last = tagHeight
	}
	l.sign = fyne.NewPos(width, l.height-(last+roles.Section.Leading)/2)
	return l
}

// layTags sets the tags in lines that end at a width, under what stands in the row.
func (l *noteLay) layTags(tags []string, roles *look.Roles, width float32) {
	role := tagRole(roles)
	x, y := float32(noteLeft), l.height+5
	for _, tag := range tags {
		w := min(float32(math.Ceil(float64(role.Face.Width(tag, role.Size))))+2*tagPad, width-noteLeft)
		if x > noteLeft && x+w > width {
			x, y = noteLeft, y+tagHeight+4
		}
		l.tags, l.tagWidths = append(l.tags, fyne.NewPos(x, y)), append(l.tagWidths, w)
		x += w + tagGap
	}
	l.height = y + tagHeight
}

// countLines returns how many lines a text takes at a width in pixels, and most if it
// takes more.
func countLines(s string, role look.Role, width float32, most int) int {
	return min(len(typeset.NewText(shown(s), 0, role.Style()).Break(width)), most)
}

// shown returns as much of a text as a row may show.
func shown(s string) string {
	if len(s) > shownBytes {
		return strings.ToValidUTF8(s[:shownBytes], "")
	}
	return s
}

// guess returns about the height in pixels that lay would find, at once.
func (f *noteForm) guess(roles *look.Roles, width float32) float32 {
	room := max(width-noteLeft, 60)
	lines := func(s string, role look.Role, most int) float32 {
		n := 1 + int(float32(len(s))*role.Size*0.5/room)
		return float32(min(n, most)) * role.Leading
	}
	h := lines(f.words, roles.Evidence, wordLines)
	if f.text != "" {
		h += 2 + lines(f.text, roles.Body, textLines)
	}
	if f.tags != "" {
		h += 5 + tagHeight
	}
	return h
}
