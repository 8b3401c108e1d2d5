package overlay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// Measures of signs in the design, in pixels.
const (
	markerGap   = 10  // from a list's marker to the words
	ruleWidth   = 120 // of the line before notes, and of the rule between parts
	noteAbove   = 12  // from that line to the first note
	quoteIndent = 24  // from one quotation's line to that of the next inside it
	xHeight     = 0.5 // of a face, to its size
	descent     = 0.24
	strike      = 0.26 // of a face's size, from the baseline to a line through its words
)

// Signs are what is drawn of the article's structure and is no text: the markers of
// lists, the lines of quotations, rules, tables and notes.
type Signs struct {
	None
	*Sheet
}

// Under draws what belongs to a line.
func (s Signs) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	a := now.Edition.Article()
	if !a.Structured() {
		return nil
	}
	return append(s.ofBlock(l, a), s.struck(l, a)...)
}

// struck draws a line through the words that are struck out.
func (s Signs) struck(l *flow.Line, a *annotations.Article) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for r := range a.Runs(l.Span()) {
		if words, ok := l.Box(r.Span); ok && r.Style&annotations.Strikethrough != 0 {
			out = append(out, s.rule(words.X, float32(int(l.Baseline-strike*l.Style().Size)), words.W, look.ColorText)...)
		}
	}
	return out
}

// ofBlock draws what belongs to a line of a block.
func (s Signs) ofBlock(l *flow.Line, a *annotations.Article) []fyne.CanvasObject {
	b := a.Block(l.Block)
	switch b.Kind {
	case annotations.BlockItem:
		if l.Opens && b.Marker != "" {
			return []fyne.CanvasObject{s.marker(l, b.Marker)}
		}
	case annotations.BlockQuote:
		return s.quote(l, a, b)
	case annotations.BlockRule:
		x := l.Margin + float32(int((s.Column.Format().Width-ruleWidth)/2))
		return s.rule(x, l.Y+float32(int(l.Leading()/2)), ruleWidth, look.ColorRuleStrong)
	case annotations.BlockNote:
		return s.note(l, a, b)
	case annotations.BlockCell:
		return s.cell(l)
	}
	return nil
}

// words are some words of the program's own beside the article's, on a baseline.
func (s *Sheet) words(words string, font look.Font, size float32, ink fyne.ThemeColorName, x, baseline float32) *canvas.Text {
	t := canvas.NewText(typeset.Visible(words), look.Of(ink))
	t.FontSource, t.TextSize = font.Resource, size
	ascent, _ := font.Face.Metrics(size)
	t.Move(fyne.NewPos(x, baseline-ascent))
	t.Resize(t.MinSize())
	return t
}

func (s *Sheet) rule(x, y, width float32, ink fyne.ThemeColorName) []fyne.CanvasObject {
	return []fyne.CanvasObject{s.rectangle(x, y, width, y+1, look.Of(ink))}
}

// marker is the marker of an item, which hangs left of its words.
func (s Signs) marker(l *flow.Line, marker string) fyne.CanvasObject {
	font, size := s.Roles.Fonts.Text, l.Style().Size
	x := s.rightOf(l) - s.Column.Frame(l.Block).Left + markerGap
	if !l.RightToLeft() {
		x = l.Left - markerGap - font.Face.Width(typeset.Visible(marker), size)
	}
	return s.words(marker, font, size, look.ColorTextMuted, x, l.Baseline)
}

// rightOf is the right edge on the sheet of the column in which a line stands.
func (s *Sheet) rightOf(l *flow.Line) float32 { return l.Margin + s.Column.Format().Width }

// quote draws the lines beside a line of a quotation, one for each quotation around it.
func (s Signs) quote(l *flow.Line, a *annotations.Article, b annotations.Block) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	size := l.Style().Size
	scale := s.Reading.Size / 19
	for depth := range max(b.Depth, 1) {
		top, bottom := l.Above, l.Y+l.Leading()
		if !l.Opens {
			top = l.Y
		} else if !quotes(a, l.Block-1, depth) {
			top = float32(int(l.Baseline - xHeight*size))
		}
		if l.Closes && !quotes(a, l.Block+1, depth) {
			bottom = float32(int(l.Baseline+descent*size) + 1)
		}
		x := float32(int(float32(depth) * quoteIndent * scale))
		if l.RightToLeft() {
			x = s.rightOf(l) - 1 - x
		} else {
			x += l.Margin
		}
		out = append(out, s.rectangle(x, top, 1, bottom, look.Of(look.ColorRuleStrong)))
	}
	return out
}

// quotes reports whether a block lies in a quotation that lies in depth others.
func quotes(a *annotations.Article, block int, depth uint16) bool {
	if block < 0 || block >= a.Len() {
		return false
	}
	b := a.Block(block)
	return b.Kind == annotations.BlockQuote && max(b.Depth, 1) > depth
}

// note draws the sign of a note, and before the first one a line.
func (s Signs) note(l *flow.Line, a *annotations.Article, b annotations.Block) []fyne.CanvasObject {
	if !l.Opens {
		return nil
	}
	var out []fyne.CanvasObject
	if l.Block == 0 || a.Block(l.Block-1).Kind != annotations.BlockNote {
		out = s.rule(l.Margin, l.Y-noteAbove, ruleWidth, look.ColorRuleStrong)
	}
	if b.Marker != "" {
		font, size, x := s.Roles.Fonts.SansMedium, s.Roles.Meta.Size, l.Margin
		if l.RightToLeft() {
			x = s.rightOf(l) - font.Face.Width(typeset.Visible(b.Marker), size)
		}
		out = append(out, s.words(b.Marker, font, size, look.ColorAccentText, x, l.Baseline))
	}
	return out
}

// cell draws what belongs to a line of a table: the rule below its row, or on a card
// the name of its column.
func (s Signs) cell(l *flow.Line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	r := l.Row
	switch {
	case r == nil:
	case r.Card:
		if label, ok := s.Column.Label(l); ok {
			font, size, ink := s.Roles.Fonts.Sans, s.Roles.Meta.Size*s.Reading.Size/19, look.ColorTextMuted
			if label.Leads {
				font, size, ink = s.Roles.Fonts.Strong, l.Style().Size, look.ColorText
			}
			out = append(out, s.words(label.Words, font, float32(int(size+0.5)), ink, label.X, label.Y))
		}
		if r.Leads && r.After {
			words := locale.X("page.table", "{{.Rows}} rows, {{.Columns}} columns", map[string]any{"Rows": r.Rows, "Columns": r.Columns})
			out = append(out, s.words(words, s.Roles.Fonts.Sans, s.Roles.Meta.Size, look.ColorTextMuted, l.Margin, r.Top-noteAbove))
		}
	case r.Leads && r.Head:
		return s.rule(l.Margin, r.Bottom-1, r.Width, look.ColorRuleStrong)
	case r.Leads:
		return s.rule(l.Margin, r.Bottom-1, r.Width, look.ColorRule)
	}
	return out
}
