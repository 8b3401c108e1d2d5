package index

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// The contents in the rail, pixels.
const (
	chapterX     = 40 // from the left to the words of the first level
	chapterStep  = 16 // more for each level below it
	chapterSteps = 2  // levels that are set in, at most
	chapterLines = 2
	chapterLead  = 18
	chapterPad   = 4
)

// fewSections is how many headings an article has that is worth a table of contents.
const fewSections = 3

// contents are the headings of an article.
type contents struct {
	sections []annotations.Heading
	names    []string
	first    int // the level of the headings around all others
	folded   bool
	role     look.Role
}

// setContents takes the headings of an edition over, if they are worth a list.
func (c *contents) setContents(e *annotations.Edition) {
	c.sections, c.names, c.first = nil, nil, 6
	if e == nil || len(e.Sections()) < fewSections {
		return
	}
	c.sections = e.Sections()
	for _, h := range c.sections {
		c.first = min(c.first, h.Level)
		c.names = append(c.names, strings.Join(strings.Fields(typeset.Drawn(e.Article().Slice(h.Span))), " "))
	}
}

// at returns the index of the section that holds the byte at offset, or -1 before the
// first.
func (c *contents) at(offset int) int {
	at := -1
	for i, h := range c.sections {
		if h.Start > offset {
			break
		}
		at = i
	}
	return at
}

// left is where the words of a section begin, in pixels from the left of the rail.
func (c *contents) left(i int) float32 {
	return chapterX + float32(min(c.sections[i].Level-c.first, chapterSteps))*chapterStep
}

// lines are the words of a section in a rail of a width: two lines at most.
func (c *contents) lines(i int, width float32) []string {
	room := width - c.left(i) - countX
	name := c.names[i]
	if room <= 0 || c.role.Face.Width(name, c.role.Size) <= room {
		return []string{name}
	}
	var out []string
	for _, l := range typeset.NewText(name, 0, c.role.Style()).Break(room) {
		if len(out) == chapterLines-1 {
			return append(out, cut(c.role, name[l.Start:], room))
		}
		out = append(out, l.Text())
	}
	return out
}

// listContents lists the contents above the kinds.
func (m *model) listContents() {
	if len(m.sections) == 0 {
		return
	}
	m.add(row{part: outline, count: len(m.sections)})
	if !m.contents.folded {
		for i := range m.sections {
			m.add(row{part: section, at: i})
		}
	}
	if len(m.groups) > 0 || len(m.voices) > 0 {
		m.add(row{part: rule})
	}
}

// findSection returns the row of a section, or -1 where it is not listed.
func (m *model) findSection(i int) int {
	for k, r := range m.rows {
		if r.part == section && r.at == i {
			return k
		}
	}
	return -1
}

// foldContents folds or unfolds the contents.
func (r *Rail) foldContents(on bool) {
	r.model.contents.folded = on
	r.model.list()
	r.list.Changed()
}

// OpenContents unfolds the contents and brings them to the top.
func (r *Rail) OpenContents() {
	r.foldContents(false)
	r.list.SetCurrent(0)
	r.list.ScrollTo(0)
}

// HasContents reports whether the rail lists the contents of the article.
func (r *Rail) HasContents() bool { return len(r.model.sections) > 0 }

// SetReading marks the section that holds the byte at offset, where the reader is.
func (r *Rail) SetReading(offset int) {
	if at := r.model.at(offset); at != r.reading {
		r.reading = at
		r.list.Update()
		if !r.focused {
			r.reveal(r.model.findSection(at))
		}
	}
}

// contentsRow shows a row of the contents, or their head.
type contentsRow struct {
	control.Tap
	rail  *Rail
	at    int // row
	shown row

	bar, ring   *shape.Box
	words       [chapterLines]*canvas.Text
	count       *canvas.Text
	caret, icon *canvas.Raster
}

