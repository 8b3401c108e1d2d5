package shelf

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// archiveHeight is the height of the row of the encyclopaedia in pixels.
const archiveHeight = 64

// archive is the row of the encyclopaedia: which one is asked, or that none is.
type archive struct {
	widget.BaseWidget
	icon           *prose.Drawing
	title, detail  *prose.Text
	choose, remove *control.Text
}

func newArchive(r look.Roles, choose, remove func()) *archive {
	a := &archive{
		icon:  prose.NewIcon("book-open", look.ColorTextMuted, iconSize, iconSize),
		title: prose.NewText(r.Section, look.ColorText, ""), detail: prose.NewText(r.Meta, look.ColorTextMuted, ""),
		choose: control.NewText(control.Plain, "", locale.X("shelf.archive.choose", "Choose a ZIM file…"), r, choose).On(look.ColorPage),
		remove: control.NewText(control.Plain, "", locale.X("shelf.archive.remove", "Remove"), r, remove).On(look.ColorPage),
	}
	a.title.SetMaxLines(1)
	a.detail.SetMaxLines(2)
	a.set(nil)
	a.ExtendBaseWidget(a)
	return a
}

// set shows another archive; nil for none.
func (a *archive) set(to *Archive) {
	a.remove.Hidden = to == nil
	if to == nil {
		a.title.SetContent(locale.X("shelf.archive", "Offline encyclopaedia"))
		a.detail.SetContent(locale.X("shelf.archive.none", "None. A ZIM file that you have can be asked who and what a name is."))
	} else {
		a.title.SetContent(to.Title)
		a.detail.SetContent(to.Detail)
	}
	a.Refresh()
}

// MinSize returns the height of the row and no width.
func (a *archive) MinSize() fyne.Size { return fyne.NewSize(0, archiveHeight) }

// CreateRenderer draws the row.
func (a *archive) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(a, func() {}, a.arrange, a.icon, a.title, a.detail, a.choose, a.remove)
}

func (a *archive) arrange(size fyne.Size) {
	x := size.Width
	for _, b := range []*control.Text{a.choose, a.remove} {
		if b.Hidden {
			continue
		}
		m := b.MinSize()
		x -= m.Width
		control.Place(b, x, (size.Height-m.Height)/2, m.Width, m.Height)
		x -= 8
	}
	w := max(x-textAt-gap, 60)
	h := a.detail.HeightFor(w)
	lead := a.title.Role().Leading
	top := (size.Height - lead - h) / 2
	control.Place(a.icon, iconAt+2, top+1, iconSize, iconSize)
	control.Place(a.title, textAt, top, w, lead)
	control.Place(a.detail, textAt, top+lead, w, h)
}
