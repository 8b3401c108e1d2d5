package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
)

const minResultsWidth = 280 // pixels

// measures are where things stand in the two places of a finder, in pixels.
type measures struct {
	left, text, right float32 // from the edges to signs and headings, to the text, and to caps
	headTop           float32 // above the first heading
	noticeTop         float32
	sample            float32 // the width of the line of a kind
	listEnd           float32 // below the last row
	caps              bool    // rows show keys
	ground            fyne.ThemeColorName
}

var (
	panelMeasures = measures{
		left: 24, text: 54, right: 20, headTop: 14, noticeTop: 28, sample: 18, listEnd: 12, ground: look.ColorPanel,
	}
	paletteMeasures = measures{
		left: 18, text: 48, right: 18, headTop: 12, noticeTop: 26, sample: 20, listEnd: 8, caps: true, ground: look.ColorRaised,
	}
)

// results is the list, or what is said in its place, above the footer.
type results struct {
	widget.BaseWidget
	measures measures
	ground   *canvas.Rectangle
	list     *list
	notice   *notice
	footer   *footer
}

func newResults(roles look.Roles, m measures) *results {
	r := &results{
		measures: m, ground: canvas.NewRectangle(nil),
		list: newList(m.listEnd), notice: newNotice(roles, m),
	}
	r.ExtendBaseWidget(r)
	return r
}

// show shows the rows, or the message where there are none. It takes the colours
// anew, because the theme may have changed while the results were out of the
// window and heard of nothing.
func (r *results) show(m message, rows []row) {
	none := len(rows) == 0
	if none {
		r.notice.say(m)
	}
	r.notice.Hidden, r.list.Hidden = !none, none
	r.list.setRows(rows)
	r.paint()
	canvas.Refresh(r)
}

func (r *results) paint() { r.ground.FillColor = look.Of(r.measures.ground) }

func (r *results) choose(i int) { r.list.choose(i) }

// HeightFor is the height that shows everything at a width.
func (r *results) HeightFor(width float32) float32 {
	if r.list.Hidden {
		return r.notice.HeightFor(width) + footerHeight
	}
	return r.list.HeightFor(width) + footerHeight
}

// CreateRenderer draws the list and the footer.
func (r *results) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &resultsRenderer{r}
}

type resultsRenderer struct{ r *results }

func (d *resultsRenderer) Destroy()           {}
func (d *resultsRenderer) MinSize() fyne.Size { return fyne.NewSize(minResultsWidth, 160) }

func (d *resultsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.r.ground, d.r.list, d.r.notice, d.r.footer}
}

func (d *resultsRenderer) Layout(size fyne.Size) {
	room := fyne.NewSize(size.Width, max(size.Height-footerHeight, 0))
	d.r.ground.Resize(room)
	d.r.list.Resize(room)
	d.r.notice.Resize(room)
	d.r.footer.Move(fyne.NewPos(0, room.Height))
	d.r.footer.Resize(fyne.NewSize(size.Width, footerHeight))
}

func (d *resultsRenderer) Refresh() {
	d.r.paint()
	for _, o := range d.Objects() {
		o.Refresh()
	}
}
