package panel_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// turning returns a function that turns a panel to the longest card and then to
// another.
func turning(t testing.TB) func() {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	p := newRig(uitest.Edition(t), roles)
	win := test.NewTempWindow(t, p.Panel)
	win.Resize(fyne.NewSize(376, 772))
	return func() {
		p.ShowEntity("hamas", 0)
		p.ShowEntity("adam-boehler", 0)
	}
}

// onceAllocated is how many objects two cards took while icons were coloured
// and words looked up each time they were shown.
const onceAllocated = 66400

func BenchmarkShowEntity(b *testing.B) {
	turn := turning(b)
	b.ReportAllocs()
	for b.Loop() {
		turn()
	}
	b.ReportMetric(testing.AllocsPerRun(1, turn)/onceAllocated, "of-once")
}

// To open a card may take half of what it once took.
func TestPanel_CostOfACard(t *testing.T) {
	if n := testing.AllocsPerRun(3, turning(t)); n > onceAllocated/2 {
		t.Errorf("two cards take %v allocations, of %d at most", n, onceAllocated/2)
	}
}

// BenchmarkShowSources opens the list of sources, from a card.
func BenchmarkShowSources(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	e := uitest.Edition(b)
	p := newRig(e, roles)
	win := test.NewTempWindow(b, p.Panel)
	win.Resize(fyne.NewSize(376, 772))
	b.ReportAllocs()
	for b.Loop() {
		p.ShowSources(e.Sources()[60].ID)
		b.StopTimer()
		p.ShowEntity("", -1)
		b.StartTimer()
	}
}
