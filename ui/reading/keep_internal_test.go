package reading

import (
	"testing"
	"time"

	"sidelight/ui/uitest"
)

// An article that is out of the window may still move, since a jump is on its way
// or its text is set. Only the room in the window keeps what it shows.
func TestNothingIsKeptOutOfTheWindow(t *testing.T) {
	d, w := atSample(t)
	r := d.reader
	r.page.SetStill(true)
	moves := func() bool {
		r.page.ScrollBy(40)
		return r.keeper.waiting.Running()
	}
	r.Left()
	if moves() {
		t.Error("the article behind the start page is kept")
	}
	r.Entered(w)
	if !moves() {
		t.Error("the article that came back is not kept")
	}
	r.Left()
	r.Close()
	if moves() {
		t.Error("an article that another has replaced is kept")
	}
}

func TestKeeperWritesOnceForManyChanges(t *testing.T) {
	queue, kept := uitest.NewQueue(), 0
	k := keeper{delay: 20 * time.Millisecond, keep: func() { kept++ }}
	k.waiting.Do = queue.Do
	for range 5 {
		k.soon()
	}
	queue.RunUntil(t, func() bool { return kept > 0 })
	time.Sleep(3 * k.delay) // in which more could be written
	if queue.Run(); kept > 1 {
		t.Errorf("one change after the other is written, %d times", kept)
	}
}

func TestKeeperStops(t *testing.T) {
	queue := uitest.NewQueue()
	k := keeper{delay: 20 * time.Millisecond, keep: func() { t.Error("it writes after it was stopped") }}
	k.waiting.Do = queue.Do
	k.soon()
	k.stop()
	time.Sleep(3 * k.delay)
	queue.Run()
}
