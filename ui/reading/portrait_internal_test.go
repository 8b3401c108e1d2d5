package reading

import (
	"bytes"
	"image/png"
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/annotations/figure"
	"sidelight/annotations/figure/svg/svgtest"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// drawn is a view that draws.
type drawn struct {
	*list
	figure *figure.Figure
}

func (d *drawn) Figure() *figure.Figure { return d.figure }
func (d *drawn) Settled() bool          { return d.figure != nil }

// What a view shows is written as a picture and as a drawing, and stands on the page; what
// shows nothing, and the article, are not.
func TestPortrait(t *testing.T) {
	uitest.App(t, look.Light)
	second := &drawn{list: newList()}
	second.id = "drawn"
	r, err := newReader(look.Current(), nil, append(slots()[:1], slot{
		id: "drawn", command: "show-drawn", key: '2', icon: "list",
		label: func() string { return "Drawn" }, words: func() string { return "" },
		make: func(making) view.View { return second },
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got []Portrait
	var pages []Paper
	r.OnPortrait = func(p Portrait) { got = append(got, p) }
	r.OnSavePage = func(p Paper) { pages = append(pages, p) }
	r.Show(session.Document{Edition: uitest.Edition(t)})
	w := test.NewTempWindow(t, r.Content())
	r.AttachCanvas(w.Canvas())
	none := func(why string) {
		t.Helper()
		for _, id := range []command.ID{command.SavePicture, command.SaveDrawing} {
			if r.commands.Run(id) || len(got) > 0 {
				t.Errorf("%s is given %s", id, why)
			}
		}
		r.commands.Run(command.SavePage)
		if p := pages[len(pages)-1]; p.Pictures != nil || p.Edition != r.edition() {
			t.Errorf("%s the page has %+v", why, p)
		}
	}
	none("in the article")
	r.session.Update(func(s *session.State) { s.View = "drawn" })
	none("before there is a drawing")
	second.figure = &figure.Figure{Width: 120, Height: 40, Title: "Drawn", Ground: figure.Page, Groups: []figure.Group{{Shapes: []figure.Shape{
		figure.Words{At: figure.Rect{X: 10, Y: 10, W: 60, H: 20}, Ink: figure.Text, Text: `"words"`},
	}}}}
	second.why = "There is nothing."
	if r.commands.Run(command.SavePicture) {
		t.Error("what has nothing to show is saved")
	}
	second.why = ""
	for _, id := range []command.ID{command.SavePicture, command.SaveDrawing} {
		if !r.commands.Run(id) {
			t.Fatalf("%s is not given", id)
		}
	}
	files := make([]bytes.Buffer, len(got))
	for i, p := range got {
		if p.Edition != r.edition() || p.View != "Drawn" {
			t.Errorf("the view is %q", p.View)
		}
		if err := p.Paint()(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if len(got) != 2 || got[0].Ending != ".png" || got[1].Ending != ".svg" {
		t.Fatalf("there are %d files: %+v", len(got), got)
	}
	if p, err := png.Decode(&files[0]); err != nil || p.Bounds().Dx() != 240 {
		t.Errorf("the picture is none (%v)", err)
	}
	svgtest.Check(t, files[1].Bytes(), second.figure, typeset.Drawn)
	r.commands.Run(command.SavePage)
	if p := pages[len(pages)-1].Pictures; p == nil || len(p.All) != 1 || p.All[0].Heading != "Drawn" || p.All[0].Figure != second.figure {
		t.Errorf("the page has the pictures %+v", p)
	}
}
