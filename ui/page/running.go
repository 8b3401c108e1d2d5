package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// runningHeight is the height of the running head in pixels.
const runningHeight = 36

// runningHead says over the text which article this is and how far one has
// read. It appears once the title has scrolled off.
type runningHead struct {
	widget.BaseWidget
	edition *annotations.Edition

	ground, rule, progress *canvas.Rectangle
	title, place           *prose.Text
	read                   float32 // 0 to 1
	paragraph              int     // its index; -1 before the first update
	ended                  bool    // there is nothing left to read
	width                  float32 // of the words on the place, pixels
	format                 Format
}

func newRunningHead(e *annotations.Edition, roles look.Roles) *runningHead {
	r := &runningHead{
		edition:   e,
		paragraph: -1,
		ground:    canvas.NewRectangle(look.Of(look.ColorPage)),
		rule:      canvas.NewRectangle(look.Of(look.ColorRule)),
		progress:  canvas.NewRectangle(look.Of(look.ColorLamp)),
		title:     prose.NewText(roles.RunningHead, look.ColorText, e.Title()),
		place:     prose.NewText(roles.Meta, look.ColorTextMuted, ""),
	}
	r.title.SetMaxLines(1)
	r.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// update follows the page's scrolling.
func (r *runningHead) update(p *Page) {
	y := p.scroll.Offset.Y
	if titleEnd := p.head.title.Position().Y + p.head.title.Size().Height; y < titleEnd {
		r.Hide()
		return
	}
	r.read = min(y/max(p.column.Height()-p.scroll.Size().Height, 1), 1)
	if par, ended := p.Paragraph(), r.read == 1; par != r.paragraph || ended != r.ended {
		r.paragraph, r.ended = par, ended
		r.say()
	}
	r.format = p.format
	r.Show()
	r.arrange()
}

// say names the paragraph that is being read and the time to the end.
func (r *runningHead) say() {
	article := r.edition.Article()
	par := article.Paragraphs[r.paragraph]
	left := annotations.Span{Start: par.Start, End: len(article.Text)}
	place := map[string]any{"N": par.Number, "Of": len(article.Paragraphs), "Min": article.Minutes(left)}
	words := locale.X("page.place", "Paragraph {{.N}} of {{.Of}} · {{.Min}} min left", place)
	if r.ended {
		words = locale.X("page.place.end", "Paragraph {{.N}} of {{.Of}}", place)
	}
	r.place.SetContent(words)
	r.width = r.place.NaturalWidth()
}

func (r *runningHead) arrange() {
	w := r.Size().Width
	r.ground.Resize(fyne.NewSize(w, runningHeight))
	r.rule.Move(fyne.NewPos(0, runningHeight-1))
	r.rule.Resize(fyne.NewSize(w, 1))
	r.progress.Move(fyne.NewPos(0, runningHeight-2))
	r.progress.Resize(fyne.NewSize(w*r.read, 2))

	right := r.format.Left + r.format.Column
	width := r.width
	r.place.Move(fyne.NewPos(right-width, 9))
	r.place.Resize(fyne.NewSize(width, 18))
	r.title.Move(fyne.NewPos(r.format.Left, 9))
	r.title.Resize(fyne.NewSize(max(right-width-16-r.format.Left, 0), 18))
}

// CreateRenderer shows the parts.
func (r *runningHead) CreateRenderer() fyne.WidgetRenderer { return runningRenderer{r} }

type runningRenderer struct{ r *runningHead }

func (v runningRenderer) Destroy()           {}
func (v runningRenderer) Layout(fyne.Size)   { v.r.arrange() }
func (v runningRenderer) MinSize() fyne.Size { return fyne.NewSize(0, runningHeight) }

func (v runningRenderer) Objects() []fyne.CanvasObject {
	r := v.r
	return []fyne.CanvasObject{r.ground, r.rule, r.progress, r.title, r.place}
}

func (v runningRenderer) Refresh() {
	r := v.r
	r.ground.FillColor = look.Of(look.ColorPage)
	r.rule.FillColor = look.Of(look.ColorRule)
	r.progress.FillColor = look.Of(look.ColorLamp)
	r.title.Refresh()
	r.place.Refresh()
	canvas.Refresh(r.ground)
}
