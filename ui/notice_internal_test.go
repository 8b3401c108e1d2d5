package ui

import (
	"log/slog"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// atSample opens a workspace with the sample in a test window of 1280 by 820 pixels.
// Nothing is kept or opened behind the window.
func atSample(t *testing.T) (*Workspace, fyne.Window) {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	d := NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do
	d.Start(prefs.Sample)
	w.Resize(fyne.NewSize(1280, 820))
	return d, w
}

// A theme that a key chooses is named, at the foot of the panel, and the name goes
// after its time unless the pointer is on it.
func TestThemeIsNamed(t *testing.T) {
	d, w := atSample(t)
	queue := uitest.NewQueue()
	d.Do = queue.Do
	d.reader.RunCommand(command.NextTheme)
	w.Canvas().Capture()
	n := d.notice
	if n == nil || n.AccessibilityLabel() != "Dark" {
		t.Fatalf("%v is told, not the name of the theme", n)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(n)
	if at.X != 1280-376+24 || at.Y+n.Size().Height != 820-16 {
		t.Errorf("it stands at %v, %v high", at, n.Size().Height)
	}
	n.MouseIn(nil)
	n.expire()
	if !n.Visible() {
		t.Error("it goes from under the pointer")
	}
	if n.MouseOut(); n.Visible() {
		t.Error("it stays after its time when the pointer has gone")
	}

	d.setTheme(d.theme.Scheme())
	d.reader.RunCommand(command.TogglePanel)
	d.Say("check", "Copied")
	w.Canvas().Capture()
	at = fyne.CurrentApp().Driver().AbsolutePositionForObject(d.notice)
	if at.X+d.notice.Size().Width != 1280-16 {
		t.Errorf("without a panel it ends at %v", at.X+d.notice.Size().Width)
	}
	shown := d.notice
	queue.RunUntil(t, func() bool { return !shown.Visible() })
}

// What is told stays at the foot of the panel while the panel gets another width, and
// goes into the corner with it.
func TestANoticeFollowsThePanel(t *testing.T) {
	d, w := atSample(t)
	d.TellUnopened("https://agency.example/an/address/that/is/long")
	w.Canvas().Capture()
	for _, by := range []float32{60, -120} {
		test.Drag(w.Canvas(), fyne.NewPos(1280-d.reader.Beside(), 400), by, 0)
		x, n := 1280-d.reader.Beside(), d.notice
		if n.Position().X != x+noticeInset || n.Position().X+n.Size().Width > 1280-noticeInset {
			t.Errorf("beside a panel at %v the notice is at %v, %v", x, n.Position(), n.Size())
		}
	}
	d.reader.Session().Update(func(s *session.State) { s.Panel.Open = false })
	if n := d.notice; n.Position().X+n.Size().Width != 1280-noticeEdge {
		t.Errorf("without a panel it is at %v, %v", n.Position(), n.Size())
	}
}
