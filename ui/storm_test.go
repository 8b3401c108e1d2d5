package ui_test

import (
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// TestStormLeavesNothingRunning gives commands, sizes and themes at random,
// always in the same order: no goroutine may be left. (Memory is measured in the
// real window: the test driver frees nothing that was shown once.)
func TestStormLeavesNothingRunning(t *testing.T) {
	r, e, w := reader(t, look.Light)
	r.OnTheme = look.Current().Turn
	random := rand.New(rand.NewPCG(3, 4))
	ids := []command.ID{
		command.NextMark, command.Open, command.NextMention, command.Leave, command.Back, command.TogglePanel,
		command.ToggleIndex, command.Fade, command.PlainText, command.NextTheme, command.NextPage, command.Top,
		command.NextParagraph, command.Find, command.SelectNextWord, command.SelectAll, command.ShowSources, command.Search,
	}
	step := func() {
		switch random.IntN(4) {
		case 0:
			w.Resize(fyne.NewSize(float32(640+random.IntN(1300)), float32(400+random.IntN(700))))
		case 1:
			r.Page().ScrollBy(float32(random.IntN(2000) - 1000))
		case 2:
			all := e.Mentions()
			m := random.IntN(len(all))
			uitest.Select(r.Session(), all[m].Entity, e.Ordinal(all[m].ID))
		default:
			r.RunCommand(ids[random.IntN(len(ids))])
		}
	}
	round := func() (goroutines int) {
		for range 150 {
			step()
		}
		for range 5 {
			r.RunCommand(command.Leave)
		}
		time.Sleep(50 * time.Millisecond) // timers run out
		return runtime.NumGoroutine()
	}
	before := round()
	round()
	if after := round(); after > before {
		t.Errorf("%d goroutines after more of it, %d before", after, before)
	}
}
