package index_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/index"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// textAt is where a text is drawn in the window.
func textAt(t *testing.T, w fyne.Window, words string) fyne.Position {
	t.Helper()
	var at *fyne.Position
	uitest.Each(w.Content(), func(o fyne.CanvasObject) {
		if x, ok := o.(*canvas.Text); ok && x.Visible() && x.Text == words {
			p := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(4, 8)
			at = &p
		}
	})
	if at == nil {
		t.Fatalf("%q is not drawn", words)
	}
	return *at
}

// A row of a voice opens the voice; its eye alone hides the voice.
func TestAVoiceOpensAndOnlyItsEyeHides(t *testing.T) {
	r, s, w := shown(t, uitest.Edition(t))
	r.SetFolded(annotations.Kinds())
	var opened annotations.Voice
	r.OnVoice = func(v annotations.Voice) {
		opened = v
		s.Update(func(s *session.State) { s.Hear(v, annotations.Span{}) })
	}
	r.OnHear = func(v annotations.Voice) { s.Update(func(s *session.State) { s.Heard = v }) }
	r.OnLayers = func(l layer.Set) { s.Update(func(s *session.State) { s.Layers = l }) }
	at := textAt(t, w, "Unnamed source")
	test.MoveMouse(w.Canvas(), at)
	if s.State().Heard != annotations.Unnamed {
		t.Errorf("the pointer lights %v", s.State().Heard)
	}
	test.TapCanvas(w.Canvas(), at)
	if opened != annotations.Unnamed || s.State().Layers != (layer.Set{}) {
		t.Errorf("a click opens %v, the layers are %q", opened, s.State().Layers)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(216-24, at.Y))
	if s.State().Layers.Voice(annotations.Unnamed) || opened != annotations.Unnamed {
		t.Errorf("the eye leaves the layers %q", s.State().Layers)
	}
	opened = 0
	w.Canvas().Focus(r)
	for range 20 {
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != annotations.Inference {
		t.Errorf("Enter opens %v", opened)
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if s.State().Layers.Voice(annotations.Inference) {
		t.Error("Space does not switch the layer")
	}
}

// The strip opens a voice too.
func TestStripOpensAVoice(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	s := session.New(session.Document{Edition: uitest.Edition(t)})
	x := following(s, index.NewStrip(roles))
	var opened annotations.Voice
	x.OnVoice = func(v annotations.Voice) { opened = v }
	x.Resize(fyne.NewSize(index.StripWidth, 900))
	uitest.Each(x, func(o fyne.CanvasObject) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == "Unnamed source, 5" {
			test.Tap(o.(fyne.Tappable))
		}
	})
	if opened != annotations.Unnamed {
		t.Errorf("a tap opens %v", opened)
	}
}
