package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/notes"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// noteRow is the row of a note: its style, the words that are noted, the note with its
// tags, and the place. It goes from edge to edge of the panel.
type noteRow struct {
	control.Target
	form  noteForm
	roles *look.Roles

	sample      fyne.CanvasObject
	words, text *prose.Text // text is nil for a highlight alone
	state, sign *prose.Text
	tags        []*tag
	arrow       *canvas.Raster
	bar, rule   *shape.Box
	marked      bool

	links  []notes.Inline         // in the text
	onLink func(name string) bool // opens what a link names, and reports whether that is known
	onKey  func(fyne.KeyName) bool
}

var _ prose.Block = (*noteRow)(nil)

// newNoteRow makes a row of a form. Known reports whether the name in a link means
// something. Act is what a click does.
func newNoteRow(style notes.Style, f noteForm, roles *look.Roles, known func(name string) bool, act func()) *noteRow {
	r := &noteRow{
		form: f, roles: roles, sample: pattern.NewStyle(style, pattern.StyleWidth, pattern.StyleHeight),
		words: prose.NewText(roles.Evidence, look.ColorText, shown(f.words)),
		state: prose.NewText(roles.Meta, look.ColorTextFaint, f.state),
		sign:  prose.NewText(roles.Section, look.ColorAccentText, f.sign),
		arrow: look.NewSign(),
		bar:   shape.NewBox(nil), rule: shape.NewBox(nil),
	}
	r.bar.CornerRadius = 1.5
	r.words.SetMaxLines(wordLines)
	if f.text != "" {
		text := shown(f.text)
		r.links = notes.InlineOf(text)
		r.text = prose.NewText(roles.Body, look.ColorText, text, inlineLooks(r.links, known)...)
		r.text.SetMaxLines(textLines)
	}
	for _, t := range f.tagList() {
		r.tags = append(r.tags, newTag(t, roles))
	}
	name := f.words
	if f.text != "" {
		name += ". " + shown(f.text)
	}
	r.Init(r, name, act)
	return r
}

// inlineLooks shows tags and links in the text of a note; a link that leads somewhere
// has a line.
func inlineLooks(all []notes.Inline, known func(name string) bool) []prose.Stretch {
	var out []prose.Stretch
	for _, x := range all {
		s := prose.Stretch{Start: x.Start, End: x.End, Colour: look.ColorAccentText}
		if x.Link != "" && known(x.Link) {
			s.Link = look.ColorAccentText
		}
		out = append(out, s)
	}
	return out
}

// SetMarked shows or hides the bar at the edge beside the current note.
func (r *noteRow) SetMarked(on bool) {
	if r.marked != on {
		r.marked = on
		r.Refresh()
	}
}

// Tapped opens the link that was clicked, else does what the row does.
func (r *noteRow) Tapped(e *fyne.PointEvent) {
	if r.text != nil && e != nil && r.onLink != nil {
		at := e.Position.Subtract(r.text.Position())
		for _, x := range r.links {
			if x.Link != "" && r.text.Covers(at, x.Start, x.End) && r.onLink(x.Link) {
				return
			}
		}
	}
	r.Target.Tapped(e)
}

// TypedKey offers a key to the list before the row takes it.
func (r *noteRow) TypedKey(e *fyne.KeyEvent) {
	if r.onKey == nil || !r.onKey(e.Name) {
		r.Target.TypedKey(e)
	}
}

// TypedRune hands letters on, but for those that the list has taken as keys.
func (r *noteRow) TypedRune(c rune) {
	if (c == 'n' || c == 'N') && r.onKey != nil {
		return
	}
	r.Target.TypedRune(c)
}

// HeightFor returns the height in pixels that the row needs at a width.
func (r *noteRow) HeightFor(width float32) float32 {
	return r.form.lay(r.roles, width-2*padding).height + 2*notePad
}

