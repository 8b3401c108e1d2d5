package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// header stands above the text and scrolls with it: title, standfirst, the file
// line and remarks on the edition.
type header struct {
	widget.BaseWidget
	height float32 // to the top of the text, pixels
	bottom float32 // of the header, pixels: where the title is a part of the text, below it
	titled bool    // the article's first block is the title: it is set with the text

	bar        *shape.Box
	edition    *annotations.Edition
	roles      look.Roles
	format     Format
	title      *prose.Text
	titleRole  look.Role
	standfirst *prose.Text
	byline     *prose.Text
	fileIcon   *prose.Drawing
	file       *prose.Text
	remarks    []remark
	marked     remark // what the program has marked; without words where it does not look
}

// remark is a line of the header that leads to what the edition says of itself.
type remark struct {
	icon  *prose.Drawing
	words *prose.Text
}

func newHeader(roles look.Roles) *header {
	h := &header{roles: roles, bar: shape.NewBox(look.Of(look.ColorLamp))}
	h.ExtendBaseWidget(h)
	h.file = prose.NewText(roles.UI, look.ColorTextMuted, "")
	h.fileIcon = prose.NewIcon("file-text", look.ColorTextMuted, 14, roles.UI.Leading)
	return h
}

// remark adds a line, if it has words.
func (h *header) remark(icon, words string) {
	if words != "" {
		h.remarks = append(h.remarks, h.newRemark(icon, words))
	}
}

func (h *header) newRemark(icon, words string) remark {
	role := h.roles.Meta
	return remark{
		prose.NewIcon(icon, look.ColorTextMuted, 14, role.Leading), prose.NewText(role, look.ColorTextMuted, words),
	}
}

// tell says what the program marks in a document, or that it is still looking. The line
// stays one line, so that nothing below it moves when the words change; it is false if the
// line comes or goes.
func (h *header) tell(d session.Document) bool {
	words := markedLine(d)
	if (words == "") != (h.marked.words == nil) {
		return false
	}
	if words != "" {
		h.marked.words.SetContent(words)
	}
	h.edition = d.Edition
	h.file.SetContent(fileLine(d.Edition)) // it may be known now in which language it is
	return h.file.HeightFor(h.file.Size().Width) == h.file.Size().Height
}

// markedLine says what the program marks in a document; it is empty where it does not.
func markedLine(d session.Document) string {
	if d.Finding {
		return locale.Finding()
	}
	return locale.Marked(d.Edition)
}

// open takes the words of a document over; set lays them out.
func (h *header) open(d session.Document) {
	e := d.Edition
	h.edition = e
	h.file.SetContent(fileLine(e))
	h.titled = e.BeginsWithTitle()
	h.byline = h.newByline(e.Article().Meta)
	h.standfirst, h.remarks = nil, nil
	h.remark("clock", locale.AsOf(e))
	h.remark("info", e.Notice()) // what the file lacks
	h.marked = remark{}
	if words := markedLine(d); words != "" {
		h.marked = h.newRemark("info", words)
		h.marked.words.SetMaxLines(1)
		h.remarks = append(h.remarks, h.marked)
	}
}

// newByline returns who wrote an article and when, as far as its file says so, or nil.
func (h *header) newByline(m annotations.Meta) *prose.Text {
	by, date := m.Byline.Text, m.Published.Text
	if d, err := annotations.ParseDate(date); err == nil {
		date = locale.Date(d)
	}
	if by != "" && !startsWithBy(by) {
		by = locale.X("page.by", "By {{.Name}}", map[string]any{"Name": by})
	}
	words := by
	if by != "" && date != "" {
		words += "  ·  "
	}
	if words += date; words == "" {
		return nil
	}
	return prose.NewText(h.roles.UI, look.ColorTextMuted, words,
		prose.Stretch{Start: 0, End: len(by), Colour: look.ColorText, Font: h.roles.Tab.Font})
}

// startsWithBy reports whether a byline says itself that it is one.
func startsWithBy(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return strings.EqualFold(first, "by") || strings.EqualFold(first, "von")
}

// titleStyle returns how the text's first block is set, if it is the title.
func (h *header) titleStyle() flow.Title {
	if !h.titled {
		return flow.Title{}
	}
	return flow.Title{Style: h.titleRole.Style(), After: h.bottom - h.titleEnd()}
}

