package panel_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// The rows of a face tell what they are about, by right click and to the keyboard
// alike.
func TestRowsTellWhatTheyAreAbout(t *testing.T) {
	p := newRig(uitest.Edition(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 2000)
	var asked command.Target
	p.OnMenu = func(t command.Target, _ fyne.Position) { asked = t }
	for _, face := range []struct {
		name string
		show func()
		want []command.On
	}{
		{"at a glance", func() {}, []command.On{command.OnEntity, command.OnVoice}},
		{"a card", func() { p.ShowEntity("hamas", 0) }, []command.On{command.OnFact, command.OnRemark}},
		{"a short card", func() { p.ShowEntity("adam-boehler", 0) }, []command.On{command.OnMark, command.OnFact}},
		{"the sources", func() { p.ShowSources("") }, []command.On{command.OnSource}},
		{"a voice", func() { p.OpenVoice(annotations.Unnamed, annotations.Span{}) }, []command.On{command.OnPassage, command.OnFact}},
	} {
		face.show()
		win.Canvas().Capture()
		n := map[command.On]int{}
		for _, d := range tree(p.Panel) {
			row, ok := d.CanvasObject.(*control.Row)
			if !ok {
				continue
			}
			win.Canvas().Focus(row)
			about, at, size := p.Target()
			asked = command.Target{}
			uitest.RightClick(win.Canvas(), at.AddXY(size.Width/2, 2))
			if about != asked {
				t.Errorf("%s: %q is about %+v to the keyboard, about %+v after a click", face.name, row.AccessibilityLabel(), about, asked)
			}
			n[about.On]++
		}
		for _, on := range face.want {
			if n[on] == 0 {
				t.Errorf("%s has no row of the sort %d: %v", face.name, on, n)
			}
		}
	}
}
