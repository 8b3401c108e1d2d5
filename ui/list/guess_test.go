package list_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/list"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// guesses is a model whose rows are 20 px high until they are shown, and then as high as
// they are.
type guesses struct {
	high    []float32
	objects map[int]fyne.CanvasObject
	wrong   bool
}

func (g *guesses) Len() int       { return len(g.high) }
func (g *guesses) Key(i int) int  { return i }
func (g *guesses) Stops(int) bool { return true }

func (g *guesses) Height(i int, _ float32) float32 {
	if g.objects[i] == nil {
		return 20
	}
	return g.high[i]
}

func (g *guesses) Show(i int, _ fyne.CanvasObject) fyne.CanvasObject {
	if g.objects[i] == nil {
		g.objects[i] = canvas.NewRectangle(nil)
		g.wrong = g.wrong || g.high[i] != 20
	}
	return g.objects[i]
}

func (g *guesses) Guessed() bool {
	was := g.wrong
	g.wrong = false
	return was
}

// Rows whose heights were guessed lie one below the other once they are in view, and the
// one that is asked for lies where it is wanted.
func TestList_GuessedHeights(t *testing.T) {
	uitest.App(t, look.Light)
	g := &guesses{objects: map[int]fyne.CanvasObject{}}
	for i := range 500 {
		g.high = append(g.high, float32(20+i%7*9))
	}
	l := list.New[int](g)
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	sound := func(what string) {
		t.Helper()
		for i := range g.high {
			o := l.At(i)
			if o == nil {
				continue
			}
			if o.Position().Y != l.Top(i) || o.Size().Height != g.high[i] {
				t.Errorf("%s: row %d lies at %v and is %v high, want %v and %v", what, i, o.Position().Y, o.Size().Height, l.Top(i), g.high[i])
			}
		}
	}
	sound("at first")
	for _, i := range []int{300, 120, 480, 7} {
		l.Bring(i, 30)
		if y := l.Top(i) - l.Offset(); y != 30 {
			t.Errorf("row %d lies at %v", i, y)
		}
		sound("brought")
	}
	l.Reveal(200, 200)
	if y := l.Top(200) - l.Offset(); y < 0 || y+g.high[200] > 100 {
		t.Errorf("row 200 lies at %v", y)
	}
	l.Reveal(499, 499)
	sound("at the end")
	if y := l.Top(499) + g.high[499] - l.Offset(); y != 100 {
		t.Errorf("the last row ends at %v", y)
	}
	if n := len(g.objects); n > 80 {
		t.Errorf("%d rows were made", n)
	}
}
