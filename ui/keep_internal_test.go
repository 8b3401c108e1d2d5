package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

func TestKeeperWritesOnceForManyChanges(t *testing.T) {
	test.NewTempApp(t)
	kept := make(chan bool, 10)
	k := keeper{delay: 20 * time.Millisecond, keep: func() { kept <- true }}
	for range 5 {
		k.soon()
	}
	select {
	case <-kept:
	case <-time.After(5 * time.Second):
		t.Fatal("nothing is written")
	}
	time.Sleep(60 * time.Millisecond)
	if len(kept) > 0 {
		t.Error("one change after the other is written")
	}
}

func TestKeeperStops(t *testing.T) {
	test.NewTempApp(t)
	kept := make(chan bool, 10)
	k := keeper{delay: 20 * time.Millisecond, keep: func() { kept <- true }}
	k.soon()
	k.stop()
	time.Sleep(60 * time.Millisecond)
	if len(kept) > 0 {
		t.Error("it writes after it was stopped")
	}
}
