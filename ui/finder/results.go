package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const minResultsWidth = 280 // pixels

// results is the list, or what is said in its place, above the footer.
type results struct {
	widget.BaseWidget
	roles   look.Roles
	ground  *canvas.Rectangle
	list    *list
	message *prose.Stack
	footer  *footer
}

func newResults(roles look.Roles) *results {
	r := &results{
		roles: roles, ground: canvas.NewRectangle(nil),
		list: newList(), message: prose.NewStack(), footer: newFooter(roles),
	}
	r.ExtendBaseWidget(r)
	return r
}

// show shows the rows of a query; total counts its results, shown or not. It
// takes the colours anew, because the theme may have changed while the results
// were out of the window and heard of nothing.
func (r *results) show(query string, total int, rows []row) {
	none := len(rows) == 0
	if none {
		r.message.SetItems(r.sentences(query)...)
	}
	r.message.Hidden, r.list.Hidden = !none, none
	r.list.setRows(rows)
	r.footer.setCount(total, query != "")
	r.paint()
	canvas.Refresh(r)
}

func (r *results) paint() { r.ground.FillColor = look.Of(look.ColorPanel) }

func (r *results) choose(i int) { r.list.choose(i) }

// sentences are what stands in the place of a list without rows.
func (r *results) sentences(query string) []prose.Item {
	about := prose.NewText(r.roles.Body, look.ColorTextMuted, lang.X("finder.hint",
		"Type a name, a fact or words of the article. Letters of a name may be left out or mistyped."))
	if query == "" {
		return []prose.Item{{Block: about, Top: 24, Left: rowLeft, Right: rowRight}}
	}
	title := prose.NewText(look.Role{Font: r.roles.CardName.Font, Size: 20, Leading: 28}, look.ColorText,
		lang.X("finder.nothing", "Nothing matches “{{.Query}}”.", map[string]any{"Query": query}))
	title.SetMaxLines(4)
	about.SetContent(lang.X("finder.searched",
		"Names and their other spellings, facts, passages and notes were searched. Letters of a name may be left out or mistyped."))
	return []prose.Item{
		{Block: title, Top: 28, Left: rowLeft, Right: rowRight},
		{Block: about, Top: 8, Left: rowLeft, Right: rowRight},
	}
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
	return []fyne.CanvasObject{d.r.ground, d.r.list, d.r.message, d.r.footer}
}

func (d *resultsRenderer) Layout(size fyne.Size) {
	d.r.ground.Resize(size)
	room := fyne.NewSize(size.Width, max(size.Height-footerHeight, 0))
	d.r.list.Resize(room)
	d.r.message.Resize(room)
	d.r.footer.Move(fyne.NewPos(0, room.Height))
	d.r.footer.Resize(fyne.NewSize(size.Width, footerHeight))
}

func (d *resultsRenderer) Refresh() {
	d.r.paint()
	for _, o := range d.Objects() {
		o.Refresh()
	}
}