func newContentsRow(r *Rail) *contentsRow {
	l := &contentsRow{
		rail: r, at: -1, bar: shape.NewBox(nil), ring: shape.NewBox(color.Transparent), count: canvas.NewText("", nil),
		caret: look.NewSign(), icon: look.NewSign(),
	}
	for i := range l.words {
		l.words[i] = canvas.NewText("", nil)
	}
	l.ring.CornerRadius, l.ring.StrokeWidth, l.bar.CornerRadius = 6, 2, 1.5
	l.Init(l, "", nil)
	l.OnMenu = func(fyne.Position) {}
	l.SetTip(l.explain)
	return l
}

// show turns the line to row i of the rail.
func (l *contentsRow) show(i int) {
	l.at, l.shown = i, l.rail.model.rows[i]
	name := contentsName() + ", " + strconv.Itoa(l.shown.count)
	if l.shown.part == section {
		name = l.rail.model.names[l.shown.at]
	}
	l.SetName(name)
}

// contentsName returns the words above the contents.
func contentsName() string { return locale.X("index.contents", "Contents") }

// explain returns the whole of a heading that is cut.
func (l *contentsRow) explain() control.Tip {
	if l.shown.part != section {
		return control.Tip{}
	}
	if last := l.words[chapterLines-1].Text; strings.HasSuffix(last, "…") && !strings.HasSuffix(l.rail.model.names[l.shown.at], last) {
		return control.Tip{Words: l.rail.model.names[l.shown.at], X: l.words[0].Position().X}
	}
	return control.Tip{}
}

// Tapped leads to the section, or folds the contents.
func (l *contentsRow) Tapped(*fyne.PointEvent) { l.rail.act(l.at) }

// MinSize returns nothing: the list gives the row its size.
func (l *contentsRow) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the row.
func (l *contentsRow) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(l, l.paint, l.arrange, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{l.Ground, l.bar, l.count, l.caret, l.icon, l.ring}
		for _, w := range l.words {
			out = append(out, w)
		}
		return out
	})
}

// reading reports whether the row is of the section in which the reader is.
func (l *contentsRow) reading() bool { return l.shown.part == section && l.shown.at == l.rail.reading }

func (l *contentsRow) arrange(size fyne.Size) {
	w, h := size.Width, size.Height
	control.Place(l.Ground, 8, 0, w-17, h)
	control.Place(l.ring, 8, 0, w-17, h)
	control.Place(l.caret, caretX, (h-12)/2, 12, 12)
	control.Place(l.icon, sampleX, (h-16)/2, 16, 16)
	l.count.Text = ""
	for _, t := range l.words {
		t.Text = ""
	}
	roles := l.rail.roles
	if l.shown.part == outline {
		l.words[0].Text, l.count.Text = contentsName(), strconv.Itoa(l.shown.count)
		setText(l.words[0], roles.Tab, headX, h)
		endText(l.count, roles.UI, w-countX, h)
		return
	}
	role := roles.UI
	if l.reading() {
		role = roles.Strong
	}
	lines := l.rail.model.lines(l.shown.at, w)
	tall := chapterLead * float32(len(lines))
	top := (h - tall) / 2
	control.Place(l.bar, 8, top, 3, tall)
	for i, s := range lines {
		t := l.words[i]
		t.Text = s
		lineText(t, role, l.rail.model.left(l.shown.at), top+chapterLead*float32(i), chapterLead)
	}
}

func (l *contentsRow) paint() {
	l.Paint()
	head := l.shown.part == outline
	l.bar.Hidden, l.bar.FillColor = !l.reading(), look.Of(look.ColorLamp)
	l.ring.Hidden, l.ring.StrokeColor = !l.rail.focused || l.rail.list.Current() != l.at, look.Of(look.ColorFocusRing)
	ink := look.ColorTextMuted
	if head || l.reading() {
		ink = look.ColorText
	}
	for _, t := range l.words {
		t.Color = look.Of(ink)
	}
	l.count.Color = look.Of(look.ColorTextMuted)
	l.caret.Hidden, l.icon.Hidden = !head, !head
	caret := "caret-down"
	if l.rail.model.contents.folded {
		caret = "caret-right"
	}
	look.ShowIcon(l.caret, caret, look.ColorTextMuted)
	look.ShowIcon(l.icon, "list-bullets", look.ColorTextMuted)
	l.arrange(l.Size())
}
