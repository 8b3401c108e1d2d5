package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/uitest"
)

func TestHoverOnABarNamesTheSpeaker(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	var x annotations.Passage
	for _, y := range e.Passages() {
		if y.Voice == annotations.OnRecord {
			x = y
			break
		}
	}
	who, _ := e.Entity(x.Speaker)
	r := p.SpanRects(x.Span)[1]
	bar := fyne.NewPos(p.Format().Left-22, r.Y+r.H/2)
	if reads(w, "on record") {
		t.Fatal("the speaker is named before one asks")
	}
	test.MoveMouse(w.Canvas(), bar)
	if !p.TipShown() || !reads(w, who.Name) || !reads(w, "on record") {
		t.Errorf("the bar of %s says nothing", who.Name)
	}
	layers(p, layer.Set{}.WithVoice(annotations.OnRecord, false))
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 300))
	test.MoveMouse(w.Canvas(), bar)
	if p.TipShown() {
		t.Error("a voice that is off is named")
	}
}

// The sign of an editor's note says what the note is about, until the text moves.
func TestHoverOnANoteSaysWhatItIsAbout(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	n := e.Remarks()[0]
	r := p.SpanRects(n.Span)[0]
	test.MoveMouse(w.Canvas(), fyne.NewPos(p.Format().Left+p.Format().Column+18, r.Y+r.H/2))
	if !p.TipShown() || !reads(w, "Editor’s note") {
		t.Errorf("the sign of %q says nothing", n.Title)
	}
	p.ScrollToY(300)
	if p.TipShown() {
		t.Error("it is left behind when the text moves")
	}
}

func TestWidePageNamesTheSpeakers(t *testing.T) {
	p, _, w, _ := show(t, look.Light)
	_, roles := uitest.App(t, look.Light)
	f := page.FormatFor(roles, look.Setting{}, 1920, 1244)
	if f.Left != 300 || f.Column != 640 || !f.Names {
		t.Errorf("a page of 1244 px has %v at the left, a column of %v, names: %v", f.Left, f.Column, f.Names)
	}
	if f := page.FormatFor(roles, look.Setting{}, 1600, 924); f.Column != 640 || !f.Names || f.Left+f.Column > 924-60 {
		t.Errorf("a page of 924 px: %+v", f)
	}
	if page.FormatFor(roles, look.Setting{}, 1280, 688).Names {
		t.Error("a narrow page has names in its margin")
	}
	w.Resize(fyne.NewSize(1244, 1032))
	p.SetFormat(f)
	if !reads(w, "official statement") || !reads(w, "White House") {
		t.Error("the margin names no speaker")
	}
}

// Three speakers on one line have their names one below the other.
func TestNamesInTheMarginDoNotOverlap(t *testing.T) {
	c := uitest.LongContent(t, "One says this, two say that, three say more. "+uitest.LongText(t, 900), 0)
	for i, s := range []annotations.Span{{Start: 0, End: 13}, {Start: 15, End: 27}, {Start: 29, End: 43}} {
		c.Passages = append(c.Passages, annotations.Passage{Span: s, Voice: annotations.OnRecord, Name: []string{"One", "Two", "Three"}[i]})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	p, w, _ := open(t, look.Light, e)
	_, roles := uitest.App(t, look.Light)
	w.Resize(fyne.NewSize(1244, 1032))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1920, 1244))
	last, names := float32(0), ""
	uitest.Each(p, func(o fyne.CanvasObject) {
		x, ok := o.(*canvas.Text)
		if !ok || x.TextSize != 11 || x.Position().X > p.Format().Left-24 || x.Position().X < p.Format().Left-190 {
			return
		}
		if y := x.Position().Y; y < last+15 && names != "" {
			t.Errorf("%q stands %v px below the line before it", x.Text, y-last)
		}
		last = x.Position().Y
		names += x.Text + " "
	})
	if names != "One on record Two on record Three on record " {
		t.Errorf("the margin reads %q", names)
	}
}
