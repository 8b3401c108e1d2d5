package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/list"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

const minResultsWidth = 280 // pixels

// measures are the distances of one of the two sizes of a finder, in pixels.
type measures struct {
	left, text, right float32 // from the left edge to signs and to text, from caps to the right edge
	headTop           float32 // above the first heading
	noticeTop         float32
	sample            float32 // the width of the line that stands for a kind
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

// results is the list above its footer. A notice stands in the place of an empty
// list.
type results struct {
	widget.BaseWidget
	measures measures
	ground   *shape.Box
	list     *list.List[string]
	notice   *notice
	footer   *footer
}

func newResults(roles look.Roles, m measures, rows list.Model[string]) *results {
	r := &results{
		measures: m, ground: shape.NewBox(nil), list: list.New(rows), notice: newNotice(roles, m),
	}
	r.list.After = m.listEnd
	r.ExtendBaseWidget(r)
	return r
}

// show shows the list, which has come to have that number of rows, or the message
// if it has none. The ground takes its colour anew: the theme may have changed while
// the results were out of the window, where no Refresh reaches them.
func (r *results) show(m message, rows int) {
	if rows == 0 {
		r.notice.say(m)
	}
	r.notice.Hidden, r.list.Hidden = rows > 0, rows == 0
	r.list.Changed()
	r.paint()
	canvas.Refresh(r)
}

func (r *results) paint() { r.ground.FillColor = look.Of(r.measures.ground) }

// HeightFor returns the height in pixels that shows everything at a width.
func (r *results) HeightFor(width float32) float32 {
	if r.list.Hidden {
		return r.notice.HeightFor(width) + footerHeight
	}
	return r.list.HeightFor(width) + footerHeight
}

// MinSize returns the least size, which shows the first results.
func (r *results) MinSize() fyne.Size { return fyne.NewSize(minResultsWidth, 160) }

// CreateRenderer draws the list and the footer.
func (r *results) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(r, r.paint, r.arrange, r.ground, r.list, r.notice, r.footer)
}

func (r *results) arrange(size fyne.Size) {
	room := size.Height - footerHeight
	for _, o := range []fyne.CanvasObject{r.ground, r.list, r.notice} {
		control.Place(o, 0, 0, size.Width, room)
	}
	control.Place(r.footer, 0, max(room, 0), size.Width, footerHeight)
}
