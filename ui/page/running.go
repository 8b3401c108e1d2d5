package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// The running head's measures in pixels.
const (
	runningHeight  = 36
	runningTop     = 9 // above its words
	runningLeading = 18
	runningGap     = 16 // between title and place
)

// runningHead stands at the top of the page once the title has scrolled off: the
// title, the paragraph that is read, and the share that has been read. After a jump the
// way back stands in the place of the title.
type runningHead struct {
	widget.BaseWidget
	article  *annotations.Article
	sections []annotations.Heading // without the title
	chapters int                   // of the sections, those of the first level

	roles look.Roles

	rule, progress *shape.Box
	title, place   *prose.Text
	read           float32 // 0 to 1
	paragraph      int     // its index; -1 before the first update
	percent        int     // of the article above, as it is said
	ended          bool    // there is nothing left to read
	chip           *chip   // the way back, in the place of the title while it is offered
	width          float32 // of the words on the place, pixels
	format         Format
}

func newRunningHead(roles look.Roles, back *chip) *runningHead {
	r := &runningHead{
		roles: roles, chip: back,
		paragraph: -1,
		rule:      shape.NewBox(look.Of(look.ColorRule)),
		progress:  shape.NewBox(look.Of(look.ColorLamp)),
		title:     prose.NewText(roles.RunningHead, look.ColorText, ""),
		place:     prose.NewText(roles.Meta, look.ColorTextMuted, ""),
	}
	r.title.SetMaxLines(1)
	r.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// open takes over the article of an edition.
func (r *runningHead) open(e *annotations.Edition) {
	r.article, r.paragraph = e.Article(), -1
	r.sections, r.chapters = e.Sections(), 0
	for _, h := range r.sections {
		if h.Level == firstLevel(r.sections) {
			r.chapters++
		}
	}
	r.title.SetContent(e.Title())
}

// follow shows where a view stands in a column that is set in a format. Above y
// the running head is hidden.
func (r *runningHead) follow(c *flow.Column, v flow.View, f Format, y float32) {
	if v.Y < y && !r.chip.Visible() || c.Len() == 0 {
		r.Hide()
		return
	}
	r.read = min(v.Y/max(c.Height()-v.Height, 1), 1)
	par, ended, percent := c.Paragraph(v), r.read == 1, int(100*r.read)
	if par != r.paragraph || ended != r.ended || percent != r.percent {
		r.paragraph, r.ended, r.percent = par, ended, percent
		r.say()
	}
	r.format = f
	r.Show()
	r.arrange()
}

// firstLevel returns the level of the headings around all others.
func firstLevel(sections []annotations.Heading) int {
	level := 6
	for _, h := range sections {
		level = min(level, h.Level)
	}
	return level
}

// section returns the heading of what is read and the number of the chapter, from 1; no
// heading before the first one.
func (r *runningHead) section() (name string, chapter int) {
	level := firstLevel(r.sections)
	for _, h := range r.sections {
		if h.Block > r.paragraph {
			break
		}
		if name = r.article.Slice(h.Span); h.Level == level {
			chapter++
		}
	}
	return strings.Join(strings.Fields(name), " "), chapter
}

// Of the running head the name of a section takes so much at most. Where there are
// fewChapters it says what is read better than their number.
const (
	sectionWidth = 230 // pixels
	fewChapters  = 3
)

// say sets the words for what is read and the time to the end.
func (r *runningHead) say() {
	article := r.article
	par := article.Paragraph(r.paragraph)
	left := annotations.Span{Start: par.Start, End: len(article.Text)}
	place := map[string]any{
		"N": max(article.Sign(r.paragraph), 1), "Of": article.Signs(), "Percent": r.percent, "Left": locale.Duration(article.Minutes(left)),
	}
	words := locale.X("page.place", "Paragraph {{.N}} of {{.Of}} · {{.Percent}}% · {{.Left}} left", place)
	if r.ended {
		words = locale.X("page.place.end", "Paragraph {{.N}} of {{.Of}}", place)
	}
	if name, chapter := r.section(); name != "" {
		words = r.sectionWords(name, chapter, place)
	}
	r.place.SetContent(words)
	r.width = r.place.NaturalWidth()
}

// sectionWords are the words for a section and, of a text with chapters, which of them
// it is in.
func (r *runningHead) sectionWords(name string, chapter int, place map[string]any) string {
	role := r.roles.Meta
	name = typeset.Drawn(name)
	if role.Face.Width(name, role.Size) > sectionWidth {
		name = prose.FirstWords(role, name, sectionWidth-role.Face.Width("…", role.Size)) + "…"
	}
	if r.chapters > fewChapters && chapter > 0 {
		name = locale.X("page.chapter", "{{.Section}} · {{.Chapter}} of {{.Chapters}}",
			map[string]any{"Section": name, "Chapter": chapter, "Chapters": r.chapters})
	}
	if r.ended {
		return name
	}
	return name + locale.X("page.left", " · {{.Left}} left", place)
}

func (r *runningHead) arrange() {
	w := r.Size().Width
	control.Place(r.rule, 0, runningHeight-1, w, 1)
	control.Place(r.progress, 0, runningHeight-2, w*r.read, 2)
	left, right := r.format.Left, r.format.Left+r.format.Column
	control.Place(r.place, right-r.width, runningTop, r.width, runningLeading)
	control.Place(r.title, left, runningTop, max(right-r.width-runningGap-left, 0), runningLeading)
	r.title.Hidden = r.chip.Visible()
	r.place.Hidden = r.chip.Visible() && left+r.chip.MinSize().Width+runningGap > right-r.width
	r.chip.place(r.format)
}

// MinSize is the height of the running head.
func (r *runningHead) MinSize() fyne.Size { return fyne.NewSize(0, runningHeight) }

// CreateRenderer shows the parts.
func (r *runningHead) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(r, r.paint, func(fyne.Size) { r.arrange() },
		r.rule, r.progress, r.title, r.place)
}

func (r *runningHead) paint() {
	r.rule.FillColor = look.Of(look.ColorRule)
	r.progress.FillColor = look.Of(look.ColorLamp)
}
