package overlay

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/typeset"
)

// Measures in the margin of what belongs to a note, in pixels.
const (
	noteLines  = 10 // the most lines of its words
	noteBytes  = 4_000
	noteTags   = 12 // the most tags that are shown
	footGap    = 4  // from the words to the sample and the tags
	sampleSize = 20 // the width of the sample
	sampleHigh = 14
	tagX       = 27 // from the sample's left edge to the tags
	tagHigh    = 20
	tagPad     = 9
	tagGap     = 6
	tagLower   = 4 // between two rows of tags
	mostWorded = 50_000
)

// worded is what a note says in the margin, set in rows.
type worded struct {
	text   string
	tags   []string
	width  float32
	lines  []typeset.Line
	from   []plainWords // the paragraph of each line
	cut    bool         // there are more lines
	chips  [][]tagChip  // the tags by rows, at least one row
	rows   []float32    // the tops of all rows below that of the note, pixels
	height float32
}

// plainWords is a paragraph of a note as it is shown: without the brackets around the names
// that it links to.
type plainWords struct {
	words  string
	inline []annotations.Span // of the tags and names in words
}

func plain(text string) plainWords {
	var out plainWords
	pos := 0
	for _, x := range notes.InlineOf(text) {
		words := text[x.Start:x.End]
		if x.Link != "" {
			words = x.Link
		}
		out.words += text[pos:x.Start]
		out.inline = append(out.inline, annotations.Span{Start: len(out.words), End: len(out.words) + len(words)})
		out.words += words
		pos = x.End
	}
	out.words += text[pos:]
	return out
}

// tagChip is one tag, as it is drawn.
type tagChip struct {
	words    string
	x, width float32 // from the left edge of the note, pixels
}

// worded returns the words of a note, set for the present room.
func (s *Sheet) worded(n *notes.Placed) *worded {
	if w, ok := s.wording[n.ID]; ok && w.text == n.Text && w.width == s.room() && slices.Equal(w.tags, n.Tags) {
		return w
	}
	if s.wording == nil || len(s.wording) > mostWorded {
		s.wording = map[notes.ID]*worded{}
	}
	w := &worded{text: n.Text, tags: n.Tags, width: s.room()}
	s.wording[n.ID] = w
	w.set(s.Roles.Body.Style())
	w.flow(s.Roles.Key)
	return w
}

// set breaks the text of the note into lines.
func (w *worded) set(style typeset.Style) {
	text := strings.TrimSpace(w.text)
	if len(text) > noteBytes { // more than has room, however it is written
		text = strings.ToValidUTF8(text[:noteBytes], "")
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		from := plain(line)
		w.lines = append(w.lines, typeset.NewText(from.words, 0, style).Break(w.width)...)
		for len(w.from) < len(w.lines) {
			w.from = append(w.from, from)
		}
		if len(w.lines) > noteLines {
			w.lines, w.cut = w.lines[:noteLines], true
			break
		}
	}
	for range w.lines {
		w.rows = append(w.rows, w.height)
		w.height += style.Leading
	}
}

// flow stands the tags beside the sample of the style, and the rows below the text.
func (w *worded) flow(role look.Role) {
	x := float32(tagX)
	w.chips = [][]tagChip{nil}
	for _, tag := range w.tags[:min(len(w.tags), noteTags)] {
		room := w.width - tagX - 2*tagPad
		words := typeset.Visible(tag)
		if role.Face.Width(words, role.Size) > room {
			words = cutTo(role, words, room)
		}
		wide := float32(int(role.Face.Width(words, role.Size)+1)) + 2*tagPad
		if x+wide > w.width && x > tagX {
			x = tagX
			w.chips = append(w.chips, nil)
		}
		last := len(w.chips) - 1
		w.chips[last] = append(w.chips[last], tagChip{words, x, wide})
		x += wide + tagGap
	}
	if len(w.lines) > 0 {
		w.height += footGap
	}
	for range w.chips {
		w.rows = append(w.rows, w.height)
		w.height += tagHigh + tagLower
	}
	w.height -= tagLower
}

// cutTo cuts words to a width in pixels, with an ellipsis.
func cutTo(role look.Role, words string, width float32) string {
	r := []rune(words)
	r = r[:min(len(r), int(width))] // no letter is narrower than a pixel
	for len(r) > 1 && role.Face.Width(string(r)+"…", role.Size) > width {
		r = r[:len(r)-1]
	}
	return string(r) + "…"
}

// bottom returns where a row ends and the next one begins, in pixels below the note's top.
func (w *worded) bottom(i int) float32 {
	if i+1 < len(w.rows) {
		return w.rows[i+1]
	}
	return w.height
}

// row draws one row of a note's words, or of its sample and tags.
func (m Margin) row(r marginRow, x float32) []fyne.CanvasObject {
	w := r.words
	if r.index < len(w.lines) {
		return m.line(w, r.index, x, r.top)
	}
	var out []fyne.CanvasObject
	i := r.index - len(w.lines)
	if i == 0 {
		sample := pattern.NewStyle(r.note.Style, sampleSize, sampleHigh)
		sample.Move(fyne.NewPos(x, r.top+(tagHigh-sampleHigh)/2))
		sample.Resize(fyne.NewSize(sampleSize, sampleHigh))
		out = append(out, sample)
	}
	role := m.Roles.Key
	ascent, height := role.Face.Metrics(role.Size)
	for _, chip := range w.chips[i] {
		box := m.rectangle(x+chip.x, r.top, chip.width, r.top+tagHigh, color.Transparent)
		box.StrokeColor, box.StrokeWidth, box.CornerRadius = look.Of(look.ColorRuleStrong), 1, tagHigh/2
		base := r.top + float32(int((tagHigh-height)/2+0.5)) + ascent
		out = append(out, box, m.words(chip.words, m.Roles.Fonts.Sans, role.Size, look.ColorTextMuted, x+chip.x+tagPad, base))
	}
	return out
}

// line draws a line of a note's text; the last one of a longer text ends in an ellipsis.
func (m Margin) line(w *worded, i int, x, top float32) []fyne.CanvasObject {
	role := m.Roles.Body
	line, end := &w.lines[i], w.lines[i].End
	var out []fyne.CanvasObject
	if w.cut && i == len(w.lines)-1 {
		tail := role.Face.Width("…", role.Size)
		end = line.Reads()
		for line.Reach(end) > w.width-tail && end > line.Start {
			end = typeset.PreviousCluster(w.from[i].words, end)
		}
		short := line.Until(end, w.width, tail)
		line = &short
		dots := canvas.NewText("…", look.Of(look.ColorText))
		dots.FontSource, dots.TextSize = role.Resource, role.Size
		dots.Move(fyne.NewPos(x+line.Tail(tail), top+prose.Rise(role)))
		dots.Resize(dots.MinSize())
		out = append(out, dots)
	}
	pos := line.Start
	draw := func(to int, ink fyne.ThemeColorName) {
		for _, p := range line.Pieces(pos, max(pos, min(to, end))) {
			out = append(out, prose.Piece(p, role, look.Of(ink), x, top+prose.Rise(role)))
		}
		pos = max(pos, min(to, end))
	}
	for _, s := range w.from[i].inline {
		draw(s.Start, look.ColorText)
		draw(s.End, look.ColorAccentText)
	}
	draw(end, look.ColorText)
	return out
}