// MinSize returns the height that the row has, and no width.
func (r *noteRow) MinSize() fyne.Size { return fyne.NewSize(0, r.Size().Height) }

// Nested returns the words and the text.
func (r *noteRow) Nested() []fyne.CanvasObject {
	if r.text == nil {
		return []fyne.CanvasObject{r.words}
	}
	return []fyne.CanvasObject{r.words, r.text}
}

// CreateRenderer draws the row.
func (r *noteRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.rule, r.Ground, r.bar, r.sample, r.words, r.state, r.sign, r.arrow}
	if r.text != nil {
		objects = append(objects, r.text)
	}
	for _, t := range r.tags {
		objects = append(objects, t)
	}
	return r.Render(r.paint, r.arrange, append(objects, r.Ring)...)
}

func (r *noteRow) arrange(size fyne.Size) {
	const edge = padding - control.Reach
	width := size.Width - 2*padding
	l := r.form.lay(r.roles, width)
	place := func(t *prose.Text, at fyne.Position, width float32, lines int) {
		control.Place(t, padding+at.X, notePad+at.Y, width, float32(lines)*t.Role().Leading)
	}
	control.Place(r.rule, padding, 0, width, 1)
	for _, o := range []*shape.Box{r.Ground, r.Ring} {
		control.Place(o, edge, 2, size.Width-2*edge, size.Height-3)
	}
	control.Place(r.bar, 0, notePad, 3, size.Height-2*notePad)
	control.Place(r.sample, padding, notePad+(r.roles.Evidence.Leading-pattern.StyleHeight)/2, pattern.StyleWidth, pattern.StyleHeight)
	place(r.words, l.words, l.wordsWidth, l.wordLines)
	if r.text != nil {
		place(r.text, l.text, l.textWidth, l.textLines)
	}
	for i, t := range r.tags {
		control.Place(t, padding+l.tags[i].X, notePad+l.tags[i].Y, l.tagWidths[i], tagHeight)
	}
	x, y := padding+width, notePad+l.sign.Y
	r.arrow.Hidden = r.form.sign == ""
	if r.form.sign != "" {
		x -= noteArrow
		control.Place(r.arrow, x, y+2, noteArrow, noteArrow)
		w := r.sign.NaturalWidth()
		x -= w + 4
		control.Place(r.sign, x, y, w, r.roles.Section.Leading)
	}
	if r.form.state != "" {
		w := r.state.NaturalWidth()
		if r.form.sign != "" {
			x -= noteSign
		}
		control.Place(r.state, x-w, y, w, r.roles.Meta.Leading)
	}
}

func (r *noteRow) paint() {
	r.bar.FillColor, r.bar.Hidden = look.Of(look.ColorLamp), !r.marked
	r.rule.FillColor = look.Of(look.ColorRule)
	look.ShowIcon(r.arrow, "arrow-elbow-up-left", look.ColorTextMuted)
}

// tag is a tag of a note, which does nothing.
type tag struct {
	widget.BaseWidget
	words *prose.Text
	role  look.Role
	box   *control.Box
}

func newTag(words string, roles *look.Roles) *tag {
	t := &tag{role: tagRole(roles), box: control.NewBox(tagHeight / 2)}
	t.words = prose.NewText(t.role, look.ColorTextMuted, words)
	t.words.SetMaxLines(1)
	t.ExtendBaseWidget(t)
	return t
}

// MinSize returns the height of a tag and no width.
func (t *tag) MinSize() fyne.Size { return fyne.NewSize(0, tagHeight) }

// CreateRenderer draws the frame and the word.
func (t *tag) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(t, func() { t.box.Paint(look.ColorPanel, look.ColorRuleStrong, 1) }, func(size fyne.Size) {
		t.box.Resize(size)
		control.Place(t.words, tagPad, (size.Height-t.role.Leading)/2, size.Width-2*tagPad+1, t.role.Leading)
	}, append(t.box.Objects(), t.words)...)
}
