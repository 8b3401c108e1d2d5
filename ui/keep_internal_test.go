package ui

import (
	"testing"
	"time"

	"sidelight/ui/uitest"
)

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