// titleEnd returns the bottom of the title on the sheet in pixels.
func (h *header) titleEnd() float32 { return h.title.Position().Y + h.title.Size().Height }

// fileLine returns the file's name, its length, the time to read it and, where that
// is not the language of the window, its language.
func fileLine(e *annotations.Edition) string {
	a := e.Article()
	length := locale.X("page.word", "1 word")
	if n := a.Words(annotations.Span{Start: 0, End: len(a.Text)}); n != 1 {
		length = locale.X("page.words", "{{.N}} words", map[string]any{"N": locale.Count(n)})
	}
	parts := []string{a.File.Name, length,
		locale.X("page.minutes", "{{.Time}} read", map[string]any{"Time": locale.Duration(a.ReadingMinutes())})}
	if foreign := locale.Foreign(e); foreign != "" {
		parts = append(parts, foreign)
	}
	return strings.Join(parts, "  ·  ")
}

// set lays the header out for a format. A title that takes more than two lines is
// set smaller.
func (h *header) set(f Format) {
	for _, role := range []look.Role{f.Title, f.TitleCompact, h.roles.TitleCompact} {
		h.title, h.titleRole = prose.NewText(role, look.ColorText, h.edition.Title()), role
		if h.title.HeightFor(f.Column) <= 2*role.Leading {
			break
		}
	}
	if h.standfirst == nil || f.Standfirst != h.format.Standfirst {
		h.standfirst = prose.NewText(f.Standfirst, look.ColorTextMuted, h.edition.Standfirst())
	}
	h.move(f)
}

// move puts the parts as they are to where a format has them.
func (h *header) move(f Format) {
	h.format = f
	h.place()
}

// place puts the parts one below the other. The distances are the design's.
func (h *header) place() {
	x, w, y := h.format.Left, h.format.Column, float32(44)
	put := func(b prose.Block, indent float32) {
		height := b.HeightFor(w - indent)
		b.Move(fyne.NewPos(x+indent, y))
		b.Resize(fyne.NewSize(w-indent, height))
		y += height
	}
	icon := func(i *prose.Drawing) {
		i.Move(fyne.NewPos(x, y))
		i.Resize(fyne.NewSize(14, i.HeightFor(14)))
	}
	h.bar.Move(fyne.NewPos(x, y))
	h.bar.Resize(fyne.NewSize(36, 3))
	y += 3 + 16
	top := y
	put(h.title, 0)
	if h.edition.Standfirst() != "" {
		y += 12
		put(h.standfirst, 0)
	}
	if h.byline != nil {
		y += 16
		put(h.byline, 0)
		y += 2
	} else {
		y += 18
	}
	icon(h.fileIcon)
	put(h.file, 20)
	for _, r := range h.remarks {
		icon(r.icon)
		put(r.words, 20)
	}
	h.height, h.bottom = y+26, y+26
	if h.titled {
		h.height = top
	}
	h.BaseWidget.Resize(fyne.NewSize(x+w, h.bottom))
	h.Refresh()
}

// onRemark reports whether a point of the sheet lies on a remark, and a click there
// leads to what the edition says of itself.
func (h *header) onRemark(pos fyne.Position) bool {
	return h.edition != nil && len(h.edition.About()) > 0 && slices.ContainsFunc(h.remarks, func(r remark) bool {
		top, size := r.words.Position(), r.words.Size()
		return pos.X >= h.format.Left && pos.X <= h.format.Left+20+r.words.NaturalWidth() &&
			pos.Y >= top.Y && pos.Y < top.Y+size.Height
	})
}

// CreateRenderer shows the parts.
func (h *header) CreateRenderer() fyne.WidgetRenderer { return headerRenderer{h} }

type headerRenderer struct{ h *header }

func (r headerRenderer) Destroy()           {}
func (r headerRenderer) Layout(fyne.Size)   {}
func (r headerRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.h.bottom) }

func (r headerRenderer) Objects() []fyne.CanvasObject {
	h := r.h
	if h.edition == nil {
		return nil
	}
	out := []fyne.CanvasObject{h.bar, h.standfirst, h.fileIcon, h.file}
	if !h.titled {
		out = append(out, h.title)
	}
	if h.byline != nil {
		out = append(out, h.byline)
	}
	for _, r := range h.remarks {
		out = append(out, r.icon, r.words)
	}
	return out
}

func (r headerRenderer) Refresh() {
	r.h.bar.FillColor = look.Of(look.ColorLamp)
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
