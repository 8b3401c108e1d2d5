package reading

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// list is a second view: it shows no text, and notes what it hears.
type list struct {
	widget.BaseWidget
	id      session.ViewID
	why     string // there is nothing to show
	now     session.Snapshot
	focused bool
	at      session.Place
	past    float32 // how far it is scrolled, pixels
	mind    string
	minded  func() // is told that mind has changed
}

func newList() *list {
	l := &list{}
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
func (l *list) Follow(_, now session.Snapshot) { l.now = now }
func (l *list) Place() session.Place           { return session.Place{View: l.id, Offset: -1, Past: l.past} }
func (l *list) Restore(p session.Place)        { l.at, l.past = p, p.Past }
func (l *list) Reveal(annotations.Span) bool   { return false }
func (l *list) Nothing() string                { return l.why }
func (l *list) Focus() fyne.Focusable          { return l }
func (l *list) FocusGained()                   { l.focused = true }
func (l *list) FocusLost()                     { l.focused = false }
func (l *list) Memory() string                 { return l.mind }
func (l *list) Recall(s string)                { l.mind = s }
func (l *list) OnMind(f func())                { l.minded = f }
func (l *list) TypedKey(*fyne.KeyEvent)        {}
func (l *list) TypedRune(rune)                 {}

// Another view brings the tabs with it; the way back leads back to the view, and
// what is in the text is shown by the view that has it.
func TestViews(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	theme := app.Settings().Theme().(*look.Theme)
	alone, err := newReader(theme, nil, slots()[:1])
	if err != nil {
		t.Fatal(err)
	}
	alone.Show(session.Document{Edition: uitest.Edition(t)})
	if n := len(alone.frame.tools.tabs.all); n != 0 || alone.commands.Command(command.ShowArticle) != nil {
		t.Fatalf("a single view has %d tabs", n)
	}
	second := newList()
	second.id = "list"
	r, err := newReader(theme, nil, append(slots()[:1], slot{
		id: "list", command: "show-list", key: '2', icon: "list",
		label: func() string { return "List" }, words: func() string { return "" },
		make: func(making) view.View { return second },
	}))
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: uitest.Edition(t)})
	w := test.NewTempWindow(t, r.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 820))
	r.AttachCanvas(w.Canvas())
	w.Canvas().Capture()

	tabs := r.frame.tools.tabs.all
	if len(tabs) != 2 || !tabs[0].shown || tabs[1].shown {
		t.Fatalf("%d tabs for two views", len(tabs))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(tabs[0])
	if column := r.page.Position().X + r.page.Format().Left; at.X != column {
		t.Errorf("the tabs begin at %v, the column at %v", at.X, column)
	}
	test.TapCanvas(w.Canvas(), at.AddXY(tabs[0].Size().Width+tabGap+4, 20))
	if r.session.State().View != "list" || r.frame.middle != fyne.CanvasObject(second) || !second.focused {
		t.Fatalf("a click on the second tab shows %q", r.session.State().View)
	}
	if second.now.Edition != r.edition() || second.Size() != fyne.NewSize(r.frame.middle.Size().Width, 820-control.BarHeight) {
		t.Errorf("the view is %v in size and shows %v", second.Size(), second.now.Edition)
	}

	m, _ := r.edition().Nth("edan-alexander", 0)
	r.nav.OpenMention(m.ID()) // the view has no text: the article does
	if r.session.State().View != session.Article || r.frame.middle != fyne.CanvasObject(r.page) {
		t.Error("a mention is not shown in the article")
	}
	r.nav.Back()
	if r.session.State().View != "list" || second.at.Offset != -1 {
		t.Errorf("back leads to the view %q at %+v", r.session.State().View, second.at)
	}
	r.nav.Back()
	if r.session.State().View != session.Article {
		t.Error("a further step back does not lead to the view before")
	}
}
