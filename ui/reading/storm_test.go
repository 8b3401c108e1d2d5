package reading_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/uitest"
)

// gust is one step of a storm: a size of the window, a way to scroll, a mention to
// select or a command to give.
type gust struct {
	size    fyne.Size
	scroll  float32 // pixels
	mention int     // counted from 1
	command command.ID
}

func (g gust) String() string {
	switch {
	case g.size != fyne.Size{}:
		return fmt.Sprintf("resize the window to %v by %v", g.size.Width, g.size.Height)
	case g.scroll != 0:
		return fmt.Sprintf("scroll by %v", g.scroll)
	case g.mention > 0:
		return fmt.Sprintf("select mention %d", g.mention)
	}
	return fmt.Sprintf("give the command %q", g.command)
}

// stormCommands are the commands of a storm: all but those that open a dialog or end
// the program.
var stormCommands = []command.ID{
	command.NextMark, command.Open, command.NextMention, command.Leave, command.Back, command.TogglePanel,
	command.ToggleIndex, command.Fade, command.PlainText, command.NextTheme, command.NextPage, command.Top,
	command.NextParagraph, command.Find, command.SelectNextWord, command.SelectAll, command.ShowSources, command.Search,
	command.TheMenu, command.ShowMenu, command.ShowArticle, command.ShowTimeline, command.ShowNetwork, command.ShowMap, command.ShowVoices,
}

// newGust is a step at random in a window on an edition.
func newGust(random *rand.Rand, e *annotations.Edition) gust {
	switch random.IntN(4) {
	case 0:
		return gust{size: fyne.NewSize(float32(640+random.IntN(1300)), float32(400+random.IntN(700)))}
	case 1:
		return gust{scroll: float32(random.IntN(2000) - 1000)}
	case 2:
		return gust{mention: 1 + random.IntN(len(e.Mentions()))}
	}
	return gust{command: stormCommands[random.IntN(len(stormCommands))]}
}

// blow takes the step.
func (g gust) blow(r *reading.Reader, e *annotations.Edition, w fyne.Window) {
	switch {
	case g.size != fyne.Size{}:
		w.Resize(g.size)
	case g.scroll != 0:
		r.Page().ScrollBy(g.scroll)
	case g.mention > 0:
		m := e.Mentions()[g.mention-1]
		uitest.Select(r.Session(), m.Entity, e.Ordinal(m.ID()))
	default:
		r.RunCommand(g.command)
	}
}

// storm opens a window, takes the steps and says what is wrong after them, or nothing.
func storm(t *testing.T, steps []gust) (fault string) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			fault = fmt.Sprintf("panic: %v", p)
		}
	}()
	r, e, w := reader(t, look.Light)
	r.OnTheme = look.Current().Turn
	queue := uitest.NewQueue() // the toolkit's test driver would draw the views on goroutines of their own
	r.SetDo(queue.Do)
	before := runtime.NumGoroutine()
	for _, g := range steps {
		g.blow(r, e, w)
		queue.Run()
	}
	for range 5 {
		r.RunCommand(command.Leave)
	}
	left := func() int { return runtime.NumGoroutine() - before }
	for i := 0; left() > 0 && i < 200; i++ {
		queue.Run()
		time.Sleep(10 * time.Millisecond) // timers run out
	}
	if n := left(); n > 0 {
		return fmt.Sprintf("%d goroutines are left running", n)
	}
	return ""
}

// TestStormLeavesNothingRunning gives commands, sizes and themes at random: nothing
// may panic and no goroutine may be left. A storm that fails is shortened to the
// steps to blame. (Memory is measured in the real window: the test driver frees
// nothing that was shown once.)
func TestStormLeavesNothingRunning(t *testing.T) {
	random, e := rand.New(rand.NewPCG(uitest.Seed(t), 0)), uitest.Edition(t)
	steps := make([]gust, 450)
	for i := range steps {
		steps[i] = newGust(random, e)
	}
	fault := stormIn(t, steps)
	if fault == "" {
		return
	}
	began := time.Now()
	short := uitest.Shrink(steps, func(some []gust) bool {
		return time.Since(began) < time.Minute && stormIn(t, some) != ""
	})
	t.Errorf("%s; of %d steps these %d fail:", fault, len(steps), len(short))
	for _, g := range short {
		t.Log(g)
	}
}

// stormIn is storm in a test app of its own.
func stormIn(t *testing.T, steps []gust) (fault string) {
	t.Run("storm", func(t *testing.T) { fault = storm(t, steps) })
	return fault
}
